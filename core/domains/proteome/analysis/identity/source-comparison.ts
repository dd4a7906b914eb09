import {
  draft,
  type EstimateDraft,
  featureNumbers,
  featureWords,
  type Issue,
  isAccepted,
  type Step,
  type Subject,
} from "../../../../kernel/index.ts";
import { carryOverLine } from "../comparison/carry-over.ts";
import { enrichment, type ProteinEnrichment } from "../comparison/enrichment.ts";
import { comparisonIssues } from "../comparison/issues.ts";
import type { DataSet } from "../data-sets.ts";
import { type DonorCounts, donorCounts } from "../donors.ts";
import { categoryMask, libraryMask } from "../markers/contaminants.ts";
import { enrichmentScore } from "../markers/score.ts";
import { columnsOfMatrix, rowMeans } from "../matrix-parts.ts";
import type { ProteomeParameters } from "../parameters.ts";
import type { LibraryFile } from "./purity.ts";
import { identityWords as words } from "./words.ts";

export interface SourceComparison {
  readonly step: Step;
  readonly issues: readonly Issue[];
}

/**
 * Every vesicle condition (every other one where none is named) against those that study.yaml calls the source: enrichment by protein, carry-over, and the
 * marker score with its components; pairs of donors where each has one sample on either side. Empty where no condition
 * is the source.
 */
export function sourceComparisons(
  dataSet: DataSet,
  libraries: readonly LibraryFile[],
  parameters: ProteomeParameters,
  from: string,
): readonly SourceComparison[] {
  const { source, vesicles } = parameters;
  if (source === undefined) return [];
  const conditions = [...new Set(dataSet.samples.map(({ row }) => row.condition ?? ""))];
  const columns = (wanted: readonly string[]) =>
    dataSet.samples.flatMap(({ row }, at) => (wanted.includes(row.condition ?? "") ? at : []));
  const second = columns(source);
  if (second.length === 0) return [];
  return conditions
    .filter((condition) => condition !== "" && !source.includes(condition))
    .filter((condition) => vesicles?.includes(condition) ?? true)
    .flatMap((condition) => {
      const sides = { condition, first: columns([condition]), second };
      return sourceComparison(dataSet, libraries, parameters, from, sides) ?? [];
    });
}

