import { formatCount } from "vesica/report";
import type { OwnWorker } from "../engine/engine.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { useSay } from "../words/language.tsx";
import { CloudControls, CloudToolbar, DrawingButtons } from "./cloud-controls.tsx";
import { CloudPlot } from "./cloud-plot.tsx";
import { type Desk, useDesk } from "./desk.ts";
import { isSameEdited } from "./gate-store.ts";
import { GateTable } from "./gate-table.tsx";
import { gatesJson } from "./gates.ts";
import { useInStudy } from "./use-in-study.ts";
import type { OpenFile } from "./use-opened.ts";
import { words } from "./words.ts";

interface CloudDeskProps {
  readonly worker: OwnWorker;
  readonly file: OpenFile;
  readonly cloud: number;
}

/** One cloud: what is looked at, the picture, its gates. */
export function CloudDesk({ worker, file, cloud }: CloudDeskProps) {
  const say = useSay();
  const desk = useDesk(worker, file, cloud, say(words.gateWord));
  const { issues, fault } = desk;
  return (
    <div className="cloud-desk">
      <CloudControls desk={desk} />
      <CloudToolbar desk={desk} />
      <div className="cloud-sides">
        <div>
          <CloudPlot desk={desk} />
          <DrawingButtons desk={desk} />
          <CloudCounts desk={desk} />
          {issues.length > 0 && <IssueList issues={issues} placeless />}
          {fault !== null && (
            <p role="alert" className="error">
              {say(words.failed, { reason: fault })}
            </p>
          )}
        </div>
        <section aria-labelledby="gates-title">
          <h2 id="gates-title">{say(words.gates)}</h2>
          <GateTable desk={desk} />
          {desk.edits && <UseGates desk={desk} file={file} />}
        </section>
      </div>
    </div>
  );
}

/** How many points are seen, in words. */
function CloudCounts({ desk }: { readonly desk: Desk }) {
  const say = useSay();
  const { answer, question } = desk.answered;
  if (!answer || !question) return null;
  const { within, outside, total, unusable } = answer;
  return (
    <p role="status" className="cloud-counts">
      {say(words.counts, {
        shown: formatCount(within - outside),
        within: formatCount(within),
        population: question.request.within ?? say(words.all),
        outside: formatCount(outside),
        total: formatCount(total),
      })}
      {unusable > 0 && ` · ${say(words.unusable, { count: formatCount(unusable) })}`}
    </p>
  );
}

/** Gates and population into study.yaml. */
function UseGates({ desk, file }: { readonly desk: Desk; readonly file: OpenFile }) {
  const say = useSay();
  const { issues, busy, write } = useInStudy();
  const { room, gatesKey, populationKey } = file.opened!;
  const { present } = desk.edits!;
  const isSame = isSameEdited(present, desk.ofStudy);
  const use = () => {
    const gates = { path: ["parameters", room, gatesKey!], value: gatesJson(present.gates) };
    const population = {
      path: ["parameters", room, populationKey ?? ""],
      value: present.population ?? undefined,
    };
    const changes = present.gates.length > 0 ? [gates] : [{ ...gates, value: undefined }];
    const counted =
      populationKey === null || present.population === desk.ofStudy.population ? [] : [population];
    // a population is refused while its gate is not there
    void write(present.population === null ? [...counted, ...changes] : [...changes, ...counted]);
  };
  return (
    <div className="use-gates">
      <div className="actions">
        <button type="button" className="main" disabled={isSame || busy} onClick={use}>
          {say(words.useInStudy)}
        </button>
        <span role="status">{say(isSame ? words.sameAsStudy : words.notInStudy)}</span>
      </div>
      <small>{say(words.useHelp)}</small>
      {issues.length > 0 && <IssueList issues={issues} />}
    </div>
  );
}
