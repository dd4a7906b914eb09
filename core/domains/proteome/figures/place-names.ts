/** A point, in pixels from the upper left of the frame, that is to have its name beside it. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** Where the middle of a name stands. */
export interface PlacedName {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly anchor: Anchor;
}

/** Where names may stand: all around, above and to the right of a falling curve, or below and to its left. */
export type Around = "all" | "above" | "below";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Font size in pixels of names beside points. */
export const nameSize = 11;
const reach = 5;
const distances = {
  all: [0, 9, 18],
  above: [4, 16, 28, 40, 55, 70],
  below: [4, 16, 28, 40, 55, 70],
} as const;

/**
 * Names beside their points, the first first: where no name lies upon another or leaves the frame, and as few of
 * `points` as can be are covered. A name without such a place is left out.
 */
export function placedNames(
  anchors: readonly Anchor[],
  points: readonly { readonly x: number; readonly y: number }[],
  frame: { readonly width: number; readonly height: number },
  most = 12,
  around: Around = "all",
): readonly PlacedName[] {
  const placed: PlacedName[] = [];
  const boxes: Box[] = [];
  for (const anchor of anchors) {
    const { x, y, name } = anchor;
    if (placed.length === most) break;
    const width = widthOf(name);
    const options = distances[around].flatMap((further) =>
      placesAround(x, y, width, reach + further, around),
    );
    let best: { readonly box: Box; readonly covered: number } | null = null;
    for (const [middle, height] of options) {
      const box = boxOf(middle, height, width);
      if (box.left < 0 || box.right > frame.width || box.top < 0 || box.bottom > frame.height) continue;
      if (boxes.some((other) => overlap(box, other))) continue;
      const covered = points.filter((point) => holds(box, point)).length;
      if (best === null || covered < best.covered) best = { box, covered };
      if (covered === 0) break;
    }
    if (best === null) continue;
    boxes.push(best.box);
    const { left, right, top, bottom } = best.box;
    placed.push({ name, anchor, left, right, x: (left + right) / 2, y: (top + bottom) / 2 });
  }
  return placed;
}

/** Estimated, wide signs as squares. */
export function widthOf(name: string, size = nameSize): number {
  let width = 0;
  for (const sign of name) width += sign > "\u2e7f" ? size : 0.66 * size;
  return width;
}

function placesAround(
  x: number,
  y: number,
  width: number,
  off: number,
  around: Around,
): (readonly [number, number])[] {
  const [aside, above] = [off + width / 2, off + nameSize / 2];
  if (around === "above")
    return [
      [x + aside, y - above],
      [x + aside, y - above / 2],
    ];
  if (around === "below")
    return [
      [x - aside, y + above],
      [x - aside / 2, y + above],
      [x, y + above],
    ];
  return [
    [x + aside, y],
    [x - aside, y],
    [x, y - above],
    [x, y + above],
    [x + aside, y - above],
    [x - aside, y - above],
    [x + aside, y + above],
    [x - aside, y + above],
  ];
}

function boxOf(x: number, y: number, width: number): Box {
  const half = nameSize / 2 + 1;
  return { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half };
}

function overlap(one: Box, two: Box): boolean {
  return one.left < two.right + 2 && two.left < one.right + 2 && one.top < two.bottom && two.top < one.bottom;
}

function holds(box: Box, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x > box.left - 3 && x < box.right + 3 && y > box.top - 3 && y < box.bottom + 3;
}
