import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { fileSummary, finiteOrNull } from "../analysis/summary.ts";
import { labels } from "./labels.ts";
import { labelsApart } from "./samples.ts";

/** The cell's positions as a map: concentration at each against the mean of the positions in use. */
export function positionsFigure(result: DomainResult): Figure | null {
  const maps = result.files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    return summary.kind === "positions"
      ? [{ name: summary.sample, file: analysis.file, positions: summary.positions }]
      : [];
  });
  const names = labelsApart(maps);
  const cells = maps.flatMap(({ positions }, i) => {
    const used = positions.flatMap(({ used, concentration }) =>
      used && concentration !== null ? [concentration] : [],
    );
    const mean = used.reduce((sum, value) => sum + value, 0) / used.length;
    return positions.map(({ position, used: inUse, concentration }) => ({
      measurement: names[i]!,
      position,
      ratio: concentration !== null && mean > 0 ? finiteOrNull(concentration / mean) : null,
      mark: inUse ? "" : "×",
    }));
  });
  if (cells.length === 0) return null;
  return {
    id: "particles.positions",
    title: { en: "Positions of the cell", ja: "セル内の各位置" },
    description: {
      en: "Concentration at each position relative to the mean of those in use (for the eye); × marks positions that the instrument set aside.",
      ja: "採用された位置の平均に対する各位置の濃度の比（表示用）。× は装置が除外した位置。",
    },
    data: { cells },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const x = { field: "position", type: "ordinal", title: t.position, axis: { labelAngle: 0 } };
  const y = { field: "measurement", type: "nominal", title: null, axis: { labelLimit: 220 } };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: { step: 40 },
    height: { step: 28 },
    data: { name: "cells" },
    layer: [
      {
        mark: { type: "rect", stroke: "white" },
        encoding: {
          x,
          y,
          color: {
            field: "ratio",
            type: "quantitative",
            title: t.relativeConcentration,
            scale: { scheme: "blueorange", domainMid: 1, domain: [0.5, 1.5], clamp: true },
          },
        },
      },
      { mark: { type: "text", fontSize: 16 }, encoding: { x, y, text: { field: "mark" } } },
    ],
  };
}
