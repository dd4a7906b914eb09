import type { EventAxis, EventPlan } from "./plan.ts";

/** A channel without a scale. */
export function linear({ channel, compensated }: { channel: number; compensated: boolean }): EventAxis {
  return { channel, compensated, scale: null };
}

/** Every value that a plan looks at. */
export function axesOf(plan: EventPlan): EventAxis[] {
  return [
    ...plan.gates.flatMap((gate) =>
      gate.kind === "rectangle"
        ? gate.bounds.map(({ axis }) => axis)
        : gate.kind === "boolean"
          ? []
          : [...gate.axes],
    ),
    ...plan.histograms2d.flatMap(({ x, y }) => [x, y]),
    ...plan.spectra.map(linear),
    ...plan.profiles.map(({ axis }) => axis),
    ...(plan.sample?.channels.map(linear) ?? []),
  ];
}

export function isCompensated(plan: EventPlan, axis: { channel: number; compensated: boolean }): boolean {
  return axis.compensated && (plan.compensation?.channels.includes(axis.channel) ?? false);
}
