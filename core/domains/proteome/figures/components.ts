import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import type { ComponentsOverview } from "../analysis/overview/components.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { drawnLevels } from "./levels.ts";
import { nameSize, placedNames } from "./place-names.ts";
import { dataSetSuffix, shownOverviews, summaryOf } from "./sources.ts";
import { joined, nothing, percent, rounded, short } from "./words.ts";

const frame = { width: 300, height: 290 } as const;
const mostConditions = 8;
const mostShapes = 6;
const mostSampleNames = 16;

/** Samples on the first two principal components, and what the sheet's columns explain of the first three. */
export function componentsFigures(result: DomainResult): readonly Figure[] {
  return shownOverviews(result).flatMap((overview, at) => {
    const { components } = overview;
    return components === null || components.explained.length < 2
      ? []
      : componentsFigure(result, overview, components, at + 1);
  });
}

function componentsFigure(
  result: DomainResult,
  overview: DataSetOverview,
  components: ComponentsOverview,
  number: number,
): Figure {
  const covariate = shapingColumn(result, overview);
  const conditions = drawnLevels(
    overview.samples.map(({ condition }) => condition),
    mostConditions,
  );
  const cells = overview.samples.map((sample) => (covariate === null ? "" : (sample.cells[covariate] ?? "")));
  const shapes = drawnLevels(cells, mostShapes);
  const samples = components.scores.map(([x = 0, y = 0], at) => {
    const { name, condition } = overview.samples[at]!;
    return {
      sample: name,
      x: rounded(x),
      y: rounded(y),
      condition: conditions.get(condition)!,
      shape: covariate === null ? conditions.get(condition)! : shapes.get(cells[at]!)!,
    };
  });
  const domains = { x: domainOf(samples.map(({ x }) => x)), y: domainOf(samples.map(({ y }) => y)) };
  const names = namesIn(samples, domains);
  const shares = components.columns.flatMap(({ column, shares: own, p }) =>
    own.map((share, at) => ({
      column: short(column, 20),
      component: `PC${at + 1}`,
      share,
      text: share === null ? "–" : `${percent(share)} %${(p[at] ?? 1) < 0.05 ? " *" : ""}`,
    })),
  );
  const explained = components.explained.map(percent);
  const suffix = dataSetSuffix(result, overview);
  const spec = (language: Language) =>
    specification(language, {
      explained,
      domains,
      covariate,
      conditions: conditions.size > 1 || covariate === null,
      shares: shares.length > 0,
    });
  return {
    id: `proteome.components.${number}`,
    title: { en: `Principal components of the samples${suffix.en}`, ja: `試料の主成分${suffix.ja}` },
    description: joined([
      {
        en: `PCA of ${samples.length} samples on the ${components.proteins} of ${components.of} proteins without a missing value. PC1 explains ${explained[0]} %, PC2 ${explained[1]} % of their variance.${covariate === null ? "" : ` Shapes: ${short(covariate, 30)}, the column most entangled with a contrast.`}`,
        ja: `欠測のない ${components.proteins} タンパク質（全 ${components.of}）による ${samples.length} 試料の主成分分析。分散のうち PC1 が ${explained[0]} %、PC2 が ${explained[1]} % を説明する。${covariate === null ? "" : `形は比較と最も絡み合う列 ${short(covariate, 30)}。`}`,
      },
      sharesSentence(components),
    ]),
    data: { samples, names, shares },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

/** The gravest category that the guard found tied to a contrast of the data set; null where there is none. */
function shapingColumn(result: DomainResult, { dataSet, categories }: DataSetOverview): string | null {
  const tied = summaryOf(result)
    .contrasts.filter((contrast) => contrast.dataSet === dataSet)
    .flatMap(({ guard }) => guard)
    .filter(({ relation }) => relation !== "balanced" && relation !== "cannot-be-told");
  return tied.find(({ covariate }) => categories.includes(covariate))?.covariate ?? null;
}

function domainOf(values: readonly number[]): readonly [number, number] {
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const margin = 0.09 * (most - least) || 1;
  return [least - margin, most + margin];
}

interface Drawn {
  readonly sample: string;
  readonly x: number;
  readonly y: number;
  readonly condition: string;
}

/** Samples by name where they are few, else each condition's name at its middle, so that colour is not needed. */
function namesIn(
  samples: readonly Drawn[],
  { x, y }: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
) {
  const pixel = (point: { readonly x: number; readonly y: number }) => ({
    x: (frame.width * (point.x - x[0])) / (x[1] - x[0]),
    y: (frame.height * (y[1] - point.y)) / (y[1] - y[0]),
  });
  const conditions = [...new Set(samples.map(({ condition }) => condition))];
  const anchors =
    samples.length <= mostSampleNames
      ? samples.map((sample) => ({ ...pixel(sample), name: short(sample.sample) }))
      : conditions.map((condition) => {
          const own = samples.filter((sample) => sample.condition === condition);
          const mean = (of: (one: Drawn) => number) =>
            own.reduce((sum, one) => sum + of(one), 0) / own.length;
          return { ...pixel({ x: mean((one) => one.x), y: mean((one) => one.y) }), name: short(condition) };
        });
  const placed = placedNames(anchors, samples.map(pixel), frame, mostSampleNames);
  return placed.map((one) => ({
    x: rounded(x[0] + (one.x / frame.width) * (x[1] - x[0])),
    y: rounded(y[1] - (one.y / frame.height) * (y[1] - y[0])),
    name: one.name,
  }));
}

function sharesSentence({ columns, explained }: ComponentsOverview): Text {
  if (columns.length === 0) return nothing;
  const parts = explained.map((_, at) => {
    const best = columns.reduce((a, b) => ((b.shares[at] ?? 0) > (a.shares[at] ?? 0) ? b : a));
    return { component: `PC${at + 1}`, column: short(best.column, 24), share: percent(best.shares[at] ?? 0) };
  });
  return {
    en: `Most of it goes with: ${parts.map(({ component, column, share }) => `${component} ${column} (${share} %)`).join(", ")}. * p < 0.05, each column alone.`,
    ja: `最もよく説明する列：${parts.map(({ component, column, share }) => `${component} は ${column}（${share} %）`).join("、")}。* は列ごとの p < 0.05。`,
  };
}

function specification(
  language: Language,
  drawn: {
    readonly explained: readonly string[];
    readonly domains: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
    readonly covariate: string | null;
    readonly conditions: boolean;
    readonly shares: boolean;
  },
): Figure["spec"][Language] {
  const t = labels[language];
  const axis = (field: "x" | "y", at: number) => ({
    field,
    type: "quantitative",
    title: `PC${at + 1} (${drawn.explained[at]} %)`,
    scale: { domain: [...drawn.domains[field]], nice: false, zero: false },
    axis: { tickCount: 5, grid: false },
  });
  const place = { x: axis("x", 0), y: axis("y", 1) };
  const shape = drawn.covariate === null ? t.condition : short(drawn.covariate, 24);
  const points = {
    ...frame,
    layer: [
      {
        data: { name: "samples" },
        mark: { type: "point", filled: true, size: 70, opacity: 0.85 },
        encoding: {
          ...place,
          color: {
            field: "condition",
            type: "nominal",
            title: t.condition,
            sort: null,
            ...(drawn.conditions ? {} : { legend: null }),
          },
          shape: {
            field: drawn.covariate === null ? "condition" : "shape",
            type: "nominal",
            title: shape,
            sort: null,
            ...(drawn.covariate === null
              ? drawn.conditions
                ? {}
                : { legend: null }
              : { legend: { symbolFillColor: colours.rest, symbolStrokeColor: colours.rest } }),
          },
        },
      },
      {
        data: { name: "names" },
        mark: { type: "text", fontSize: nameSize },
        encoding: { ...place, text: { field: "name" } },
      },
    ],
  };
  if (!drawn.shares) return { $schema: vegaLite, ...points };
  const cell = {
    x: {
      field: "component",
      type: "nominal",
      title: t.explained,
      axis: { labelAngle: 0, orient: "top", domain: false, ticks: false },
    },
    y: { field: "column", type: "nominal", sort: null, title: null, axis: { domain: false, ticks: false } },
  };
  const table = {
    data: { name: "shares" },
    width: { step: 50 },
    height: { step: 26 },
    layer: [
      {
        mark: { type: "rect", color: colours.cell },
        encoding: {
          ...cell,
          opacity: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.04, 0.6] },
            legend: null,
          },
        },
      },
      { mark: { type: "text", fontSize: 12 }, encoding: { ...cell, text: { field: "text" } } },
    ],
  };
  return { $schema: vegaLite, hconcat: [points, table], spacing: 22 };
}
