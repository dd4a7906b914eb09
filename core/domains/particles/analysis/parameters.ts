import { z } from "zod";
import { field, type Issue, type Json, type StudyDesign } from "../../../kernel/index.ts";
import { analysisIssues } from "./issues.ts";

/** What a study may set under `parameters: particles:` in `study.yaml`. */
export const particlesParameters = z
  .strictObject({
    level: field(z.number().gt(0.5).lt(1).default(0.95), "1", "Level of the intervals", "区間の信頼水準"),
    detectionLimit: field(
      z.number().positive().optional(),
      "nm",
      "Least diameter that the instrument sees in these samples",
      "この試料で装置が検出できる最小粒子径",
    ),
    concentrationState: field(
      z.record(z.string(), z.enum(["as measured", "original"])).default({}),
      "",
      "By file: what a printed concentration is of, where the file's own words do not say whether it includes the dilution",
      "ファイルごとに、印字された濃度が希釈液（as measured）と原試料（original）のどちらのものか。ファイルの記載では決まらない場合に書く",
    ),
    donors: field(
      z.enum(["paired", "independent"]).optional(),
      "",
      "How conditions are compared; where not given, paired if both have exactly the same donors, else independent",
      "条件の比較方法。省略時は、両条件のドナーが完全に同じなら対応あり（paired）、それ以外は独立（independent）",
    ),
    leastDetectedFraction: field(
      z.number().gt(0).max(1).default(0.95),
      "1",
      "Fraction above the detection limit (model) under which `truncated_below_dmin` is given",
      "検出限界を上回る割合（モデル）がこれを下回ると `truncated_below_dmin`",
    ),
    viscosityKnown: field(
      z.boolean().default(false),
      "",
      "The viscosity set in the instrument is that of the diluent used",
      "装置に設定した粘度が、使用した希釈液の粘度である",
    ),
    minimumTracksPerCapture: field(
      z.number().default(200),
      "1",
      "Fewer give `low_count`",
      "これより少ない測定に `low_count`",
    ),
    minimumTracks: field(
      z.number().default(1000),
      "1",
      "Fewer in a sample give `low_count`",
      "試料の合計がこれより少ないとき `low_count`",
    ),
    mostParticlesPerFrame: field(
      z.number().default(100),
      "1",
      "More give `high_density`",
      "これより多いとき `high_density`",
    ),
    mostConcentration: field(
      z.number().default(1e9),
      "{particles}/mL",
      "Concentration as measured above which `high_density` is given",
      "測定時濃度がこれを超えると `high_density`",
    ),
    mostDrift: field(
      z.number().default(12),
      "{pixels}",
      "Drift per frame above which `drift` is given",
      "1 フレームあたりのドリフトがこれを超えると `drift`",
    ),
    mostBlankShare: field(
      z.number().default(0.1),
      "1",
      "Blank over sample above which `blank>10%` is given",
      "試料に対するブランクの比がこれを超えると `blank>10%`",
    ),
    mostVariation: field(
      z.number().default(0.2),
      "1",
      "CV between captures above which `CV>20%` is given",
      "測定間の CV がこれを超えると `CV>20%`",
    ),
    wavelength: field(
      z.number().positive().optional(),
      "nm",
      "Laser of a correlogram whose file names none",
      "ファイルに記載のない相関関数のレーザー波長",
    ),
    angle: field(
      z.number().positive().max(180).optional(),
      "deg",
      "Scattering angle of a correlogram whose file names none",
      "ファイルに記載のない相関関数の散乱角",
    ),
    refractiveIndex: field(
      z.number().positive().optional(),
      "1",
      "Of the diluent, for a correlogram whose file names none",
      "ファイルに記載のない相関関数の希釈液の屈折率",
    ),
    temperature: field(
      z.number().positive().optional(),
      "K",
      "Of a correlogram whose file names none",
      "ファイルに記載のない相関関数の温度",
    ),
    viscosity: field(
      z.number().positive().optional(),
      "mPa.s",
      "Of the diluent, for a correlogram whose file names none",
      "ファイルに記載のない相関関数の希釈液の粘度",
    ),
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
