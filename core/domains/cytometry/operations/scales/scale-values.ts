import { z } from "zod";
import { accepted, field, isRefused, type Result } from "../../../../kernel/index.ts";
import { defineFinite } from "../define-finite.ts";
import { scalesIssues } from "./issues.ts";
import type { Scale } from "./scale.ts";
import { makeScale } from "./scale-function.ts";

export interface ScaledValues {
  /** Places of values, or values of places; null where there is none. */
  readonly values: readonly (number | null)[];
}

/**
 * Places of linear values on a scale (`forward`) or linear values of places (`inverse`); null where a log scale has no
 * place or a number overflows. Issues: those of `makeScale`; warning `cytometry-scale-no-place`.
 */
export function scaleValues(
  scale: Scale,
  values: readonly number[],
  direction: "forward" | "inverse",
): Result<ScaledValues> {
  const made = makeScale(scale);
  if (isRefused(made)) return made;
  const turned = values.map(made.value[direction]);
  const found = turned.map((one) => (Number.isFinite(one) ? one : null));
  const n = found.filter((one) => one === null).length;
  const counts = { n, total: values.length, kind: scale.kind };
  return accepted({ values: found }, n === 0 ? [] : [scalesIssues.raise("cytometry-scale-no-place", counts)]);
}

const kinds = ["logicle", "hyperlog", "arcsinh", "log", "linear", "cofactor"] as const;

const parameters = z.object({
  kind: field(z.enum(kinds).default("logicle"), "1", "Scale", "スケール"),
  direction: field(
    z.enum(["forward", "inverse"]).default("forward"),
    "1",
    "Values to places, or places to values",
    "値から位置へ、または位置から値へ",
  ),
  t: field(z.number().default(262144), "1", "T: top of the scale", "T: スケールの上限"),
  m: field(z.number().default(4.5), "1", "M: decades", "M: ディケード数"),
  w: field(
    z.number().default(0.5),
    "1",
    "W: linear decades (logicle, hyperlog)",
    "W: 線形部（logicle、hyperlog）",
  ),
  a: field(z.number().default(0), "1", "A: additional negative decades", "A: 負側の追加ディケード数"),
  cofactor: field(
    z.number().default(150),
    "1",
    "Cofactor of asinh(x / cofactor)",
    "asinh(x / cofactor) の係数",
  ),
});

function scaleOf({ kind, t, m, w, a, cofactor }: z.infer<typeof parameters>): Scale {
  switch (kind) {
    case "linear":
      return { kind, t, a };
    case "log":
      return { kind, t, m };
    case "arcsinh":
      return { kind, t, m, a };
    case "cofactor":
      return { kind, cofactor };
    default:
      return { kind, t, w, m, a };
  }
}

export const scaleOperation = defineFinite({
  id: "cytometry.scale",
  version: "1",
  title: { en: "Values on a scale", ja: "スケール変換" },
  summary: {
    en: "Places of linear values on a logicle, hyperlog, arcsinh, log or linear axis, and back.",
    ja: "logicle、hyperlog、arcsinh、対数、線形の軸上の位置と線形値を相互に変換します。",
  },
  input: z.object({
    values: field(z.array(z.number()), "1", "Linear values, or places", "線形値、または軸上の位置"),
  }),
  parameters,
  example: { input: { values: [-500, -100, 0, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 262_144] } },
  run: ({ values }, given) => scaleValues(scaleOf(given), values, given.direction),
});
