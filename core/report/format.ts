import type { Estimate, Interval } from "../kernel/index.ts";

const superscripts: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

export function superscript(text: string): string {
  return text.replace(/[-0-9]/g, (character) => superscripts[character]!);
}

/** Power of ten of the first digit: 3 for 1230. */
function exponent(value: number): number {
  return value === 0 ? 0 : Number(value.toExponential().split("e")[1]);
}

const powerOfTen = (power: number): number => Number(`1e${power}`);
const signed = (digits: string): string => digits.replace("-", "−");
const timesTen = (power: number): string => `\u00a0×\u00a010${superscript(String(power))}`;
const isScientific = (value: number): boolean =>
  value !== 0 && (Math.abs(value) >= 1e5 || Math.abs(value) < 1e-3);

/** Thousands apart by a narrow no-break space from five digits on (ISO 80000-1). */
function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const parts = whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  return signed(fraction === undefined ? parts : `${parts}.${fraction}`);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

interface Layout {
  /** Power of ten taken out; null for plain digits. */
  readonly power: number | null;
  readonly decimals: number;
}

/** How to write `value` so that its last digit stands for 10^`lastPlace`, with at least `least` digits. */
function layout(value: number, lastPlace: number, least = 2): Layout {
  const first = exponent(value);
  if (!isScientific(value)) {
    return { power: null, decimals: clamp(Math.max(-lastPlace, value === 0 ? 0 : least - 1 - first), 0, 12) };
  }
  const rounded = Number(value.toExponential(clamp(first - lastPlace, least - 1, 12)));
  const power = exponent(rounded);
  return { power, decimals: clamp(power - lastPlace, least - 1, 12) };
}

function digits(value: number, { power, decimals }: Layout): string {
  return power === null
    ? grouped(value.toFixed(decimals))
    : grouped((value / powerOfTen(power)).toFixed(decimals));
}

function write(value: number, how: Layout): string {
  return digits(value, how) + (how.power === null ? "" : timesTen(how.power));
}

/** `value` with `significant` digits: `107`, `1046`, `0.0123`, `1.47 × 10⁹`. Whole numbers below 10⁵ keep all their digits. */
export function formatNumber(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  return write(value, layout(value, exponent(Number(value.toPrecision(significant))) - significant + 1, 1));
}

/** A whole number with all its digits: `12 345`. */
export function formatCount(value: number): string {
  return grouped(String(value));
}

/** `bytes` as `812 B`, `12.3 kB`, `4.5 MB`; 1 kB is 1000 B. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = clamp(Math.floor(exponent(bytes) / 3), 0, units.length - 1);
  const scaled = bytes / powerOfTen(3 * step);
  return `${step === 0 ? String(bytes) : scaled.toFixed(scaled < 99.95 ? 1 : 0)}\u00a0${units[step]}`;
}

/** Two significant digits, rounded away from what the bound allows so that the sentence stays true. */
function outward(value: number, bound: "below" | "above"): number {
  const near = Number(value.toPrecision(2));
  const stillTrue = bound === "below" ? near >= value : near <= value;
  if (stillTrue) return near;
  const step = powerOfTen(exponent(value) - 1) * (bound === "below" ? 1 : -1);
  return Number((near + step).toPrecision(2));
}

function isCount(value: number, unit: string): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e9 && /^(1|\{[^{}]*\})$/.test(unit);
}

function formatInterval(interval: Interval, how: Layout): string {
  const bounds = [interval.lower, interval.upper];
  const lost = bounds.some(
    (bound) => bound !== 0 && Number(digits(bound, how).replace("−", "-").replaceAll("\u202f", "")) === 0,
  );
  const long = how.power !== null && bounds.some((bound) => Math.abs(bound) >= powerOfTen(how.power! + 2));
  if (lost || long) return `[${bounds.map((bound) => formatNumber(bound, 2)).join(", ")}]`;
  const shared = how.power === null ? "" : timesTen(how.power);
  return `[${bounds.map((bound) => digits(bound, how)).join(", ")}]${shared}`;
}

/** Significant digits of a number as an instrument printed it, 5 at most; 3 where it is not a plain number. */
function printedDigits(printed: string | undefined): number {
  const mantissa = /^[-+]?([0-9]*\.?[0-9]*)(?:e[-+]?[0-9]+)?$/i.exec(printed?.trim() ?? "")?.[1] ?? "";
  const significant = mantissa.replace(".", "").replace(/^0+/, "").length;
  return significant === 0 ? 3 : Math.min(significant, 5);
}

export interface FormattedEstimate {
  readonly value: string;
  readonly interval: string | null;
}

/**
 * Value and interval as a person reads them, without unit: two digits of the uncertainty (half the interval) decide
 * the last place (GUM 7.2.6), three significant digits where there is none (as many as
 * the instrument printed, five at most), counts in full, limits as `< 2.1 × 10⁷`.
 */
export function formatEstimate(
  estimate: Pick<Estimate, "value" | "unit" | "interval" | "bound" | "printed">,
): FormattedEstimate {
  const { value, unit, interval, bound, printed } = estimate;
  if (bound !== undefined) {
    const sign = bound === "below" ? "<" : ">";
    const limit = isCount(value, unit) ? formatCount(value) : formatNumber(outward(value, bound), 2);
    return { value: `${sign}\u00a0${limit}`, interval: null };
  }
  const uncertainty = interval === null ? 0 : (interval.upper - interval.lower) / 2;
  if (interval === null || !(uncertainty > 0)) {
    const text = isCount(value, unit) ? formatCount(value) : formatNumber(value, printedDigits(printed));
    const how = layout(value, exponent(value) - 2);
    return { value: text, interval: interval === null ? null : formatInterval(interval, how) };
  }
  const lastPlace = exponent(Number(uncertainty.toExponential(1))) - 1;
  const how = layout(value, lastPlace);
  return { value: write(value, how), interval: formatInterval(interval, how) };
}

/** An axis label: `10⁹`, `2 × 10⁹`, `2.5 × 10⁻⁴`. */
export function formatAxisNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? "0" : "";
  const [mantissa = "", power = ""] = value.toExponential(3).split("e");
  const short = signed(String(Number(mantissa)));
  const ten = `10${superscript(String(Number(power)))}`;
  return short === "1" ? ten : short === "−1" ? `−${ten}` : `${short}\u2009×\u2009${ten}`;
}
