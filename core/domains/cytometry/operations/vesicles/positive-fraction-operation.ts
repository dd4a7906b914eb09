import { z } from "zod";
import { field } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { positiveFraction as fractionOfDonors } from "./donor-fractions.ts";

const share = z.object({
  positive: field(
    z.number().int().nonnegative(),
    "1",
    "Events above the threshold",
    "閾値を超えるイベント数",
  ),
  total: field(z.number().int().positive(), "1", "All events of the gate", "ゲート内の全イベント数"),
});

export const positiveFraction = defineFinite({
  id: "cytometry.positiveFraction",
  version: "1",
  title: { en: "Positive fraction between donors", ja: "ドナー間の陽性率" },
  summary: {
    en: "Fraction of events above a threshold, control subtracted, with donors as the replicates and the t-interval of their logits.",
    ja: "閾値を超えるイベントの割合（対照を差し引き）を、ドナーを反復単位として、ロジットの t 信頼区間とともに求めます。",
  },
  input: z.object({
    files: z
      .array(
        share.extend({
          donor: field(z.string().min(1), "", "Donor", "ドナー"),
          control: share.optional(),
        }),
      )
      .min(1),
  }),
  parameters: z.object({ level: confidenceLevel }),
  example: {
    input: {
      files: [
        { positive: 1840, total: 22_400, donor: "D1", control: { positive: 190, total: 20_900 } },
        { positive: 2260, total: 25_100, donor: "D2", control: { positive: 240, total: 23_800 } },
        { positive: 1390, total: 19_800, donor: "D3", control: { positive: 170, total: 18_600 } },
      ],
    },
  },
  run: ({ files }, { level }) => fractionOfDonors(files, level),
});
