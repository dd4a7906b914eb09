import { z } from "zod";
import { accepted, field, isRefused, portable, type Result, refused } from "../../../kernel/index.ts";
import { straightLine } from "../../../statistics/straight-line.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { dilutionFactor } from "./schemas.ts";

/**
 * Diameter in nm from a resistive pulse: d = d_cal (pulse / pulse_cal)^(1/3), pulses as dR/R in one unit; for particles
 * much smaller than the pore. Source: Vogel 2016, 10.3402/jev.v5.31242 (abstract opened).
 */
export function pulseDiameter(pulse: number, calibrantPulse: number, calibrantDiameter: number): number {
  return calibrantDiameter * portable.cbrt(pulse / calibrantPulse);
}

export interface RatePoint {
  /** In Pa. */
  readonly pressure: number;
  /** In 1/min. */
  readonly rate: number;
}

export interface RateLine {
  /** Rate per pressure, in 1/(min.Pa). */
  readonly slope: number;
  readonly slopeSe: number | null;
  readonly intercept: number;
  /** Two-sided, of an intercept of 0; null with two points, where it cannot be tested. */
  readonly interceptP: number | null;
}

/** Line of particle rate on pressure; refused below two pressures (`particles-trps-pressures`) or where the rate does not rise (`particles-trps-sample-no-slope`, `particles-trps-calibrant-no-slope`). */
export function rateLine(points: readonly RatePoint[], of: "sample" | "calibrant"): Result<RateLine> {
  const pressures = new Set(points.map(({ pressure }) => pressure));
  const usable = points.every(
    ({ pressure, rate }) => Number.isFinite(pressure) && rate >= 0 && Number.isFinite(rate),
  );
  if (pressures.size < 2 || !usable) {
    return refused(particlesIssues.raise("particles-trps-pressures", { n: pressures.size }));
  }
  const line = points.length === 2 ? throughTwo(points[0]!, points[1]!) : fittedLine(points);
  if (isRefused(line)) return line;
  return line.value.slope > 0 ? line : refused(particlesIssues.raise(`particles-trps-${of}-no-slope`));
}

function throughTwo(a: RatePoint, b: RatePoint): Result<RateLine> {
  const slope = (b.rate - a.rate) / (b.pressure - a.pressure);
  return accepted({ slope, slopeSe: null, intercept: a.rate - slope * a.pressure, interceptP: null });
}

function fittedLine(points: readonly RatePoint[]): Result<RateLine> {
  const fit = straightLine(
    points.map(({ pressure }) => pressure),
    points.map(({ rate }) => rate),
  );
  if (isRefused(fit)) return fit;
  const { slope, intercept } = fit.value;
  const exact = intercept.se === 0;
  const interceptP = exact ? (Math.abs(intercept.value) > 0 ? 0 : 1) : intercept.p;
  return accepted({ slope: slope.value, slopeSe: slope.se, intercept: intercept.value, interceptP });
}

/** Concentration in the calibrant's unit from the slopes of rate on pressure: C = C_cal slope / slope_cal. */
export function concentrationFromSlopes(slope: number, calibrantSlope: number, calibrant: number): number {
  return (calibrant * slope) / calibrantSlope;
}

const settingsSchema = z.object({
  electrolyte: field(z.string(), "", "Electrolyte", "電解液"),
  stretch: field(z.number(), "mm", "Pore stretch", "ポアの伸張"),
  voltage: field(z.number(), "V", "Voltage", "電圧"),
});

const runSchema = z.object({
  rates: field(
    z.array(
      z.object({
        pressure: field(z.number(), "Pa", "Pressure", "圧力"),
        rate: field(z.number().nonnegative(), "/min", "Particle rate", "粒子検出頻度"),
      }),
    ),
    "",
    "Rates by pressure",
    "圧力ごとの頻度",
  ),
  settings: field(settingsSchema.optional(), "", "Settings of the instrument", "装置の設定"),
});

