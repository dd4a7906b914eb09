import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { placedDataSets } from "../analysis/placed.ts";
import { labels, vegaLite } from "./labels.ts";

const mostPanels = 4;

/** Where the events of the first samples and controls lie: one scatter and one fluorescence channel, binned. */
export function densitiesFigure({ files }: DomainResult): Figure | null {
  const all = placedDataSets(files).flatMap((dataSet) =>
    dataSet.densities.slice(0, 1).map((density) => ({ dataSet, density })),
  );
  const first = all.find(({ dataSet }) => dataSet.row.role === "sample") ?? all[0];
  const alike = all.filter(({ density }) => density.x === first!.density.x && density.y === first!.density.y);
  const order = ["sample", "blank", "control"] as const;
  const ranked = order.flatMap((role) => alike.filter(({ dataSet }) => dataSet.row.role === role));
  const perRole = order.flatMap((role) =>
    ranked.filter(({ dataSet }) => dataSet.row.role === role).slice(0, 2),
  );
  const shown = [...new Set([...perRole, ...ranked])].slice(0, mostPanels);
  if (!first || shown.length === 0) return null;
  const cells = shown.flatMap(({ dataSet, density }) =>
    density.cells.map(([place, count]) => ({
      panel: panelName(dataSet),
      x: density.xEdges[place % density.bins]!,
      x2: density.xEdges[(place % density.bins) + 1]!,
      y: density.yEdges[Math.floor(place / density.bins)]!,
      y2: density.yEdges[Math.floor(place / density.bins) + 1]!,
      count,
    })),
  );
  const constants = [0, 1].map((axis) => Math.max(...shown.map(({ density }) => density.cofactors[axis]!)));
  const left = all.length - shown.length;
  return {
    id: "cytometry.densities",
    title: { en: "Events by scatter and brightness", ja: "散乱光と輝度によるイベントの分布" },
    description: {
      en: `Events per cell of a grid, ${first.density.x} across and ${first.density.y} up, arbitrary units.${left > 0 ? ` ${left} more files are not drawn.` : ""}`,
      ja: `格子ごとのイベント数（横軸 ${first.density.x}、縦軸 ${first.density.y}、任意単位）。${left > 0 ? `ほかの ${left} ファイルは省略。` : ""}`,
    },
    data: { cells },
    spec: {
      en: specification("en", first.density, constants),
      ja: specification("ja", first.density, constants),
    },
  };
}

function panelName({ row, file, name }: ReturnType<typeof placedDataSets>[number]): string {
  const of = [file.split("/").at(-1)!, ...(name === "" ? [] : [name])].join(", ");
  return `${row.control === null ? "" : `${row.control}: `}${row.sample} (${of})`;
}

function specification(
  language: Language,
  of: { readonly x: string; readonly y: string },
  constants: readonly number[],
): Figure["spec"][Language] {
  const t = labels[language];
  const axis = (field: string, name: string, constant: number) => ({
    field,
    type: "quantitative",
    title: `${name} / ${t.arbitrary}`,
    scale: { type: "symlog", constant, nice: false },
    axis: { tickCount: 4, grid: false },
  });
  return {
    $schema: vegaLite,
    data: { name: "cells" },
    facet: { field: "panel", type: "nominal", title: null, header: { labelLimit: 200, labelFontSize: 11 } },
    columns: 2,
    spec: {
      width: 230,
      height: 180,
      mark: { type: "rect" },
      encoding: {
        x: axis("x", of.x, constants[0]!),
        x2: { field: "x2" },
        y: axis("y", of.y, constants[1]!),
        y2: { field: "y2" },
        color: {
          field: "count",
          type: "quantitative",
          title: t.events,
          scale: { type: "log", scheme: "viridis" },
        },
      },
    },
  };
}
