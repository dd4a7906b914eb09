import type { Setting } from "../../../kernel/index.ts";

/** Whether a method takes its sizes from diffusion, so that temperature, viscosity and drift matter. */
export function sizedByDiffusion(method: string): boolean {
  return method === "NTA" || method === "unknown";
}

/** Whether the file says that the vendor's finite-track adjustment made its distribution: NanoSight's `FTLA`. */
export function smoothedBySoftware(settings: readonly Setting[]): boolean {
  return settings.some(
    ({ key, values }) =>
      key.trim().toLowerCase() === "analysis method" && values.some((value) => /\bFTLA\b/i.test(value)),
  );
}

/** What the sizes of one capture rest on. */
export function sizingAssumptions(method: string, smoothed: boolean): string[] {
  if (!sizedByDiffusion(method)) return ["tracks_independent"];
  return [
    "tracks_independent",
    "spheres_stokes_einstein",
    ...(smoothed ? ["distribution_smoothed_by_software"] : []),
  ];
}
