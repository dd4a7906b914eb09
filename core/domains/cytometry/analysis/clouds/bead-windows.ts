import {
  accepted,
  axisFault,
  type CloudOptions,
  type CloudPeak,
  type Issue,
  isRefused,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { beadSetOf, searchedPeaks } from "../bead-searches.ts";
import { keptEvents } from "../event-pass.ts";
import { questionOf } from "../question.ts";
import { cloudIssues } from "./issues.ts";
import { type CloudSource, channelOf } from "./source.ts";

/** The peaks of a bead file along one axis as the study finds them, or the windows that a person set. Issues: `cytometry-cloud-axis-unknown`, `cytometry-cloud-no-beads`, those of `beadSetOf`, `questionOf` and `searchedPeaks`. */
export async function beadWindows(
  source: CloudSource,
  axis: string,
  options: CloudOptions = {},
): Promise<Result<readonly CloudPeak[]>> {
  const { dataSet, row, parameters, axes, issues } = source;
  if (channelOf(source, axis) < 0)
    return refused(cloudIssues.raise("cytometry-cloud-axis-unknown", axisFault(axes, axis).parameters));
  const beads = beadSetOf(row, parameters);
  if (isRefused(beads)) return refused(...asErrors(beads.issues));
  const question = questionOf(dataSet, row, parameters);
  if (question.uncounted) return refused(...question.issues);
  const kept = await keptEvents(dataSet, question.asked, options);
  const searched = searchedPeaks(dataSet, kept, beads.value, parameters.level);
  const found = searched.find(({ channels }) => channels.includes(axis));
  if (!found) return refused(cloudIssues.raise("cytometry-cloud-no-beads", { name: beads.value.name, axis }));
  if (isRefused(found.peaks)) return refused(...asErrors(found.peaks.issues));
  const windows = [...found.windows].sort((a, b) => a[0] - b[0]);
  const c = found.channels.indexOf(axis);
  const peaks = found.peaks.value.peaks.map(({ n, channels }, i): CloudPeak => {
    const { median, central } = channels[c]!;
    const [from, to] = windows[i] ?? central;
    return { from, to, median, events: Math.round(n) };
  });
  const ascending = peaks.sort((a, b) => a.median - b.median);
  return accepted(ascending, [...issues, ...question.issues, ...found.peaks.warnings]);
}

/** What a study passes over with a warning leaves a person who asks for it with nothing. */
function asErrors(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => (issue.severity === "warning" ? { ...issue, severity: "error" } : issue));
}
