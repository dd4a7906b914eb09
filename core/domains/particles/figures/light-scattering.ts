import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { fileSummary } from "../analysis/summary.ts";
import { labels } from "./labels.ts";

/** Intensity-weighted size distributions of light scattering; never beside counts of single particles. */
export function lightScatteringFigure(result: DomainResult): Figure | null {
  const points = result.files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    if (summary.kind !== "dls") return [];
    return summary.records
      .slice(0, 24)
      .flatMap(({ name, distribution }) => distribution.map((point) => ({ record: name, ...point })));
  });
  if (points.length === 0) return null;
  return {
    id: "particles.lightScattering",
    title: { en: "Light scattering: size by intensity", ja: "動的光散乱：散乱強度基準の粒径" },
    description: {
      en: "Weighted by scattered intensity, which grows with the sixth power of the diameter: not comparable with numbers of particles.",
      ja: "散乱強度による重みづけ（直径の 6 乗に比例）。個数基準の分布とは比較できない。",
    },
    data: { points },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 560,
    height: 260,
    data: { name: "points" },
    mark: { type: "line", strokeWidth: 1.6 },
    encoding: {
      x: { field: "diameter", type: "quantitative", title: t.diameter, scale: { type: "log" } },
      y: { field: "intensity", type: "quantitative", title: t.intensity },
      color: { field: "record", type: "nominal", title: t.record },
    },
  };
}
