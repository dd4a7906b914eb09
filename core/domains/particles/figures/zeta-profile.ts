import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { fileSummary } from "../analysis/summary.ts";
import { labels } from "./labels.ts";
import { labelsApart } from "./samples.ts";

/** Apparent zeta potential across the cell with the instrument's parabola. */
export function zetaProfileFigure(result: DomainResult): Figure | null {
  const summaries = result.files.flatMap((analysis) => {
    const summary = fileSummary(analysis);
    return summary.kind === "zeta"
      ? [{ name: summary.sample, file: analysis.file, profile: summary.profile }]
      : [];
  });
  const names = labelsApart(summaries);
  const rows = (value: (point: (typeof summaries)[number]["profile"][number]) => number | null) =>
    summaries.flatMap(({ profile }, i) =>
      profile.flatMap((point) => {
        const at = value(point);
        return at === null ? [] : [{ sample: names[i]!, position: point.position, value: at }];
      }),
    );
  const points = rows(({ zeta }) => zeta);
  const fit = rows((point) => point.fit);
  if (points.length === 0) return null;
  return {
    id: "particles.zetaProfile",
    title: { en: "Zeta potential across the cell", ja: "セル断面のゼータ電位" },
    description: {
      en: "Points: the instrument's values by position; line: the parabola that it fitted.",
      ja: "点は各位置での装置の値、線は装置が当てはめた放物線。",
    },
    data: { points, fit },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const encoding = {
    x: { field: "position", type: "quantitative", title: t.position, scale: { nice: true, zero: false } },
    y: { field: "value", type: "quantitative", title: t.zetaPotential, scale: { zero: false } },
    color: { field: "sample", type: "nominal", title: t.sample },
  };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 520,
    height: 260,
    layer: [
      { data: { name: "fit" }, mark: { type: "line", strokeWidth: 1.4 }, encoding },
      { data: { name: "points" }, mark: { type: "point", filled: true, size: 46 }, encoding },
    ],
  };
}
