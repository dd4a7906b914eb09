import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { placedCaptures, sampleGroups, sampleLabel } from "../analysis/captures.ts";
import { labels } from "./labels.ts";
import { levelOf, sampleEstimates } from "./samples.ts";

const mostSamples = 60;

/** Concentration by sample on a logarithmic axis: captures as points, the estimate with its interval. */
export function concentrationsFigure(result: DomainResult): Figure | null {
  const estimates = sampleEstimates(result, "particles.concentration");
  if (estimates.size === 0) return null;
  const all = sampleGroups(placedCaptures(result.files)).flatMap((sample) => {
    const estimate = estimates.get(sampleLabel(sample));
    return estimate && estimate.value > 0 ? [{ sample, estimate }] : [];
  });
  const samples = all.slice(0, mostSamples);
  const left = all.length - samples.length;
  const points = samples.flatMap(({ sample, estimate }) =>
    sample.captures.flatMap((capture) => {
      const original = estimate.qualifiers.dilutionState === "original";
      const value = original ? capture.original : capture.asMeasured;
      return value !== null && value > 0 ? [{ sample: sampleLabel(sample), value }] : [];
    }),
  );
  const floor = leastDrawn([...points, ...samples.map(({ estimate }) => estimate)]) / 3;
  const means = samples.map(({ sample, estimate: { value, interval, qualifiers } }) => {
    const { condition, role } = sample.captures[0]!;
    const state = qualifiers.dilutionState ?? "as measured";
    const lower = interval === null ? value : interval.lower > 0 ? interval.lower : floor;
    const upper = interval?.upper ?? value;
    return { sample: sampleLabel(sample), condition: condition ?? role, state, value, lower, upper };
  });
  const level = levelOf(samples.flatMap(({ estimate }) => estimate.interval ?? []));
  const cut = samples.some(({ estimate: { interval } }) => interval !== null && !(interval.lower > 0));
  return {
    id: "particles.concentrations",
    title: { en: "Particle concentration by sample", ja: "試料ごとの粒子濃度" },
    description: {
      en: `Small points: captures; large points: the sample's mean with its ${level} interval. Filled: of the original sample; hollow: as measured.${cut ? " Intervals that reach 0 run to the left end." : ""}${left > 0 ? ` The first ${mostSamples} samples in order of name; ${left} more are in the tables.` : ""}`,
      ja: `小さい点は各測定、大きい点は試料の平均と ${level} 信頼区間。塗りつぶしは原試料の濃度、白抜きは測定時の濃度。${cut ? "0 に達する区間は左端まで描く。" : ""}${left > 0 ? `名前順に最初の ${mostSamples} 試料を示します。残り ${left} 試料は表にあります。` : ""}`,
    },
    data: { points, means },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

function leastDrawn(drawn: readonly { readonly value: number }[]): number {
  return drawn.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const y = {
    field: "sample",
    type: "nominal",
    title: null,
    sort: "ascending",
    axis: { labelLimit: 220 },
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    title: t.concentration,
    scale: { type: "log" },
    axis: { format: ".0e", grid: false, tickCount: 6 },
  });
  const color = { field: "condition", type: "nominal", title: t.condition };
  const mean = (state: string, fill: object) => ({
    data: { name: "means" },
    transform: [{ filter: `datum.state === '${state}'` }],
    mark: { type: "point", size: 70, strokeWidth: 2, ...fill },
    encoding: { y, x: x("value"), color },
  });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 520,
    height: { step: 22 },
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
      mean("as measured", { filled: false, fill: "white" }),
      mean("original", { filled: true }),
    ],
  };
}
