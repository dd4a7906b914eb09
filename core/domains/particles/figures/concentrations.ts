import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { placedCaptures, sampleGroups, sampleLabel } from "../analysis/captures.ts";
import { labels } from "./labels.ts";
import { sampleEstimates } from "./samples.ts";

/** Concentration by sample on a logarithmic axis: captures as points, the estimate with its interval. */
export function concentrationsFigure(result: DomainResult): Figure | null {
  const estimates = sampleEstimates(result, "particles.concentration");
  if (estimates.size === 0) return null;
  const samples = sampleGroups(placedCaptures(result.files)).flatMap((sample) => {
    const estimate = estimates.get(sampleLabel(sample));
    return estimate && estimate.value > 0 ? [{ sample, estimate }] : [];
  });
  const points = samples.flatMap(({ sample, estimate }) =>
    sample.captures.flatMap((capture) => {
      const original = estimate.qualifiers.dilutionState === "original";
      const value = original ? capture.original : capture.asMeasured;
      return value !== null && value > 0 ? [{ sample: sampleLabel(sample), value }] : [];
    }),
  );
  const means = samples.map(({ sample, estimate: { value, interval, qualifiers } }) => {
    const { condition, role } = sample.captures[0]!;
    const state = qualifiers.dilutionState ?? "as measured";
    const range = interval && interval.lower > 0 ? interval : { lower: value, upper: value };
    const { lower, upper } = range;
    return { sample: sampleLabel(sample), condition: condition ?? role, state, value, lower, upper };
  });
  return {
    id: "particles.concentrations",
    title: { en: "Particle concentration by sample", ja: "試料ごとの粒子濃度" },
    description: {
      en: "Small points: captures; large points: the sample's mean with its 95 % interval. Filled: of the original sample; hollow: as measured.",
      ja: "小さい点は各測定、大きい点は試料の平均と 95 % 信頼区間。塗りつぶしは原試料の濃度、白抜きは測定時の濃度。",
    },
    data: { points, means },
    spec: { en: specification("en", means.length), ja: specification("ja", means.length) },
  };
}

function specification(language: Language, samples: number): Figure["spec"][Language] {
  const t = labels[language];
  const y = {
    field: "sample",
    type: "nominal",
    title: null,
    sort: "ascending",
    axis: samples > 60 ? { labels: false, ticks: false } : { labelLimit: 220 },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    title: t.concentration,
    scale: { type: "log" },
    axis: { format: ".0e", grid: false, tickCount: 6 },
  });
  const color = { field: "condition", type: "nominal", title: t.condition };
  const filled = { test: "datum.state === 'original'", field: "condition", type: "nominal" };
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 520,
    height: { step: samples > 60 ? 5 : 24 },
    layer: [
      {
        data: { name: "points" },
        mark: { type: "point", size: 18, filled: true, opacity: 0.45, color: "#7b8794" },
        encoding: { y, x: x("value") },
      },
      {
        data: { name: "means" },
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { y, x: x("lower"), x2: { field: "upper" }, color },
      },
      {
        data: { name: "means" },
        mark: { type: "point", size: 70, strokeWidth: 2 },
        encoding: {
          y,
          x: x("value"),
          stroke: { field: "condition", type: "nominal", title: t.condition, legend: null },
          fill: { condition: { ...filled, legend: null }, value: "white" },
        },
      },
    ],
  };
}
