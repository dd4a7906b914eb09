/** Samples that are looked at, in the order of the study. */
export type Selection = ReadonlySet<string>;

/** The selection that a link names: names joined by commas, those in them written as `%2C`. */
export function selectionFrom(text: unknown, known: readonly string[]): Selection {
  const wanted = typeof text === "string" || typeof text === "number" ? String(text).split(",") : [];
  const names = new Set(wanted.map(decoded));
  return new Set(known.filter((name) => names.has(name)));
}

/** The selection as a link holds it; undefined where there is none. */
export function selectionText(selection: Selection): string | undefined {
  if (selection.size === 0) return undefined;
  return [...selection].map((name) => name.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** In the selection where it was out, and out where it was in. */
export function toggled(selection: Selection, sample: string): Selection {
  const next = new Set(selection);
  if (!next.delete(sample)) next.add(sample);
  return next;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a brush from corner to corner covers, added to what is kept. */
export function brushed(
  kept: Selection,
  points: readonly (Place & { readonly sample: string })[],
  from: Place,
  to: Place,
): Selection {
  const between = (value: number, a: number, b: number) => value >= Math.min(a, b) && value <= Math.max(a, b);
  const inside = points.filter(({ x, y }) => between(x, from.x, to.x) && between(y, from.y, to.y));
  return new Set([...kept, ...inside.map(({ sample }) => sample)]);
}

export const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const satisfies Readonly<Record<string, Place>>;

/** Index of the nearest point in a direction, less the further it is aside; the same where there is none. */
export function neighbour(points: readonly Place[], at: number, { x: dx, y: dy }: Place): number {
  const here = points[at];
  if (!here) return points.length > 0 ? 0 : -1;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const along = (point.x - here.x) * dx + (point.y - here.y) * dy;
    const aside = Math.abs((point.x - here.x) * dy) + Math.abs((point.y - here.y) * dx);
    // points at one place are stepped through by their order
    const forward = along > 0 || (along === 0 && aside === 0 && Math.sign(index - at) === Math.sign(dx + dy));
    const far = along + 2 * aside + (along === 0 ? 0 : 1e-9);
    if (index !== at && forward && far < least) {
      least = far;
      best = index;
    }
  });
  return best;
}
