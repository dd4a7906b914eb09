import type { Issue } from "../../../../kernel/index.ts";
import { scalesIssues } from "./issues.ts";
import type { Scale } from "./scale.ts";

type Rule = readonly [rule: string, holds: boolean];

function rulesOf(scale: Scale): readonly Rule[] {
  switch (scale.kind) {
    case "linear":
      return [top(scale.t), ["0 <= A <= T", scale.a >= 0 && scale.a <= scale.t]];
    case "log":
      return [top(scale.t), decades(scale.m)];
    case "arcsinh":
      return [top(scale.t), decades(scale.m), ["0 <= A <= M", scale.a >= 0 && scale.a <= scale.m]];
    case "cofactor":
      return [["0 < cofactor < infinity", scale.cofactor > 0 && Number.isFinite(scale.cofactor)]];
    default:
      return [
        top(scale.t),
        decades(scale.m),
        scale.kind === "logicle" ? ["W >= 0", scale.w >= 0] : ["W > 0", scale.w > 0],
        ["2 W <= M", 2 * scale.w <= scale.m],
        ["-A <= W", -scale.a <= scale.w],
        ["A <= M - 2 W", scale.a <= scale.m - 2 * scale.w],
      ];
  }
}

const top = (t: number): Rule => ["0 < T < infinity", t > 0 && Number.isFinite(t)];
const decades = (m: number): Rule => ["0 < M < infinity", m > 0 && Number.isFinite(m)];

/** The parameters of a scale as words: `t = 1000, m = 4`. */
export function parameterWords(scale: Scale): string {
  return Object.entries(scale)
    .filter(([name]) => name !== "kind")
    .map(([name, value]) => `${name === "cofactor" ? name : name.toUpperCase()} = ${value}`)
    .join(", ");
}

/**
 * One `cytometry-scale-parameter` for each rule of Gating-ML 2.0 (section 6) that a scale breaks; hyperlog alone needs
 * W > 0, since its linear term is divided by W.
 */
export function brokenRules(scale: Scale): readonly Issue[] {
  return rulesOf(scale)
    .filter(([, holds]) => !holds)
    .map(([rule]) =>
      scalesIssues.raise("cytometry-scale-parameter", {
        kind: scale.kind,
        rule,
        given: parameterWords(scale),
      }),
    );
}
