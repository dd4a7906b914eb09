import { accepted, type Interval, type Result, refused } from "../../../../kernel/index.ts";
import { binomialInterval } from "../../../../statistics/distributions/index.ts";
import { difference, type Limited, normalOf } from "./intervals.ts";
import { vesicleIssues } from "./issues.ts";

/** Events above a threshold out of all events of a gate. */
export interface CountedShare {
  readonly positive: number;
  readonly total: number;
}

export interface ShareEstimate {
  /** From 0 to 1; a limit where `bound` says so. */
  readonly value: number;
  readonly interval: Interval;
  readonly bound: "below" | "above" | null;
}

function invalid({ positive, total }: CountedShare): Result<never> | null {
  const counts = Number.isSafeInteger(positive) && Number.isSafeInteger(total) && positive >= 0;
  if (counts && total > 0 && positive <= total) return null;
  if (counts && total === 0) return refused(vesicleIssues.raise("cytometry-no-events"));
  return refused(
    vesicleIssues.raise("cytometry-value-invalid", {
      name: "positive / total",
      value: `${positive} / ${total}`,
    }),
  );
}

/**
 * Share of events above a threshold with the exact binomial interval of counting (Clopper-Pearson). No positive event
 * gives the upper limit with `bound: below`; nothing but positive events the lower limit with `bound: above`. The
 * interval is of these events, not of the donor. Issues: `cytometry-value-invalid`, `cytometry-no-events`.
 */
export function countedFraction(share: CountedShare, level = 0.95): Result<ShareEstimate> {
  const wrong = invalid(share);
  if (wrong) return wrong;
  const { positive, total } = share;
  const limits = binomialInterval(positive, total, level);
  const bound = positive === 0 ? "below" : positive === total ? "above" : null;
  const value = bound === "below" ? limits.upper : bound === "above" ? limits.lower : positive / total;
  return accepted({
    value,
    interval: { kind: "confidence", level, ...limits, method: "binomial-exact" },
    bound,
  });
}

/** Score limits of a proportion (Wilson 1927). */
export function wilson({ positive, total }: CountedShare, level: number): Limited {
  const z = normalOf(level);
  const p = positive / total;
  const middle = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half =
    (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * (total * total)))) / (1 + (z * z) / total);
  return { value: p, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}

/**
 * Fraction above the threshold less that of its isotype, unstained or reagent control, with Newcombe's hybrid score
 * interval (1998, method 10, 10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I). Where it is not above
 * the control the value is the upper limit with `bound: below`. Issues: as `countedFraction`.
 */
export function netFraction(
  stained: CountedShare,
  control: CountedShare,
  level = 0.95,
): Result<ShareEstimate> {
  const wrong = invalid(stained) ?? invalid(control);
  if (wrong) return wrong;
  const net = difference(wilson(stained, level), wilson(control, level));
  const below = !(net.lower > 0);
  // where the control exceeds the sample: no lower than the limit of a sample without positive events
  const upper = Math.max(net.upper, wilson({ ...stained, positive: 0 }, level).upper);
  const interval: Interval = {
    kind: "confidence",
    level,
    lower: Math.max(0, net.lower),
    upper,
    method: "newcombe-score",
  };
  return accepted({ value: below ? upper : net.value, interval, bound: below ? "below" : null });
}
