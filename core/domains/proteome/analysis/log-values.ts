import { portable } from "../../../kernel/index.ts";
import type { Matrix } from "../../../statistics/index.ts";
import type { StudySample } from "./samples.ts";

/** log2 of features x runs as features x samples: means over the runs of a sample in which something was measured. */
export function log2Mean(
  values: Float64Array,
  scale: "linear" | "log2",
  runs: number,
  samples: readonly StudySample[],
): Matrix {
  const rows = runs === 0 ? 0 : values.length / runs;
  const out = new Float64Array(rows * samples.length);
  for (let row = 0; row < rows; row++) {
    samples.forEach((sample, column) => {
      let sum = 0;
      let n = 0;
      for (const run of sample.runs) {
        const value = values[row * runs + run]!;
        const log = scale === "log2" ? value : value > 0 ? portable.log2(value) : Number.NaN;
        if (!Number.isFinite(log)) continue;
        sum += log;
        n += 1;
      }
      out[row * samples.length + column] = n === 0 ? Number.NaN : sum / n;
    });
  }
  return { rows, columns: samples.length, values: out };
}
