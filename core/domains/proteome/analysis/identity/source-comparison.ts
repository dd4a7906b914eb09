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
import type { DataSet } from "../data-sets.ts";
import { categoryMask, libraryMask } from "../markers/contaminants.ts";
import { enrichmentScore } from "../markers/score.ts";
import { columnsOfMatrix, rowMeans } from "../matrix-parts.ts";
import type { ProteomeParameters } from "../parameters.ts";
import type { LibraryFile } from "./purity.ts";
import { identityWords as words } from "./words.ts";

/**
 * Vesicle samples against the conditions that study.yaml calls the source: enrichment by protein, carry-over, and the
 * marker score with its components; null where no condition is the source or one side is empty.
 */
export function sourceComparison(
  dataSet: DataSet,
  libraries: readonly LibraryFile[],
  parameters: ProteomeParameters,
  from: string,
): { readonly step: Step; readonly issues: readonly Issue[] } | null {
  const { source, level, alpha, markers } = parameters;
  if (source === undefined) return null;
  const isSource = dataSet.samples.map(({ row }) => source.includes(row.condition ?? ""));
  const columns = (wanted: boolean) => isSource.flatMap((is, at) => (is === wanted ? at : []));
  if (columns(true).length === 0 || columns(false).length === 0) return null;
  const usable = dataSet.features.flatMap(({ marks }, row) => (marks.includes("decoy") ? [] : row));
  const features = usable.map((row) => dataSet.features[row]!);
  const rowsOf = (matrix: DataSet["values"]) => ({
    rows: usable.length,
    columns: matrix.columns,
    values: Float64Array.from({ length: usable.length * matrix.columns }, (_, at) => {
      const row = usable[Math.floor(at / matrix.columns)]!;
      return matrix.values[row * matrix.columns + (at % matrix.columns)]!;
    }),
  });
  const ev = rowsOf(columnsOfMatrix(dataSet.values, columns(false)));
  const soluble = rowsOf(columnsOfMatrix(dataSet.values, columns(true)));
  const issues: Issue[] = [];
  const file = dataSet.files[0] ?? "";
  const tell = (found: readonly Issue[]) =>
    issues.push(...found.map((issue) => ({ ...issue, severity: "warning" as const, file })));
  const genes = features.map((feature) => feature.genes);
  const known = knownOthers(features, libraries, markers);
  const line = carryOverLine(rowMeans(ev), rowMeans(soluble), known, level);
  tell(isAccepted(line) ? line.warnings : line.issues);
  const options = { level, falseDiscoveryRate: alpha, ...(isAccepted(line) ? { line: line.value } : {}) };
  const found = enrichment(ev, soluble, options);
  if (!isAccepted(found)) return null;
  tell(found.warnings);
  const score = enrichmentScore(genes, ev, soluble, { version: markers, level });
  tell(isAccepted(score) ? score.warnings : score.issues);
  const group = `${otherConditions(dataSet, source)} / ${source.join(", ")}`;
  const subject: Subject = { level: "group", group };
  const counts = new Map<string, number>();
  for (const one of found.value) counts.set(one.class, (counts.get(one.class) ?? 0) + 1);
  const { qualifiers } = dataSet;
  const estimates: EstimateDraft[] = [...counts].map(([name, count]) =>
    draft("proteome.enrichmentClass", subject, count, "1", { qualifiers: { ...qualifiers, class: name } }),
  );
  if (isAccepted(score)) {
    const { pooled, interval } = score.value;
    const rest = { qualifiers: { ...qualifiers, version: markers }, assumptions: ["marker_score_is_ours"] };
    estimates.push(
      draft("proteome.markerScore", subject, pooled.score, "1", { ...rest, interval }),
      draft("proteome.markerScore.vesicle", subject, pooled.vesicle.meanZ, "1", rest),
      draft("proteome.markerScore.nonVesicle", subject, pooled.nonVesicle.meanZ, "1", rest),
      draft("proteome.markerScore.vesicleMarkers", subject, pooled.vesicle.n, "1", rest),
      draft("proteome.markerScore.nonVesicleMarkers", subject, pooled.nonVesicle.n, "1", rest),
    );
  }
  const step: Step = {
    key: `source:${dataSet.name}`,
    operation: { id: "proteome.sourceComparison", version: "1" },
    parameters: { source: [...source], level, alpha, markers, carryOver: isAccepted(line) },
    inputs: [from, ...libraries.map((one) => `${one.file}#read`)],
    estimates,
    tables: [table(group, subject, features, found.value)],
  };
  return { step, issues };
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

function otherConditions({ samples }: DataSet, source: readonly string[]): string {
  const names = new Set(samples.map(({ row, name }) => row.condition ?? name));
  return [...names].filter((name) => !source.includes(name)).join(", ");
}

function table(
  group: string,
  subject: Subject,
  features: DataSet["features"],
  found: readonly ProteinEnrichment[],
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
    flags: [],
  };
}
