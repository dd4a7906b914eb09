import type { Basis, EstimateDraft, Interval, Subject } from "./estimate.ts";

/** What an estimate is without when nothing is said of it. */
const plain = {
  interval: null,
  n: { technical: null, biological: null },
  basis: "derived" as Basis,
  assumptions: [],
  flags: [],
  qualifiers: {},
};

/** An estimate draft; what is not given is absent, never assumed. */
export function draft(
  id: string,
  subject: Subject,
  value: number,
  unit: string,
  rest: Partial<Omit<EstimateDraft, "id" | "subject" | "value" | "unit">> = {},
): EstimateDraft {
  return { id, subject, value, unit, ...plain, ...rest };
}

/** The interval where it is finite; a draft with none says so by null. */
export function finiteInterval(interval: Interval | null | undefined): Interval | null {
  return interval && Number.isFinite(interval.lower) && Number.isFinite(interval.upper) ? interval : null;
}
