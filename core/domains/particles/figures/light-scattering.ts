import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { fileSummary } from "../analysis/summary.ts";
import { labels } from "./labels.ts";
import { labelsApart } from "./samples.ts";

const mostRecords = 24;

/** Intensity-weighted size distributions of light scattering; never beside counts of single particles. */
export function lightScatteringFigure(result: DomainResult): Figure | null {
  const all = result.files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    if (summary.kind !== "dls") return [];
    return summary.records
      .filter(({ distribution }) => distribution.length > 0)
      .map(({ name, distribution }) => ({ name, file: analysis.file, distribution }));
  });
  const records = all.slice(0, mostRecords);
  const names = labelsApart(records);
  const points = records.flatMap(({ distribution }, i) =>
    distribution.map((point) => ({ record: names[i]!, ...point })),
  );
  const left = all.length - records.length;
  if (points.length === 0) return null;
  return {
    id: "particles.lightScattering",
    title: { en: "Light scattering: size by intensity", ja: "動的光散乱：散乱強度基準の粒径" },
    description: {
      en: `Weighted by scattered intensity, which grows with the sixth power of the diameter: not comparable with numbers of particles.${left > 0 ? ` ${left} more records are in the tables.` : ""}`,
      ja: `散乱強度による重みづけ（直径の 6 乗に比例）。個数基準の分布とは比較できない。${left > 0 ? `残り ${left} 記録は表にある。` : ""}`,
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
