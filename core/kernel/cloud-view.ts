import type { AxisView, CloudAxis } from "./cloud.ts";
import type { IssueDefinition } from "./issue.ts";
import * as portable from "./portable/index.ts";
import type { TextParameters } from "./text.ts";

/** Most bins along an axis of a cloud. */
export const mostCloudBins = 2048;

/** An axis as it is binned: places of linear values, and the places of the view's limits. */
export interface ViewScale {
  /** Null: a place is the linear value itself. Else asinh(value / cofactor), -1 to 1 at the limit further from 0. */
  readonly place: ((value: number) => number) | null;
  readonly from: number;
  readonly to: number;
}

/** The scale of a view. */
export function viewScale({ cofactor, from, to }: AxisView): ViewScale {
  if (cofactor === null) return { place: null, from, to };
  const [low, high] = [portable.asinh(from / cofactor), portable.asinh(to / cofactor)];
  const whole = Math.max(Math.abs(low), Math.abs(high));
  return { place: (value) => portable.asinh(value / cofactor) / whole, from: low / whole, to: high / whole };
}

/** Where a linear value stands on the display: 0 at the view's `from`, 1 at its `to`. */
export function viewPlace(view: AxisView, value: number): number {
  const { place, from, to } = viewScale(view);
  return ((place ? place(value) : value) - from) / (to - from);
}

/** The linear value at a place of the display; the inverse of `viewPlace`. */
export function viewValue({ cofactor, from, to }: AxisView, place: number): number {
  if (cofactor === null) return from + place * (to - from);
  const [low, high] = [portable.asinh(from / cofactor), portable.asinh(to / cofactor)];
  return cofactor * portable.sinh(low + place * (high - low));
}

/** Why a cloud cannot be looked at so; the room raises the issue `<room>-cloud-<code>`. */
export interface CloudFault {
  readonly code: keyof typeof cloudDefinitions;
  readonly parameters: TextParameters;
}

/** The first fault of these views and bins on a cloud's axes; null where they can be drawn. */
export function cloudFault(
  axes: readonly CloudAxis[],
  views: readonly AxisView[],
  bins: number,
): CloudFault | null {
  const unknown = views.find(({ axis }) => !axes.some(({ id }) => id === axis));
  if (unknown) return axisFault(axes, unknown.axis);
  const wrong = views.find((view) => !isUsable(view));
  if (wrong) {
    const { axis, from, to, cofactor } = wrong;
    return { code: "view-invalid", parameters: { axis, from, to, cofactor: String(cofactor) } };
  }
  if (Number.isInteger(bins) && bins >= 1 && bins <= mostCloudBins) return null;
  return { code: "bins", parameters: { bins, most: mostCloudBins } };
}

/** The fault of an axis that a cloud does not have. */
export function axisFault(axes: readonly CloudAxis[], axis: string): CloudFault {
  return { code: "axis-unknown", parameters: { axis, axes: axes.map(({ id }) => id).join(", ") } };
}

// limits are told apart in single precision, as the events are
function isUsable(view: AxisView): boolean {
  const { cofactor } = view;
  if (cofactor !== null && !(cofactor > 0 && cofactor < Number.POSITIVE_INFINITY)) return false;
  const { from, to } = viewScale(view);
  const [low, high, perBin] = [from, to, mostCloudBins / (to - from)].map(Math.fround);
  return Number.isFinite(low) && Number.isFinite(high) && high! > low! && Number.isFinite(perBin);
}

/** The sentences of the faults, for the issues of each room. */
export const cloudDefinitions = {
  "axis-unknown": {
    severity: "error",
    message: {
      en: "There is no axis {axis} to look at; there are {axes}",
      ja: "軸 {axis} はありません（表示できる軸：{axes}）",
    },
    remedy: { en: "Choose one of these axes.", ja: "これらの軸から選んでください。" },
  },
  "view-invalid": {
    severity: "error",
    message: {
      en: "The axis {axis} cannot be shown from {from} to {to} (cofactor {cofactor})",
      ja: "軸 {axis} を {from} から {to} まで表示できません（cofactor {cofactor}）",
    },
    remedy: {
      en: "Give a lower limit under the upper one, far enough apart for single precision, and a cofactor above 0 or none.",
      ja: "下限は上限より小さく（単精度で区別できる幅で）、cofactor は正の値か「なし」にしてください。",
    },
  },
  bins: {
    severity: "error",
    message: {
      en: "{bins} is no number of bins from 1 to {most}",
      ja: "ビン数 {bins} は使えません（1 から {most} まで）",
    },
    remedy: { en: "Ask for a whole number of bins in that range.", ja: "範囲内の整数を指定してください。" },
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
