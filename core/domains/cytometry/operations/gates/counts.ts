import {
  accepted,
  type EstimateDraft,
  type Interval,
  type Result,
  refused,
  type Subject,
} from "../../../../kernel/index.ts";
import { binomialInterval, poissonInterval } from "../../../../statistics/distributions/index.ts";
import type { Gate } from "./gate.ts";
import { gatesIssues } from "./issues.ts";

/** A number with the interval of counting; `below`: nothing was counted and the value is the upper limit. */
export interface CountedValue {
  readonly value: number;
  readonly interval: Interval;
  readonly bound: "below" | null;
}

export interface GateFraction {
  /** In events. */
  readonly count: CountedValue;
  /** Of the parent's events, from 0 to 1. */
  readonly fraction: CountedValue;
}

export interface GateCount {
  readonly gate: string;
  /** Id of the gate that the fraction is of; null: all events. */
  readonly parent: string | null;
  readonly events: number;
  readonly parentEvents: number;
  readonly count: CountedValue;
  /** Null where the parent holds no event. */
  readonly fraction: CountedValue | null;
}

function counted(value: number, limits: { lower: number; upper: number }, level: number, method: string) {
  const interval: Interval = { kind: "confidence", level, ...limits, method };
  return value === 0
    ? ({ value: limits.upper, interval, bound: "below" } as const)
    : ({ value, interval, bound: null } as const);
}

function countOf(events: number, level: number): CountedValue {
  return counted(events, poissonInterval(events, level), level, "poisson-exact");
}

/**
 * A gate's count with the exact Poisson interval (Garwood 1936) and its fraction of the parent's `parent` events with the
 * exact binomial one (Clopper and Pearson 1934): of counting only. Issue: `cytometry-gate-count-invalid`.
 */
export function gateFraction(count: number, parent: number, level: number): Result<GateFraction> {
  const whole = Number.isSafeInteger(count) && Number.isSafeInteger(parent);
  if (!(whole && count >= 0 && count <= parent && parent > 0))
    return refused(gatesIssues.raise("cytometry-gate-count-invalid", { count, parent }));
  const limits = binomialInterval(count, parent, level);
  return accepted({
    count: countOf(count, level),
    fraction: counted(count / parent, limits, level, "binomial-exact"),
  });
}

/**
 * Counts and fractions of parents of all gates; `counts` holds the events in each gate by its id, `total` is the number of all
 * events. Issue: `cytometry-gate-count-invalid`.
 */
export function gateCounts(
  gates: readonly Gate[],
  counts: ReadonlyMap<string, number>,
  total: number,
  level: number,
): Result<readonly GateCount[]> {
  const made: GateCount[] = [];
  for (const { id, parent } of gates) {
    const events = counts.get(id) ?? Number.NaN;
    const parentEvents = parent === null ? total : (counts.get(parent) ?? Number.NaN);
    if (events === 0 && parentEvents === 0) {
      made.push({ gate: id, parent, events, parentEvents, count: countOf(0, level), fraction: null });
      continue;
    }
    const result = gateFraction(events, parentEvents, level);
    if (!("value" in result)) return result;
    made.push({ gate: id, parent, events, parentEvents, ...result.value });
  }
  return accepted(made);
}

/** The counts as estimates of `subject`: `cytometry.gateCount` in `{events}` and `cytometry.gateFraction`. */
export function gateEstimates(counts: readonly GateCount[], subject: Subject): readonly EstimateDraft[] {
  return counts.flatMap(({ gate, parent, count, fraction }) => {
    const draft = (id: string, unit: string, { value, interval, bound }: CountedValue): EstimateDraft => ({
      id,
      subject,
      value,
      unit,
      interval,
      n: { technical: 1, biological: null },
      basis: "derived",
      assumptions: ["counting_only"],
      flags: [],
      qualifiers: parent === null ? { gate } : { gate, parent },
      ...(bound === null ? {} : { bound }),
    });
    const count_ = draft("cytometry.gateCount", "{events}", count);
    return fraction === null ? [count_] : [count_, draft("cytometry.gateFraction", "1", fraction)];
  });
}
