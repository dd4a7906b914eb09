import { createRandom, portable, type Random } from "../../../kernel/index.ts";
import { twinProteins } from "./proteins.ts";
import { type PlannedSample, plannedSamples } from "./samples.ts";
import { type ProteomeTruth, type ProteomeTwin, proteomeDefaults, type TwinProtein } from "./truth.ts";

/**
 * A proteome of known truth, as files are written from it. Every number has its own path of keys from the seed, so that
 * it does not depend on which samples, runs or rows are made besides it.
 */
export function proteomeTwin(given: Partial<ProteomeTruth> & Pick<ProteomeTruth, "seed">): ProteomeTwin {
  const truth: ProteomeTruth = { ...proteomeDefaults, ...given };
  const random = createRandom(truth.seed).split("proteome");
  const proteins = twinProteins(truth, random);
  const planned = plannedSamples(truth, random);
  const runs = planned.flatMap((sample) => sample.runs);
  const complete = new Float64Array(proteins.length * runs.length);
  const seen = new Float64Array(proteins.length * runs.length);
  const base = random.split("abundance").normals(proteins.length);
  const sds = residualSds(proteins.length, truth, random.split("variances"));
  let column = 0;
  for (const sample of planned) {
    const levels = sampleLevels(sample, proteins, base, sds, truth, random);
    for (const run of sample.runs) {
      const noise = random.split("run").split(run).normals(proteins.length);
      const logs = levels.map((level, row) => level + truth.runSd * noise[row]!);
      const found = seenIn(logs, proteins, truth, random.split("detection").split(run));
      scaleLoads(logs, found, proteins, sample);
      logs.forEach((log, row) => {
        complete[row * runs.length + column] = log;
        seen[row * runs.length + column] = found[row] === 1 ? log : Number.NaN;
      });
      column += 1;
    }
  }
  return { truth, proteins, samples: planned.map(({ side: _, ...sample }) => sample), runs, complete, seen };
}

/** Roots of scaled inverse chi-squared variances whose mean of logarithms is near that of `sd`. */
function residualSds(n: number, { residual: { sd, df } }: ProteomeTruth, random: Random): Float64Array {
  if (!Number.isFinite(df)) return new Float64Array(n).fill(sd);
  return Float64Array.from({ length: n }, () => sd * Math.sqrt(df / random.gamma(df / 2, 2)));
}

/** log2 levels of a sample, protein by protein: what its runs repeat. */
function sampleLevels(
  { name, side, donor, batch }: PlannedSample,
  proteins: readonly TwinProtein[],
  base: Float64Array,
  sds: Float64Array,
  { abundance, donorSd }: ProteomeTruth,
  random: Random,
): Float64Array {
  const own = random.split("sample").split(name).normals(proteins.length);
  const donors = random.split("donor").split(donor).normals(proteins.length);
  return Float64Array.from(proteins, ({ log2FoldChange, batchEffect }, row) => {
    const shift = log2FoldChange[side]! + (batch === "B2" ? batchEffect : 0);
    return (
      abundance.mean + abundance.sd * base[row]! + shift + donorSd * donors[row]! + sds[row]! * own[row]!
    );
  });
}

/** 1 where a value is seen; rows of the loads always are. */
function seenIn(
  logs: Float64Array,
  proteins: readonly TwinProtein[],
  { detection: { midpoint, slope, random: lost } }: ProteomeTruth,
  random: Random,
): Uint8Array {
  const chances = random.uniforms(logs.length);
  return Uint8Array.from(logs, (log, row) => {
    const { kind } = proteins[row]!;
    if (kind === "serum" || kind === "contaminant") return 1;
    const bySize = slope === 0 ? 1 : 1 / (1 + portable.exp(-slope * (log - midpoint)));
    return chances[row]! < (1 - lost) * bySize ? 1 : 0;
  });
}

/** Shifts the rows of each load so that they are its share of all that is seen, decoys aside. */
function scaleLoads(
  logs: Float64Array,
  found: Uint8Array,
  proteins: readonly TwinProtein[],
  { loads }: PlannedSample,
): void {
  const total = (kind: string) =>
    logs.reduce(
      (sum, log, row) =>
        found[row] === 1 && proteins[row]!.kind === kind ? sum + portable.pow(2, log) : sum,
      0,
    );
  const rest = total("vesicle");
  for (const kind of ["serum", "contaminant"] as const) {
    const target = (rest * loads[kind]) / (1 - loads.serum - loads.contaminant);
    const shift = portable.log2(target / total(kind));
    proteins.forEach((protein, row) => {
      if (protein.kind === kind) logs[row]! += shift;
    });
  }
}
