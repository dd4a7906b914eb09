import { useMemo, useState } from "react";
import type { Issue } from "vesica/kernel";
import { pathMatches } from "vesica/study";
import { IssueList } from "../issues/issue-list.tsx";
import { editFiles } from "../session/edit-files.ts";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import { Modal } from "./modal.tsx";
import { patternChoices } from "./patterns.ts";
import { WhichFiles } from "./which-files.tsx";
import { words } from "./words.ts";

interface IgnoreDialogProps {
  readonly name: string;
  onClose(): void;
}

/** Asks which files do not belong to the study. */
export function IgnoreDialog({ name, onClose }: IgnoreDialogProps) {
  const say = useSay();
  const { files, found } = useSession();
  const choices = useMemo(
    () =>
      patternChoices(
        name,
        files.map((file) => file.name),
      ),
    [name, files],
  );
  const [pattern, setPattern] = useState(choices[0]!.pattern);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const recognised = (chosen: string) =>
    [...found.values()].filter(({ source }) => source.status === "read" && pathMatches(chosen, source.name))
      .length;
  return (
    <Modal title={say(words.ignoreFile, { file: name })} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const refused = await editFiles({ kind: "ignore", pattern });
          if (refused.length === 0) onClose();
          else setIssues(refused);
        }}
      >
        <p>{say(words.ignoreHelp)}</p>
        <WhichFiles choices={choices} pattern={pattern} recognised={recognised} onPattern={setPattern} />
        <IssueList issues={issues} />
        <p className="buttons">
          <button type="submit" className="main">
            {say(words.confirmIgnore)}
          </button>
          <button type="button" onClick={onClose}>
            {say(words.cancel)}
          </button>
        </p>
      </form>
    </Modal>
  );
}
