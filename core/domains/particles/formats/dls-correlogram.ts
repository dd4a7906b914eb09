import type { Issue, Table } from "../../../kernel/index.ts";
import { dlsIssues } from "./dls-issues.ts";

export type Baseline = "g2" | "g2-1";

/** What the curve tends to decides what it is: g2 to 1, g2 - 1 to 0. The tail is the last twentieth, five points at least. */
export function baselineOf(values: readonly number[]): Baseline | null {
  const tail = values.slice(-Math.max(5, Math.ceil(values.length / 20))).sort((a, b) => a - b);
  if (values.length < 10) return null;
  const limit = tail[Math.floor(tail.length / 2)]!;
  if (Math.abs(limit) < 0.1) return "g2-1";
  return Math.abs(limit - 1) < 0.1 ? "g2" : null;
}

/**
 * A correlation curve as columns `delay` (us) and `g2` (intensity correlation minus one); delays must be positive and ascend.
 * Points without a number are left out with `dls-points-left-out`; a curve that cannot be used is null with
 * `dls-delays-not-ascending` or `dls-baseline-unclear`. From g2, 1 is subtracted and the result rounded to 12 digits,
 * since the subtraction leaves binary digits that the file does not have.
 */
export function correlogramOf(
  delays: readonly number[],
  values: readonly number[],
  curve: string,
): { table: Table | null; baseline: Baseline | null; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const none = (code: "dls-delays-not-ascending" | "dls-baseline-unclear") => ({
    table: null,
    baseline: null,
    issues: [...issues, dlsIssues.raise(code, { curve })],
  });
  const count = Math.max(delays.length, values.length);
  const kept = Array.from({ length: count }, (_, i) => i).filter(
    (i) => Number.isFinite(delays[i]) && Number.isFinite(values[i]),
  );
  if (kept.length < count) {
    issues.push(dlsIssues.raise("dls-points-left-out", { curve, count: count - kept.length }));
  }
  const delay = Float64Array.from(kept, (i) => delays[i]!);
  if (delay.some((time, i) => time <= (i === 0 ? 0 : delay[i - 1]!))) return none("dls-delays-not-ascending");
  const read = kept.map((i) => values[i]!);
  const baseline = baselineOf(read);
  if (baseline === null) return none("dls-baseline-unclear");
  const g2 = Float64Array.from(read, (value) =>
    baseline === "g2" ? Number((value - 1).toPrecision(12)) : value,
  );
  const columns = [
    { name: "delay", unit: "us", values: delay },
    { name: "g2", unit: "1", values: g2 },
  ];
  return { table: { name: "correlogram", columns }, baseline, issues };
}

/**
 * A distribution as columns `diameter` (nm) and those of `intensity`, `volume`, `number` (%) that are given.
 * Null with `dls-distribution-broken` where the diameters do not ascend or a column has another length.
 */
export function distributionOf(
  diameters: readonly number[],
  columns: readonly { name: "intensity" | "volume" | "number"; values: readonly number[] }[],
  record: string,
): { table: Table | null; issues: readonly Issue[] } {
  const broken = (reason: string) => ({
    table: null,
    issues: [dlsIssues.raise("dls-distribution-broken", { record, reason })],
  });
  if (diameters.length < 2 || columns.length === 0)
    return broken(`n = ${diameters.length}, ${columns.length}`);
  const ascends = diameters.every((size, i) => size > (i === 0 ? 0 : diameters[i - 1]!));
  if (!ascends) return broken("d[i] ≤ d[i−1]");
  for (const { name, values } of columns) {
    if (values.length !== diameters.length) return broken(`${name}: ${values.length}/${diameters.length}`);
    if (values.some((value) => !(value >= 0))) return broken(`${name}: NaN, < 0`);
  }
  const table = {
    name: "distribution",
    columns: [
      { name: "diameter", unit: "nm", values: Float64Array.from(diameters) },
      ...columns.map(({ name, values }) => ({ name, unit: "%", values: Float64Array.from(values) })),
    ],
  };
  return { table, issues: [] };
}
