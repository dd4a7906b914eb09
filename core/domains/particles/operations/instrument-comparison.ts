import { z } from "zod";
import {
  accepted,
  field,
  type Interval,
  type Issue,
  isRefused,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import { geometricMeanInterval } from "../../../statistics/mean-interval.ts";
import { histogramQuantile } from "../../../statistics/quantiles.ts";
import { welchRatio } from "../../../statistics/t-test.ts";
import type { Values } from "../../../statistics/values.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { edges } from "./schemas.ts";
import { binsIssue, cutBins } from "./size-bins.ts";

export interface InstrumentRun {
  readonly name: string;
  /** Least and greatest diameter in nm that the instrument sees; null where nobody states it. */
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  /** What the concentrations are of: both runs have to be of the same. */
  readonly state: "as measured" | "original";
  /** `edges` in nm, `concentration` per bin in `{particles}/mL`. */
  readonly captures: readonly { readonly edges: Values; readonly concentration: Values }[];
}

export interface WindowRatio {
  /** Geometric means over captures, in the order of the runs. */
  readonly values: readonly [number, number];
  /** First over second. */
  readonly ratio: number;
  /** From the spread between captures only; null where a run has one capture or there is no spread. */
  readonly interval: Interval | null;
}

export interface InstrumentComparison {
  /** Diameters in nm that both see. */
  readonly window: { readonly lower: number; readonly upper: number };
  readonly concentration: WindowRatio;
  readonly d50: WindowRatio;
  readonly flags: readonly string[];
}

/** The diameters in nm that both runs can see, within their bins; refused where a limit is unknown or there are none. */
function commonWindow(runs: readonly [InstrumentRun, InstrumentRun]): Result<InstrumentComparison["window"]> {
  const missing = runs.flatMap(({ name, lowerLimit, upperLimit }) => [
    ...(lowerLimit === null ? [`${name}: lowerLimit`] : []),
    ...(upperLimit === null ? [`${name}: upperLimit`] : []),
  ]);
  if (missing.length > 0) {
    return refused(particlesIssues.raise("particles-window-limit-unknown", { missing: missing.join(", ") }));
  }
  const firsts = runs.flatMap(({ captures }) => captures.map((capture) => capture.edges[0]!));
  const lasts = runs.flatMap(({ captures }) =>
    captures.map((capture) => capture.edges[capture.edges.length - 1]!),
  );
  const lower = Math.max(...runs.map(({ lowerLimit }) => lowerLimit!), ...firsts);
  const upper = Math.min(...runs.map(({ upperLimit }) => upperLimit!), ...lasts);
  return lower < upper
    ? accepted({ lower, upper })
    : refused(particlesIssues.raise("particles-window-empty", { lower, upper }));
}

function ratioOf(first: readonly number[], second: readonly number[], level: number): WindowRatio {
  const centre = (values: readonly number[]) => {
    const mean = geometricMeanInterval(values);
    if (isRefused(mean)) throw new Error(`positive values gave ${mean.issues[0]?.code}`);
    return mean.value.geometricMean;
  };
  const values = [centre(first), centre(second)] as const;
  const tested = welchRatio(first, second, level);
  return { values, ratio: values[0] / values[1], interval: isRefused(tested) ? null : tested.value.interval };
}

/**
 * Compares two instruments on one sample only inside the diameters that both see: concentration and D50 in that window
 * as ratios, a bin that the window cuts counting by its share of width. The interval covers captures, not preparations
 * or instruments. Flags: `interval_between_captures_only`, `no_interval`. Issues: `particles-window-limit-unknown`,
 * `particles-window-empty`, `particles-state-differs`, `particles-bins-invalid`, `particles-no-particles`.
 */
export function compareInstruments(
  first: InstrumentRun,
  second: InstrumentRun,
  level = 0.95,
): Result<InstrumentComparison> {
  const runs = [first, second] as const;
  if (first.state !== second.state) {
    return refused(particlesIssues.raise("particles-state-differs"));
  }
  const issues: Issue[] = runs.flatMap(({ captures }) =>
    captures.length === 0
      ? [particlesIssues.raise("particles-no-particles")]
      : captures.flatMap((capture) => binsIssue(capture.edges, capture.concentration) ?? []),
  );
  if (issues.length > 0) return refused(...issues);
  const window = commonWindow(runs);
  if (isRefused(window)) return window;
  const { lower, upper } = window.value;
  const concentrations: [number[], number[]] = [[], []];
  const medians: [number[], number[]] = [[], []];
  for (const run of [0, 1] as const) {
    for (const capture of runs[run].captures) {
      const cut = cutBins(capture.edges, capture.concentration, lower, upper);
      if (isRefused(cut)) return cut;
      concentrations[run].push(cut.value.weights.reduce((sum, weight) => sum + weight, 0));
      medians[run].push(histogramQuantile(cut.value.edges, cut.value.weights, 0.5));
    }
  }
  const concentration = ratioOf(...concentrations, level);
  return accepted({
    window: window.value,
    concentration,
    d50: ratioOf(...medians, level),
    flags: [concentration.interval ? "interval_between_captures_only" : "no_interval"],
  });
}

const limitField = (en: string, ja: string) => field(z.number().nonnegative().nullable(), "nm", en, ja);

const runSchema = z.object({
  name: field(z.string(), "", "Instrument", "装置"),
  lowerLimit: limitField("Least diameter that it sees", "検出できる最小粒子径"),
  upperLimit: limitField("Greatest diameter that it sees", "検出できる最大粒子径"),
  state: field(z.enum(["as measured", "original"]), "", "What the concentrations are of", "濃度の種別"),
  captures: z.array(
    z.object({
      edges,
      concentration: field(z.array(z.number()), "{particles}/mL", "Concentration per bin", "ビンごとの濃度"),
    }),
  ),
});

export const instrumentComparison = defineFinite({
  id: "particles.instrumentComparison",
  version: "1",
  title: { en: "Comparison of two instruments", ja: "2 装置の比較" },
  summary: {
    en: "Concentration and D50 of one sample by two instruments, only inside the diameters that both can see.",
    ja: "同一試料を 2 装置で測定した濃度と D50 を、両装置が検出できる粒子径範囲内でのみ比較します。",
  },
  input: z.object({ first: runSchema, second: runSchema }),
  parameters: z.object({ level: confidenceLevel }),
  example: {
    input: {
      first: {
        name: "NTA",
        lowerLimit: 50,
        upperLimit: 1000,
        state: "original",
        captures: [
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [8e9, 3e10, 4.2e10, 2.9e10, 1.3e10, 6e9],
          },
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [9e9, 2.8e10, 4.5e10, 2.7e10, 1.5e10, 7e9],
          },
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [7e9, 3.1e10, 4.1e10, 3.0e10, 1.2e10, 6e9],
          },
        ],
      },
      second: {
        name: "TRPS",
        lowerLimit: 70,
        upperLimit: 400,
        state: "original",
        captures: [
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [0, 3.6e10, 5.1e10, 3.2e10, 1.6e10, 8e9],
          },
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [0, 3.9e10, 4.8e10, 3.5e10, 1.5e10, 9e9],
          },
          {
            edges: [50, 70, 90, 110, 130, 150, 200],
            concentration: [0, 3.5e10, 5.3e10, 3.1e10, 1.8e10, 7e9],
          },
        ],
      },
    },
  },
  run: ({ first, second }, { level }) => compareInstruments(first, second, level),
});
