import type { DomainResult, Figure, Json, Language, Text } from "../../../kernel/index.ts";
import type { DetectionOverview } from "../analysis/overview/detection.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { drawnLevels } from "./levels.ts";
import { dataSetSuffix, shownOverviews } from "./sources.ts";
import { joined, nothing, percent, rounded, short, sizeSteps } from "./words.ts";

const mostNamed = 40;
const mostConditions = 8;

/** Share missing of every sample, and how often proteins are observed by their abundance. */
export function missingnessFigures(result: DomainResult): readonly Figure[] {
  return shownOverviews(result).flatMap((overview, at) => missingnessFigure(result, overview, at + 1) ?? []);
}

function missingnessFigure(result: DomainResult, overview: DataSetOverview, number: number): Figure | null {
  const found = new Map(
    result.estimates.flatMap(({ id, subject, qualifiers, value }) =>
      id === "proteome.missingFraction" &&
      (qualifiers.dataSet ?? overview.dataSet) === overview.dataSet &&
      subject.sample !== undefined
        ? [[subject.sample, value] as const]
        : [],
    ),
  );
  const conditions = drawnLevels(
    overview.samples.map(({ condition }) => condition),
    mostConditions,
  );
  const samples = overview.samples.flatMap(({ name, condition }) => {
    const share = found.get(name);
    return share === undefined
      ? []
      : { sample: name, condition: conditions.get(condition)!, missing: rounded(100 * share) };
  });
  const order = [...conditions.values()];
  samples.sort((a, b) => order.indexOf(a.condition) - order.indexOf(b.condition));
  const shares = samples.map(({ missing }) => missing);
  const most = shares.reduce((a, b) => Math.max(a, b), 0);
  const { detection } = overview;
  if (samples.length === 0 || (most === 0 && (detection === null || detection.line.length === 0)))
    return null;
  const least = shares.reduce((a, b) => Math.min(a, b));
  const worst = samples.find(({ missing }) => missing === most)!;
  const named = samples.length <= mostNamed;
  const bins = (detection?.bins ?? []).map(({ mean, proteins, observed }) => ({
    mean: rounded(mean),
    proteins,
    observed: rounded(100 * observed),
  }));
  const line = (detection?.line ?? []).map(({ mean, probability }) => ({
    mean: rounded(mean),
    observed: rounded(100 * probability),
  }));
  const suffix = dataSetSuffix(result, overview);
  const spec = (language: Language) =>
    specification(
      language,
      named,
      new Set(samples.map(({ condition }) => condition)).size > 1,
      bins.length === 0 ? [] : sizeSteps(bins.map(({ proteins }) => proteins)),
    );
  return {
    id: `proteome.missingness.${number}`,
    title: { en: `Missing values${suffix.en}`, ja: `欠測値${suffix.ja}` },
    description: joined([
      {
        en: `Share of values missing in ${samples.length} samples: ${percent(least / 100)} to ${percent(most / 100)} %, most in ${short(worst.sample, 30)}.`,
        ja: `${samples.length} 試料の欠測の割合は ${percent(least / 100)}〜${percent(most / 100)} %（最大は ${short(worst.sample, 30)}）。`,
      },
      detection === null ? nothing : verdictSentence(detection),
    ]),
    data: { samples, bins, line },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

const verdicts: Readonly<Record<DetectionOverview["verdict"], Text>> = {
  "consistent with left-censoring": {
    en: "Detection rises with abundance: consistent with values missing because they are low.",
    ja: "存在量が多いほど検出されやすく、低値ゆえの欠測と矛盾しない。",
  },
  "no relation with abundance seen": {
    en: "Detection does not depend on abundance as far as can be seen.",
    ja: "検出と存在量の関係は見られない。",
  },
  "cannot be told": {
    en: "Whether detection depends on abundance cannot be told.",
    ja: "検出が存在量に依存するかは判断できない。",
  },
};

function verdictSentence({ verdict, proteins, slope }: DetectionOverview): Text {
  const fit =
    slope === null
      ? nothing
      : {
          en: `The line is a logistic fit: log odds of detection change by ${slope.toPrecision(2)} per doubling.`,
          ja: `線はロジスティック回帰（量が 2 倍になるごとに検出の対数オッズが ${slope.toPrecision(2)} 変わる）。`,
        };
  return joined([
    {
      en: `Values observed of ${proteins} proteins in steps of their mean abundance; size says how many proteins.`,
      ja: `${proteins} タンパク質の平均存在量の階級ごとに観測された値の割合（大きさはタンパク質数）。`,
    },
    fit,
    verdicts[verdict],
  ]);
}

function specification(
  language: Language,
  named: boolean,
  conditions: boolean,
  steps: readonly number[],
): Figure["spec"][Language] {
  const t = labels[language];
  const condition = (channel: "color" | "shape") =>
    conditions ? { [channel]: { field: "condition", type: "nominal", sort: null, title: t.condition } } : {};
  const x = {
    field: "missing",
    type: "quantitative",
    title: t.missing,
    scale: { zero: true },
    axis: { tickCount: 5 },
  };
  const y = (field: string) => ({
    field,
    type: "nominal",
    sort: null,
    title: null,
    axis: { labelLimit: 160 },
  });
  const bySample: { readonly [name: string]: Json } = named
    ? {
        data: { name: "samples" },
        width: 230,
        height: { step: 16 },
        mark: { type: "point", filled: true, size: 50 },
        encoding: { x, y: y("sample"), ...condition("color"), ...condition("shape") },
      }
    : {
        data: { name: "samples" },
        width: 230,
        height: { step: 30 },
        mark: { type: "tick", thickness: 1.2 },
        encoding: { x, y: y("condition") },
      };
  if (steps.length === 0) return { $schema: vegaLite, ...bySample };
  const mean = {
    field: "mean",
    type: "quantitative",
    title: t.mean,
    scale: { zero: false, nice: false, padding: 8 },
    axis: { tickCount: 6, grid: false },
  };
  const observed = {
    field: "observed",
    type: "quantitative",
    title: t.observed,
    scale: { domain: [0, 100] },
    axis: { tickCount: 5 },
  };
  const byAbundance = {
    width: 260,
    height: 240,
    layer: [
      {
        data: { name: "bins" },
        mark: { type: "point", filled: true, color: colours.marker, opacity: 0.7 },
        encoding: {
          x: mean,
          y: observed,
          size: {
            field: "proteins",
            type: "quantitative",
            title: t.proteins,
            scale: { range: [12, 260] },
            legend: { values: [...steps], symbolFillColor: colours.marker },
          },
        },
      },
      {
        data: { name: "line" },
        mark: { type: "line", color: colours.second },
        encoding: { x: mean, y: observed },
      },
    ],
  };
  return { $schema: vegaLite, hconcat: [bySample, byAbundance], spacing: 30 };
}
