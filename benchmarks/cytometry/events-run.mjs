// Files one after the other in one thread.
import { runEvents } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { openEvents, planOf } from "./events-plan.mjs";

/** The histograms of every tenth file are summed, by all contenders, to be compared. */
export const summedEvery = 10;

export function addAll(sums, histograms) {
  histograms.forEach((counts, i) => {
    const sum = sums[i];
    for (let cell = 0; cell < counts.length; cell++) sum[cell] += counts[cell];
  });
}

export async function runRange(path, part, parts, kernel) {
  const file = await openEvents(path);
  const { events } = file.data;
  const from = Math.floor((events * part) / parts);
  const count = Math.floor((events * (part + 1)) / parts) - from;
  return runEvents(file.data, planOf(file), { from, count, kernel });
}

export async function runFiles(paths, kernel) {
  const gated = [];
  let sums = null;
  for (const [i, path] of paths.entries()) {
    const tally = await runRange(path, 0, 1, kernel);
    gated.push(tally.gates[0]);
    if (i % summedEvery !== 0) continue;
    const histograms = tally.histograms2d.map(({ counts }) => counts);
    if (sums === null) sums = histograms;
    else addAll(sums, histograms);
  }
  return { gated, sums };
}