interface Sides {
  readonly condition: string;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

function sourceComparison(
  dataSet: DataSet,
  libraries: readonly LibraryFile[],
  { source = [], level, alpha, markers }: ProteomeParameters,
  from: string,
  sides: Sides,
): SourceComparison | null {
  const compared = [...sides.first, ...sides.second];
  const seen = (row: number) =>
    compared.some((at) => !Number.isNaN(dataSet.values.values[row * dataSet.values.columns + at]!));
  const usable = dataSet.features.flatMap(({ marks }, row) =>
    marks.includes("decoy") || !seen(row) ? [] : row,
  );
  const features = usable.map((row) => dataSet.features[row]!);
  const rowsOf = (matrix: DataSet["values"]) => ({
    rows: usable.length,
    columns: matrix.columns,
    values: Float64Array.from({ length: usable.length * matrix.columns }, (_, at) => {
      const row = usable[Math.floor(at / matrix.columns)]!;
      return matrix.values[row * matrix.columns + (at % matrix.columns)]!;
    }),
  });
  const pairs = pairsOf(dataSet, sides);
  const ev = rowsOf(columnsOfMatrix(dataSet.values, sides.first));
  const soluble = rowsOf(columnsOfMatrix(dataSet.values, pairs ?? sides.second));
  const issues: Issue[] = [];
  const file = dataSet.files[0] ?? "";
  const group = `${sides.condition} / ${source.join(", ")}`;
  const tell = (found: readonly Issue[]) =>
    issues.push(
      ...found.map((issue) => ({
        ...issue,
        severity: "warning" as const,
        file,
        message: { en: `“${group}”: ${issue.message.en}`, ja: `「${group}」：${issue.message.ja}` },
      })),
    );
  const donors = donorCounts(dataSet.samples, sides);
  const repeats = repeatsWithin(dataSet, sides);
  if (Math.min(donors.first, donors.second) < 2) tell([comparisonIssues.raise("proteome-source-one-donor")]);
  const genes = features.map((feature) => feature.genes);
  const known = knownOthers(features, libraries, markers);
  const line = carryOverLine(rowMeans(ev), rowMeans(soluble), known, level);
  tell(isAccepted(line) ? line.warnings : line.issues);
  const options = { level, falseDiscoveryRate: alpha, paired: pairs !== null };
  const found = enrichment(ev, soluble, isAccepted(line) ? { ...options, line: line.value } : options);
  if (!isAccepted(found)) return null;
  tell(found.warnings);
  const score = enrichmentScore(genes, ev, soluble, { version: markers, level });
  tell(isAccepted(score) ? score.warnings : score.issues);
  const subject: Subject = { level: "group", group };
  const counts = new Map<string, number>();
  for (const one of found.value) counts.set(one.class, (counts.get(one.class) ?? 0) + 1);
  const { qualifiers } = dataSet;
  const flags = comparisonFlags(donors, repeats);
  const n = {
    technical: sides.first.length + sides.second.length,
    biological: donors.all,
  };
  const estimates: EstimateDraft[] = [...counts].map(([name, count]) =>
    draft("proteome.enrichmentClass", subject, count, "1", {
      n,
      flags,
      qualifiers: { ...qualifiers, class: name },
    }),
  );
  if (isAccepted(score)) {
    const { pooled, interval } = score.value;
    const rest = {
      n,
      flags,
      qualifiers: { ...qualifiers, version: markers },
      assumptions: ["marker_score_is_ours"],
    };
    estimates.push(
      draft("proteome.markerScore", subject, pooled.score, "1", { ...rest, interval }),
      draft("proteome.markerScore.vesicle", subject, pooled.vesicle.meanZ, "1", rest),
      draft("proteome.markerScore.nonVesicle", subject, pooled.nonVesicle.meanZ, "1", rest),
      draft("proteome.markerScore.vesicleMarkers", subject, pooled.vesicle.n, "1", rest),
      draft("proteome.markerScore.nonVesicleMarkers", subject, pooled.nonVesicle.n, "1", rest),
    );
  }
  const step: Step = {
    key: `source:${dataSet.name}:${sides.condition}`,
    operation: { id: "proteome.sourceComparison", version: "1" },
    parameters: {
      condition: sides.condition,
      source: [...source],
      paired: pairs !== null,
      level,
      alpha,
      markers,
      carryOver: isAccepted(line),
    },
    inputs: [from, ...libraries.map((one) => `${one.file}#read`)],
    estimates,
    tables: [table(group, subject, features, found.value, flags)],
  };
  return { step, issues };
}

/** Columns of the source in the order of the vesicle samples' donors, where every donor has one sample on either side. */
function pairsOf({ samples }: DataSet, { first, second }: Sides): readonly number[] | null {
  const donor = (at: number) => samples[at]!.row.donor;
  const byDonor = new Map(second.map((at) => [donor(at), at]));
  if (first.length < 2 || first.length !== second.length || byDonor.size !== second.length) return null;
  if (new Set(first.map(donor)).size !== first.length || byDonor.has(undefined)) return null;
  const found = first.flatMap((at) => byDonor.get(donor(at)) ?? []);
  return found.length === first.length ? found : null;
}

/** Whether a donor has several samples on one side. */
function repeatsWithin({ samples }: DataSet, { first, second }: Sides): boolean {
  return [first, second].some((side) => {
    const donors = side.flatMap((at) => samples[at]!.row.donor ?? []);
    return new Set(donors).size < donors.length;
  });
}

function comparisonFlags(donors: DonorCounts, repeats: boolean): string[] {
  return [
    ...(donors.unknown ? ["donors_not_recorded"] : []),
    ...(repeats ? ["donors_repeat"] : []),
    ...(Math.min(donors.first, donors.second) < 3 ? ["few_donors"] : []),
  ];
}

/** Proteins known not to be of vesicles: those of the study's libraries, or of category 3 where there is none. */
function knownOthers(
  features: DataSet["features"],
  libraries: readonly LibraryFile[],
  version: ProteomeParameters["markers"],
): Uint8Array {
  if (libraries.length === 0)
    return categoryMask(
      features.map(({ genes }) => genes),
      "3",
      version,
    );
  const known = new Uint8Array(features.length);
  for (const { library } of libraries)
    libraryMask(
      features.map(({ proteins }) => proteins),
      library,
    ).all.forEach((is, row) => {
      if (is === 1) known[row] = 1;
    });
  return known;
}

function table(
  group: string,
  subject: Subject,
  features: DataSet["features"],
  found: readonly ProteinEnrichment[],
  flags: readonly string[],
) {
  const size = ({ log2Enrichment }: ProteinEnrichment) =>
    Number.isNaN(log2Enrichment) ? Number.NEGATIVE_INFINITY : log2Enrichment;
  const order = found.map((_, row) => row).sort((a, b) => size(found[b]!) - size(found[a]!) || a - b);
  const rows = order.map((row) => ({ ...found[row]!, feature: features[row]! }));
  const numbers = (
    name: "log2Enrichment" | "lower" | "upper" | "p" | "q",
    of: (row: ProteinEnrichment) => number,
  ) => featureNumbers(name, words[name], "1", rows.map(of));
  return {
    id: "proteome.evEnrichment",
    name: group,
    subject,
    title: words.enrichment,
    description: words.enrichmentTold,
    columns: [
      featureWords(
        "feature",
        words.feature,
        rows.map(({ feature }) => feature.id),
        features.every(({ genes }) => genes.length === 0),
      ),
      featureWords(
        "gene",
        words.gene,
        rows.map(({ feature }) => feature.genes.join(";")),
      ),
      numbers("log2Enrichment", (row) => row.log2Enrichment),
      numbers("lower", ({ interval }) => interval?.lower ?? Number.NaN),
      numbers("upper", ({ interval }) => interval?.upper ?? Number.NaN),
      numbers("p", ({ p }) => p),
      numbers("q", ({ q }) => q),
      featureWords(
        "class",
        words.class,
        rows.map((row) => row.class),
      ),
    ],
    assumptions: ["normal_residuals"],
    flags,
  };
}
