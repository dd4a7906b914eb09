import { z } from "zod";
import { field, isRefused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { judgeDilutionSeries, seriesDefaults } from "./dilution-series.ts";
import { counted, countedFrom, countedIfGiven, dilution, together } from "./schemas.ts";

const medians = z
  .array(
    z.object({
      channel: field(z.string().min(1), "", "Channel", "チャンネル"),
      median: field(z.number().positive(), "", "Median of the channel in the gate", "ゲート内の中央値"),
      logSd: field(
        z.number().positive(),
        "1",
        "Standard deviation of the median's natural logarithm",
        "中央値の自然対数の標準偏差",
      ),
    }),
  )
  .default([]);

export const dilutionSeries = defineFinite({
  id: "cytometry.dilutionSeries",
  version: "1",
  title: { en: "Single particles or swarm", ja: "単一粒子かスウォームか" },
  summary: {
    en: "Slopes of event rate and of median brightness against dilution, with intervals, and what they support: single particles, a swarm, or neither.",
    ja: "希釈に対するイベント頻度と輝度中央値の傾きを信頼区間とともに求め、単一粒子・スウォーム・判定不能のいずれを支持するか示します。",
  },
  input: z.object({
    points: z.array(counted.extend({ dilution, medians })).min(1),
    buffer: counted.optional(),
  }),
  parameters: z.object({
    relativeUncertainty: field(
      z.number().positive().lt(1).default(seriesDefaults.relativeUncertainty),
      "1",
      "Relative standard uncertainty of one dilution",
      "1 回の希釈の相対標準不確かさ",
    ),
    tolerance: field(
      z.number().positive().lt(1).default(seriesDefaults.tolerance),
      "1",
      "Allowed departure of the slopes from -1 and 0",
      "傾きの許容差（-1 および 0 から）",
    ),
    bufferLimit: field(
      z.number().positive().lt(1).default(seriesDefaults.bufferLimit),
      "1",
      "Share of buffer events over which a dilution is left out",
      "希釈点を除外する緩衝液由来イベントの割合",
    ),
    leastDilutions: field(
      z.number().int().min(3).default(seriesDefaults.leastDilutions),
      "1",
      "Least number of dilutions",
      "必要な希釈段階数",
    ),
    leastSpan: field(
      z.number().gt(1).default(seriesDefaults.leastSpan),
      "1",
      "Least ratio of highest to lowest dilution",
      "最大希釈と最小希釈の比の下限",
    ),
    level: confidenceLevel,
  }),
  example: {
    input: {
      points: [
        {
          events: 48_900,
          volume: 30,
          dilution: 100,
          medians: [{ channel: "SSC-A", median: 1520, logSd: 0.01 }],
        },
        {
          events: 24_700,
          volume: 30,
          dilution: 200,
          medians: [{ channel: "SSC-A", median: 1490, logSd: 0.01 }],
        },
        {
          events: 12_300,
          volume: 30,
          dilution: 400,
          medians: [{ channel: "SSC-A", median: 1505, logSd: 0.01 }],
        },
        {
          events: 6250,
          volume: 30,
          dilution: 800,
          medians: [{ channel: "SSC-A", median: 1498, logSd: 0.01 }],
        },
      ],
      buffer: { events: 180, volume: 30 },
    },
  },
  run({ points, buffer }, parameters) {
    const given = together(countedIfGiven(buffer), together(...points.map(countedFrom)));
    if (isRefused(given)) return given;
    const [blank, countings] = given.value;
    const series = points.map((point, i) => ({
      ...countings[i]!,
      dilution: point.dilution,
      medians: Object.fromEntries(point.medians.map(({ channel, ...told }) => [channel, told])),
    }));
    return judgeDilutionSeries(series, { ...parameters, buffer: blank });
  },
});
