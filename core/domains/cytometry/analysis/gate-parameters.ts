import { z } from "zod";
import { field } from "../../../kernel/index.ts";

/** A channel by `$PnN`. */
export const channelName = z.string().min(1).max(200);
/** A spillover matrix by rows. */
export const matrix = field(
  z.array(z.array(z.number())).min(1).max(256),
  "1",
  "Share of each fluorochrome (row) in each detector (column); 1 on the diagonal",
  "各蛍光色素（行）の各検出器（列）への漏れ込みの割合（対角は 1）",
);

const limit = (en: string, ja: string) =>
  field(z.number().nullable().default(null), "{arbitrary_units}", en, ja);
const gateKind = <K extends string>(kind: K) => field(z.literal(kind), "", "Kind of gate", "ゲートの種類");

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
  compensated: field(
    z.boolean().default(true),
    "",
    "Values after compensation; without it those of the file",
    "補正後の値（false ならファイルの値）",
  ),
};

const polygonAxis = z.strictObject({
  ...axis,
  cofactor: field(
    z.number().min(1e-6).max(1e12).optional(),
    "{arbitrary_units}",
    "Edges are straight on asinh(value / cofactor), as on a display that is linear below about the cofactor and logarithmic above; without it straight in linear values",
    "辺を asinh(値 / cofactor) の目盛上の直線とする（cofactor 付近より下が線形、上が対数の表示と同じ）。省略時は線形値での直線",
  ),
});

/** A gate of study.yaml. */
export const gate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: gateKind("rectangle"),
    ...gateName,
    bounds: field(
      z
        .array(
          z.strictObject({
            ...axis,
            min: limit("Least value, itself inside; none: open", "下限（含む）。省略時はなし"),
            max: limit("Greatest value, itself outside; none: open", "上限（含まない）。省略時はなし"),
          }),
        )
        .min(1)
        .max(32),
      "",
      "Limits by channel",
      "チャンネルごとの範囲",
    ),
  }),
  z.strictObject({
    kind: gateKind("polygon"),
    ...gateName,
    axes: field(
      z.tuple([polygonAxis, polygonAxis]),
      "",
      "Both channels, x first",
      "2 つのチャンネル（x、y の順）",
    ),
    vertices: field(
      z
        .array(z.tuple([z.number(), z.number()]))
        .min(3)
        .max(10_000),
      "{arbitrary_units}",
      "Corners, x and y, in order around the polygon, in linear values whatever the cofactor",
      "頂点の x と y（順に一周）。cofactor によらず線形値",
    ),
  }),
  z.strictObject({
    kind: gateKind("boolean"),
    ...gateName,
    operator: field(z.enum(["and", "or", "not"]), "", "How the gates are joined", "ゲートの組み合わせ方"),
    operands: field(
      z
        .array(
          z.strictObject({
            gate: field(z.string(), "", "Gate by its id", "ゲートの id"),
            complement: field(z.boolean().default(false), "", "What is outside it", "ゲートの外側を使う"),
          }),
        )
        .min(1)
        .max(32),
      "",
      "Gates that are joined",
      "組み合わせるゲート",
    ),
  }),
]);
