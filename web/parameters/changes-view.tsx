import { useMemo } from "react";
import type { Estimate } from "vesica/kernel";
import { formatEstimate, formatNumber, unitText } from "vesica/report";
import { useSession } from "../session/state.ts";
import { type Say, useSay } from "../words/language.tsx";
import { type Change, headlineChanges } from "./changes.ts";
import { words } from "./words.ts";

const mostShown = 100;

/** Headline numbers that the last analysis changed. */
export function ChangesView() {
  const say = useSay();
  const { before, result, stage } = useSession();
  const after = result?.document;
  const changes = useMemo(() => (before && after ? headlineChanges(before, after) : []), [before, after]);
  const lead = !after
    ? words.analyseFirst
    : !before
      ? words.notYet
      : changes.length === 0
        ? words.noChange
        : words.changesLead;
  return (
    <section className="changes" aria-labelledby="changes-title" aria-busy={stage === "running"}>
      <h2 id="changes-title">{say(words.changes)}</h2>
      <p aria-live="polite">{say(lead)}</p>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
        <div className="scroll" role="region" tabIndex={0} aria-labelledby="changes-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.number)}</th>
                <th scope="col">
                  {say(words.old)} → {say(words.now)}
                </th>
                <th scope="col" className="num">
                  {say(words.change)}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, mostShown).map((change) => (
                <ChangeRow key={change.key} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length > mostShown && <p>{say(words.more, { n: changes.length - mostShown })}</p>}
    </section>
  );
}

function ChangeRow({ change }: { readonly change: Change }) {
  const say = useSay();
  const { title, sample, notes, before, after } = change;
  return (
    <tr>
      <th scope="row">
        {sample}
        <br />
        <small>{[say(title), ...notes.map((note) => say(note))].join(" · ")}</small>
      </th>
      <td>
        <NumberText estimate={before} />
        <br />
        <span className="arrow" aria-hidden="true">
          →{" "}
        </span>
        <NumberText estimate={after} strong />
      </td>
      <td className="num">{changeText(change, say)}</td>
    </tr>
  );
}

function NumberText({
  estimate,
  strong = false,
}: {
  readonly estimate: Estimate | null;
  readonly strong?: boolean;
}) {
  const say = useSay();
  if (!estimate) return "–";
  const { value, interval } = formatEstimate(estimate);
  return (
    <>
      {strong ? <strong>{value}</strong> : value} {interval && <small>{interval} </small>}
      <span className="unit">{say(unitText(estimate.unit))}</span>
    </>
  );
}

function changeText({ before, after, relative }: Change, say: Say): string {
  if (!before) return say(words.appeared);
  if (!after) return say(words.vanished);
  if (relative === null) return "–";
  if (relative === 0) return say(words.sameValue);
  if (relative > 1) return say(words.times, { factor: formatNumber(1 + relative, 3) });
  const percent = formatNumber(Math.abs(relative) * 100, 2);
  return say(relative > 0 ? words.up : words.down, { percent });
}
