import { z } from "zod";
import { field, isRefused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { vesicleConcentration } from "./concentration.ts";
import { counted, countedFrom, countedIfGiven, dilution, events, together } from "./schemas.ts";

export const concentration = defineFinite({
  id: "cytometry.concentration",
  version: "1",
  title: { en: "Concentration of detected particles", ja: "検出粒子の濃度" },
  summary: {
    en: "Particles per mL above the detection limit, from the events of a gate and the acquired volume or counting beads, less the buffer control, for the acquired tube and the original sample.",
    ja: "ゲート内のイベント数と取り込み体積（または計数ビーズ）から、検出限界を超える粒子の濃度を求めます。緩衝液対照を差し引き、測定時と原試料の値を示します。",
  },
  input: z.object({
    sample: counted,
    buffer: counted.optional(),
    dilution,
    allEvents: events.optional(),
    probeVolume: field(
      z.number().positive().optional(),
      "pL",
      "Interrogation volume, to judge coincidence",
      "検出領域の体積（同時通過の評価用）",
    ),
  }),
  parameters: z.object({
    relativeUncertainty: field(
      z.number().min(0).lt(1).default(0),
      "1",
      "Relative standard uncertainty of volume, flow rate or bead concentration",
      "体積・流量・ビーズ濃度の相対標準不確かさ",
    ),
    coincidenceLimit: field(
      z.number().gt(0).lt(1).default(0.05),
      "1",
      "Share of multiple events that is flagged",
      "複数粒子イベントの割合の上限",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      sample: { events: 24_500, volume: 30 },
      buffer: { events: 620, volume: 30 },
      dilution: 500,
      allEvents: 31_000,
      probeVolume: 20,
    },
    parameters: { relativeUncertainty: 0.05 },
  },
  run({ sample, buffer, ...input }, parameters) {
    const given = together(countedFrom(sample), countedIfGiven(buffer));
    if (isRefused(given)) return given;
    return vesicleConcentration(given.value[0], { ...input, ...parameters, buffer: given.value[1] });
  },
});
