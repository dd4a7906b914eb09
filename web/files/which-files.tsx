import { useId } from "react";
import { useSay } from "../words/language.tsx";
import type { PatternChoice } from "./patterns.ts";
import { words } from "./words.ts";

interface WhichFilesProps {
  readonly choices: readonly PatternChoice[];
  readonly pattern: string;
  /** How many files of a choice are recognised now, to warn of it. */
  readonly recognised: (pattern: string) => number;
  onPattern(pattern: string): void;
}

const labels = { file: words.thisFile, folder: words.thisFolder, kind: words.thisKind } as const;

/** The file alone, its folder, or all files named alike. */
export function WhichFiles({ choices, pattern, recognised, onPattern }: WhichFilesProps) {
  const say = useSay();
  const group = useId();
  const taken = recognised(pattern);
  return (
    <fieldset>
      <legend>{say(words.which)}</legend>
      {choices.map((choice) => (
        <label key={choice.kind} className="choice">
          <input
            type="radio"
            name={group}
            checked={choice.pattern === pattern}
            onChange={() => onPattern(choice.pattern)}
          />{" "}
          {say(labels[choice.kind], { count: choice.count, pattern: choice.pattern })}
        </label>
      ))}
      <p aria-live="polite" className="doubtful">
        {taken > 0 && say(words.takesRead, { count: taken })}
      </p>
    </fieldset>
  );
}