export const trpsCalibration = defineFinite({
  id: "particles.trpsCalibration",
  version: "1",
  title: { en: "TRPS calibration", ja: "TRPS の校正" },
  summary: {
    en: "Diameters from pulses and concentration from rate-pressure slopes against a calibrant under the same settings.",
    ja: "同一条件の校正粒子を基準に、パルス高さから粒子径を、頻度と圧力の傾きから濃度を求めます。",
  },
  input: z.object({
    pulses: field(z.array(z.number().positive()).default([]), "%", "Pulse heights dR/R", "パルス高さ dR/R"),
    sample: field(runSchema, "", "Sample", "試料"),
    calibrant: field(
      runSchema.extend({
        diameter: field(z.number().positive(), "nm", "Diameter of the calibrant", "校正粒子の直径"),
        pulse: field(z.number().positive(), "%", "Pulse height of the calibrant", "校正粒子のパルス高さ"),
        concentration: field(
          z.number().positive(),
          "{particles}/mL",
          "Concentration of the calibrant as run",
          "測定時の校正粒子濃度",
        ),
      }),
      "",
      "Calibrant",
      "校正粒子",
    ),
    dilution: dilutionFactor.optional(),
  }),
  parameters: z.object({
    interceptLevel: field(
      z.number().gt(0).lt(1).default(0.05),
      "1",
      "P value under which the intercept is not taken as 0",
      "切片を 0 とみなさない p 値",
    ),
  }),
  example: {
    input: {
      pulses: [0.061, 0.074, 0.088, 0.095, 0.112, 0.131, 0.158],
      sample: {
        rates: [
          { pressure: 400, rate: 310 },
          { pressure: 800, rate: 605 },
          { pressure: 1200, rate: 918 },
        ],
        settings: { electrolyte: "PBS", stretch: 45, voltage: 0.5 },
      },
      calibrant: {
        rates: [
          { pressure: 400, rate: 420 },
          { pressure: 800, rate: 835 },
          { pressure: 1200, rate: 1260 },
        ],
        settings: { electrolyte: "PBS", stretch: 45, voltage: 0.5 },
        diameter: 115,
        pulse: 0.11,
        concentration: 1.2e10,
      },
      dilution: 100,
    },
  },
  run({ pulses, sample, calibrant, dilution }, { interceptLevel }) {
    const differing = (["electrolyte", "stretch", "voltage"] as const).filter(
      (name) => sample.settings && calibrant.settings && sample.settings[name] !== calibrant.settings[name],
    );
    if (differing.length > 0) {
      return refused(
        particlesIssues.raise("particles-trps-settings-differ", { settings: differing.join(", ") }),
      );
    }
    if (dilution !== undefined && !(dilution >= 1)) {
      return refused(particlesIssues.raise("particles-dilution-factor-invalid", { factor: dilution }));
    }
    const lines = {
      sample: rateLine(sample.rates, "sample"),
      calibrant: rateLine(calibrant.rates, "calibrant"),
    };
    if (isRefused(lines.sample)) return lines.sample;
    if (isRefused(lines.calibrant)) return lines.calibrant;
    const both = [lines.sample.value, lines.calibrant.value];
    const asMeasured = concentrationFromSlopes(both[0]!.slope, both[1]!.slope, calibrant.concentration);
    return accepted({
      diameters: pulses.map((pulse) => pulseDiameter(pulse, calibrant.pulse, calibrant.diameter)),
      asMeasured,
      original: dilution === undefined ? null : asMeasured * dilution,
      sample: both[0]!,
      calibrant: both[1]!,
      assumptions: ["sphere", "particle_much_smaller_than_pore"],
      flags: [
        ...(both.some(({ interceptP }) => interceptP !== null && interceptP < interceptLevel)
          ? ["trps_intercept"]
          : []),
        ...(both.some(({ interceptP }) => interceptP === null) ? ["trps_intercept_not_tested"] : []),
        ...(sample.settings && calibrant.settings ? [] : ["trps_settings_not_compared"]),
      ],
    });
  },
});
