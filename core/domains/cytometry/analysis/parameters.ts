import { z } from "zod";
import { field, type Issue, type Json, type StudyDesign } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

const channelName = z.string().min(1).max(200);
const bound = z.number().nullable().default(null);
const matrix = z.array(z.array(z.number())).min(1).max(256);

const gateName = {
  id: field(z.string().min(1).max(100), "", "Name of the gate", "ゲート名"),
  parent: field(
    z.string().nullable().default(null),
    "",
    "Gate that holds it; none: all events",
    "親ゲート（なければ全イベント）",
  ),
};
const axis = {
  channel: field(channelName, "", "Channel by $PnN", "チャンネル名（$PnN）"),
  compensated: z.boolean().default(true),
};

const gate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rectangle"),
    ...gateName,
    bounds: z
      .array(z.strictObject({ ...axis, min: bound, max: bound }))
      .min(1)
      .max(32),
  }),
  z.strictObject({
    kind: z.literal("polygon"),
    ...gateName,
    axes: z.tuple([z.strictObject(axis), z.strictObject(axis)]),
    vertices: z
      .array(z.tuple([z.number(), z.number()]))
      .min(3)
      .max(10_000),
  }),
  z.strictObject({
    kind: z.literal("boolean"),
    ...gateName,
    operator: z.enum(["and", "or", "not"]),
    operands: z
      .array(z.strictObject({ gate: z.string(), complement: z.boolean().default(false) }))
      .min(1)
      .max(32),
  }),
]);

const window = z.tuple([z.number(), z.number()]);

const fluorescenceBeads = z.strictObject({
  kind: z.literal("fluorescence"),
  unit: field(z.enum(["MESF", "ERF", "ABC", "MEF"]), "", "Unit of the assigned values", "値付けの単位"),
  channels: field(
    z.record(channelName, z.array(z.number().nonnegative().nullable()).min(2).max(32)),
    "",
    "By channel: the assigned values from the dimmest peak up, null where none is assigned",
    "チャンネルごとの値付け（暗いピークから順、値のないピークは null）",
  ),
  peaks: field(
    z.record(channelName, z.array(window).min(1).max(32)).default({}),
    "",
    "By channel: windows set by hand in place of the peaks found",
    "チャンネルごとに手動で指定するピークの範囲",
  ),
  alongside: field(
    z.array(channelName).max(8).default([]),
    "",
    "Further channels that help to tell the peaks apart",
    "ピークの識別に併用するチャンネル",
  ),
  model: field(
    z.enum(["power", "proportional", "offset"]).default("power"),
    "",
    "Line with a free slope, with slope 1, or with the beads' own fluorescence beside it",
    "傾き自由の直線、傾き 1、またはビーズの自家蛍光を加えたモデル",
  ),
  scatterFraction: field(
    z.number().gt(0).max(1).default(0.85),
    "1",
    "Densest part of the scatter plot taken for single beads; 1 for all events",
    "単一ビーズとみなす散乱光プロットの最密部分の割合（1 なら全イベント）",
  ),
});

const scatterBeads = z.strictObject({
  kind: z.literal("scatter"),
  channel: field(channelName, "", "Scatter channel", "散乱光チャンネル"),
  diameters: field(
    z.array(z.number().positive()).min(1).max(32),
    "nm",
    "Diameters, ascending",
    "直径（昇順）",
  ),
  index: field(
    z.union([z.number().min(1).max(3), z.array(z.number().min(1).max(3)).max(32)]).optional(),
    "1",
    "Refractive index of the beads; polystyrene where none is given",
    "ビーズの屈折率（省略時はポリスチレン）",
  ),
  peaks: field(z.array(window).max(32).default([]), "", "Windows set by hand", "手動で指定するピークの範囲"),
});

const countingBeads = z.strictObject({
  kind: z.literal("counting"),
  gate: field(z.string(), "", "Gate that holds the counting beads", "計数ビーズのゲート"),
  concentration: field(
    z.number().positive(),
    "{beads}/mL",
    "Concentration of beads in the tube",
    "測定液中のビーズ濃度",
  ),
  relativeUncertainty: field(
    z.number().min(0).max(1).default(0),
    "1",
    "Standard uncertainty of that concentration, relative",
    "ビーズ濃度の相対標準不確かさ",
  ),
});

const optics = z.strictObject({
  wavelength: field(
    z.number().min(200).max(2000),
    "nm",
    "Vacuum wavelength of the laser",
    "レーザーの真空中波長",
  ),
  mediumIndex: field(
    z.number().min(1).max(2).optional(),
    "1",
    "Refractive index of the sheath; water where none is given",
    "シース液の屈折率（省略時は水）",
  ),
  angle: field(
    z.number().min(0).max(180).default(90),
    "deg",
    "Centre of the collection cone",
    "集光の中心角",
  ),
  halfAngle: field(
    z.number().gt(0).lt(90).optional(),
    "deg",
    "Half-angle of the collection cone; fitted where none is given",
    "集光の半角（省略時はフィット）",
  ),
  polarisation: field(
    z.enum(["perpendicular", "parallel", "unpolarised"]).default("perpendicular"),
    "",
    "Polarisation to the scattering plane",
    "散乱面に対する偏光",
  ),
});

const vesicles = z.strictObject({
  core: field(z.number().min(1).max(2).default(1.38), "1", "Refractive index of the core", "コアの屈折率"),
  coreRange: field(
    z.tuple([z.number(), z.number()]).default([1.36, 1.4]),
    "1",
    "Range of the core's index that the diameter's range shows",
    "直径の範囲に反映するコア屈折率の幅",
  ),
  shell: field(z.number().min(1).max(2).default(1.48), "1", "Refractive index of the shell", "殻の屈折率"),
  thickness: field(z.number().positive().default(6), "nm", "Thickness of the shell", "殻の厚さ"),
});

const multiplex = z.strictObject({
  reporter: field(channelName, "", "Reporter channel", "レポーターチャンネル"),
  dyes: field(
    z.array(channelName).min(1).max(2),
    "",
    "Dye channels that tell the beads apart",
    "ビーズを識別する色素チャンネル",
  ),
  size: field(
    z.array(channelName).max(2).default([]),
    "",
    "Scatter channels that tell bead sizes apart",
    "ビーズの大きさを識別する散乱光チャンネル",
  ),
  groups: field(
    z.record(z.string(), z.array(z.string()).min(1).max(64)),
    "",
    "By size group, from small beads to large: the analytes from the dimmest bead up",
    "大きさの群ごとに（小さいビーズから順）、暗いビーズから順の分析対象",
  ),
  normaliseTo: field(
    z.array(z.string()).default([]),
    "",
    "Analytes whose mean the others are divided by: CD9, CD63, CD81",
    "正規化に使う分析対象（CD9・CD63・CD81 など）",
  ),
});

/** What a study may set under `parameters: cytometry:` in `study.yaml`. */
export const cytometryParameters = z
  .strictObject({
    level: field(z.number().gt(0.5).lt(1).default(0.95), "1", "Level of the intervals", "区間の信頼水準"),
    compensation: field(
      z
        .union([
          z.enum(["file", "none"]),
          z.strictObject({ channels: z.array(channelName).min(1).max(256), matrix }),
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
      z.string().max(4_000_000).optional(),
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
