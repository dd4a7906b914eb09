import { type Column, scaled, valuesAt } from "../beads/axis.ts";
import { type Mixture, type NormalComponent, responsibilities } from "../beads/normal-mixture.ts";
import { populationsOf } from "../beads/populations.ts";

/** Classes of events: for each event its class from 0, or -1 for doublets and debris. */
export interface Classes {
  readonly labels: Int32Array;
  readonly found: number;
}

/**
 * Deterministic classes of events in one or two dimensions (linear units), by the hills of the density on asinh axes and
 * a normal mixture over an even background; each event goes to its most likely class. Sorted from dim to bright: by the
 * only axis, or by the sum of both. No classes where nothing varies.
 */
export function classesOf(columns: readonly Column[], expected: number): Classes {
  const found = labelled(columns, expected);
  return { labels: found.labels, found: found.mixture?.components.length ?? 0 };
}

/** As `classesOf`, without events that carry none of the dyes: a class within 3 SD of 0 on every axis is debris. */
export function dyedClassesOf(columns: readonly Column[], expected: number): Classes {
  const first = labelled(columns, expected);
  const components = first.mixture?.components ?? [];
  const debris = components.map(isUndyed);
  if (!debris.includes(true)) return { labels: first.labels, found: components.length };
  const kept = Uint32Array.from(
    Array.from(first.labels.keys()).filter((i) => first.labels[i]! < 0 || !debris[first.labels[i]!]),
  );
  const labels = new Int32Array(first.labels.length).fill(-1);
  if (kept.length === 0) return { labels, found: 0 };
  const second = labelled(
    columns.map((column) => valuesAt(column, kept)),
    expected,
  );
  const stillDebris = (second.mixture?.components ?? []).map(isUndyed);
  const shift = stillDebris.lastIndexOf(true) + 1;
  kept.forEach((event, k) => {
    labels[event] = Math.max(-1, second.labels[k]! - shift);
  });
  return { labels, found: stillDebris.length - shift };
}

function isUndyed({ mean, covariance }: NormalComponent): boolean {
  const d = mean.length;
  return mean.every((value, r) => value <= 3 * Math.sqrt(covariance[r * d + r]!));
}

function labelled(
  columns: readonly Column[],
  expected: number,
): { readonly labels: Int32Array; readonly mixture: Mixture | null } {
  const n = columns[0]!.length;
  const labels = new Int32Array(n).fill(-1);
  const populations = populationsOf(columns, expected, false);
  if (populations === null) return { labels, mixture: null };
  const { mixture, cofactors } = populations;
  const count = mixture.components.length;
  const axes = columns.map((column, c) => scaled(column, cofactors[c]!));
  const share = new Float64Array(count + 1);
  const assign = responsibilities(mixture);
  for (let i = 0; i < n; i++) {
    assign(axes, i, share);
    let best = count;
    for (let c = 0; c < count; c++) if (share[c]! > share[best]!) best = c;
    if (best < count) labels[i] = best;
  }
  return { labels, mixture };
}
