import { z } from "zod";
import { accepted, field, type Result, refused } from "../../../../kernel/index.ts";
import { waterIndex } from "./dispersion.ts";
import { scatterIssues } from "./issues.ts";
import { type Optics, wrongOptics } from "./optics.ts";
import type { ParticleModel } from "./particle.ts";

export const diameters = field(
  z.array(z.number().positive()).min(1).max(10_000),
  "nm",
  "Outer diameters",
  "外径",
);

export const illumination = {
  wavelength: field(z.number().positive(), "nm", "Laser wavelength in vacuum", "レーザー波長（真空中）"),
  mediumIndex: field(
    z.number().positive().optional(),
    "1",
    "Refractive index of the medium; water at 20 degrees where it is not given",
    "媒質の屈折率（指定がなければ 20 ℃ の水）",
  ),
};

export const direction = {
  angle: field(
    z.number().default(90),
    "deg",
    "Angle of the collection axis from forward; 90 is side scatter",
    "前方を基準とした集光軸の角度（90 が側方散乱）",
  ),
  polarisation: field(
    z.enum(["perpendicular", "parallel", "unpolarised"]).default("perpendicular"),
    "",
    "Polarisation of the laser against the plane of beam and collection axis",
    "レーザーの偏光（ビームと集光軸がなす面に対して）",
  ),
  stop: field(
    z.number().nonnegative().default(0),
    "deg",
    "Half-angle of a round stop in the middle of the aperture",
    "開口中央の円形遮光の半角",
  ),
};

export const halfAngle = field(
  z.number(),
  "deg",
  "Half-angle of the collection cone, in the medium",
  "集光円錐の半角（媒質中）",
);

export const offset = field(
  z.number().default(0),
  "{a.u.}",
  "Median signal without particles",
  "粒子がないときの信号の中央値",
);

const core = field(
  z.number().positive().default(1.38),
  "1",
  "Refractive index of the core, or of the whole particle",
  "コア（シェルがなければ粒子全体）の屈折率",
);

export const particle = {
  coreIndex: core,
  shellIndex: field(
    z.number().positive().default(1.48),
    "1",
    "Refractive index of the shell",
    "シェルの屈折率",
  ),
  shellThickness: field(
    z.number().nonnegative().default(6),
    "nm",
    "Thickness of the shell; 0 for a particle of one material",
    "シェルの厚さ（均一な粒子では 0）",
  ),
  absorption: field(
    z.number().default(0),
    "1",
    "Imaginary part of the refractive index of the core; its sign does not matter",
    "コアの屈折率の虚部（符号は問わない）",
  ),
};

export interface ParticleParameters {
  readonly coreIndex: number;
  readonly shellIndex: number;
  readonly shellThickness: number;
  readonly absorption: number;
}

/** The model that the parameters describe; gives `cytometry-scatter-index`. */
export function modelOf(
  parameters: ParticleParameters,
  coreIndex = parameters.coreIndex,
): Result<ParticleModel> {
  const { shellIndex, shellThickness, absorption } = parameters;
  const wrong = [coreIndex, shellIndex].find((index) => !(index >= 0.1 && index <= 10));
  if (wrong !== undefined || !(Math.abs(absorption) <= 10)) {
    return refused(scatterIssues.raise("cytometry-scatter-index", { index: wrong ?? absorption }));
  }
  const material = { index: coreIndex, absorption };
  if (shellThickness === 0) return accepted({ kind: "solid", material });
  const shell = { index: shellIndex, absorption: 0 };
  return accepted({ kind: "coreShell", core: material, shell, shellThickness });
}

/** The optics with the medium's index filled in; gives `cytometry-scatter-optics`. */
export function opticsOf(
  given: Omit<Optics, "mediumIndex"> & { mediumIndex?: number | undefined },
): Result<Optics> {
  const optics: Optics = { ...given, mediumIndex: given.mediumIndex ?? waterIndex(given.wavelength).index };
  const name = wrongOptics(optics);
  return name === null
    ? accepted(optics)
    : refused(scatterIssues.raise("cytometry-scatter-optics", { name, value: optics[name] }));
}
