import { accepted, type Result, refused } from "../../../../kernel/index.ts";
import type { Gate, GateAxis } from "./gate.ts";
import { gatesIssues } from "./issues.ts";
import { medianAndMad } from "./robust.ts";

export interface SingletGate {
  /** A triangle from the origin in the plane of height and area. */
  readonly gate: Gate;
  /** Median of area / height, and its scaled median absolute deviation. */
  readonly ratio: number;
  readonly spread: number;
  /** Events with both pulses above 0, which set the band. */
  readonly used: number;
  readonly assumptions: readonly string[];
}

export interface SingletInput {
  readonly id: string;
  readonly parent: string | null;
  readonly area: { readonly channel: string; readonly values: ArrayLike<number> };
  readonly height: { readonly channel: string; readonly values: ArrayLike<number> };
  /** Half-width of the band in scaled median absolute deviations. */
  readonly width: number;
  /** Height up to which the gate reaches, as the channel's range; the greatest one given where it is left out. */
  readonly top?: number;
}

const fewest = 50;

/**
 * The gate of single events: area / height within `width` robust deviations of its median, up to the height `top`,
 * both linear and uncompensated. Issues: `cytometry-auto-gate-parameter`, `cytometry-auto-gate-too-few`,
 * `cytometry-auto-gate-no-spread`. Assumption: `singlet_gate`.
 */
export function singletGate(input: SingletInput): Result<SingletGate> {
  const { id, parent, area, height, width } = input;
  if (!(width > 0 && Number.isFinite(width)))
    return refused(gatesIssues.raise("cytometry-auto-gate-parameter", { name: "width", value: width }));
  const ratios: number[] = [];
  let highest = 0;
  for (let i = 0; i < area.values.length; i++) {
    const a = area.values[i]!;
    const h = height.values[i]!;
    if (!(a > 0 && h > 0 && Number.isFinite(a / h))) continue;
    ratios.push(a / h);
    highest = Math.max(highest, h);
  }
  if (ratios.length < fewest) {
    const parameters = { needed: fewest, events: ratios.length };
    return refused(gatesIssues.raise("cytometry-auto-gate-too-few", parameters));
  }
  const { center, spread } = medianAndMad(ratios);
  if (!(spread > 1e-9 * center)) {
    const what = `${area.channel} / ${height.channel}`;
    return refused(gatesIssues.raise("cytometry-auto-gate-no-spread", { what }));
  }
  const axis = (channel: string): GateAxis => ({ channel, compensated: false, scale: null });
  const top = input.top ?? highest;
  const low = Math.max(0, center - width * spread);
  return accepted({
    gate: {
      kind: "polygon",
      id,
      parent,
      axes: [axis(height.channel), axis(area.channel)],
      vertices: [
        [0, 0],
        [top, low * top],
        [top, (center + width * spread) * top],
      ],
    },
    ratio: center,
    spread,
    used: ratios.length,
    assumptions: ["singlet_gate"],
  });
}
