import { z } from "zod";
import { field } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { compareGroups } from "../../../statistics/groups/index.ts";
import { defineFinite } from "./finite-result.ts";

export const groupComparison = defineFinite({
  id: "particles.groupComparison",
  version: "1",
  title: { en: "Comparison of groups", ja: "群間比較" },
  summary: {
    en: "Ratios of geometric means with donors as replicates, Welch or paired intervals on the log scale, Holm-adjusted.",
    ja: "ドナーを反復単位とし、対数尺度で幾何平均の比と信頼区間（Welch または対応あり）を求め、Holm 法で補正します。",
  },
  input: z.object({
    observations: z
      .array(
        z.object({
          group: field(z.string(), "", "Group", "群"),
          donor: field(z.string().optional(), "", "Donor", "ドナー"),
          preparation: field(z.string().optional(), "", "Preparation", "調製"),
          value: field(z.number(), "1", "Value of one capture", "撮影の値"),
        }),
      )
      .min(1),
  }),
  parameters: z.object({
    reference: field(z.string().optional(), "", "Group to compare with", "比較の基準とする群"),
    donors: field(
      z.enum(["independent", "paired"]).default("independent"),
      "",
      "Whether the same donors are in both groups",
      "両群のドナーの関係（独立または対応あり）",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      observations: [
        { group: "normoxia", donor: "D1", value: 1.4e11 },
        { group: "normoxia", donor: "D2", value: 1.8e11 },
        { group: "normoxia", donor: "D3", value: 1.2e11 },
        { group: "hypoxia", donor: "D4", value: 2.9e11 },
        { group: "hypoxia", donor: "D5", value: 3.6e11 },
        { group: "hypoxia", donor: "D6", value: 2.4e11 },
      ],
    },
    parameters: { reference: "normoxia" },
  },
  run: ({ observations }, parameters) => compareGroups(observations, parameters),
});
