import { accepted, type Interval, type Issue, isRefused, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import { geometricMeanInterval } from "../mean-interval.ts";
import { holm } from "../multiple-testing/holm.ts";
import { pairedRatio, type Ratio, welchRatio } from "../t-test.ts";
import { type DonorValue, donorMeans } from "./donor-means.ts";
import { groupIssues } from "./issues.ts";

export interface GroupObservation extends DonorValue {
  readonly group: string;
}

export interface GroupSummary {
  readonly group: string;
  /** Donors: the only n of a comparison. */
  readonly donors: number;
  /** Measurements: technical. */
  readonly measurements: number;
  readonly geometricMean: number;
  readonly interval: Interval | null;
}

export interface GroupContrast {
  readonly group: string;
  readonly reference: string;
  /** Geometric mean of the group's donors over that of the reference's. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly p: number;
  /** Adjusted by Holm for all comparisons made. */
  readonly pHolm: number;
  readonly df: number;
  readonly donors: readonly [number, number];
}

export interface GroupComparison {
  readonly groups: readonly GroupSummary[];
  readonly comparisons: readonly GroupContrast[];
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
}

export interface ComparisonOptions {
  /** Group that all others are compared with; every pair where it is not given. */
  readonly reference?: string | undefined;
  readonly donors: "independent" | "paired";
  readonly level?: number;
}

function pairs(groups: readonly string[], reference: string | undefined): [string, string][] {
  if (reference !== undefined)
    return groups.filter((group) => group !== reference).map((group) => [group, reference]);
  return groups.flatMap((first, i) => groups.slice(i + 1).map((second): [string, string] => [second, first]));
}

/** One contrast on the log scale; donors in both groups have to be declared as pairs. */
function contrast(
  group: ReadonlyMap<string, number>,
  reference: ReadonlyMap<string, number>,
  names: { readonly group: string; readonly reference: string },
  options: ComparisonOptions,
): Result<Ratio> {
  const few = [group, reference].findIndex((donors) => donors.size < 2);
  if (few >= 0) {
    const parameters = {
      group: few === 0 ? names.group : names.reference,
      n: few === 0 ? group.size : reference.size,
    };
    return refused(groupIssues.raise("groups-too-few-donors", parameters));
  }
  const shared = [...group.keys()].filter((donor) => reference.has(donor));
  if (options.donors === "independent") {
    if (shared.length > 0)
      return refused(groupIssues.raise("groups-donors-shared", { ...names, n: shared.length }));
    return welchRatio([...group.values()], [...reference.values()], options.level);
  }
  if (shared.length < group.size || shared.length < reference.size) {
    return refused(groupIssues.raise("groups-donors-unpaired", { ...names, n: shared.length }));
  }
  return pairedRatio(
    shared.map((donor) => group.get(donor)!),
    shared.map((donor) => reference.get(donor)!),
    options.level,
  );
}

/**
 * Compares groups by ratios of geometric means with donors as the replicates: measurements are averaged within
 * preparations and these within donors first, on the log scale; particles and measurements are never n. Welch, or paired where the donors
 * are declared to be; Holm over all comparisons. A comparison that cannot be made is told as a warning; refused where
 * none can. Issues: `groups-donor-missing`, `groups-too-few-donors`, `groups-donors-shared`,
 * `groups-donors-unpaired`, `groups-reference-missing`, `groups-too-few`, `statistics-not-positive`.
 */
export function compareGroups(
  observations: readonly GroupObservation[],
  options: ComparisonOptions,
): Result<GroupComparison> {
  const notPositive = observations.filter(({ value }) => !(value > 0 && Number.isFinite(value))).length;
  if (notPositive > 0) return refused(statisticsIssues.raise("statistics-not-positive", { n: notPositive }));
  const nameless = observations.filter(({ donor }) => donor === undefined || donor === "").length;
  if (nameless > 0) return refused(groupIssues.raise("groups-donor-missing", { n: nameless }));
  const names = [...new Set(observations.map(({ group }) => group))];
  if (names.length < 2) return refused(groupIssues.raise("groups-too-few", { n: names.length }));
  if (options.reference !== undefined && !names.includes(options.reference)) {
    return refused(groupIssues.raise("groups-reference-missing", { reference: options.reference }));
  }
  const donors = new Map(
    names.map((name) => [name, donorMeans(observations.filter(({ group }) => group === name))]),
  );
  const warnings: Issue[] = [];
  const made: Omit<GroupContrast, "pHolm">[] = [];
  for (const [group, reference] of pairs(names, options.reference)) {
    const found = contrast(donors.get(group)!, donors.get(reference)!, { group, reference }, options);
    if (isRefused(found)) {
      for (const issue of found.issues) {
        if (!warnings.some((one) => one.message.en === issue.message.en)) warnings.push(issue);
      }
      continue;
    }
    const { ratio, interval, p, df, n } = found.value;
    made.push({ group, reference, ratio, interval, p, df, donors: n });
  }
  if (made.length === 0) return refused(...warnings);
  const adjusted = holm(made.map(({ p }) => p));
  const groups = names.map((group): GroupSummary => {
    const values = [...donors.get(group)!.values()];
    const mean = geometricMeanInterval(values, options.level);
    if (isRefused(mean)) throw new Error(`positive values gave ${mean.issues[0]?.code}`);
    const measurements = observations.filter((one) => one.group === group).length;
    const { geometricMean, interval } = mean.value;
    return { group, donors: values.length, measurements, geometricMean, interval };
  });
  return accepted(
    {
      groups,
      comparisons: made.map((one, i) => ({ ...one, pHolm: adjusted[i]! })),
      assumptions: ["lognormal_between_donors", `${options.donors}_donors`],
      flags: groups.some(({ donors: n }) => n < 3) ? ["few_donors"] : [],
    },
    warnings.map((issue) => ({ ...issue, severity: "warning" as const })),
  );
}
