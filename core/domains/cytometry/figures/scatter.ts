import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { labels, vegaLite } from "./labels.ts";

/** Scatter signal against diameter: measured beads, their fitted curve, and the vesicle curve with its index range. */
export function scatterFigure({ study }: DomainResult): Figure | null {
  const [first, ...others] = studySummary(study).scatter;
  if (!first) return null;
  const points = first.points.map(({ diameter, signal }) => ({ diameter, signal, model: "beads" }));
  const curves = [
    ...first.beads.map(({ diameter, signal }) => ({ diameter, signal, model: "beads" })),
    ...first.vesicles.map(({ diameter, signal }) => ({ diameter, signal, model: "vesicles" })),
  ].filter(({ signal }) => signal > 0);
  const band = first.vesicles.flatMap(({ diameter, low, high }) =>
    low > 0 && high > 0
      ? [{ diameter, lower: Math.min(low, high), upper: Math.max(low, high), model: "vesicles" }]
      : [],
  );
  const more = others.length;
  return {
    id: "cytometry.scatter",
    title: { en: "Scatter and diameter (Mie)", ja: "散乱光と直径（ミー理論）" },
    description: {
      en: `${first.channel} at ${first.wavelength} nm, collection half-angle ${first.halfAngle.toPrecision(3)}°. Points: beads; lines: fitted curve of the beads and curve of a vesicle as assumed, with the range of its refractive index. Where the vesicle curve is flat, one signal fits many diameters.${more > 0 ? ` ${more} more calibrations are in the tables.` : ""}`,
      ja: `${first.channel}（${first.wavelength} nm、集光半角 ${first.halfAngle.toPrecision(3)}°）。点はビーズ、線はビーズの当てはめ曲線と、仮定した小胞の曲線（帯は屈折率の幅）。曲線が平坦な範囲では一つのシグナルに複数の直径が対応する。${more > 0 ? `ほかの校正 ${more} 件は表にある。` : ""}`,
    },
    data: { points, curves, band },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const x = {
    field: "diameter",
    type: "quantitative",
    title: t.diameter,
    scale: { type: "log", nice: false },
    axis: { tickCount: 8, grid: false },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative",
    title: t.signal,
    scale: { type: "log" },
    axis: { tickCount: 5, grid: false },
  });
  const color = {
    field: "model",
    type: "nominal",
    title: t.model,
    legend: { labelExpr: `datum.value === 'beads' ? '${t.beads}' : '${t.vesicles}'` },
  };
  return {
    $schema: vegaLite,
    width: 460,
    height: 300,
    layer: [
      {
        data: { name: "band" },
        mark: { type: "area" },
        encoding: { x, y: y("lower"), y2: { field: "upper" }, color },
      },
      { data: { name: "curves" }, mark: { type: "line" }, encoding: { x, y: y("signal"), color } },
      {
        data: { name: "points" },
        mark: { type: "point", filled: true, size: 60 },
        encoding: { x, y: y("signal"), color },
      },
    ],
  };
}
