import { portable } from "../../../../kernel/index.ts";
import type { EventData } from "../../measurement.ts";
import type { KernelKind } from "./kernel.ts";
import { withKernel } from "./kernels.ts";
import { runPass } from "./pass.ts";
import { type EventPlan, emptyPlan, type SpectrumRequest } from "./plan.ts";
import type { Refinement } from "./refine.ts";

export interface QuantileRequest extends SpectrumRequest {
  /** Probabilities, 0 to 1. */
  readonly probabilities: readonly number[];
}

/** A rank on its way down: the value's bits so far, and how many values with the same bits come before it. */
interface Search {
  readonly rank: number;
  readonly bits: number;
}

const signBit = 1 << 13;

/**
 * Exact quantiles (type 7, as R's default) of linear float32 values of the usable events in a gate, NaN where there are
 * none: three passes that sort by the values' own bits, 14 then 9 then 9, in memory that does not grow with the file.
 */
export async function exactQuantiles(
  data: EventData,
  plan: Pick<EventPlan, "compensation" | "gates">,
  requests: readonly QuantileRequest[],
  options: { readonly kernel?: KernelKind; readonly signal?: AbortSignal } = {},
): Promise<number[][]> {
  const range = { from: 0, count: data.events, signal: options.signal ?? null, progress: null };
  const { compensation, gates } = plan;
  const plain: EventPlan = { ...emptyPlan, compensation, gates };
  return withKernel(options.kernel ?? "wasm", async (kernel) => {
    const { tally } = await runPass(data, { ...plain, spectra: requests }, [], range, kernel);
    const first = requests.map(({ probabilities }, i) => {
      const { bins, events } = tally.spectra[i]!;
      const ordered = ascending(bins);
      return ranksOf(probabilities, events).map((rank) => descend(rank, ordered, 0));
    });
    const refinements = requests.map(({ gate, channel, compensated }, i): Refinement => {
      const bins = distinct(first[i]!.map(({ bits }) => bits));
      return { gate, channel, compensated, bins, finer: null };
    });
    const pass = async (next: readonly Refinement[]) =>
      (await runPass(data, plain, next, range, kernel)).refined;
    const counts = await pass(refinements);
    const second = first.map((searches, i) =>
      searches.map((search) => deeper(search, counts[i]!, refinements[i]!.bins, 14)),
    );
    const finest = refinements.map((one, i) => ({
      ...one,
      finer: distinct(second[i]!.map(({ bits }) => bits)),
    }));
    const last = await pass(finest);
    return requests.map(({ probabilities }, i) => {
      const values = second[i]!.map((search) => floatOf(deeper(search, last[i]!, finest[i]!.finer, 23).bits));
      return interpolated(probabilities, tally.spectra[i]!.events, values);
    });
  });
}

function ranksOf(probabilities: readonly number[], events: number): number[] {
  if (events === 0) return [];
  return probabilities.flatMap((p) => {
    const below = Math.floor((events - 1) * p);
    return [below, Math.min(events - 1, below + 1)];
  });
}

function interpolated(probabilities: readonly number[], events: number, values: readonly number[]): number[] {
  return probabilities.map((p, i) => {
    if (events === 0) return Number.NaN;
    const [below, above] = [values[2 * i]!, values[2 * i + 1]!];
    const share = (events - 1) * p - Math.floor((events - 1) * p);
    return share === 0 ? below : below + share * (above - below);
  });
}

/** Bins by the value they hold: negative ones from the greatest magnitude, then the others. */
function ascending<T extends { index: number }>(bins: readonly T[]): T[] {
  return [
    ...bins.filter(({ index }) => index >= signBit).reverse(),
    ...bins.filter(({ index }) => index < signBit),
  ];
}

function descend(rank: number, bins: readonly { index: number; count: number }[], base: number): Search {
  let before = 0;
  for (const { index, count } of bins) {
    if (rank < before + count) return { rank: rank - before, bits: base + index };
    before += count;
  }
  throw new RangeError("the events changed between two passes");
}

/** From the upper 14 or 23 bits nine further down in the rows of 512 counts. */
function deeper(
  { rank, bits }: Search,
  counts: Uint32Array,
  chosen: readonly number[],
  known: 14 | 23,
): Search {
  const start = 512 * (chosen.indexOf(bits) + 1);
  const parts = Array.from(counts.subarray(start, start + 512), (count, index) => ({ index, count }));
  return descend(rank, bits >= portable.pow(2, known - 1) ? parts.reverse() : parts, bits * 512);
}

function floatOf(bits: number): number {
  return new Float32Array(Uint32Array.of(bits).buffer)[0]! + 0;
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
