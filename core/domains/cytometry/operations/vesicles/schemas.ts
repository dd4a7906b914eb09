import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import type { Counted } from "./exposure.ts";
import { vesicleIssues } from "./issues.ts";

export const events = field(
  z.number().int().nonnegative(),
  "1",
  "Events in the gate",
  "ゲート内のイベント数",
);

export const dilution = field(
  z.number().min(1).default(1),
  "1",
  "Dilution factor, 1000 for 1:1000",
  "希釈倍率（1:1000 なら 1000）",
);

/** Events with the volume that they came from, or with counting beads. */
export const counted = z.object({
  events,
  volume: field(z.number().positive().optional(), "uL", "Acquired volume", "取り込み体積"),
  beads: field(
    z.number().int().positive().optional(),
    "1",
    "Counting beads in their gate, where no volume is given",
    "計数ビーズのイベント数（体積がない場合）",
  ),
  beadConcentration: field(
    z.number().positive().optional(),
    "{beads}/mL",
    "Counting beads in the acquired tube",
    "測定チューブ内の計数ビーズ濃度",
  ),
});

/** The counting as the computations take it. Issue: `cytometry-exposure-unclear` unless there is a volume or beads, not both. */
export function countedFrom(given: z.infer<typeof counted>): Result<Counted> {
  const { events: found, volume, beads, beadConcentration } = given;
  if (volume !== undefined && beads === undefined && beadConcentration === undefined)
    return accepted({ events: found, exposure: { kind: "volume", microlitres: volume, source: "sheet" } });
  if (volume === undefined && beads !== undefined && beadConcentration !== undefined)
    return accepted({ events: found, exposure: { kind: "beads", beads, concentration: beadConcentration } });
  return refused(vesicleIssues.raise("cytometry-exposure-unclear"));
}

/** `countedFrom` of what need not be given. */
export function countedIfGiven(given: z.infer<typeof counted> | undefined): Result<Counted | undefined> {
  return given === undefined ? accepted(undefined) : countedFrom(given);
}

/** All values, or the first refusal. */
export function together<T extends readonly unknown[]>(
  ...results: { readonly [K in keyof T]: Result<T[K]> }
): Result<T> {
  const values: unknown[] = [];
  for (const result of results) {
    if (isRefused(result)) return result;
    values.push(result.value);
  }
  return accepted(values as unknown as T);
}
