import type { cytometryParameters } from "../core/domains/cytometry/analysis/parameters.ts";
import { studySummary } from "../core/domains/cytometry/analysis/study-summary.ts";
import { checkWords } from "../core/domains/cytometry/rules/checks.ts";
import type { DomainResult, Json, Text } from "../core/kernel/index.ts";
import { failingResult } from "./reference-findings-result.ts";

const same = (text: string): Text => ({ en: text, ja: text });

/** Stands for a number that a sentence shows rounded. */
const number = (name: string) => ({ toFixed: () => `{${name}}`, toPrecision: () => `{${name}}` });

/** A study that meets no rule of the cytometry room. */
export function failingCytometry(): DomainResult {
  const found = { share: "{share}", limit: "{limit}", removed: "{removed}", reasons: "{reasons}" };
  const checks = Object.keys(checkWords).map((check) => ({
    sample: "{sample}",
    check,
    status: "not met",
    found,
  }));
  const calibration = { file: "{file}", channel: "{channel}", flags: ["{flag}"] };
  const fluorescence = {
    ...calibration,
    unit: "{unit}",
    slope: number("slope"),
    rSquared: number("R²"),
    points: { length: "{peaks}" },
  };
  const scatter = { ...calibration, halfAngle: number("angle"), points: { length: "{sizes}" } };
  const summary = { checks, fluorescence: [fluorescence], scatter: [scatter], series: [], markers: [] };
  const warned = {
    kind: "events",
    dataSets: [],
    instrumentWarnings: (["fail", "caution"] as const).map((severity) => ({
      key: "{key}",
      words: "{words}",
      severity,
    })),
  };
  return failingResult({ ...summary, miflowcyt: [] } as unknown as Json, warned as unknown as Json);
}

const fixed: Readonly<Record<string, Text>> = {
  calibration: {
    en: "slope 0.95 to 1.05, R² 0.99, more than three peaks",
    ja: "傾き 0.95～1.05、R² 0.99、4 ピーク以上",
  },
  scatterCalibration: {
    en: "R² 0.99, no bead off by more than a factor of 1.25, half-angle inside the range searched",
    ja: "R² 0.99、ビーズのずれ 1.25 倍以内、集光半角が探索範囲内",
  },
  dilution: {
    en: "slope of rate −1 ± 0.15 and of brightness 0 ± 0.15, over three dilutions and a factor of 4",
    ja: "レートの傾き −1 ± 0.15、輝度の傾き 0 ± 0.15（3 段階以上、4 倍以上の範囲）",
  },
};

/** The limit as the example study's checks state it, else that of the rule itself; empty where there is none. */
export function cytometryLimit(flag: string, example: DomainResult): Text {
  const check = studySummary(example.study).checks.find((one) => one.check === flag && "limit" in one.found);
  return fixed[flag] ?? same(check ? String(check.found.limit) : "");
}

const parametersOf: Readonly<Record<string, readonly (keyof typeof cytometryParameters.shape)[]>> = {
  buffer_share: ["mostBufferShare"],
  detergent: ["leastDetergentRemoval"],
  dilution: ["mostBufferShare"],
  calibration: ["beads"],
  scatterCalibration: ["beads", "optics"],
};

/** Parameters that set the limit of a rule or bear on it. */
export function bearsOnCytometry(flag: string, parameter: string): boolean {
  return parametersOf[flag]?.some((name) => name === parameter) ?? false;
}
