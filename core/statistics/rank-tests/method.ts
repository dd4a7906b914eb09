/** How a rank test's p value was found: the codes of its `method` column. */
export const rankMethod = {
  /** No p value: too few values, or all of them the same. */
  none: 0,
  exact: 1,
  asymptotic: 2,
  /** Asymptotic although exact was asked for: too many values for it. */
  exactOutOfReach: 3,
} as const;

export interface RankTestOptions {
  /** `auto`: exact below 50 values in each sample without ties, else asymptotic. */
  readonly method?: "exact" | "asymptotic" | "auto";
  /** Moves the asymptotic statistic by one half towards its expectation; true where not given. */
  readonly continuity?: boolean;
}

/** Largest size of a sample of which `auto` takes the exact distribution, as R does. */
export const autoExactBelow = 50;

/** The difference of a rank statistic from its expectation, moved by one half towards 0. */
export function continuous(difference: number, continuity: boolean): number {
  if (!continuity || difference === 0) return difference;
  return difference > 0 ? difference - 0.5 : difference + 0.5;
}
