import type { EventData } from "../../measurement.ts";
import { makeArena } from "./arena.ts";
import { axesOf, linear } from "./axes.ts";
import { planColumns } from "./columns.ts";
import {
  type Counter,
  histogramCounters,
  planBins,
  planLists,
  profileCounters,
  spectrumCounters,
} from "./counts.ts";
import { planGates } from "./gates.ts";
import type { EventKernel } from "./kernel.ts";
import type { EventPlan } from "./plan.ts";
import { type Refinement, refinementCounters } from "./refine.ts";
import { planSample } from "./sample.ts";
import { type EventRange, eventsPerSlice, readSlices } from "./source.ts";
import type { EventTally } from "./tally.ts";

const blockEvents = 4096;

/** One pass over a range of events: the tally of the plan and the counts of the refinements. */
export async function runPass(
  data: EventData,
  plan: EventPlan,
  refinements: readonly Refinement[],
  range: EventRange,
  kernel: EventKernel,
): Promise<{ readonly tally: EventTally; readonly refined: readonly Uint32Array[] }> {
  const perSlice = eventsPerSlice(data.bytesPerEvent, blockEvents);
  const block = Math.min(blockEvents, perSlice);
  const arena = makeArena();
  const slice = arena.room((perSlice + 4) * data.bytesPerEvent + 64);
  const axes = [...axesOf(plan), ...refinements.map(linear)];
  const columns = planColumns(data, plan, axes, block, arena, kernel);
  const masks = planGates(plan.gates, columns, block, arena, kernel);
  const lists = planLists(plan.gates.length, masks, block, arena, kernel);
  const bins = planBins(columns, block, arena, kernel);
  const histograms = histogramCounters(plan, bins, lists, arena, kernel);
  const profiles = profileCounters(plan, bins, lists, arena, kernel);
  const spectra = spectrumCounters(plan, columns, lists, arena, kernel);
  const refined = refinementCounters(refinements, columns, lists, arena, kernel);
  const sample = planSample(plan, columns, masks, data.events);
  const memory = arena.fill(kernel);
  const counters: Counter<unknown>[] = [...histograms, ...profiles, ...spectra, ...refined];
  const before = [...columns.steps];
  const runBlock = (n: number, source: number, first: number) => {
    for (const step of before) step(n, source);
    columns.usable(n);
    for (const step of masks.steps) step(n, source);
    lists.fill(n);
    bins.fill(n);
    for (const counter of counters) counter.count(n);
    sample.take(memory, n, first);
  };
  await readSlices(
    data,
    range,
    perSlice,
    (bytes) => new Uint8Array(memory, slice, bytes),
    (first, events) => {
      for (let done = 0; done < events; done += block)
        runBlock(Math.min(block, events - done), slice + done * data.bytesPerEvent, first + done);
    },
  );
  const collected = <T>(counter: Counter<T>) => counter.collect(memory);
  return {
    tally: {
      from: range.from,
      events: range.count,
      usable: lists.total(-1),
      gates: plan.gates.map((_, gate) => lists.total(gate)),
      histograms2d: histograms.map(collected),
      spectra: spectra.map(collected),
      profiles: profiles.map(collected),
      sample: sample.collect(),
    },
    refined: refined.map(collected),
  };
}
