import { portable } from "../../../../kernel/index.ts";
import type { ScaleFunction } from "./scale-function.ts";

/** One mark of an axis. */
export interface ScaleTick {
  /** Linear value. */
  readonly value: number;
  /** `0`, `10³`, `−10³`; empty for a minor mark. */
  readonly label: string;
  readonly major: boolean;
}

/** Marks of powers of ten nearer to 0 than this share of the axis would stand on the mark of 0. */
const leastGap = 0.04;
const mostPowers = 12;
/** Ends nearer to each other than this share of them have no marks. */
const narrowest = 1e-9;
const leastPower = -307;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Marks of an axis in ascending order: 0 and signed powers of ten with their multiples between them, or steps of 1, 2 or
 * 5 on a linear scale. `domain` is in linear values; without it the axis is 0 to 1, for a cofactor -1 to 10^4 cofactors.
 */
export function scaleTicks(scale: ScaleFunction, domain?: readonly [number, number]): readonly ScaleTick[] {
  const [from, to] = domain ?? ownDomain(scale);
  if (!(to - from > narrowest * Math.max(Math.abs(from), Math.abs(to)) && Number.isFinite(to - from)))
    return [];
  if (scale.scale.kind === "linear") return linearTicks(from, to);
  return powerTicks(scale, from, to);
}

function ownDomain({ scale, inverse }: ScaleFunction): readonly [number, number] {
  return scale.kind === "cofactor" ? [-scale.cofactor, 1e4 * scale.cofactor] : [inverse(0), scale.t];
}

function linearTicks(from: number, to: number): ScaleTick[] {
  const rough = (to - from) / 5;
  const power = portable.pow(10, Math.floor(portable.log10(rough)));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(from / step);
  const count = Math.min(Math.floor(to / step) - first + 1, mostPowers);
  if (!Number.isSafeInteger(first) || !(count > 0)) return [];
  return Array.from({ length: count }, (_, i) => {
    const value = Number(((first + i) * step).toPrecision(12));
    return { value, label: plainLabel(value), major: true };
  });
}

function powerTicks({ scale, forward }: ScaleFunction, from: number, to: number): ScaleTick[] {
  const isLog = scale.kind === "log";
  const span = forward(to) - forward(from);
  const greatest = Math.floor(portable.log10(Math.max(Math.abs(from), Math.abs(to))) + 1e-12);
  const near = (value: number) => forward(value) - forward(0) < leastGap * span;
  let least = isLog ? Math.floor(portable.log10(from)) : greatest;
  if (!Number.isFinite(least) || !(span > 0)) return [];
  while (!isLog && least > leastPower && !near(portable.pow(10, least - 1))) least--;
  const every = Math.max(1, Math.ceil((greatest - least + 1) / mostPowers));
  const up: ScaleTick[] = [];
  for (let power = least; power <= greatest; power += every) {
    up.push({ value: portable.pow(10, power), label: powerLabel(power), major: true });
    if (every > 1) continue;
    for (let factor = 2; factor <= 9; factor++)
      up.push({ value: factor * portable.pow(10, power), label: "", major: false });
  }
  const down = isLog ? [] : up.map((tick) => negative(tick)).reverse();
  const zero = isLog ? [] : [{ value: 0, label: "0", major: true }];
  const slack = 1e-12 * Math.max(Math.abs(from), Math.abs(to));
  return [...down, ...zero, ...up].filter(({ value }) => value >= from - slack && value <= to + slack);
}

function negative({ value, label, major }: ScaleTick): ScaleTick {
  return { value: -value, label: label === "" ? "" : `−${label}`, major };
}

function powerLabel(power: number): string {
  if (power === 0) return "1";
  const digits = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]!).join("");
  return `10${power < 0 ? "⁻" : ""}${digits}`;
}

function plainLabel(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e6)) return sign + String(size);
  const power = Math.floor(portable.log10(size) + 1e-12);
  const factor = Number((size / portable.pow(10, power)).toPrecision(12));
  return `${sign}${factor === 1 ? "" : `${factor}×`}${powerLabel(power)}`;
}
