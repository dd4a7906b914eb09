import type { Estimate } from "../kernel/index.ts";

/** Qualifiers that a table sets side by side: its numbers have a column for each of their values. */
export const markerQualifiers: readonly string[] = ["analyte", "channel"];

/** What marks the number among others of its quantity: `FITC-A`; empty for none. */
export function markerOf({ qualifiers }: Pick<Estimate, "qualifiers">): string {
  return markerQualifiers.flatMap((name) => qualifiers[name] ?? []).join(" · ");
}

/** Every marker in the order of its first number. */
export function markersOf(estimates: Iterable<Pick<Estimate, "qualifiers">>): readonly string[] {
  const markers = new Set<string>();
  for (const estimate of estimates) markers.add(markerOf(estimate));
  return [...markers];
}

/** Numbers of one quantity by marker, in the order of `markers`: one part where they are all of one. */
export function byMarker<T extends Pick<Estimate, "qualifiers">>(
  numbers: readonly T[],
  markers: readonly string[],
): readonly { readonly marker: string; readonly numbers: readonly T[] }[] {
  const found = new Map(markers.map((marker) => [marker, [] as T[]]));
  for (const number of numbers) found.get(markerOf(number))?.push(number);
  return [...found].flatMap(([marker, own]) => (own.length > 0 ? [{ marker, numbers: own }] : []));
}
