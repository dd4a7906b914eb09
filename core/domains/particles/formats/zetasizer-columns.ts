/** A header cell taken apart: `Sizes[3] (d.nm)` is name `sizes`, index 3, unit `d.nm`. */
export interface Heading {
  readonly written: string;
  readonly name: string;
  readonly index: number | null;
  readonly unit: string;
}

export type Scalar =
  | "zAverage"
  | "polydispersityIndex"
  | "derivedCountRate"
  | "intercept"
  | "temperature"
  | "viscosity"
  | "refractiveIndex"
  | "wavelength"
  | "angle";

const scalars: Readonly<Record<string, Scalar>> = {
  "z-average": "zAverage",
  "z-ave": "zAverage",
  pdi: "polydispersityIndex",
  "derived count rate": "derivedCountRate",
  intercept: "intercept",
  t: "temperature",
  temperature: "temperature",
  viscosity: "viscosity",
  "dispersant viscosity": "viscosity",
  "dispersant ri": "refractiveIndex",
  "laser wavelength": "wavelength",
  "scattering angle": "angle",
};

const units: Readonly<Record<Scalar, { readonly unit: string; readonly written: RegExp }>> = {
  zAverage: { unit: "nm", written: /^(?:d\.)?nm$/ },
  polydispersityIndex: { unit: "1", written: /^$/ },
  derivedCountRate: { unit: "kcps", written: /^kcps$/ },
  intercept: { unit: "1", written: /^$/ },
  temperature: { unit: "Cel", written: /^(?:[°º]?C|℃)$/ },
  viscosity: { unit: "mPa.s", written: /^(?:cP|mPa[.·]?s)$/ },
  refractiveIndex: { unit: "1", written: /^$/ },
  wavelength: { unit: "nm", written: /^nm$/ },
  angle: { unit: "deg", written: /^(?:°|deg)$/ },
};

export type ArrayName = "sizes" | "intensities" | "volumes" | "numbers" | "delays" | "correlation";

const arrays: Readonly<Record<string, ArrayName>> = {
  sizes: "sizes",
  intensities: "intensities",
  volumes: "volumes",
  numbers: "numbers",
  "correlation delay times": "delays",
  "correlation data": "correlation",
};

const arrayUnits: Readonly<Record<ArrayName, { readonly unit: string; readonly written: RegExp }>> = {
  sizes: { unit: "nm", written: /^(?:d\.)?nm$/ },
  intensities: { unit: "%", written: /^(?:Percent|%)$/i },
  volumes: { unit: "%", written: /^(?:Percent|%)$/i },
  numbers: { unit: "%", written: /^(?:Percent|%)$/i },
  delays: { unit: "us", written: /^[µμu]s$/ },
  correlation: { unit: "1", written: /^$/ },
};

/**
 * A degree sign or a micro sign read in another code page: bytes B0 43 and B5 73 are 캜 and 탎 in Korean Windows,
 * 癈 and 祍 in Chinese, ｰC and ｵs in Japanese.
 */
const garbledCelsius = /^(?:[^\x20-\x7e]?C|캜|癈|\?C)$/;
const garbledMicroseconds = /^(?:[^\x20-\x7e]s|탎|祍|\?s)$/;

export type UnitCheck = "right" | "garbled" | "other";

export function headingOf(cell: string): Heading {
  if (cell.length > 200) return { written: cell, name: "", index: null, unit: "" };
  const [, name = "", index, unit = ""] =
    /^([^[(]*)(?:\[(\d{1,5})\])?\s*(?:\(([^)]*)\))?\s*$/.exec(cell) ?? [];
  return {
    written: cell,
    name: name.trim().toLowerCase().replace(/\s+/g, " "),
    index: index === undefined ? null : Number(index),
    unit: unit.trim(),
  };
}

export function scalarOf(heading: Heading): Scalar | null {
  return heading.index === null && Object.hasOwn(scalars, heading.name) ? scalars[heading.name]! : null;
}

export function arrayOf(heading: Heading): ArrayName | null {
  return heading.index !== null && Object.hasOwn(arrays, heading.name) ? arrays[heading.name]! : null;
}

export function scalarUnit(scalar: Scalar): string {
  return units[scalar].unit;
}

export function arrayUnit(array: ArrayName): string {
  return arrayUnits[array].unit;
}

export function checkScalarUnit(scalar: Scalar, unit: string): UnitCheck {
  if (units[scalar].written.test(unit)) return "right";
  return scalar === "temperature" && garbledCelsius.test(unit) ? "garbled" : "other";
}

export function checkArrayUnit(array: ArrayName, unit: string): UnitCheck {
  if (arrayUnits[array].written.test(unit)) return "right";
  return array === "delays" && garbledMicroseconds.test(unit) ? "garbled" : "other";
}

/** `Intensity peak 2 (d.nm)` and `Pk 2 Mean Int (d.nm)` are peak diameters; `Pk 2 Area Int (Percent)` is a peak's area. */
export function peakOf(heading: Heading): { peak: number; part: "diameter" | "area" } | null {
  const mean = /^(?:intensity peak (\d)|pk (\d) mean int)$/.exec(heading.name);
  if (mean !== null) return { peak: Number(mean[1] ?? mean[2]), part: "diameter" };
  const area = /^(?:intensity area peak (\d)|pk (\d) area int)$/.exec(heading.name);
  return area === null ? null : { peak: Number(area[1] ?? area[2]), part: "area" };
}

/** A header line names the sample or type and something that light scattering measures. */
export function isHeader(cells: readonly string[]): boolean {
  if (!cells.some((cell) => /^(?:sample name|type)$/i.test(cell))) return false;
  const headings = cells.map(headingOf);
  const names = new Set(headings.map((heading) => heading.name));
  const measured = headings.some((heading) => arrayOf(heading) !== null);
  return measured || names.has("z-average") || names.has("z-ave");
}
