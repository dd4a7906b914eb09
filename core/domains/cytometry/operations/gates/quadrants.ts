import type { Bounds, Gate, GateAxis } from "./gate.ts";

/** Where an axis is cut: into one range more than there are values. */
export interface Divider {
  readonly axis: GateAxis;
  readonly values: readonly number[];
}

/** One region between dividers: its name and a value that lies in it on each axis that limits it. */
export interface Quadrant {
  readonly id: string;
  readonly positions: readonly { readonly divider: number; readonly location: number }[];
}

/** The range between the values of `divider` that holds `location`: its minimum included, its maximum not. */
export function dividerRange(divider: Divider, location: number): Bounds {
  let min: number | null = null;
  let max: number | null = null;
  for (const value of divider.values) {
    if (value <= location) min = min === null ? value : Math.max(min, value);
    else max = max === null ? value : Math.min(max, value);
  }
  return { axis: divider.axis, min, max };
}

/** The rectangle gates of quadrants between dividers. Source: Gating-ML 2.0 (ISAC 2013), quadrant gates. */
export function quadrantGates(
  dividers: readonly Divider[],
  quadrants: readonly Quadrant[],
  parent: string | null,
): readonly Gate[] {
  return quadrants.map(({ id, positions }) => ({
    kind: "rectangle",
    id,
    parent,
    bounds: positions.map(({ divider, location }) => dividerRange(dividers[divider]!, location)),
  }));
}

/** The four quadrants of two axes cut once: `name--`, `name+-`, `name-+`, `name++`, the sign of `x` first. */
export function fourQuadrants(
  name: string,
  x: { readonly axis: GateAxis; readonly at: number },
  y: { readonly axis: GateAxis; readonly at: number },
  parent: string | null,
): readonly Gate[] {
  const side = ({ axis, at }: typeof x, positive: boolean): Bounds => ({
    axis,
    min: positive ? at : null,
    max: positive ? null : at,
  });
  return [false, true].flatMap((up) =>
    [false, true].map(
      (right): Gate => ({
        kind: "rectangle",
        id: `${name}${right ? "+" : "-"}${up ? "+" : "-"}`,
        parent,
        bounds: [side(x, right), side(y, up)],
      }),
    ),
  );
}
