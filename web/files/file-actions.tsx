import { editFiles } from "../session/edit-files.ts";
import { useSay } from "../words/language.tsx";
import type { FileRow } from "./rows.ts";
import { words } from "./words.ts";

interface FileActionsProps {
  readonly row: FileRow;
  readonly pattern: string | undefined;
  onAsk(what: "ignore" | "name"): void;
}

/** What can be done about a file: leave it out, take it back, say what it is. */
export function FileActions({ row, pattern, onAsk }: FileActionsProps) {
  const say = useSay();
  const { name, status, said } = row;
  if (status === "waiting") return null;
  if (status === "ignored")
    return pattern === undefined ? null : (
      <button
        type="button"
        aria-label={say(words.takeBackFile, { file: name })}
        onClick={() => editFiles({ kind: "unignore", pattern })}
      >
        {say(words.takeBack)}
      </button>
    );
  return (
    <>
      {(status !== "read" || said) && (
        <button type="button" aria-label={say(words.nameFile, { file: name })} onClick={() => onAsk("name")}>
          {say(said ? words.change : words.name)}
        </button>
      )}
      <button
        type="button"
        aria-label={say(words.ignoreFile, { file: name })}
        onClick={() => onAsk("ignore")}
      >
        {say(words.ignore)}
      </button>
    </>
  );
}
