import { portable } from "../../../../kernel/index.ts";
import { absorbingCoatedSeries, absorbingSphereSeries } from "./absorbing.ts";
import { coatedSeries } from "./coated.ts";
import { isModerate, moderateCoated, moderateSphere } from "./moderate.ts";
import type { MieSeries } from "./series.ts";
import { sphereSeries } from "./sphere.ts";

/** A refractive index; `absorption` is its imaginary part, whose sign is a convention and is not looked at. */
export interface RefractiveIndex {
  readonly index: number;
  readonly absorption: number;
}

/** A sphere of one material, or a core in a shell of constant thickness (nm); the diameter is the outer one. */
export type ParticleModel =
  | { readonly kind: "solid"; readonly material: RefractiveIndex }
  | {
      readonly kind: "coreShell";
      readonly core: RefractiveIndex;
      readonly shell: RefractiveIndex;
      readonly shellThickness: number;
    };

export function transparent(index: number): RefractiveIndex {
  return { index, absorption: 0 };
}

export function solid(index: number): ParticleModel {
  return { kind: "solid", material: transparent(index) };
}

/** A vesicle: membrane of index 1.48, 6 nm thick, around a lumen of index 1.38 unless told otherwise. */
export function vesicle(coreIndex = 1.38, shellIndex = 1.48, shellThickness = 6): ParticleModel {
  return {
    kind: "coreShell",
    core: transparent(coreIndex),
    shell: transparent(shellIndex),
    shellThickness,
  };
}

/** Lumen indices between which vesicles are taken to lie. */
export const vesicleCoreIndices = { lower: 1.36, upper: 1.4 } as const;

/** Index of `model` with outer `diameter` (nm), averaged over its volume. */
export function volumeAverageIndex(model: ParticleModel, diameter: number): number {
  if (model.kind === "solid") return model.material.index;
  const part = portable.cube(Math.max(0, 1 - (2 * model.shellThickness) / diameter));
  return part * model.core.index + (1 - part) * model.shell.index;
}

/** Whether some part of `model` differs from the medium enough to scatter. */
export function hasContrast(model: ParticleModel, mediumIndex: number): boolean {
  const materials = model.kind === "solid" ? [model.material] : [model.core, model.shell];
  return materials.some(
    ({ index, absorption }) => portable.hypot(index / mediumIndex - 1, absorption / mediumIndex) > 1e-6,
  );
}

/** Mie coefficients of `model` with outer `diameter` (nm) where a wave of `wavelength` (vacuum, nm) runs in `mediumIndex`; a shell thicker than the radius leaves a sphere of shell. */
export function particleSeries(
  model: ParticleModel,
  diameter: number,
  wavelength: number,
  mediumIndex: number,
  series: MieSeries,
): void {
  const perNanometre = (Math.PI * mediumIndex) / wavelength;
  const x = diameter * perNanometre;
  const relative = ({ index, absorption }: RefractiveIndex) => ({
    re: index / mediumIndex,
    im: Math.abs(absorption) / mediumIndex,
  });
  const core = model.kind === "solid" ? 0 : diameter - 2 * model.shellThickness;
  if (model.kind === "solid" || !(core > 0)) {
    const m = relative(model.kind === "solid" ? model.material : model.shell);
    if (m.im === 0) transparentSphere(x, m.re, series);
    else absorbingSphereSeries(x, m, series);
    return;
  }
  const inner = relative(model.core);
  const outer = relative(model.shell);
  if (!(core < diameter)) {
    if (inner.im === 0) transparentSphere(x, inner.re, series);
    else absorbingSphereSeries(x, inner, series);
  } else if (inner.im === 0 && outer.im === 0) {
    transparentCoated(core * perNanometre, x, inner.re, outer.re, series);
  } else {
    absorbingCoatedSeries(core * perNanometre, x, inner, outer, series);
  }
}

/** `sphereSeries` by the faster of its two forms. */
export function transparentSphere(x: number, m: number, series: MieSeries): void {
  if (isModerate(x, m * x, m, m)) moderateSphere(x, m, series);
  else sphereSeries(x, m, series);
}

/** `coatedSeries` by the faster of its two forms. */
export function transparentCoated(
  xCore: number,
  x: number,
  mCore: number,
  mShell: number,
  series: MieSeries,
): void {
  const moderate = isModerate(
    x,
    xCore * Math.min(mCore, mShell),
    Math.min(mCore, mShell),
    Math.max(mCore, mShell),
  );
  if (moderate) moderateCoated(xCore, x, mCore, mShell, series);
  else coatedSeries(xCore, x, mCore, mShell, series);
}
