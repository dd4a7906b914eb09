import { type DomainResult, type Figure, type Language, portable } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { labels, vegaLite } from "./labels.ts";

const mostSamples = 8;

/** Concentration as measured, and median brightness, against dilution: single particles keep their brightness. */
export function dilutionSeriesFigure({ study }: DomainResult): Figure | null {
  const { series: all } = studySummary(study);
  const series = all.slice(0, mostSamples);
  const left = all.length - series.length;
  const points = series.flatMap(({ label: sample, points: own }) =>
    own.flatMap(({ dilution, rate, used }) => (rate > 0 ? [{ sample, dilution, rate, used }] : [])),
  );
  if (points.length === 0) return null;
  const ideal = series.flatMap(({ label: sample, points: own }) => {
    const used = own.filter((point) => point.used && point.original > 0);
    if (used.length === 0) return [];
    const mean = portable.exp(
      used.reduce((sum, { original }) => sum + portable.log(original), 0) / used.length,
    );
    const factors = own.map(({ dilution }) => dilution);
    return [Math.min(...factors), Math.max(...factors)].map((dilution) => ({
      sample,
      dilution,
      rate: mean / dilution,
    }));
  });
  const medians = series.flatMap(({ label: sample, medians: own }) =>
    own.flatMap(({ channel, dilution, median }) => {
      const last = own
        .filter((one) => one.channel === channel)
        .reduce((best, one) => (one.dilution > best.dilution ? one : best));
      return last.median > 0
        ? [{ series: `${sample} ${channel}`, dilution, relative: median / last.median }]
        : [];
    }),
  );
  return {
    id: "cytometry.dilutionSeries",
    title: { en: "Dilution series: single particles or swarm", ja: "希釈系列：単一粒子かスウォームか" },
    description: {
      en: `Above: particles per mL as measured (hollow: too close to the buffer to be used); line: what one original concentration would give. Below: median brightness over that of the highest dilution; brightness that falls with dilution supports a swarm.${left > 0 ? ` The first ${mostSamples} samples; ${left} more are in the tables.` : ""}`,
      ja: `上：測定時の粒子濃度（白抜きは緩衝液に近く不使用）、線は一つの原試料濃度から期待される値。下：最高希釈に対する輝度中央値の比。希釈とともに輝度が下がる場合はスウォームが疑われる。${left > 0 ? `最初の ${mostSamples} 試料を示す。残り ${left} 試料は表にある。` : ""}`,
    },
    data: { points, ideal, medians },
    spec: { en: specification("en", medians.length > 0), ja: specification("ja", medians.length > 0) },
  };
}

function specification(language: Language, hasMedians: boolean): Figure["spec"][Language] {
  const t = labels[language];
  const x = {
    field: "dilution",
    type: "quantitative",
    title: t.dilution,
    scale: { type: "log", nice: false, padding: 12 },
    axis: { format: "~s", tickCount: 5 },
  };
  const color = { field: "sample", type: "nominal", title: t.sample };
  const y = {
    field: "rate",
    type: "quantitative",
    title: t.rate,
    scale: { type: "log" },
    axis: { format: ".0e", tickCount: 4, grid: false },
  };
  const point = (used: boolean) => ({
    data: { name: "points" },
    transform: [{ filter: `datum.used === ${used}` }],
    mark: { type: "point", filled: used, ...(used ? {} : { fill: "white" }), size: 46 },
    encoding: { x, y, color },
  });
  const rates = {
    width: 460,
    height: 240,
    layer: [
      { data: { name: "ideal" }, mark: { type: "line", strokeDash: [4, 3] }, encoding: { x, y, color } },
      point(false),
      point(true),
    ],
  };
  const relative = {
    field: "relative",
    type: "quantitative",
    title: t.relative,
    scale: { zero: false },
    axis: { grid: false },
  };
  const brightness = {
    width: 460,
    height: 130,
    data: { name: "medians" },
    mark: { type: "line", point: true },
    encoding: { x, y: relative, color: { field: "series", type: "nominal", title: t.channel } },
  };
  return {
    $schema: vegaLite,
    vconcat: hasMedians ? [rates, brightness] : [rates],
    resolve: { scale: { color: "independent" } },
  };
}
