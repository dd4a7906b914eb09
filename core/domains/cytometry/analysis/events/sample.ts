import type { Columns } from "./columns.ts";
import type { GateMasks } from "./gates.ts";
import type { EventPlan } from "./plan.ts";
import type { EventSample } from "./tally.ts";

/** Takes the evenly strided events out of the blocks that pass. */
export interface Sampler {
  /** Block of n events, the first of them being this event of the file. */
  take(memory: ArrayBuffer, n: number, first: number): void;
  collect(): EventSample | null;
}

export function planSample(plan: EventPlan, columns: Columns, masks: GateMasks, events: number): Sampler {
  if (plan.sample === null) return { take: () => {}, collect: () => null };
  const rows = Math.min(plan.sample.rows, events);
  const addresses = plan.sample.channels.map((at) => columns.at({ ...at, scale: null }));
  const taken: number[] = [];
  const values: number[][] = addresses.map(() => []);
  const inside: number[][] = plan.gates.map(() => []);
  const eventOf = (row: number) => Math.floor((row * events) / rows);
  return {
    take: (memory, n, first) => {
      const bytes = new Uint8Array(memory);
      const numbers = new Float32Array(memory);
      let row = Math.max(0, Math.floor((first * rows) / events) - 1);
      while (row < rows && eventOf(row) < first) row++;
      for (; row < rows && eventOf(row) < first + n; row++) {
        const i = eventOf(row) - first;
        if (bytes[masks.maskOf(-1) + i] === 0) continue;
        taken.push(first + i);
        for (let c = 0; c < addresses.length; c++) values[c]!.push(numbers[addresses[c]! / 4 + i]!);
        for (let g = 0; g < inside.length; g++) inside[g]!.push(bytes[masks.maskOf(g) + i]! & 1);
      }
    },
    collect: () => ({
      events: Float64Array.from(taken),
      values: values.map((column) => Float32Array.from(column)),
      gates: inside.map((column) => Uint8Array.from(column)),
    }),
  };
}
