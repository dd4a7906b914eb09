import { type DomainResult, type Figure, type Language, portable } from "../../../kernel/index.ts";
import { type MarkerSummary, studySummary } from "../analysis/study-summary.ts";
import type { Spectrum } from "../analysis/summary.ts";
import { gridLower } from "../operations/gates/grid.ts";
import { labels, vegaLite } from "./labels.ts";

const mostSamples = 3;
const mostChannels = 3;
const leastCofactor = 10;
/** Of a step on the axis, which is asinh(value / cofactor). */
const width = 0.16;

/** Brightness of samples and their controls in each marker's channel, with the threshold of a positive. */
export function markersFigure({ study }: DomainResult): Figure | null {
  const { markers } = studySummary(study);
  const channels = [...new Set(markers.map(({ channel }) => channel))].slice(0, mostChannels);
  const samples = [...new Set(markers.map(({ sample }) => sample))];
  const shown = markers.filter(
    ({ sample, channel }) => samples.indexOf(sample) < mostSamples && channels.includes(channel),
  );
  if (shown.length === 0) return null;
  const cofactors = new Map(
    channels.map((channel) => {
      const noise = shown.flatMap((one) => (one.channel === channel ? one.noise : []));
      return [channel, Number(Math.max(leastCofactor, ...noise).toPrecision(2))];
    }),
  );
  const curves = shown.flatMap((one) => curvesOf(one, cofactors.get(one.channel)!));
  const thresholds = shown.map(({ sample, channel, threshold }) => ({ sample, channel, value: threshold }));
  const kinds = new Set(curves.map(({ of }) => of));
  const left = samples.length - mostSamples;
  return {
    id: "cytometry.markers",
    title: { en: "Brightness of samples and controls", ja: "試料と対照の輝度" },
    description: {
      en: `Share of events by brightness in arbitrary units; the line is the threshold of a positive event.${left > 0 ? ` The first ${mostSamples} samples; ${left} more are in the tables.` : ""}`,
      ja: `輝度（任意単位）ごとのイベントの割合。縦線は陽性のしきい値。${left > 0 ? `最初の ${mostSamples} 試料を示す。残り ${left} 試料は表にある。` : ""}`,
    },
    data: { curves, thresholds },
    spec: {
      en: specification("en", thresholds, cofactors, kinds),
      ja: specification("ja", thresholds, cofactors, kinds),
    },
  };
}

function curvesOf({ sample, channel, curves }: MarkerSummary, cofactor: number) {
  return curves.flatMap(({ of, events, spectrum }) =>
    steps(spectrum, cofactor).map(({ value, count }) => ({
      sample,
      channel,
      of,
      value,
      share: Number(((100 * count) / events).toPrecision(3)),
    })),
  );
}

/** The spectrum in equal steps of the drawn axis, which is linear near 0: `value` is the lower end of a step. */
function steps(
  { indices, counts }: Spectrum,
  cofactor: number,
): { readonly value: number; readonly count: number }[] {
  const sums = new Map<number, number>();
  indices.forEach((index, i) => {
    const [from, to] = [gridLower(index), gridLower(index + 1)];
    // the outermost bins of the grid end at infinity
    const middle = [(from + to) / 2, from, to].find(Number.isFinite) ?? 0;
    const step = Math.floor(portable.asinh(middle / cofactor) / width);
    sums.set(step, (sums.get(step) ?? 0) + counts[i]!);
  });
  const lowerOf = (step: number) => Number((cofactor * portable.sinh(step * width)).toPrecision(4));
  const places = [...sums.keys()].sort((a, b) => a - b);
  return places.flatMap((step, i) => {
    const own = { value: lowerOf(step), count: sums.get(step)! };
    const next = places[i + 1];
    return next === step + 1 ? [own] : [own, { value: lowerOf(step + 1), count: 0 }];
  });
}

function specification(
  language: Language,
  panels: readonly { readonly sample: string; readonly channel: string }[],
  cofactors: ReadonlyMap<string, number>,
  kinds: ReadonlySet<string>,
): Figure["spec"][Language] {
  const t = labels[language];
  const names = {
    sample: t.sampleCurve,
    fmo: t.fmo,
    isotype: t.isotype,
    unstained: t.unstained,
    reagent: t.reagent,
    buffer: t.buffer,
    detergent: t.detergent,
  };
  const shown = Object.entries(names).map(([code, name]) => `datum.value === '${code}' ? '${name}' : `);
  const x = (channel: string) => ({
    field: "value",
    type: "quantitative",
    title: `${channel} / ${t.arbitrary}`,
    scale: { type: "symlog", constant: cofactors.get(channel)!, nice: false },
    axis: { tickCount: 5, grid: false },
  });
  const rows = [...new Set(panels.map(({ channel }) => channel))];
  const columns = [...new Set(panels.map(({ sample }) => sample))];
  const panel = (sample: string, channel: string) => {
    const filter = [
      { filter: { field: "sample", equal: sample } },
      { filter: { field: "channel", equal: channel } },
    ];
    return {
      title: { text: sample, fontSize: 12, offset: 4 },
      width: 190,
      height: 130,
      layer: [
        {
          data: { name: "curves" },
          transform: filter,
          mark: { type: "line", interpolate: "step-after" },
          encoding: {
            x: x(channel),
            y: { field: "share", type: "quantitative", title: t.share, axis: { tickCount: 3, grid: false } },
            color: {
              field: "of",
              type: "nominal",
              title: t.curve,
              scale: { domain: Object.keys(names).filter((kind) => kinds.has(kind)) },
              legend: { labelExpr: `${shown.join("")}datum.value` },
            },
            strokeWidth: { condition: { test: "datum.of === 'sample'", value: 2 }, value: 1.2 },
          },
        },
        {
          data: { name: "thresholds" },
          transform: filter,
          mark: { type: "rule", strokeDash: [4, 3] },
          encoding: { x: x(channel) },
        },
      ],
    };
  };
  const has = (sample: string, channel: string) =>
    panels.some((one) => one.sample === sample && one.channel === channel);
  return {
    $schema: vegaLite,
    vconcat: rows.map((channel) => ({
      hconcat: columns.filter((sample) => has(sample, channel)).map((sample) => panel(sample, channel)),
    })),
  };
}
