import type { StudySummary } from "../core/domains/particles/analysis/study-summary.ts";
import type { FileSummary } from "../core/domains/particles/analysis/summary.ts";
import { checkMessages } from "../core/domains/particles/rules/check-messages.ts";
import type { DomainResult, Json, Text } from "../core/kernel/index.ts";
import { failingResult } from "./reference-findings-result.ts";

/** Parameters that decide a rule without being its limit. */
const bearsOn: Readonly<Record<string, string>> = {
  detectionLimit: "truncated_below_dmin",
  viscosityKnown: "viscosity_assumed",
};

const same = (text: string): Text => ({ en: text, ja: text });

type Check = StudySummary["samples"][number]["checks"][number];

/** A study that meets no rule of the particles room. */
export function failingParticles(): DomainResult {
  const checks = Object.keys(checkMessages).map(
    (flag) => ({ flag, status: "not met", found: same("{found}"), limit: same("{limit}") }) as Check,
  );
  const summary: StudySummary = {
    samples: [{ name: "{sample}", role: "sample", instrument: null, detectionLimit: null, checks }],
  };
  const warned: FileSummary = {
    kind: "zeta",
    pack: "",
    sample: "",
    zetaPotential: null,
    profile: [],
    instrumentWarnings: (["fail", "caution"] as const).map((severity) => ({
      key: "{key}",
      words: "{words}",
      severity,
      line: "{line}" as unknown as number,
    })),
  };
  return failingResult(summary as unknown as Json, warned as unknown as Json);
}

/** The limit as the example study's checks state it; empty where a check has none. */
export function particlesLimit(flag: string, example: DomainResult): Text {
  const { samples } = example.study.summary as unknown as StudySummary;
  const checks = samples.flatMap((sample) => sample.checks);
  return checks.find((check) => check.flag === flag && check.limit.en !== "")?.limit ?? same("");
}

/** Parameters that set the limit of a rule or bear on it: those whose words name its flag, and a few more. */
export function bearsOnParticles(flag: string, parameter: string, words: string): boolean {
  return words.includes(`\`${flag}\``) || bearsOn[parameter] === flag;
}
