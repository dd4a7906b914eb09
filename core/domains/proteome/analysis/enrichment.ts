import {
  type FeatureTableDraft,
  featureNumbers,
  featureWords,
  type Issue,
  isAccepted,
  type Step,
  type StudyDesign,
} from "../../../kernel/index.ts";
import {
  benjaminiHochberg,
  type GseaSet,
  gseaPreranked,
  overRepresentation,
} from "../../../statistics/index.ts";
import type { GeneSets } from "../measurement.ts";
import type { TestedContrast } from "./contrast-answer.ts";
import type { DataSet } from "./data-sets.ts";
import { enrichmentWords as words } from "./enrichment-words.ts";
import type { ProteomeParameters } from "./parameters.ts";

export interface SetFile {
  readonly file: string;
  readonly sets: GeneSets["sets"];
}

/** Gene sets of the study's GMT files in a contrast: GSEA of its statistic, over-representation of its hits among the genes tested. */
export function enrichment(
  tested: TestedContrast,
  dataSet: DataSet,
  files: readonly SetFile[],
  { seed }: Pick<StudyDesign, "seed">,
  { alpha, enrichment: rule }: ProteomeParameters,
): { readonly steps: readonly Step[]; readonly issues: readonly Issue[] } {
  if (files.length === 0) return { steps: [], issues: [] };
  const genes = testedGenes(tested, dataSet, alpha);
  if (genes.ids.length === 0) return { steps: [], issues: [] };
  const steps: Step[] = [];
  const issues: Issue[] = [];
  for (const { file, sets } of files) {
    const given = sets.map(({ name, genes: members }) => ({ id: name, genes: members }));
    const options = { ...rule, seed };
    const found = gseaPreranked({ ids: genes.ids, scores: genes.scores }, given, options);
    if (!isAccepted(found)) {
      issues.push(...found.issues.map((issue) => ({ ...issue, severity: "warning" as const, file })));
      continue;
    }
    const over = genes.hits.length > 0 ? overRepresentation(genes.hits, genes.ids, given, rule) : null;
    const overBySet = new Map((over && isAccepted(over) ? over.value.sets : []).map((set) => [set.id, set]));
    const overP = found.value.sets.map(({ id }) => overBySet.get(id)?.p ?? Number.NaN);
    const overQ = benjaminiHochberg(overP);
    const order = found.value.sets.map((_, at) => at).sort((a, b) => bySignificance(found.value.sets, a, b));
    const rows = order.map((at) => ({
      ...found.value.sets[at]!,
      over: overBySet.get(found.value.sets[at]!.id),
      overP: overP[at]!,
      overQ: overQ[at]!,
    }));
    steps.push({
      key: `enrichment:${tested.key}:${file}`,
      operation: { id: "proteome.enrichment", version: "1" },
      parameters: { ...rule, seed, alpha, ranking: "statistic" },
      inputs: [tested.key, `${file}#read`],
      estimates: [],
      tables: [tableOf(tested, file, rows, genes.ids.length)],
    });
  }
  return { steps, issues };
}

interface TestedGenes {
  readonly ids: readonly string[];
  readonly scores: Float64Array;
  readonly hits: readonly string[];
}

/** The leading gene of every feature tested, once: of several, the one with the statistic furthest from 0. */
function testedGenes({ test }: TestedContrast, { features }: DataSet, alpha: number): TestedGenes {
  const best = new Map<string, number>();
  features.forEach(({ genes: [gene] }, row) => {
    if (gene === undefined || Number.isNaN(test.statistic[row]!)) return;
    const known = best.get(gene);
    if (known === undefined || Math.abs(test.statistic[row]!) > Math.abs(test.statistic[known]!))
      best.set(gene, row);
  });
  const rows = [...best.values()];
  return {
    ids: [...best.keys()],
    scores: Float64Array.from(rows, (row) => test.statistic[row]!),
    hits: [...best].flatMap(([gene, row]) => (test.q[row]! < alpha ? gene : [])),
  };
}

function bySignificance(sets: readonly GseaSet[], a: number, b: number): number {
  const last = (value: number) => (Number.isNaN(value) ? 2 : value);
  const [one, two] = [sets[a]!, sets[b]!];
  return (
    last(one.q) - last(two.q) || last(one.p) - last(two.p) || Math.abs(two.nes) - Math.abs(one.nes) || a - b
  );
}

type Row = GseaSet & {
  readonly over: { readonly hits: readonly string[]; readonly fold: number } | undefined;
  readonly overP: number;
  readonly overQ: number;
};

function tableOf(
  { contrast, subject, flags }: TestedContrast,
  file: string,
  rows: readonly Row[],
  genes: number,
): FeatureTableDraft {
  const numbers = (name: keyof typeof words, of: (row: Row) => number, brief = true) =>
    featureNumbers(name, words[name], "1", rows.map(of), brief);
  return {
    id: "proteome.enrichment",
    name: `${contrast.name}, ${file}`,
    subject,
    title: words.title,
    description: {
      en: `Gene sets of ${file} in “${contrast.name}”: GSEA of ${genes} genes ranked by the test's statistic, null by gene permutation; over-representation of the genes called different among the ${genes} tested. In order of q.`,
      ja: `「${contrast.name}」における ${file} の遺伝子集合。検定統計量で順位づけた ${genes} 遺伝子の GSEA（遺伝子の並べ替え）と、検定した ${genes} 遺伝子を背景とする過剰表現解析。q 値の順。`,
    },
    columns: [
      featureWords(
        "set",
        words.set,
        rows.map(({ id }) => id),
      ),
      numbers("size", ({ size }) => size, false),
      numbers("inRanking", ({ inRanking }) => inRanking),
      numbers("es", ({ es }) => es, false),
      numbers("nes", ({ nes }) => nes),
      numbers("p", ({ p }) => p),
      numbers("q", ({ q }) => q),
      featureWords(
        "leadingEdge",
        words.leadingEdge,
        rows.map(({ leadingEdge }) => leadingEdge.join(";")),
        false,
      ),
      numbers("hits", ({ over }) => over?.hits.length ?? Number.NaN),
      numbers("fold", ({ over }) => over?.fold ?? Number.NaN),
      numbers("overP", ({ overP }) => overP, false),
      numbers("overQ", ({ overQ }) => overQ),
    ],
    assumptions: ["genes_exchangeable"],
    flags,
  };
}
