/**
 * What an estimate is about. `level` says which of the other names counts:
 * a capture is one video or one run inside a file; a sample may have many captures in several files.
 */
export interface Subject {
  readonly level: "capture" | "file" | "sample" | "group" | "study";
  readonly file?: string;
  readonly capture?: string;
  readonly sample?: string;
  readonly group?: string;
}

export interface Interval {
  /** `confidence` of the estimate's target, `coverage` of single values, `range` of assumptions. */
  readonly kind: "confidence" | "coverage" | "range";
  /** 0.95 for a 95 % interval. */
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
  /** How it was made, in kebab case: `t-between-captures`, `poisson-exact`, `order-statistics`, `bootstrap-percentile`. */
  readonly method: string;
}

/** `stated` by the instrument, `derived` from what it wrote, `inferred` through a model, `assumed`. */
export type Basis = "stated" | "derived" | "inferred" | "assumed";

/** A number that somebody may quote. There is no bare number in a result document. */
export interface Estimate {
  /** Stable and listed in the reference: `particles.d50`. */
  readonly id: string;
  readonly subject: Subject;
  readonly value: number;
  /** UCUM code: `nm`, `{particles}/mL`, `1`. */
  readonly unit: string;
  readonly interval: Interval | null;
  /** Technical repeats are never counted as biology; null where the number is not known. */
  readonly n: { readonly technical: number | null; readonly biological: number | null };
  readonly basis: Basis;
  /** Codes of the assumptions made, from the domain's messages. */
  readonly assumptions: readonly string[];
  /** Codes of the doubts that go with the number, from the domain's messages. */
  readonly flags: readonly string[];
  /** What the number is of, where the id leaves it open: `{ dilutionState: "as measured" | "original", weighting: "number" }`. */
  readonly qualifiers: Readonly<Record<string, string>>;
  /** `below`: the value is a limit and the truth is under it. Never written as 0. */
  readonly bound?: "below" | "above";
  /** For `stated`: the characters that the instrument printed. */
  readonly printed?: string;
  /** Id of the evidence node that gave it. */
  readonly evidence: string;
}

/** An estimate before the run has given it its evidence. */
export type EstimateDraft = Omit<Estimate, "evidence">;

/** A key that is the same for the same id, subject and qualifiers: `particles.d50|capture|file.csv|video 1||`. */
export function estimateKey(estimate: Pick<Estimate, "id" | "subject" | "qualifiers">): string {
  const { level, file = "", capture = "", sample = "", group = "" } = estimate.subject;
  const qualifiers = Object.entries(estimate.qualifiers).map(([name, value]) => `${name}=${value}`);
  return [estimate.id, level, file, capture, sample, group, ...qualifiers.sort()].join("|");
}
