import { portable } from "../../kernel/index.ts";
import { mean } from "../moments.ts";

/** One measurement's number with its donor and, where known, its preparation. */
export interface DonorValue {
  readonly value: number;
  readonly donor?: string | undefined;
  readonly preparation?: string | undefined;
}

/** Geometric mean by donor, in order of appearance: measurements within preparations first, then preparations, each once. Values are positive. */
export function donorMeans(observations: readonly DonorValue[]): Map<string, number> {
  const byDonor = new Map<string, Map<string, number[]>>();
  for (const { value, donor = "", preparation = "" } of observations) {
    const preparations = byDonor.get(donor) ?? new Map<string, number[]>();
    byDonor.set(donor, preparations);
    preparations.set(preparation, [...(preparations.get(preparation) ?? []), portable.log(value)]);
  }
  return new Map(
    [...byDonor].map(([donor, preparations]) => [
      donor,
      portable.exp(mean([...preparations.values()].map(mean))),
    ]),
  );
}
