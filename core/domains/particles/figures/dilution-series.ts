import { type DomainResult, type Figure, type Language, portable } from "../../../kernel/index.ts";
import { placedCaptures, sampleGroups, sampleLabel } from "../analysis/captures.ts";
import { labels } from "./labels.ts";

/** Concentration as measured against dilution, for samples measured at two dilutions or more. */
export function dilutionSeriesFigure(result: DomainResult): Figure | null {
  const series = sampleGroups(placedCaptures(result.files)).flatMap((group) => {
    const sample = sampleLabel(group);
    const usable = group.captures.flatMap(({ asMeasured, dilutionFactor }) =>
      asMeasured !== null && asMeasured > 0 && dilutionFactor !== null
        ? [{ sample, factor: dilutionFactor, value: asMeasured }]
        : [],
    );
    return new Set(usable.map(({ factor }) => factor)).size > 1 ? [{ sample, usable }] : [];
  });
  if (series.length === 0) return null;
  const ideal = series.flatMap(({ sample, usable }) => {
    const mean =
      usable.reduce((sum, { factor, value }) => sum + portable.log(factor * value), 0) / usable.length;
    return [...new Set(usable.map(({ factor }) => factor))]
      .sort((a, b) => a - b)
      .map((factor) => ({ sample, factor, value: portable.exp(mean) / factor }));
  });
  return {
    id: "particles.dilutionSeries",
    title: { en: "Dilution series", ja: "希釈系列" },
    description: {
      en: "Points: captures as measured; line: what one original concentration (their geometric mean) would give at every dilution.",
      ja: "点は測定時の濃度、線は原試料の濃度が一つ（幾何平均）であるときに各希釈で得られるはずの値。",
    },
    data: { points: series.flatMap(({ usable }) => usable), ideal },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const encoding = {
    x: {
      field: "factor",
      type: "quantitative",
      title: t.dilutionFactor,
      scale: { type: "log", nice: false, padding: 12 },
      axis: { format: "~s", tickCount: 5 },
    },
    y: {
      field: "value",
      type: "quantitative",
      title: t.asMeasured,
      scale: { type: "log" },
      axis: { format: ".0e", tickCount: 4, grid: false },
    },
    color: { field: "sample", type: "nominal", title: t.sample },
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 460,
    height: 300,
    layer: [
      { data: { name: "ideal" }, mark: { type: "line", strokeDash: [4, 3], strokeWidth: 1.4 }, encoding },
      { data: { name: "points" }, mark: { type: "point", filled: true, size: 46 }, encoding },
    ],
  };
}
