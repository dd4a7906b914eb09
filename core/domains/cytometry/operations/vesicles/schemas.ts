import { z } from "zod";
import { field } from "../../../../kernel/index.ts";
import type { Counted } from "./exposure.ts";

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
export const counted = z
  .object({
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
  })
  .refine(
    ({ volume, beads, beadConcentration }) =>
      (volume !== undefined) !== (beads !== undefined && beadConcentration !== undefined),
    { message: "volume, or beads with beadConcentration" },
  );

/** The counting as the computations take it. */
export function countedFrom(given: z.infer<typeof counted>): Counted {
  const { events: found, volume, beads = 0, beadConcentration = 0 } = given;
  return {
    events: found,
    exposure:
      volume === undefined
        ? { kind: "beads", beads, concentration: beadConcentration }
        : { kind: "volume", microlitres: volume, source: "sheet" },
  };
}
