import { type FeatureTableDraft, featureNumbers, featureWords, type Text } from "../../../kernel/index.ts";
import type { Contrast } from "./contrasts.ts";
import type { DataSet } from "./data-sets.ts";
import { meanOver } from "./mean-over.ts";
import { tableWords as words } from "./table-words.ts";
import type { FeatureTest } from "./testing/feature-test.ts";

/** Rows of a test in order of p, then of the size of the difference; features without p come last, as in the file. */
export function testOrder({ p, log2FoldChange }: FeatureTest): Int32Array {
  const rank = (value: number) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);
  return Int32Array.from(p.keys()).sort(
    (a, b) =>
      compared(rank(p[a]!), rank(p[b]!)) ||
      compared(rank(-Math.abs(log2FoldChange[a]!)), rank(-Math.abs(log2FoldChange[b]!))) ||
      a - b,
  );
}

function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Every feature of a contrast with what was found for it. */
export function contrastTable(
  contrast: Contrast,
  { features, layer, values }: DataSet,
  test: FeatureTest,
  subject: FeatureTableDraft["subject"],
  flags: readonly string[],
): FeatureTableDraft {
  const order = testOrder(test);
  const of = (values: Float64Array | Int32Array) => Float64Array.from(order, (row) => values[row]!);
  const feature = Array.from(order, (row) => features[row]!);
  const numbers = (name: keyof typeof words, values: Float64Array | Int32Array, brief = true) =>
    featureNumbers(name, words[name], "1", of(values), brief);
  const columns = [
    featureWords(
      "feature",
      words.feature,
      feature.map(({ id }) => id),
      feature.every(({ genes }) => genes.length === 0),
    ),
    featureWords(
      "gene",
      words.gene,
      feature.map(({ genes }) => genes.join(";")),
    ),
    featureWords(
      "protein",
      words.protein,
      feature.map(({ proteins }) => proteins.join(";")),
      false,
    ),
    featureWords(
      "description",
      words.description,
      feature.map(({ description = "" }) => description),
      false,
    ),
    featureWords(
      "marks",
      words.marks,
      feature.map(({ marks }) => marks.join("; ")),
      false,
    ),
    numbers("log2FoldChange", test.log2FoldChange),
    numbers("lower", test.lower),
    numbers("upper", test.upper),
    numbers("meanAbundance", meanOver(values, [...contrast.first, ...contrast.second]), false),
    numbers("statistic", test.statistic, false),
    numbers("df", test.df, false),
    numbers("p", test.p),
    numbers("q", test.q),
    numbers("logOdds", test.logOdds, false),
    numbers("auc", test.auc),
    numbers("firstObserved", test.firstObserved, false),
    numbers("secondObserved", test.secondObserved, false),
  ].filter(
    (column) => column.name === "feature" || column.values.some((value) => value !== null && value !== ""),
  );
  return {
    id: "proteome.contrast",
    name: contrast.name,
    subject,
    title: words.title,
    description: description(contrast, layer.name),
    columns,
    assumptions: test.assumptions,
    flags,
  };
}

const methods: Readonly<Record<Contrast["method"], Text>> = {
  "moderated-t": { en: "moderated t", ja: "修正 t 検定（moderated t）" },
  "rank-sum": { en: "Wilcoxon-Mann-Whitney rank sum", ja: "Wilcoxon-Mann-Whitney 順位和検定" },
  "mixed-model": { en: "mixed model, REML", ja: "混合モデル（REML）" },
};

function description({ first, second, labels, method, column, adjust }: Contrast, quantity: string): Text {
  const [one, two] = labels;
  const others = { en: two === "*" ? "all others" : two, ja: two === "*" ? "その他すべて" : two };
  const model = methods[method];
  const covariates =
    adjust.length === 0
      ? { en: "", ja: "" }
      : { en: `, adjusted for ${adjust.join(", ")}`, ja: `、${adjust.join("、")} で補正` };
  return {
    en: `${column}: ${one} (${first.length} samples) less ${others.en} (${second.length}); log2 of ${quantity}; ${model.en}${covariates.en}; q by Benjamini-Hochberg over the features tested; in order of p.`,
    ja: `${column}：${one}（${first.length} 試料）と ${others.ja}（${second.length} 試料）の差。${quantity} の log2 値。${model.ja}${covariates.ja}。q 値は検定した行全体の Benjamini-Hochberg。p 値の順。`,
  };
}
