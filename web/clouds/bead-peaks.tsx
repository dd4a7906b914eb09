import { useMemo, useState } from "react";
import { type Histogram, type HistogramRequest, type Json, rowOfCapture, viewValue } from "vesica/kernel";
import { formatCount, formatNumber, unitText } from "vesica/report";
import type { OwnWorker } from "../engine/engine.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { useLanguage, useSay } from "../words/language.tsx";
import type { CloudQuestion } from "../worker/clouds.ts";
import { PeakBands } from "./bead-bands.tsx";
import {
  assignedCount,
  beadChannels,
  inOrder,
  type Window,
  windowsPath,
  withWindow,
} from "./bead-windows.ts";
import { HistogramChart } from "./histogram-chart.tsx";
import { useAnswers, useWholeViews } from "./use-answers.ts";
import { useBeadPeaks } from "./use-bead-peaks.ts";
import { useInStudy } from "./use-in-study.ts";
import type { OpenFile } from "./use-opened.ts";
import { WindowTable } from "./window-table.tsx";
import { words } from "./words.ts";

interface BeadPeaksProps {
  readonly worker: OwnWorker;
  readonly file: OpenFile;
  readonly cloud: number;
}

const bins = 320;

/** The peaks of a bead file with windows that a person can correct. */
export function BeadPeaks(props: BeadPeaksProps) {
  const say = useSay();
  const { file, cloud } = props;
  const card = file.opened!.clouds[cloud]!;
  const name = rowOfCapture(file.input.context.rows, card.name)?.extra.calibrant ?? "";
  const described = beadChannels(file.parameters, name).filter((id) =>
    card.axes.some((axis) => axis.id === id),
  );
  const [chosen, choose] = useState("");
  const channel = described.find((id) => id === chosen) ?? described[0];
  return (
    <section className="beads" aria-labelledby="beads-title">
      <h2 id="beads-title">{say(words.peaks)}</h2>
      {channel === undefined ? (
        <p>{say(words.noBeadChannels)}</p>
      ) : (
        <>
          <div className="fields">
            <label>
              <span>{say(words.channel)}</span>
              <select value={channel} onChange={({ target }) => choose(target.value)}>
                {described.map((id) => (
                  <option key={id} value={id}>
                    {id}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <ChannelPeaks key={channel} {...props} channel={channel} beads={name} />
        </>
      )}
    </section>
  );
}

interface ChannelPeaksProps extends BeadPeaksProps {
  readonly channel: string;
  readonly beads: string;
}

function ChannelPeaks({ worker, file, cloud, channel, beads }: ChannelPeaksProps) {
  const say = useSay();
  const { language } = useLanguage();
  const { id, parameters, opened } = file;
  const axis = opened!.clouds[cloud]!.axes.find((each) => each.id === channel)!;
  const view = useWholeViews(worker, id, cloud, [channel]).get(channel);
  const question = useMemo<CloudQuestion<HistogramRequest> | null>(
    () => (view ? { id, cloud, request: { x: view, bins, within: null, gates: null } } : null),
    [id, cloud, view],
  );
  const { answer, issues } = useAnswers<HistogramRequest, Histogram>(worker, "cloud-histogram", question);
  const path = useMemo(
    () => windowsPath(parameters, opened!.room, beads, channel),
    [parameters, opened, beads, channel],
  );
  const {
    peaks,
    issues: peakIssues,
    edited,
    edit,
    isCurrent,
  } = useBeadPeaks(worker, file, cloud, channel, path);
  const inStudy = useInStudy();
  const [dragged, setDragged] = useState<readonly Window[] | null>(null);
  const found = useMemo(() => peaks.map(({ from, to }): Window => [from, to]), [peaks]);
  const windows = dragged ?? edited ?? found;
  const isTold = isCurrent && dragged === null;
  const assigned = assignedCount(parameters, beads, channel);
  const title = [axis.title[language], unitText(axis.unit)[language]].filter(Boolean).join(" / ");
  const write = (value: Json | undefined) => path && void inStudy.write([{ path, value }]);
  const add = () => {
    if (!view) return;
    const at = [0.46, 0.54].map((place) => viewValue(view, place));
    edit(withWindow(windows, at[0]!, at[1]!));
  };
  return (
    <>
      {answer && view && (
        <HistogramChart
          counts={answer.counts}
          view={view}
          title={title}
          label={say(words.peaksOf, { axis: title, count: formatCount(windows.length) })}
        >
          {(frame) => (
            <PeakBands
              frame={frame}
              view={view}
              windows={windows}
              drag={setDragged}
              commit={(next) => {
                setDragged(null);
                edit(inOrder(next));
              }}
            />
          )}
        </HistogramChart>
      )}
      <p>
        <small>{say(words.peaksHelp)}</small>
      </p>
      <WindowTable
        windows={windows}
        medians={isTold ? peaks.map(({ median }) => formatNumber(median, 4)) : []}
        events={isTold ? peaks.map(({ events }) => formatCount(events)) : []}
        change={edit}
      />
      {assigned !== null && (
        <p role="status" className={windows.length === assigned ? undefined : "doubtful"}>
          {say(windows.length === assigned ? words.windowCount : words.windowCountWrong, {
            count: windows.length,
            assigned,
          })}
        </p>
      )}
      <div className="actions">
        <button type="button" onClick={add}>
          {say(words.addWindow)}
        </button>
        <button
          type="button"
          className="main"
          disabled={
            edited === null ||
            edited.length === 0 ||
            !isTold ||
            inStudy.busy ||
            peakIssues.some(({ severity }) => severity === "error")
          }
          onClick={() => write(edited as unknown as Json)}
        >
          {say(words.useInStudy)}
        </button>
        <button
          type="button"
          disabled={inStudy.busy}
          onClick={() => (edited ? edit(null) : write(undefined))}
        >
          {say(edited ? words.undo : words.automatic)}
        </button>
      </div>
      <p>
        <small>{say(words.peaksHow)}</small>
      </p>
      <IssueList issues={[...issues, ...peakIssues, ...inStudy.issues]} placeless />
    </>
  );
}
