import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { bySample, type PlacedCapture, placedCaptures } from "../analysis/captures.ts";
import { gridWidth, onGrid } from "../analysis/grid.ts";
import { labels } from "./labels.ts";

const mostSamples = 24;

type Row = Figure["data"][string][number];

/** Size distributions of the samples overlaid, each the mean of its captures with the band of their range. */
export function distributionsFigure(result: DomainResult): Figure | null {
  const captures = placedCaptures(result.files).filter(
    (capture) => capture.bins !== null && capture.role === "sample",
  );
  const all = [...bySample(captures)];
  if (all.length === 0) return null;
  const shown = all.slice(0, mostSamples);
  const largest = Math.max(...shown.flatMap(([, own]) => own.map((capture) => upperEdge(capture))));
  const curves = shown.flatMap(([sample, own]) => curveRows(sample, own, largest));
  const limits = [...new Set(captures.flatMap((capture) => capture.detectionLimit ?? []))].sort(
    (a, b) => a - b,
  );
  const left = all.length - shown.length;
  return {
    id: "particles.distributions",
    title: { en: "Size distributions by number", ja: "個数基準の粒径分布" },
    description: {
      en: `Share of particles per nanometre; line: mean of a sample's captures, band: their range, dashed: limit of detection.${left > 0 ? ` The first ${mostSamples} samples in order of name; ${left} more are in the tables.` : ""}`,
      ja: `1 nm あたりの粒子の割合。線は試料の測定の平均、帯はその範囲、破線は検出限界。${left > 0 ? `名前順に最初の ${mostSamples} 試料を示します。残り ${left} 試料は表にあります。` : ""}`,
    },
    data: { curves, limits: limits.map((diameter) => ({ diameter })) },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const x = { field: "diameter", type: "quantitative", title: t.diameter, scale: { nice: false } };
  const color = { field: "sample", type: "nominal", title: t.sample };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 620,
    height: 300,
    layer: [
      {
        data: { name: "curves" },
        mark: { type: "area", opacity: 0.18 },
        encoding: {
          x,
          y: { field: "lower", type: "quantitative", title: t.sharePerNanometre },
          y2: { field: "upper" },
          color,
        },
      },
      {
        data: { name: "curves" },
        mark: { type: "line", strokeWidth: 1.6 },
        encoding: { x, y: { field: "mean", type: "quantitative", title: t.sharePerNanometre }, color },
      },
      {
        data: { name: "limits" },
        mark: { type: "rule", strokeDash: [5, 4] },
        encoding: { x: { field: "diameter", type: "quantitative" } },
      },
    ],
  };
}

/** Where 99.5 % of a capture's particles end, on the grid. */
function upperEdge(capture: PlacedCapture): number {
  const { edges, concentration } = capture.bins!;
  const total = concentration.reduce((sum, value) => sum + value, 0);
  let seen = 0;
  for (let i = 0; i < concentration.length; i++) {
    seen += concentration[i]!;
    if (seen >= 0.995 * total) return Math.ceil(edges[i + 1]! / gridWidth) * gridWidth;
  }
  return edges.at(-1)!;
}

function curveRows(sample: string, captures: readonly PlacedCapture[], largest: number): Row[] {
  const shares = captures.map((capture) => sharesOnGrid(capture, largest));
  const rows: Row[] = [];
  for (let i = 0; i < largest / gridWidth; i++) {
    const values = shares.map((share) => share[i]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const range = { lower: Math.min(...values), upper: Math.max(...values) };
    rows.push({ sample, diameter: (i + 0.5) * gridWidth, mean, ...range });
  }
  return rows;
}

/** Percent of the particles per nm on the common grid. */
function sharesOnGrid(capture: PlacedCapture, largest: number): Float64Array {
  const total = capture.bins!.concentration.reduce((sum, value) => sum + value, 0);
  return onGrid(capture.bins!, largest / gridWidth).map((value) => (100 * value) / (total * gridWidth));
}
