import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import {
  type PlacedCapture,
  placedCaptures,
  type SampleCaptures,
  sampleGroups,
  sampleLabel,
} from "../analysis/captures.ts";
import { gridWidth, mostCells, onGrid } from "../analysis/grid.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { labels } from "./labels.ts";

const mostSamples = 24;
/** Colours of the theme's categories: after as many samples of one panel they begin again with another dash. */
const colours = 8;
const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
] as const;

type Row = Figure["data"][string][number];

/**
 * Size distributions of the samples by condition, each the mean of its captures with the band of their range: both are
 * for the eye and no estimates. The line of the limit of detection is that of the estimates.
 */
export function distributionsFigure(result: DomainResult): Figure | null {
  const captures = placedCaptures(result.files).filter(
    ({ bins, role }) => bins !== null && role === "sample",
  );
  const all = sampleGroups(captures);
  if (all.length === 0) return null;
  const shown = all.slice(0, mostSamples);
  const cells = shown.reduce(
    (most, sample) => sample.captures.reduce((own, capture) => Math.max(own, cellsOf(capture)), most),
    1,
  );
  const limits = limitsOf(result);
  const curves = shown.flatMap((sample) => curveRows(sample, cells, limits.get(sampleLabel(sample)) ?? null));
  const perPanel = new Map<string, number>();
  for (const sample of shown) perPanel.set(conditionOf(sample), (perPanel.get(conditionOf(sample)) ?? 0) + 1);
  const panels = { count: perPanel.size, crowded: Math.max(...perPanel.values()) > colours };
  const left = all.length - shown.length;
  const more = {
    en: left > 0 ? ` The first ${mostSamples} samples in order of name; ${left} more are in the tables.` : "",
    ja: left > 0 ? ` 名前順に最初の ${mostSamples} 試料を示します。残り ${left} 試料は表にあります。` : "",
  };
  return {
    id: "particles.distributions",
    title: { en: "Size distributions by number", ja: "個数基準の粒径分布" },
    description: {
      en: `Share of particles per nanometre; line: mean of a sample's captures, band: their range (both for the eye), dashed vertical: limit of detection.${more.en}`,
      ja: `1 nm あたりの粒子の割合。線は試料の測定の平均、帯はその範囲（いずれも表示用）、縦の破線は検出限界。${more.ja}`,
    },
    data: { curves },
    spec: { en: specification("en", panels), ja: specification("ja", panels) },
  };
}

function conditionOf({ captures }: SampleCaptures): string {
  return captures[0]!.condition ?? "–";
}

function limitsOf(result: DomainResult): Map<string, number> {
  return new Map(
    studySummary(result.study).samples.flatMap((sample) =>
      sample.detectionLimit === null ? [] : [[sampleLabel(sample), sample.detectionLimit.value]],
    ),
  );
}

/** One panel for each condition with its own legend; where one has more samples than colours, dashes tell them apart too. */
function specification(
  language: Language,
  panels: { readonly count: number; readonly crowded: boolean },
): Figure["spec"][Language] {
  const t = labels[language];
  const x = { field: "diameter", type: "quantitative", title: t.diameter, scale: { nice: false } };
  const legend = { symbolType: "stroke", symbolOpacity: 1, symbolStrokeWidth: 3 };
  const color = { field: "sample", type: "nominal", title: t.sample, legend };
  const range = Array.from({ length: mostSamples }, (_, i) => dashes[Math.floor(i / colours)]!);
  const strokeDash = { field: "sample", type: "nominal", title: t.sample, scale: { range }, legend };
  const dash = panels.crowded ? { strokeDash } : {};
  const y = (field: string) => ({ field, type: "quantitative", title: t.sharePerNanometre });
  const layer = [
    {
      mark: { type: "area", opacity: 0.18 },
      encoding: { x, y: y("lower"), y2: { field: "upper" }, color },
    },
    { mark: { type: "line", strokeWidth: 1.6 }, encoding: { x, y: y("mean"), color, ...dash } },
    {
      transform: [
        { filter: "isValid(datum.limit)" },
        { aggregate: [{ op: "count", as: "points" }], groupby: ["limit"] },
      ],
      mark: { type: "rule", strokeDash: [5, 4] },
      encoding: { x: { field: "limit", type: "quantitative", title: t.diameter } },
    },
  ];
  const size = { width: 620, height: panels.count > 1 ? 170 : 300 };
  const common = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", data: { name: "curves" } };
  if (panels.count < 2) return { ...common, ...size, layer };
  const row = {
    field: "condition",
    type: "nominal",
    title: null,
    header: { orient: "top", labelAnchor: "start" },
  };
  const resolve = {
    scale: { color: "independent", ...(panels.crowded ? { strokeDash: "independent" } : {}) },
  };
  return { ...common, facet: { row }, spec: { ...size, layer }, resolve };
}

/** Cells of the grid that hold 99.5 % of a capture's particles. */
function cellsOf(capture: PlacedCapture): number {
  const { edges, concentration } = capture.bins!;
  const total = concentration.reduce((sum, value) => sum + value, 0);
  let seen = 0;
  let last = 0;
  while (last < concentration.length && seen < 0.995 * total) seen += concentration[last++]!;
  return Math.min(mostCells, Math.max(1, Math.ceil(edges[last]! / gridWidth)));
}

function curveRows(sample: SampleCaptures, cells: number, limit: number | null): Row[] {
  const shares = sample.captures.map((capture) => sharesOnGrid(capture, cells));
  const same = { sample: sampleLabel(sample), condition: conditionOf(sample), limit };
  return Array.from({ length: cells }, (_, i) => {
    const values = shares.map((share) => share[i]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      ...same,
      diameter: (i + 0.5) * gridWidth,
      mean,
      lower: Math.min(...values),
      upper: Math.max(...values),
    };
  });
}

/** Percent of the particles per nm on the common grid. */
function sharesOnGrid(capture: PlacedCapture, cells: number): Float64Array {
  const total = capture.bins!.concentration.reduce((sum, value) => sum + value, 0);
  return onGrid(capture.bins!, cells).map((value) => (100 * value) / (total * gridWidth));
}
