import { draft, type EstimateDraft, finiteInterval, type Issue, isAccepted } from "../../../kernel/index.ts";
import { holm } from "../../../statistics/multiple-testing/holm.ts";
import { compareFractions, type DonorShare } from "../operations/vesicles/donor-fractions.ts";

/** Positives of one marker by condition, every file with its donor. */
export interface MarkerConditions {
  readonly channel: string;
  readonly conditions: ReadonlyMap<string, readonly DonorShare[]>;
}

/** Donors that a comparison needs in each condition; the comparison of concentrations tells where they lack. */
const fewestDonors = 2;

type Ratio = Extract<ReturnType<typeof compareFractions>, { readonly value: unknown }>["value"];

/**
 * Odds of being positive in a condition over those in the reference (over every other where the study names none), with
 * donors as the replicates; Holm over all markers and conditions. Issues, as warnings: those of `compareFractions`.
 */
export function oddsEstimates(
  markers: readonly MarkerConditions[],
  reference: string | undefined,
  level: number,
): { readonly estimates: readonly EstimateDraft[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const made: { channel: string; group: string; found: Ratio; how: "paired" | "independent" }[] = [];
  for (const { channel, conditions } of markers) {
    for (const [group, other] of pairsOf([...conditions.keys()], reference)) {
      const [first, second] = [conditions.get(group) ?? [], conditions.get(other) ?? []];
      const donors = [first, second].map((own) => [...new Set(own.map(({ donor }) => donor ?? ""))].sort());
      if (donors.some((own) => own.length < fewestDonors)) continue;
      const how = donors[0]!.join("\n") === donors[1]!.join("\n") ? "paired" : "independent";
      const found = compareFractions(first, second, how, level);
      issues.push(...(isAccepted(found) ? found.warnings : found.issues));
      if (isAccepted(found)) made.push({ channel, group: `${group} / ${other}`, found: found.value, how });
    }
  }
  const adjusted = holm(made.map(({ found }) => found.p));
  const estimates = made.flatMap(({ channel, group, found, how }, i) => {
    const subject = { level: "group", group } as const;
    const fewest = Math.min(...found.n);
    const rest = {
      n: { technical: null, biological: fewest },
      assumptions: ["donors_are_replicates", "logit_normal_between_donors", `${how}_donors`],
      flags: fewest < 3 ? ["few_donors"] : [],
      qualifiers: { channel },
    };
    return [
      draft("cytometry.groupOddsRatio", subject, found.ratio, "1", {
        ...rest,
        interval: finiteInterval(found.interval),
      }),
      draft("cytometry.groupOddsP", subject, adjusted[i]!, "1", rest),
    ];
  });
  return { estimates, issues };
}

function pairsOf(conditions: readonly string[], reference: string | undefined): [string, string][] {
  if (reference !== undefined)
    return conditions.filter((one) => one !== reference).map((one) => [one, reference]);
  return conditions.flatMap((first, i) =>
    conditions.slice(i + 1).map((second): [string, string] => [second, first]),
  );
}
