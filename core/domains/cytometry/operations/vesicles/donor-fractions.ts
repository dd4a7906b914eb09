import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { meanInterval } from "../../../../statistics/mean-interval.ts";
import { mean, standardDeviation } from "../../../../statistics/moments.ts";
import { pairedRatio, type Ratio, welchRatio } from "../../../../statistics/t-test.ts";
import { vesicleIssues } from "./issues.ts";
import { type CountedShare, countedFraction, netFraction, type ShareEstimate } from "./positive-fraction.ts";

/** Positive events of one file; several files of a donor are technical replicates. */
export interface DonorShare extends CountedShare {
  readonly donor: string | undefined;
  /** Isotype, unstained or reagent control of this file; its fraction is subtracted. */
  readonly control?: CountedShare | undefined;
}

export interface DonorFraction {
  readonly donor: string;
  /** Mean of the donor's files, control subtracted; not limited to 0 to 1. */
  readonly fraction: number;
  readonly files: number;
}

export interface PositiveFraction {
  /** Back from the mean of the donors' logits, or their plain mean; a limit where `bound` says so. */
  readonly value: number;
  /** Between donors; of counting alone with a single donor of one file; null where there is no spread to use. */
  readonly interval: Interval | null;
  readonly bound: "below" | "above" | null;
  /** `plain` where a donor's fraction is not strictly between 0 and 1; `counting` for a single donor. */
  readonly scale: "logit" | "plain" | "counting";
  /** Plain standard deviation between donors; null with a single one. */
  readonly sd: number | null;
  readonly donors: readonly DonorFraction[];
  readonly n: { readonly technical: number; readonly biological: number };
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

const logit = (p: number) => portable.log(p / (1 - p));
const expit = (x: number) => 1 / (1 + portable.exp(-x));

/** The fraction of each donor: files are averaged within the donor. Donors in the order of their names. */
function byDonor(shares: readonly DonorShare[], level: number): Result<DonorFraction[]> {
  if (shares.length === 0) return refused(vesicleIssues.raise("cytometry-no-donors"));
  const nameless = shares.filter(({ donor }) => donor === undefined || donor === "").length;
  if (nameless > 0) return refused(vesicleIssues.raise("cytometry-donor-missing", { n: nameless }));
  const values = new Map<string, number[]>();
  for (const share of shares) {
    for (const one of [share, ...(share.control ? [share.control] : [])]) {
      const checked = countedFraction(one, level);
      if (isRefused(checked)) return checked;
    }
    const { donor = "", positive, total, control } = share;
    const fraction = positive / total - (control ? control.positive / control.total : 0);
    values.set(donor, [...(values.get(donor) ?? []), fraction]);
  }
  const names = [...values.keys()].sort();
  return accepted(
    names.map((donor) => {
      const own = [...values.get(donor)!].sort((a, b) => a - b);
      return { donor, fraction: mean(own), files: own.length };
    }),
  );
}

function ofOneDonor(share: DonorShare, level: number): Result<ShareEstimate> {
  return share.control ? netFraction(share, share.control, level) : countedFraction(share, level);
}

type Told = Pick<PositiveFraction, "value" | "interval" | "bound" | "scale">;

const clip = (value: number) => Math.min(1, Math.max(0, value));

/** Where a fraction is no more than 0, or all there is: the counting limit of all events together, never 0 or 1. */
function countingLimit(
  shares: readonly DonorShare[],
  bound: "below" | "above",
  level: number,
): Result<number> {
  const pooled = ofOneDonor(pooledShare(shares), level);
  if (isRefused(pooled)) return pooled;
  const { lower, upper } = pooled.value.interval;
  return accepted(bound === "below" ? upper : lower);
}

function boundOf(value: number): PositiveFraction["bound"] {
  if (!(value > 0)) return "below";
  return value >= 1 ? "above" : null;
}

function singleDonor(shares: readonly DonorShare[], donor: DonorFraction, level: number): Result<Told> {
  if (shares.length === 1) {
    const found = ofOneDonor(shares[0]!, level);
    return isRefused(found) ? found : accepted({ ...found.value, scale: "counting" });
  }
  const bound = boundOf(donor.fraction);
  if (bound === null) return accepted({ value: donor.fraction, interval: null, bound, scale: "plain" });
  const limit = countingLimit(shares, bound, level);
  return isRefused(limit) ? limit : accepted({ value: limit.value, interval: null, bound, scale: "plain" });
}

function pooledShare(shares: readonly DonorShare[]): DonorShare {
  const add = (all: readonly CountedShare[]): CountedShare => ({
    positive: all.reduce((sum, { positive }) => sum + positive, 0),
    total: all.reduce((sum, { total }) => sum + total, 0),
  });
  const controls = shares.flatMap(({ control }) => (control ? [control] : []));
  return {
    donor: shares[0]!.donor,
    ...add(shares),
    control: controls.length > 0 ? add(controls) : undefined,
  };
}

interface Between {
  readonly centre: number;
  readonly interval: Interval | null;
  readonly warnings: readonly Issue[];
}

function onScale(
  values: readonly number[],
  back: (x: number) => number,
  method: string,
  level: number,
): Result<Between> {
  const found = meanInterval(values, level);
  if (isRefused(found)) return found;
  const { mean: centre, interval } = found.value;
  const told = interval && { ...interval, lower: back(interval.lower), upper: back(interval.upper), method };
  return accepted({ centre, interval: told, warnings: found.warnings });
}

function betweenDonors(
  shares: readonly DonorShare[],
  fractions: readonly number[],
  level: number,
): Result<Told> {
  if (fractions.every((fraction) => fraction > 0 && fraction < 1)) {
    const found = onScale(fractions.map(logit), expit, "t-logit-donors", level);
    if (isRefused(found)) return found;
    const { centre, interval, warnings } = found.value;
    return accepted({ value: expit(centre), interval, bound: null, scale: "logit" }, warnings);
  }
  const found = onScale(fractions, clip, "t-plain-donors", level);
  if (isRefused(found)) return found;
  const { centre, interval, warnings } = found.value;
  const bound = boundOf(centre);
  if (bound === null) return accepted({ value: centre, interval, bound, scale: "plain" }, warnings);
  const limit = countingLimit(shares, bound, level);
  if (isRefused(limit)) return limit;
  const value =
    bound === "below"
      ? Math.max(limit.value, interval?.upper ?? 0)
      : Math.min(limit.value, interval?.lower ?? 1);
  const widened = interval && {
    ...interval,
    lower: Math.min(interval.lower, value),
    upper: Math.max(interval.upper, value),
  };
  return accepted({ value, interval: widened, bound, scale: "plain" }, warnings);
}

/**
 * Positive fraction of a condition with donors as the replicates: files are averaged within donors, the interval is the
 * t-interval of the donors' logits, back on the fraction scale; vesicles are never n. With one donor only the counting
 * interval of its file can be given (`no_biological_replicates`). Other flags: `few_donors`,
 * `fraction_at_boundary` (plain scale), `not_above_control`. Issues: `cytometry-no-donors`, `cytometry-donor-missing`,
 * `cytometry-value-invalid`, `cytometry-no-events`; warning `statistics-identical-replicates`.
 */
export function positiveFraction(shares: readonly DonorShare[], level = 0.95): Result<PositiveFraction> {
  const donors = byDonor(shares, level);
  if (isRefused(donors)) return donors;
  const fractions = donors.value.map(({ fraction }) => fraction);
  const single = fractions.length === 1;
  const told = single
    ? singleDonor(shares, donors.value[0]!, level)
    : betweenDonors(shares, fractions, level);
  if (isRefused(told)) return told;
  const subtracted = shares.some(({ control }) => control !== undefined);
  return accepted(
    {
      ...told.value,
      sd: single ? null : standardDeviation(fractions),
      donors: donors.value,
      n: { technical: shares.length, biological: donors.value.length },
      assumptions: [
        ...(single ? ["counting_interval_only"] : ["donors_are_replicates"]),
        ...(told.value.scale === "logit" ? ["logit_normal_between_donors"] : []),
        ...(subtracted ? ["control_fraction_subtracted"] : ["no_control_subtracted"]),
      ],
      flags: [
        ...(single ? ["no_biological_replicates"] : donors.value.length < 3 ? ["few_donors"] : []),
        ...(told.value.interval === null ? ["no_interval"] : []),
        ...(!single && told.value.scale === "plain" ? ["fraction_at_boundary"] : []),
        ...(subtracted && told.value.bound === "below" ? ["not_above_control"] : []),
      ],
    },
    told.warnings,
  );
}

/**
 * Ratio of the odds of being positive in `first` over `second`, with donors as the replicates: Welch for different
 * donors, pairs for the same ones. Issues: those of `positiveFraction`, `cytometry-fraction-at-boundary`,
 * `cytometry-donors-unpaired`, `cytometry-donors-shared`, `statistics-too-few-values`, `statistics-no-spread`.
 */
export function compareFractions(
  first: readonly DonorShare[],
  second: readonly DonorShare[],
  donors: "independent" | "paired",
  level = 0.95,
): Result<Ratio> {
  const [a, b] = [byDonor(first, level), byDonor(second, level)];
  if (isRefused(a)) return a;
  if (isRefused(b)) return b;
  const odds = (all: readonly DonorFraction[]) => all.map(({ fraction }) => fraction / (1 - fraction));
  if (![...odds(a.value), ...odds(b.value)].every((value) => value > 0 && Number.isFinite(value)))
    return refused(vesicleIssues.raise("cytometry-fraction-at-boundary"));
  const shared = a.value.filter(({ donor }) => b.value.some((other) => other.donor === donor)).length;
  if (donors === "independent") {
    if (shared > 0) return refused(vesicleIssues.raise("cytometry-donors-shared", { n: shared }));
    return welchRatio(odds(a.value), odds(b.value), level);
  }
  if (shared < a.value.length || shared < b.value.length)
    return refused(vesicleIssues.raise("cytometry-donors-unpaired"));
  return pairedRatio(odds(a.value), odds(b.value), level);
}
