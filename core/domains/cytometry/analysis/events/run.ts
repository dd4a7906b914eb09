import type { EventData } from "../../measurement.ts";
import type { KernelKind } from "./kernel.ts";
import { withKernel } from "./kernels.ts";
import { runPass } from "./pass.ts";
import type { EventPlan } from "./plan.ts";
import type { EventTally } from "./tally.ts";

export interface RunOptions {
  /** WebAssembly where it is there (the default), or the plain TypeScript; the same results. */
  readonly kernel?: KernelKind;
  /** First event, from 0, and how many; all by default. */
  readonly from?: number;
  readonly count?: number;
  readonly signal?: AbortSignal;
  /** Told how many events of the range are done, after each slice of about 1 MB. */
  readonly progress?: (events: number) => void;
}

/**
 * Streams events once through compensation, scales, gates and counts, in memory that does not grow with the file.
 * Values are float32 (as are whole numbers above 2^24 and double precision); every step rounds alike everywhere. The
 * tallies of ranges that follow one another, merged, are those of the whole. Throws on a plan that names channels or
 * gates that are not there, on a blob that ends early, and when aborted.
 */
export async function runEvents(
  data: EventData,
  plan: EventPlan,
  { kernel = "wasm", from = 0, count = data.events - from, signal, progress }: RunOptions = {},
): Promise<EventTally> {
  const range = {
    from,
    count: Math.max(0, Math.min(count, data.events - from)),
    signal: signal ?? null,
    progress: progress ?? null,
  };
  return withKernel(kernel, async (lent) => (await runPass(data, plan, [], range, lent)).tally);
}
