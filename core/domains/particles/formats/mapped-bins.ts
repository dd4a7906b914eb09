import { portable } from "../../../kernel/index.ts";

/** Where bins lie: `evenly` or `by ratio` where the spacing is constant within a part in a hundred, else `irregular`. */
export type Spacing = "evenly" | "by ratio" | "irregular";

export interface Edges {
  readonly edges: Float64Array;
  readonly spacing: Spacing;
}

const tolerance = 0.01;

/**
 * Edges in nm of bins whose centre, lower or upper edge `positions` (nm, ascending, two at least) give.
 * Even spacing puts edges half a step from centres, a constant ratio at geometric means; an irregular one at means.
 * Null where the lowest edge would lie below zero.
 */
export function edgesOf(positions: readonly number[], at: "centre" | "lower" | "upper"): Edges | null {
  const count = positions.length;
  const spacing = spacingOf(positions);
  const before = beyond(positions[0]!, positions[1]!, spacing);
  const after = beyond(positions[count - 1]!, positions[count - 2]!, spacing);
  const extended = [before, ...positions, after];
  const edges =
    at === "lower"
      ? extended.slice(1)
      : at === "upper"
        ? extended.slice(0, -1)
        : extended.slice(1).map((position, i) => between(extended[i]!, position, spacing));
  // A first lower edge a rounding error below zero is zero.
  if (edges[0]! < 0 && edges[0]! > -1e-9 * positions[count - 1]!) edges[0] = 0;
  return edges[0]! < 0 ? null : { edges: Float64Array.from(edges), spacing };
}

function beyond(end: number, neighbour: number, spacing: Spacing): number {
  return spacing === "by ratio" ? (end * end) / neighbour : 2 * end - neighbour;
}

function between(a: number, b: number, spacing: Spacing): number {
  return spacing === "by ratio" ? Math.sqrt(a * b) : (a + b) / 2;
}

function spacingOf(positions: readonly number[]): Spacing {
  const pairs = positions.slice(1).map((position, i) => [positions[i]!, position] as const);
  if (isConstant(pairs.map(([a, b]) => b - a))) return "evenly";
  if (positions[0]! > 0 && isConstant(pairs.map(([a, b]) => portable.log(b / a)))) return "by ratio";
  return "irregular";
}

function isConstant(steps: readonly number[]): boolean {
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return steps.every((step) => Math.abs(step - mean) <= tolerance * Math.abs(mean));
}
