import { type DomainResult, type Figure, type Language, portable } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { labels, vegaLite } from "./labels.ts";

const mostCalibrations = 24;

/** Assigned bead values (plus the fitted offset, where the model has one) against peak medians with the fitted line, and the residuals below. */
export function calibrationFigure({ study }: DomainResult): Figure | null {
  const { fluorescence: all } = studySummary(study);
  const fluorescence = all.slice(0, mostCalibrations);
  const left = all.length - fluorescence.length;
  const files = new Set(fluorescence.map(({ file }) => file));
  const named = fluorescence.map((one) => ({
    ...one,
    name: `${one.channel} (${one.unit}${files.size > 1 ? `, ${one.file.split("/").at(-1)}` : ""})`,
  }));
  const isOffset = named.some(({ offset }) => offset > 0);
  const points = named.flatMap(({ name, offset, points: own }) =>
    own.map(({ median, assigned, residual }) => ({
      name,
      median,
      assigned: assigned + offset,
      residual: Math.round(1e4 * residual) / 100,
    })),
  );
  if (points.length === 0) return null;
  const lines = named.flatMap(({ name, slope, intercept, points: own }) => {
    const medians = own.map(({ median }) => median);
    return [Math.min(...medians), Math.max(...medians)].map((median) => ({
      name,
      median,
      assigned: portable.pow(10, intercept + slope * portable.log10(median)),
    }));
  });
  return {
    id: "cytometry.calibration",
    title: { en: "Brightness calibration", ja: "輝度の校正" },
    description: {
      en: `Assigned value of each bead peak against its median, with the fitted line; below, the residuals of the fit in per cent of the assigned value.${isOffset ? " Where the beads' own fluorescence was fitted, it is added to the assigned value." : ""}${left > 0 ? ` ${left} more calibrations are in the tables.` : ""}`,
      ja: `各ビーズピークの値付けと中央値、および回帰直線。下は値付けに対する残差（%）。${isOffset ? "ビーズの自家蛍光を当てはめたチャンネルでは、値付けにその値を加えて示す。" : ""}${left > 0 ? `ほかの校正 ${left} 件は表にある。` : ""}`,
    },
    data: { points, lines },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const logarithmic = { type: "log", nice: false, padding: 12 };
  const x = {
    field: "median",
    type: "quantitative",
    title: t.median,
    scale: logarithmic,
    axis: { tickCount: 5, grid: false },
  };
  const y = {
    field: "assigned",
    type: "quantitative",
    title: t.assigned,
    scale: logarithmic,
    axis: { tickCount: 5, grid: false },
  };
  const color = { field: "name", type: "nominal", title: t.channel };
  return {
    $schema: vegaLite,
    vconcat: [
      {
        width: 460,
        height: 260,
        layer: [
          { data: { name: "lines" }, mark: { type: "line" }, encoding: { x, y, color } },
          { data: { name: "points" }, mark: { type: "point", filled: true }, encoding: { x, y, color } },
        ],
      },
      {
        width: 460,
        height: 90,
        layer: [
          {
            data: { values: [{ zero: 0 }] },
            mark: { type: "rule", strokeDash: [4, 3] },
            encoding: { y: { field: "zero", type: "quantitative" } },
          },
          {
            data: { name: "points" },
            mark: { type: "point", filled: true },
            encoding: {
              x,
              y: {
                field: "residual",
                type: "quantitative",
                title: t.residual,
                axis: { grid: false, tickCount: 4 },
              },
              color,
            },
          },
        ],
      },
    ],
  };
}
