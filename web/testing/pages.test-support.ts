/** Every page of the workbench, as its path with the example study open. */
export const pages: readonly string[] = [
  "/",
  "/study",
  "/rooms/particles",
  "/rooms/cytometry",
  "/standards",
  "/design",
  "/compare",
  "/clouds",
  "/files",
  "/files/fcs%2Fbuffer.fcs",
  "/samples",
  "/parameters",
  "/report",
  "/tools",
  "/tools/particles.stokesEinstein",
  "/tools/cytometry.collectedScatter",
];
