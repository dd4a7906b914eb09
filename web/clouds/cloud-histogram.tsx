import { useMemo } from "react";
import type { Histogram, HistogramRequest } from "vesica/kernel";
import { formatCount, unitText } from "vesica/report";
import type { OwnWorker } from "../engine/engine.ts";
import { IssueList } from "../issues/issue-list.tsx";
import { useLanguage, useSay } from "../words/language.tsx";
import type { CloudQuestion } from "../worker/clouds.ts";
import { HistogramChart } from "./histogram-chart.tsx";
import { useAnswers, useWholeViews } from "./use-answers.ts";
import type { OpenFile } from "./use-opened.ts";
import { words } from "./words.ts";

interface CloudHistogramProps {
  readonly worker: OwnWorker;
  readonly file: OpenFile;
  readonly cloud: number;
}

const bins = 120;

/** A cloud that has only one axis. */
export function CloudHistogram({ worker, file: { id, opened }, cloud }: CloudHistogramProps) {
  const say = useSay();
  const { language } = useLanguage();
  const card = opened!.clouds[cloud]!;
  const axis = card.axes.find((each) => each.id === card.suggested.x)!;
  const view = useWholeViews(worker, id, cloud, [axis.id]).get(axis.id);
  const question = useMemo<CloudQuestion<HistogramRequest> | null>(
    () => (view ? { id, cloud, request: { x: view, bins, within: null, gates: null } } : null),
    [id, cloud, view],
  );
  const {
    answer,
    question: asked,
    issues,
  } = useAnswers<HistogramRequest, Histogram>(worker, "cloud-histogram", question);
  const title = [axis.title[language], unitText(axis.unit)[language]].filter(Boolean).join(" / ");
  return (
    <>
      {answer && asked && (
        <HistogramChart
          counts={answer.counts}
          view={asked.request.x}
          title={title}
          label={say(words.histogram, { axis: title, count: formatCount(answer.within) })}
        />
      )}
      {issues.length > 0 && <IssueList issues={issues} placeless />}
    </>
  );
}
