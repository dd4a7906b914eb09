import type { DomainResult, FeatureTableDraft, Figure, Language, Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import { warningOf, warningSentence } from "./contrast-points.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { unique } from "./levels.ts";
import { mostContrasts, numbersOf, summaryOf, wordsOf } from "./sources.ts";
import { joined, namesOf, nothing, rounded, short, sideName, sizeSteps } from "./words.ts";

const mostSets = 15;

interface EnrichmentTable {
  readonly contrast: ContrastSummary;
  readonly table: FeatureTableDraft;
  readonly file: string;
}

/** The first gene sets of contrasts: normalised enrichment score, q and size. */
export function enrichmentFigures(result: DomainResult): readonly Figure[] {
  const { contrasts } = summaryOf(result);
  const all = result.study.steps.flatMap(({ key, tables = [] }) =>
    tables.flatMap((table): EnrichmentTable[] => {
      if (table.id !== "proteome.enrichment") return [];
      const contrast = contrasts.find((one) =>
        key.startsWith(`enrichment:contrast:${one.dataSet}:${one.name}:`),
      );
      if (!contrast) return [];
      const file = key.slice(`enrichment:contrast:${contrast.dataSet}:${contrast.name}:`.length);
      return [{ contrast, table, file }];
    }),
  );
  const more = all.length - mostContrasts;
  const left: Text =
    more > 0
      ? {
          en: `${more} more enrichments are in the tables.`,
          ja: `ほかのエンリッチメント ${more} 件は表にある。`,
        }
      : nothing;
  return all.slice(0, mostContrasts).flatMap((one, at) => enrichmentFigure(one, at + 1, left) ?? []);
}

function enrichmentFigure(
  { contrast, table, file }: EnrichmentTable,
  number: number,
  left: Text,
): Figure | null {
  const names = wordsOf(table, "set");
  const [nes, q, size] = [numbersOf(table, "nes"), numbersOf(table, "q"), numbersOf(table, "inRanking")];
  const usable = names.flatMap((name, row) =>
    Number.isFinite(nes[row]!) && Number.isFinite(q[row]!) ? [{ name, row }] : [],
  );
  if (usable.length === 0) return null;
  const drawn = usable.slice(0, mostSets);
  const shownNames = unique(drawn.map(({ name }) => short(name.replaceAll("_", " "), 42)));
  const sets = drawn.map(({ row }, at) => ({
    set: shownNames[at]!,
    nes: rounded(nes[row]!),
    genes: size[row]!,
    q: rounded(q[row]!),
    text: `q ${shownQ(q[row]!)}`,
    called: q[row]! < contrast.alpha,
  }));
  const below = usable.filter(({ row }) => q[row]! < contrast.alpha).length;
  const [first, second] = contrast.labels.map((label) => sideName(label)) as [Text, Text];
  const list = namesOf(
    usable
      .slice(0, 5)
      .map(({ name, row }) => `${short(name, 40)} (${nes[row]!.toFixed(2)}, q ${shownQ(q[row]!)})`),
    5,
    70,
  );
  const spec = (language: Language) =>
    specification(language, contrast, sizeSteps(sets.map(({ genes }) => genes)));
  return {
    id: `proteome.enrichment.${number}`,
    title: {
      en: `Gene sets: ${short(contrast.name, 50)} (${short(file, 40)})`,
      ja: `遺伝子集合：${short(contrast.name, 50)}（${short(file, 40)}）`,
    },
    description: joined([
      warningSentence(contrast),
      {
        en: `Normalised enrichment scores of the first ${sets.length} of ${usable.length} gene sets by q; ${below} have q < ${contrast.alpha} (filled). Above 0: higher in ${first.en}; below 0: higher in ${second.en}. Size says how many of the set's genes were ranked. First: ${list.en}.`,
        ja: `${usable.length} 個の遺伝子集合のうち q 値の小さい ${sets.length} 個の正規化エンリッチメントスコア。q < ${contrast.alpha} は ${below} 個（塗りつぶし）。0 より上は ${first.ja} で高く、下は ${second.ja} で高い。大きさは順位に含まれた遺伝子数。上位：${list.ja}。`,
      },
      left,
    ]),
    data: { sets },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function shownQ(q: number): string {
  return q < 0.001 ? "<0.001" : q.toPrecision(2);
}

function specification(
  language: Language,
  contrast: ContrastSummary,
  steps: readonly number[],
): Figure["spec"][Language] {
  const t = labels[language];
  const warning = warningOf(contrast);
  const y = { field: "set", type: "nominal", sort: null, title: null, axis: { labelLimit: 280 } };
  const x = { field: "nes", type: "quantitative", title: t.nes, scale: { zero: true, padding: 14 } };
  const size = {
    field: "genes",
    type: "quantitative",
    title: t.genes,
    scale: { range: [30, 320] },
    legend: { values: [...steps], orient: "bottom", titleLimit: 300 },
  };
  const dots = (called: boolean) => ({
    transform: [{ filter: `datum.called === ${called}` }],
    mark: { type: "point", filled: called, color: colours.cell, strokeWidth: 1.6, opacity: 0.9 },
    encoding: { x, y, size },
  });
  return {
    $schema: vegaLite,
    data: { name: "sets" },
    width: 300,
    height: { step: 22 },
    ...(warning.length === 0
      ? {}
      : { title: { text: warning.map((line) => line[language]), fontSize: 12, fontWeight: 600, offset: 8 } }),
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule" },
        encoding: { x: { field: "zero", type: "quantitative" } },
      },
      dots(true),
      dots(false),
      {
        mark: { type: "text", align: "left", baseline: "middle", fontSize: 11 },
        encoding: { y, x: { value: 308 }, text: { field: "text" } },
      },
    ],
  };
}
