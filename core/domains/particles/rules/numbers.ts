import { type DomainResult, type Estimate, estimateKey } from "../../../kernel/index.ts";
import { sampleLabel } from "../analysis/captures.ts";
import { doubts, type Flag } from "../analysis/checks.ts";

/** Numbers that are what a check looks at. */
const measures: Readonly<Partial<Record<Flag, readonly string[]>>> = {
  "blank>10%": ["particles.blankShare"],
  "CV>20%": ["particles.cv"],
  nonlinear: ["particles.dilutionSlope", "particles.dilutionRSquared", "particles.dilutionRecovery"],
  truncated_below_dmin: ["particles.detectedFraction"],
};

const headlines = {
  sizes: ["particles.d10", "particles.d50", "particles.d90"],
  concentration: ["particles.concentration"],
} as const;

/** Keys of the estimates behind findings. */
export interface NumbersBehind {
  /** What a check looks at, and the headline numbers that it bears on. */
  ofFlag(flag: Flag, sample: string, instrument: string | null): string[];
  /** Only what it looks at. */
  measured(flag: Flag, sample: string, instrument: string | null): string[];
  /** The headline numbers of samples, on every instrument. */
  ofSamples(samples: readonly string[]): string[];
}

/** The samples' estimates of a result, ready to be named by findings. */
export function numbersBehind({ estimates }: Pick<DomainResult, "estimates">): NumbersBehind {
  const byLabel = new Map<string, Estimate[]>();
  const bySample = new Map<string, Estimate[]>();
  for (const estimate of estimates) {
    const { level, sample } = estimate.subject;
    if (level !== "sample" || sample === undefined) continue;
    const instrument = estimate.qualifiers.instrument ?? null;
    add(byLabel, sampleLabel({ name: sample, instrument }), estimate);
    add(bySample, sample, estimate);
  }
  const keys = (held: readonly Estimate[] | undefined, ids: readonly string[]) =>
    (held ?? []).filter(({ id }) => ids.includes(id)).map(estimateKey);
  const measured: NumbersBehind["measured"] = (flag, name, instrument) =>
    keys(byLabel.get(sampleLabel({ name, instrument })), measures[flag] ?? []);
  return {
    measured,
    ofFlag: (flag, name, instrument) => [
      ...measured(flag, name, instrument),
      ...keys(byLabel.get(sampleLabel({ name, instrument })), bornOn(flag)),
    ],
    ofSamples: (samples) =>
      samples.flatMap((sample) =>
        keys(bySample.get(sample), [...headlines.concentration, ...headlines.sizes]),
      ),
  };
}

/** Headline numbers that a failing check makes doubtful. */
function bornOn(flag: Flag): string[] {
  const sizes = doubts.sizes.includes(flag) || flag === "viscosity_assumed";
  return [
    ...(doubts.concentration.includes(flag) ? headlines.concentration : []),
    ...(sizes ? headlines.sizes : []),
  ];
}

function add(map: Map<string, Estimate[]>, key: string, estimate: Estimate): void {
  const held = map.get(key);
  if (held) held.push(estimate);
  else map.set(key, [estimate]);
}
