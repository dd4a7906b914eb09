import { portable, type Random } from "../../../kernel/index.ts";
import type { LoadTruth, ProteomeTruth, TwinSample } from "./truth.ts";

/** A sample before it is measured; `side` is the place of its condition. */
export interface PlannedSample extends TwinSample {
  readonly side: number;
}

/** The samples of a truth, condition by condition: donors, their samples, the runs of each. */
export function plannedSamples(truth: ProteomeTruth, random: Random): PlannedSample[] {
  const { sides, pairedDonors, samplesPerDonor, runsPerSample } = truth;
  return sides.flatMap(({ condition, donors }, side) =>
    Array.from({ length: donors * samplesPerDonor }, (_, at): PlannedSample => {
      const place = Math.floor(at / samplesPerDonor);
      const donor = pairedDonors ? `D${place + 1}` : `${condition}-D${place + 1}`;
      const repeat = samplesPerDonor === 1 ? "" : `-${(at % samplesPerDonor) + 1}`;
      const name = `${pairedDonors ? `${condition}-` : ""}${donor}${repeat}`;
      const own = random.split("loads").split(name);
      return {
        name,
        side,
        condition,
        donor,
        batch: batchOf(truth, side, (place + 0.5) / donors),
        runs: Array.from({ length: runsPerSample }, (_run, run) =>
          runsPerSample === 1 ? name : `${name}_r${run + 1}`,
        ),
        loads: {
          contaminant: shareOf(truth.contaminants, own.split("contaminant")),
          serum: shareOf(truth.serum, own.split("serum")),
        },
      };
    }),
  );
}

/** Donors at `place` (0 to 1) of a side: the later share is in the second batch, larger from side to side. */
function batchOf({ batch, sides }: ProteomeTruth, side: number, place: number): string {
  if (batch === null) return "";
  const lean = sides.length === 1 ? 0 : side / (sides.length - 1) - 0.5;
  return place > 0.5 - batch.confounding * lean ? "B2" : "B1";
}

function shareOf(load: LoadTruth | null, random: Random): number {
  if (load === null) return 0;
  const logit = portable.log(load.share / (1 - load.share)) + random.normal(0, load.sd);
  return 1 / (1 + portable.exp(-logit));
}
