import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { placedDataSets, sampleSets } from "../analysis/placed.ts";
import { labels, vegaLite } from "./labels.ts";

const mostRows = 120;

/** Positive fraction of the first samples with its interval, by marker. */
export function positivesFigure(result: DomainResult): Figure | null {
  const conditions = new Map(
    sampleSets(placedDataSets(result.files)).map(({ name, sets }) => [name, sets[0]!.row.condition]),
  );
  const all = result.estimates.flatMap(({ id, subject, value, interval, bound, qualifiers }) =>
    id === "cytometry.positiveFraction" && subject.level === "sample"
      ? [
          {
            sample: [
              subject.sample ?? "",
              conditions.get(subject.sample ?? "") ?? "",
              qualifiers.instrument ?? "",
            ]
              .filter(Boolean)
              .join(" · "),
            channel: qualifiers.channel ?? "",
            value: 100 * value,
            lower: 100 * Math.max(0, interval?.lower ?? value),
            upper: 100 * (interval?.upper ?? value),
            limit: bound === "below",
          },
        ]
      : [],
  );
  if (all.length === 0) return null;
  const samples = [...new Set(all.map(({ sample }) => sample))];
  const channels = new Set(all.map(({ channel }) => channel)).size;
  const drawn = new Set(samples.slice(0, Math.max(1, Math.floor(mostRows / channels))));
  const fractions = all.filter(({ sample }) => drawn.has(sample));
  const left = samples.length - drawn.size;
  return {
    id: "cytometry.positives",
    title: { en: "Positive fraction by sample", ja: "試料ごとの陽性率" },
    description: {
      en: `Share of counted particles above the threshold, less that of the control, with its counting interval; hollow: upper limit, not above the control.${left > 0 ? ` The first ${drawn.size} samples; ${left} more are in the tables.` : ""}`,
      ja: `しきい値を超えた粒子の割合（対照を差し引いた値）と計数の信頼区間。白抜きは上限値（対照を上回らない）。${left > 0 ? `最初の ${drawn.size} 試料を示す。残り ${left} 試料は表にある。` : ""}`,
    },
    data: { fractions },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const y = { field: "sample", type: "nominal", title: null, axis: { labelLimit: 220 } };
  const yOffset = { field: "channel", type: "nominal" };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    title: t.fraction,
    scale: { zero: true },
    axis: { grid: false },
  });
  const color = { field: "channel", type: "nominal", title: t.channel };
  const point = (limit: boolean) => ({
    data: { name: "fractions" },
    transform: [{ filter: `datum.limit === ${limit}` }],
    mark: { type: "point", filled: !limit, ...(limit ? { fill: "white" } : {}), size: 60 },
    encoding: { y, yOffset, x: x("value"), color },
  });
  return {
    $schema: vegaLite,
    width: 480,
    height: { step: 24 },
    layer: [
      {
        data: { name: "fractions" },
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { y, yOffset, x: x("lower"), x2: { field: "upper" }, color },
      },
      point(true),
      point(false),
    ],
  };
}
