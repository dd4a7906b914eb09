import { z } from "zod";
import {
  accepted,
  field,
  type Issue,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import { type Cumulants, fitCumulants } from "./correlogram-fit.ts";
import { defineFinite } from "./finite-result.ts";
import { particlesIssues } from "./issues.ts";
import { temperature, viscosity } from "./schemas.ts";
import { hydrodynamicDiameter } from "./stokes-einstein.ts";
import { mediumViscosity } from "./water-viscosity.ts";

/** Scattering vector q in 1/nm: (4 pi n / lambda) sin(theta / 2); `wavelength` in nm (vacuum), `angle` in degrees. */
export function scatteringVector(refractiveIndex: number, wavelength: number, angle: number): number {
  return ((4 * Math.PI * refractiveIndex) / wavelength) * portable.sin((angle * Math.PI) / 360);
}

/** Decay rate Gamma in 1/s of particles that diffuse with `diffusion` um2/s at scattering vector `q` in 1/nm. */
export function decayRate(diffusion: number, q: number): number {
  return diffusion * 1e6 * q * q;
}

export interface FitWindow {
  /** Shorter delays, in us, are left out: detector afterpulsing. */
  readonly firstDelay: number;
  /** The window ends before g2 - 1 first falls below this fraction of its value at the start. */
  readonly cutoff: number;
}

/** The part of a correlogram inside the fit window; the start is the greatest of its first three values. */
export function insideWindow(
  delay: ArrayLike<number>,
  correlation: ArrayLike<number>,
  window: FitWindow,
): { readonly delay: number[]; readonly correlation: number[] } {
  let first = 0;
  while (first < delay.length && !(delay[first]! >= window.firstDelay)) first++;
  let start = Number.NEGATIVE_INFINITY;
  for (let i = first; i < Math.min(first + 3, delay.length); i++) start = Math.max(start, correlation[i]!);
  let end = first;
  while (end < delay.length && correlation[end]! >= window.cutoff * start) end++;
  const kept = { delay: [] as number[], correlation: [] as number[] };
  for (let i = first; i < end; i++) {
    kept.delay.push(delay[i]!);
    kept.correlation.push(correlation[i]!);
  }
  return kept;
}

const fewestPoints = 10;

/**
 * Second-order cumulants of a correlogram: `delay` in us ascending, `correlation` is g2 - 1.
 * Issues: `particles-correlogram-invalid`, `particles-correlogram-no-decay`.
 */
export function cumulantsOf(
  delay: ArrayLike<number>,
  correlation: ArrayLike<number>,
  window: FitWindow,
): Result<Cumulants & { readonly points: number; readonly lastDelay: number }> {
  const invalid = (reason: string) =>
    refused(particlesIssues.raise("particles-correlogram-invalid", { reason }));
  if (delay.length !== correlation.length)
    return invalid(`delay.length = ${delay.length}, correlation.length = ${correlation.length}`);
  for (let i = 0; i < delay.length; i++) {
    if (!Number.isFinite(correlation[i]!) || !(delay[i]! > (i === 0 ? 0 : delay[i - 1]!)))
      return invalid(`#${i + 1}`);
  }
  const kept = insideWindow(delay, correlation, window);
  if (kept.delay.length < fewestPoints) {
    return refused(particlesIssues.raise("particles-correlogram-no-decay", { points: kept.delay.length }));
  }
  const fit = fitCumulants(kept.delay, kept.correlation);
  if (!fit) {
    return refused(particlesIssues.raise("particles-correlogram-no-decay", { points: kept.delay.length }));
  }
  return accepted({ ...fit, points: kept.delay.length, lastDelay: kept.delay[kept.delay.length - 1]! });
}

/** Above these the polydispersity index makes the cumulant result unreliable, and the Z-average is withheld. */
export const polydispersityLimits = { unreliable: 0.4, reject: 0.7 } as const;

export interface DlsConditions {
  readonly temperature: number;
  readonly viscosity?: number | undefined;
  readonly refractiveIndex?: number | undefined;
  readonly wavelength?: number | undefined;
  readonly angle?: number | undefined;
}

/** Refractive index of water at 20-25 C in visible light, the assumption where none is given. */
const waterIndex = 1.33;

/**
 * Z-average (nm) and polydispersity index of a correlogram by cumulants (ISO 22412, not opened): D = Gamma / q^2,
 * PI = mu2 / Gamma^2. Also gives `particles-dls-geometry-missing`, `particles-dls-polydisperse`.
 */
export function zAverageOf(
  delay: ArrayLike<number>,
  correlation: ArrayLike<number>,
  conditions: DlsConditions,
  window: FitWindow,
) {
  const { wavelength, angle } = conditions;
  if (wavelength === undefined || angle === undefined) {
    const missing = [wavelength === undefined && "wavelength", angle === undefined && "angle"].filter(
      Boolean,
    );
    return refused(particlesIssues.raise("particles-dls-geometry-missing", { missing: missing.join(", ") }));
  }
  const medium = mediumViscosity(conditions.temperature, conditions.viscosity);
  if (isRefused(medium)) return medium;
  const fitted = cumulantsOf(delay, correlation, window);
  if (isRefused(fitted)) return fitted;
  const { beta, gamma, mu2, residual, points, lastDelay } = fitted.value;
  const q = scatteringVector(conditions.refractiveIndex ?? waterIndex, wavelength, angle);
  const diffusion = gamma / (q * q);
  const polydispersityIndex = mu2 / (gamma * gamma);
  const diameter = hydrodynamicDiameter(diffusion, conditions.temperature, medium.value.viscosity);
  const rejected = polydispersityIndex > polydispersityLimits.reject;
  const flags: string[] = [];
  const warnings: Issue[] = [];
  if (polydispersityIndex > polydispersityLimits.unreliable) {
    flags.push(rejected ? "dls_polydispersity_reject" : "dls_polydispersity_unreliable");
    warnings.push(
      particlesIssues.raise("particles-dls-polydisperse", {
        index: Number(polydispersityIndex.toPrecision(3)),
      }),
    );
  }
  if (mu2 < 0) flags.push("dls_negative_second_cumulant");
  return accepted(
    {
      /** In nm; null where the polydispersity index rejects it. */
      zAverage: rejected ? null : diameter,
      polydispersityIndex,
      /** In um2/s. */
      diffusion,
      /** In 1/s. */
      decayRate: gamma * 1e6,
      intercept: beta,
      /** In 1/nm. */
      scatteringVector: q,
      residual,
      points,
      lastDelay,
      flags: flags as readonly string[],
      assumptions: [
        "sphere",
        "weighted_by_scattered_intensity",
        ...(medium.value.source === "water" ? ["viscosity_of_water"] : []),
        ...(conditions.refractiveIndex === undefined ? ["refractive_index_of_water"] : []),
      ] as readonly string[],
    },
    warnings,
  );
}

export const dlsCumulants = defineFinite({
  id: "particles.dlsCumulants",
  version: "1",
  title: {
    en: "Z-average and polydispersity (DLS cumulants)",
    ja: "Z 平均径と多分散指数（DLS キュムラント法）",
  },
  summary: {
    en: "Fits second-order cumulants to an intensity correlogram; the size is weighted by scattered intensity.",
    ja: "散乱強度の自己相関関数に 2 次キュムラントを当てはめます。粒子径は散乱強度基準です。",
  },
  input: z.object({
    delay: field(z.array(z.number()), "us", "Delay times, ascending", "遅延時間（昇順）"),
    correlation: field(z.array(z.number()), "1", "Intensity correlation minus one", "強度自己相関 - 1"),
    temperature,
  }),
  parameters: z.object({
    wavelength: field(
      z.number().positive().optional(),
      "nm",
      "Laser wavelength in vacuum",
      "レーザー波長（真空中）",
    ),
    angle: field(z.number().gt(0).max(180).optional(), "deg", "Scattering angle", "散乱角"),
    refractiveIndex: field(
      z.number().min(1).optional(),
      "1",
      "Refractive index of the medium; 1.33 (water) where not given",
      "媒質の屈折率（指定がなければ水の 1.33）",
    ),
    viscosity: viscosity.optional(),
    firstDelay: field(
      z.number().nonnegative().default(0.5),
      "us",
      "Shortest delay used",
      "使用する最短遅延時間",
    ),
    cutoff: field(
      z.number().gt(0).lt(1).default(0.1),
      "1",
      "Fit until the correlation falls to this fraction of its start",
      "相関がこの割合に下がるまでを当てはめに使用",
    ),
  }),
  example: {
    input: {
      delay: [0.5, 1, 2, 5, 10, 20, 40, 60, 80, 100, 150, 200, 250, 300, 400, 500],
      correlation: [
        0.9174, 0.9148, 0.9096, 0.8943, 0.8693, 0.8215, 0.7338, 0.6559, 0.5866, 0.5248, 0.3983, 0.3032,
        0.2316, 0.1774, 0.105, 0.0628,
      ],
      temperature: 298.15,
    },
    parameters: { wavelength: 633, angle: 173 },
  },
  run: (input, { firstDelay, cutoff, ...optics }) =>
    zAverageOf(
      input.delay,
      input.correlation,
      { temperature: input.temperature, ...optics },
      { firstDelay, cutoff },
    ),
});
