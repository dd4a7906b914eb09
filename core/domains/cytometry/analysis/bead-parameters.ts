import { z } from "zod";
import { field } from "../../../kernel/index.ts";
import { channelName } from "./gate-parameters.ts";

const beadKind = <K extends string>(kind: K) =>
  field(z.literal(kind), "", "What the beads are for", "ビーズの用途");

const window = z.tuple([z.number(), z.number()]);

/** Beads of known brightness. */
export const fluorescenceBeads = z.strictObject({
  kind: beadKind("fluorescence"),
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

/** Beads of known diameter. */
export const scatterBeads = z.strictObject({
  kind: beadKind("scatter"),
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

/** Beads of known concentration in every tube. */
export const countingBeads = z.strictObject({
  kind: beadKind("counting"),
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

/** Optics of the scatter channel. */
export const optics = z.strictObject({
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

/** Model of a vesicle for sizing. */
export const vesicles = z.strictObject({
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

/** Beads of a multiplex assay. */
export const multiplex = z.strictObject({
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
