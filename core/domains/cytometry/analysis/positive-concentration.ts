import { draft, finiteInterval, type Interval, portable, type Step } from "../../../kernel/index.ts";
import type { CytometryParameters } from "./parameters.ts";
import { type SampleSets, sampleKey } from "./placed.ts";
import type { MarkerAnswer } from "./positives.ts";
import type { SampleConcentration } from "./sample.ts";

/** Concentration of a sample's positives in each channel: all counted events per volume, before the buffer is subtracted since no buffer event is among the positives, times the fraction of them; the relative uncertainties of the sample's concentration and of the fraction as independent on the logarithmic scale. */
export function positiveConcentrations(
  sample: SampleSets,
  markers: readonly MarkerAnswer[],
  { steps: concentrations, gross }: SampleConcentration,
  { level }: CytometryParameters,
): readonly Step[] {
  const whole = concentrations
    .flatMap(({ estimates }) => estimates)
    .find(({ subject, bound }) => subject.level === "sample" && !bound);
  if (!whole || gross === null) return [];
  return markers.flatMap(({ step, channel }): Step[] => {
    const fraction = step.estimates.find(({ id }) => id === "cytometry.positiveFraction");
    if (!fraction) return [];
    const value = gross * fraction.value;
    const estimate = draft("cytometry.positiveConcentration", whole.subject, value, whole.unit, {
      interval: fraction.bound
        ? null
        : finiteInterval(
            product(value, whole.interval, fraction.interval, whole.value, fraction.value, level),
          ),
      n: whole.n,
      assumptions: [...new Set([...whole.assumptions, ...fraction.assumptions])],
      flags: [...new Set([...whole.flags, ...fraction.flags])],
      qualifiers: { ...whole.qualifiers, channel },
      ...(fraction.bound ? { bound: fraction.bound } : {}),
    });
    return [
      {
        key: `positive-concentration:${sampleKey(sample)}:${channel}`,
        operation: { id: "cytometry.positiveConcentration", version: "1" },
        parameters: { channel, level },
        inputs: [concentrations[0]!.key, step.key],
        estimates: [estimate],
      },
    ];
  });
}

function product(
  value: number,
  a: Interval | null,
  b: Interval | null,
  atA: number,
  atB: number,
  level: number,
): Interval | null {
  if (!a || !b || !(a.lower > 0) || !(b.lower > 0)) return null;
  const down = portable.hypot(portable.log(atA / a.lower), portable.log(atB / b.lower));
  const up = portable.hypot(portable.log(a.upper / atA), portable.log(b.upper / atB));
  return {
    kind: "confidence",
    level,
    lower: value * portable.exp(-down),
    upper: value * portable.exp(up),
    method: "lognormal-propagation",
  };
}
