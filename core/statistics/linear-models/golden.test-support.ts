import { readFileSync } from "node:fs";
import { matrixOf } from "../linear-algebra/index.ts";
import type { ModerationOptions } from "./moderate.ts";

export type Numbers = number | null | string | readonly Numbers[];

/** One case of `linear-models.oracle.R`. */
export interface GoldenCase {
  readonly data: readonly Numbers[];
  readonly design: number[][];
  readonly weights?: readonly Numbers[] | null;
  readonly block?: number[] | null;
  readonly correlation?: number | null;
  readonly contrasts?: number[][] | null;
  readonly options: Record<string, unknown>;
  readonly fit: Record<string, Numbers>;
  readonly moderated: Record<string, Numbers>;
}

/** The named cases of the golden files `stem-1`, `stem-2`, ... */
export function goldenCases(stem: string, files: number): [string, GoldenCase][] {
  return namedCases<GoldenCase>(stem, files);
}

/** The same, of any kind of case. */
export function namedCases<T>(stem: string, files: number): [string, T][] {
  return Array.from({ length: files }, (_, i) => {
    const path = new URL(`${stem}-${i + 1}.golden.json`, import.meta.url);
    const { cases } = JSON.parse(readFileSync(path, "utf8")) as { cases: Record<string, T> };
    return Object.entries(cases);
  }).flat();
}

/** All numbers of nested lists in their order: null is NaN, "Inf" infinite. */
export function numbersOf(nested: Numbers | undefined): number[] {
  if (nested === undefined || nested === null || nested === "NA" || nested === "NaN") return [Number.NaN];
  if (nested === "Inf") return [Number.POSITIVE_INFINITY];
  if (typeof nested === "number") return [nested];
  if (typeof nested === "string") throw new Error(nested);
  return nested.flatMap(numbersOf);
}

/** The matrix of nested rows in which null or "NA" is missing. */
export function nanMatrix(nested: readonly Numbers[]) {
  return matrixOf(nested.map(numbersOf));
}

/** What the case asked limma's `eBayes` for. */
export function optionsOf({ options }: GoldenCase): ModerationOptions {
  const limits = options["stdev.coef.lim"] as [number, number] | undefined;
  return {
    method: options.legacy === true ? "legacy" : "current",
    trend: options.trend === true,
    robust: options.robust === true,
    ...(options.proportion === undefined ? {} : { proportion: options.proportion as number }),
    ...(limits ? { stdevLimits: limits } : {}),
  };
}

/** Worst error relative to the expected number, or to `floor` where that is nearer 0; NaN must meet NaN. */
export function worstErrorFrom(floor: number, found: ArrayLike<number>, wanted: readonly number[]): number {
  if (found.length !== wanted.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  wanted.forEach((aim, i) => {
    if (Object.is(found[i], aim)) return;
    const error = Math.abs(found[i]! - aim) / Math.max(floor, Math.abs(aim));
    worst = Math.max(worst, Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  });
  return worst;
}
