import { z } from "zod";
import { type AnyOperation, field } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { exampleValues } from "../example-values.ts";
import { controlThreshold } from "./control-threshold.ts";
import { gateFraction } from "./counts.ts";
import { readGatingMl } from "./gating-ml-read.ts";
import { gridHistogram } from "./grid.ts";

export const gateFractionOperation = defineFinite({
  id: "cytometry.gateFraction",
  version: "1",
  title: { en: "Fraction of events in a gate", ja: "ゲート内イベントの割合" },
  summary: {
    en: "Fraction of the parent gate's events that are in a gate, with the exact intervals of counting.",
    ja: "親ゲートのイベントに対するゲート内イベントの割合を、計数の正確な信頼区間とともに求めます。",
  },
  input: z.object({
    count: field(z.number().int().nonnegative(), "{events}", "Events in the gate", "ゲート内イベント数"),
    parent: field(
      z.number().int().positive(),
      "{events}",
      "Events in the parent gate",
      "親ゲートのイベント数",
    ),
  }),
  parameters: z.object({ level: confidenceLevel }),
  example: { input: { count: 184, parent: 12_500 } },
  run: ({ count, parent }, { level }) => gateFraction(count, parent, level),
});

export const controlThresholdOperation = defineFinite({
  id: "cytometry.controlThreshold",
  version: "1",
  title: { en: "Threshold from a control", ja: "コントロールからの閾値設定" },
  summary: {
    en: "The smallest value above which at most the given fraction of a negative control's events lie, with its interval.",
    ja: "陰性コントロールのイベントのうち指定割合以下しか超えない最小の値を、信頼区間とともに求めます。",
  },
  input: z.object({
    values: field(
      z.array(z.number()).min(1),
      "1",
      "Values of the control's events",
      "コントロールの各イベントの値",
    ),
  }),
  parameters: z.object({
    fraction: field(
      z.number().gt(0).lt(1).default(0.01),
      "1",
      "Greatest fraction of the control above the threshold",
      "閾値を超えるコントロールイベントの最大割合",
    ),
    level: confidenceLevel,
  }),
  example: { input: { values: exampleValues(120, 400, 0.3) } },
  run: ({ values }, { fraction, level }) => controlThreshold(gridHistogram(values), fraction, level),
});

const exampleGatingMl = `<?xml version="1.0"?>
<gating:Gating-ML
  xmlns:gating="http://www.isac-net.org/std/Gating-ML/v2.0/gating"
  xmlns:data-type="http://www.isac-net.org/std/Gating-ML/v2.0/datatypes">
  <gating:RectangleGate gating:id="Particles">
    <gating:dimension gating:compensation-ref="uncompensated" gating:min="200" gating:max="100000">
      <data-type:fcs-dimension data-type:name="SSC-A" />
    </gating:dimension>
  </gating:RectangleGate>
  <gating:RectangleGate gating:id="CD63" gating:parent_id="Particles">
    <gating:dimension gating:compensation-ref="FCS" gating:min="850">
      <data-type:fcs-dimension data-type:name="PE-A" />
    </gating:dimension>
  </gating:RectangleGate>
</gating:Gating-ML>
`;

export const gatingMlOperation = defineFinite({
  id: "cytometry.gatingMl",
  version: "1",
  title: { en: "Gates of a Gating-ML file", ja: "Gating-ML ファイルのゲート" },
  summary: {
    en: "Reads Gating-ML 2.0 and tells its gates in their order, with the reason for each that cannot be used.",
    ja: "Gating-ML 2.0 を読み取り、ゲートを順に示します。使えないゲートは理由を示します。",
  },
  input: z.object({
    text: field(z.string(), "", "Text of the Gating-ML file", "Gating-ML ファイルの本文"),
  }),
  parameters: z.object({}),
  example: { input: { text: exampleGatingMl } },
  run: ({ text }) => readGatingMl(text),
});

/** The operations of gates that people can call. */
export const gatesOperations: readonly AnyOperation[] = [
  gateFractionOperation,
  controlThresholdOperation,
  gatingMlOperation,
];
