import type { Branches } from "../analysis/overview/heat-map.ts";
import { rounded } from "./words.ts";

/** Each merge as the four corners of its bracket: places in units of leaves, heights up to `room`. */
export function branchLines(tree: Branches | null, room: number) {
  if (tree === null) return [];
  const positions = new Map(tree.order.map((thing, at) => [thing, at + 0.5]));
  const tallest = tree.heights.reduce((most, height) => Math.max(most, height), 0) || 1;
  const ends: { readonly place: number; readonly height: number }[] = [];
  const endOf = (one: number) => (one < 0 ? { place: positions.get(-1 - one)!, height: 0 } : ends[one]!);
  return tree.merges.flatMap(([left, right], branch) => {
    const [one, two] = [endOf(left), endOf(right)];
    const height = rounded((0.1 + (0.9 * tree.heights[branch]!) / tallest) * room);
    ends.push({ place: (one.place + two.place) / 2, height });
    return [one, { place: one.place, height }, { place: two.place, height }, two].map((corner, at) => ({
      ...corner,
      at,
      branch,
    }));
  });
}
