import { z } from "zod";
import { field, type Issue, type Json, type StudyDesign } from "../../../kernel/index.ts";
import {
  countingBeads,
  fluorescenceBeads,
  multiplex,
  optics,
  scatterBeads,
  vesicles,
} from "./bead-parameters.ts";
import { channelName, gate, matrix } from "./gate-parameters.ts";
import { analysisIssues } from "./issues.ts";

/** What a study may set under `parameters: cytometry:` in `study.yaml`. */
export const cytometryParameters = z
  .strictObject({
    level: field(z.number().gt(0.5).lt(1).default(0.95), "1", "Level of the intervals", "区間の信頼水準"),
    compensation: field(
      z
        .union([
          z.enum(["file", "none"]),
          z.strictObject({
            channels: field(
              z.array(channelName).min(1).max(256),
              "",
              "Channels of the matrix, in its order",
              "行列のチャンネル（行列の順）",
            ),
            matrix,
          }),
        ])
        .default("file"),
      "",
      "The file's own spillover, none, or a matrix with its channels (row: fluorochrome, column: detector)",
      "ファイル記載のスピルオーバー、なし、または行列（行：蛍光色素、列：検出器）",
    ),
    markers: field(
      z.array(channelName).max(64).optional(),
      "",
      "Channels whose positives are counted; where not given, every fluorescence channel with a control or a calibration",
      "陽性を数えるチャンネル（省略時は対照または校正のある蛍光チャンネルすべて）",
    ),
    scatter: field(
      channelName.optional(),
      "",
      "Scatter channel for sizing; that of the scatter beads where not given",
      "粒径に使う散乱光チャンネル（省略時は散乱ビーズのもの）",
    ),
    gates: field(z.array(gate).max(200).default([]), "", "Gates, in linear values", "ゲート（線形値）"),
    gatingMl: field(
      z.string().max(250_000).optional(),
      "",
      "Further gates as the text of a Gating-ML 2.0 file",
      "Gating-ML 2.0 の本文によるゲート",
    ),
    population: field(
      z.string().nullable().default(null),
      "",
      "Gate whose events are counted as particles; none: all events",
      "粒子として数えるゲート（省略時は全イベント）",
    ),
    thresholds: field(
      z.record(channelName, z.number()).default({}),
      "",
      "By channel: smallest value of a positive, in place of that from a control",
      "チャンネルごとの陽性のしきい値（対照から求めない場合）",
    ),
    positiveShare: field(
      z.number().gt(0).lt(0.5).default(0.01),
      "1",
      "Share of a control that may lie above the threshold",
      "しきい値を超えてよい対照の割合",
    ),
    beads: field(
      z
        .record(z.string(), z.discriminatedUnion("kind", [fluorescenceBeads, scatterBeads, countingBeads]))
        .default({}),
      "",
      "Bead sets by the name that samples.csv gives in its column `calibrant`",
      "ビーズ一式（samples.csv の `calibrant` 列の名前で指定）",
    ),
    optics: field(optics.optional(), "", "Optics of the scatter channel", "散乱光チャンネルの光学系"),
    vesicles: field(
      vesicles.default(() => vesicles.parse({})),
      "",
      "Model of a vesicle for sizing",
      "粒径換算に用いる小胞モデル",
    ),
    flowRate: field(
      z.number().positive().optional(),
      "uL/min",
      "Sample flow rate, where neither file nor sheet gives a volume",
      "試料流量（ファイルにも試料表にも体積がない場合）",
    ),
    volumeUncertainty: field(
      z.number().min(0).max(1).default(0),
      "1",
      "Relative standard uncertainty of the acquired volume",
      "測定体積の相対標準不確かさ",
    ),
    probeVolume: field(
      z.number().positive().optional(),
      "pL",
      "Interrogation volume, for coincidence",
      "測定領域の体積（同時通過の評価）",
    ),
    mostBufferShare: field(
      z.number().gt(0).default(0.1),
      "1",
      "Event rate of the buffer over that of a sample above which `buffer_over_limit` is given",
      "試料に対する緩衝液のイベントレート比がこれを超えると `buffer_over_limit`",
    ),
    leastDetergentRemoval: field(
      z.number().gt(0).lt(1).default(0.8),
      "1",
      "Share of particles that detergent has to remove, else `detergent_leaves_events`",
      "界面活性剤で失われるべき粒子の割合。下回ると `detergent_leaves_events`",
    ),
    multiplex: field(multiplex.optional(), "", "Beads of a multiplex assay", "多項目ビーズアッセイ"),
    miflowcytEv: field(
      z.record(z.string().regex(/^[1-7]\.[1-9]$/), z.string().max(10_000)).default({}),
      "",
      'Answers to MIFlowCyt-EV items that no file holds, by item: `"1.1": …`',
      'ファイルにない MIFlowCyt-EV 項目への回答（`"1.1": …`）',
    ),
  })
  .meta({ title: "cytometry" });

export type CytometryParameters = z.infer<typeof cytometryParameters>;
export type BeadSet = CytometryParameters["beads"][string];

/** The study's parameters for this room with defaults; issue `cytometry-parameters-invalid` names the first wrong one. */
export function parametersOf(design: Pick<StudyDesign, "parameters">): {
  readonly value: CytometryParameters;
  readonly issues: readonly Issue[];
} {
  const given: Json = design.parameters.cytometry ?? {};
  const parsed = cytometryParameters.safeParse(given);
  if (parsed.success) return { value: parsed.data, issues: [] };
  const [first] = parsed.error.issues;
  const key = ["parameters", "cytometry", ...(first?.path ?? [])].join(".");
  const issue = analysisIssues.raise(
    "cytometry-parameters-invalid",
    { key, reason: first?.message ?? "" },
    { file: "study.yaml", place: { key } },
  );
  return { value: cytometryParameters.parse({}), issues: [issue] };
}
