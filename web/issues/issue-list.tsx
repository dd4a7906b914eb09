import { useMemo, useState } from "react";
import type { Issue } from "vesica/kernel";
import { useSay } from "../words/language.tsx";
import { Prose } from "../words/prose.tsx";
import { remedyOf } from "../words/remedies.ts";
import { groupIssues } from "./group.ts";
import { IssuePlace } from "./issue-place.tsx";
import { SeverityMark } from "./severity.tsx";
import { words } from "./words.ts";

interface IssueViewProps {
  readonly issue: Issue;
  /** Other issues that say the same, of other files or places. */
  readonly same?: readonly Issue[];
  /** Where the file is clear from what stands around. */
  readonly placeless?: boolean;
}

/** An issue: how severe, where, what it is, what to do, its code. */
export function IssueView({ issue, same = [], placeless = false }: IssueViewProps) {
  const say = useSay();
  return (
    <div className={`issue ${issue.severity}`}>
      <SeverityMark severity={issue.severity} />
      <div className="said">
        {!placeless && same.length === 0 && <IssuePlace {...placeOf(issue)} />}
        <p>
          <Prose text={say(issue.message)} />
        </p>
        <p className="remedy">
          <Prose text={say(remedyOf(issue))} />
        </p>
        {same.length > 0 && <Places all={[issue, ...same]} />}
      </div>
      <code className="code">{issue.code}</code>
    </div>
  );
}

interface IssueListProps {
  readonly issues: readonly Issue[];
  readonly placeless?: boolean;
  /** The list's name for screen readers; "Issues" where absent. */
  readonly label?: string;
}

const some = 50;

/** Issues, the most severe first; what is said of many files is said once. */
export function IssueList({ issues, placeless = false, label }: IssueListProps) {
  const say = useSay();
  const groups = useMemo(() => groupIssues(issues), [issues]);
  const [shown, setShown] = useState(some);
  if (issues.length === 0) return null;
  return (
    <>
      <ul className="issues" aria-label={label ?? say(words.issues)}>
        {groups.slice(0, shown).map(({ key, issue, all }) => (
          <li key={key}>
            <IssueView issue={issue} same={all.slice(1)} placeless={placeless} />
          </li>
        ))}
      </ul>
      <More left={groups.length - shown} onMore={() => setShown(shown + some)} />
    </>
  );
}

function Places({ all }: { readonly all: readonly Issue[] }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(some);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.places, { count: all.length })}</summary>
      {open && (
        <>
          <ul className="places">
            {all.slice(0, shown).map((issue, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places in their order have no other name
              <li key={index}>
                <IssuePlace {...placeOf(issue)} />
              </li>
            ))}
          </ul>
          <More left={all.length - shown} onMore={() => setShown(shown + some)} />
        </>
      )}
    </details>
  );
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const say = useSay();
  if (left <= 0) return null;
  return (
    <button type="button" onClick={onMore}>
      {say(words.more, { count: Math.min(left, some) })}
    </button>
  );
}

function placeOf({ file, place }: Issue): Pick<Issue, "file" | "place"> {
  return { ...(file === undefined ? {} : { file }), ...(place === undefined ? {} : { place }) };
}
