import { z } from "zod";
import type { Issue, Json, StudyDesign } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

/** What a study may set under `parameters: particles:` in `study.yaml`. */
export const particlesParameters = z
  .strictObject({
    level: z.number().gt(0.5).lt(1).default(0.95).meta({ unit: "1", description: "Level of the intervals" }),
    detectionLimit: z
      .number()
      .positive()
      .optional()
      .meta({ unit: "nm", description: "Least diameter that the instrument sees in these samples" }),
    concentrationState: z
      .record(z.string(), z.enum(["as measured", "original"]))
      .default({})
      .meta({
        description:
          "By file: what a printed concentration is of, where the file's own words do not say whether it includes the dilution",
      }),
    donors: z.enum(["paired", "independent"]).optional().meta({
      description:
        "How conditions are compared; where not given, paired if both have exactly the same donors, else independent",
    }),
    leastDetectedFraction: z.number().gt(0).max(1).default(0.95).meta({
      unit: "1",
      description: "Fraction above the detection limit (model) under which `truncated_below_dmin` is given",
    }),
    viscosityKnown: z
      .boolean()
      .default(false)
      .meta({ description: "The viscosity set in the instrument is that of the diluent used" }),
    minimumTracksPerCapture: z
      .number()
      .default(200)
      .meta({ unit: "1", description: "Fewer give `low_count`" }),
    minimumTracks: z
      .number()
      .default(1000)
      .meta({ unit: "1", description: "Fewer in a sample give `low_count`" }),
    mostParticlesPerFrame: z
      .number()
      .default(100)
      .meta({ unit: "1", description: "More give `high_density`" }),
    mostConcentration: z.number().default(1e9).meta({
      unit: "{particles}/mL",
      description: "Concentration as measured above which `high_density` is given",
    }),
    mostDrift: z
      .number()
      .default(12)
      .meta({ unit: "{pixels}", description: "Drift per frame above which `drift` is given" }),
    mostBlankShare: z
      .number()
      .default(0.1)
      .meta({ unit: "1", description: "Blank over sample above which `blank>10%` is given" }),
    mostVariation: z
      .number()
      .default(0.2)
      .meta({ unit: "1", description: "CV between captures above which `CV>20%` is given" }),
    wavelength: z
      .number()
      .positive()
      .optional()
      .meta({ unit: "nm", description: "Laser of a correlogram whose file names none" }),
    angle: z
      .number()
      .positive()
      .max(180)
      .optional()
      .meta({ unit: "deg", description: "Scattering angle of a correlogram whose file names none" }),
    refractiveIndex: z
      .number()
      .positive()
      .optional()
      .meta({ unit: "1", description: "Of the diluent, for a correlogram whose file names none" }),
    temperature: z
      .number()
      .positive()
      .optional()
      .meta({ unit: "K", description: "Of a correlogram whose file names none" }),
    viscosity: z
      .number()
      .positive()
      .optional()
      .meta({ unit: "mPa.s", description: "Of the diluent, for a correlogram whose file names none" }),
  })
  .meta({ title: "particles" });

export type ParticlesParameters = z.infer<typeof particlesParameters>;

/** The study's parameters for this room with defaults; issue `particles-parameters-invalid` names the first wrong one. */
export function parametersOf(design: Pick<StudyDesign, "parameters">): {
  value: ParticlesParameters;
  issues: Issue[];
} {
  const given: Json = design.parameters.particles ?? {};
  const parsed = particlesParameters.safeParse(given);
  if (parsed.success) return { value: parsed.data, issues: [] };
  const [first] = parsed.error.issues;
  const key = ["parameters", "particles", ...(first?.path ?? [])].join(".");
  const issue = analysisIssues.raise(
    "particles-parameters-invalid",
    { key, reason: first?.message ?? "" },
    { file: "study.yaml", place: { key } },
  );
  return { value: particlesParameters.parse({}), issues: [issue] };
}
