/** An axis of a chart: where values stand between 0 and 1, and its ticks. */
export interface ChartScale {
  readonly log: boolean;
  place(value: number): number;
  readonly ticks: readonly number[];
}

const decadesForLog = 3;

/** A scale over `values`; logarithmic where all are positive and span more than three decades. */
export function chartScale(values: readonly number[]): ChartScale {
  const lowest = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const highest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(lowest)) return { log: false, place: () => 0.5, ticks: [] };
  if (lowest > 0 && highest / lowest > 10 ** decadesForLog) return logScale(lowest, highest);
  return linearScale(lowest, highest);
}

function linearScale(lowest: number, highest: number): ChartScale {
  const span = highest - lowest || Math.abs(highest) || 1;
  const step = niceStep(span / 5);
  const from = Math.floor(lowest / step) * step;
  const to = Math.max(Math.ceil(highest / step) * step, from + step);
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) =>
    Number((from + index * step).toPrecision(12)),
  );
  return { log: false, ticks, place: (value) => (value - from) / (to - from) };
}

function logScale(lowest: number, highest: number): ChartScale {
  const from = Math.floor(Math.log10(lowest));
  const to = Math.ceil(Math.log10(highest));
  const every = Math.ceil((to - from) / 8);
  const ticks: number[] = [];
  for (let power = from; power <= to; power += every) ticks.push(Number(`1e${power}`));
  return { log: true, ticks, place: (value) => (Math.log10(value) - from) / (to - from) };
}

/** 1, 2 or 5 times a power of ten, not under `step`. */
function niceStep(step: number): number {
  const power = Number(`1e${Math.floor(Math.log10(step))}`);
  const nice = [1, 2, 5, 10].find((factor) => factor * power >= step * (1 - 1e-9)) ?? 10;
  return nice * power;
}
