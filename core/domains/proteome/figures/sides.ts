import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import { isInseparable } from "../analysis/inseparable.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { unique } from "./levels.ts";
import { mostContrasts, summaryOf } from "./sources.ts";
import { joined, nothing, percent, short, sideName } from "./words.ts";

const mostColumns = 5;
const mostLevels = 6;

/** Samples of each side by the levels of the columns that a contrast is most entangled with. */
export function sidesFigures(result: DomainResult): readonly Figure[] {
  const all = summaryOf(result).contrasts.filter(({ guard }) =>
    guard.some(({ counts, relation }) => counts !== null && relation !== "balanced"),
  );
  const more = all.length - mostContrasts;
  const left: Text =
    more > 0
      ? {
          en: `The first ${mostContrasts} contrasts have this figure; ${more} more have none.`,
          ja: `この図は最初の ${mostContrasts} 件の比較のもの。残り ${more} 件にはない。`,
        }
      : nothing;
  return all.slice(0, mostContrasts).map((contrast, at) => sidesFigure(contrast, at + 1, left));
}

function sidesFigure(contrast: ContrastSummary, number: number, left: Text): Figure {
  const covariates = contrast.guard.filter(({ counts }) => counts !== null).slice(0, mostColumns);
  const [first, second] = contrast.labels.map((label) => sideName(label, 20)) as [Text, Text];
  const rows = covariates.flatMap((covariate) => {
    const counts = covariate.counts!;
    const kept = counts.length <= mostLevels ? counts : counts.slice(0, mostLevels - 1);
    const others = counts.slice(kept.length);
    const sum = (side: 0 | 1) => others.reduce((all, { samples }) => all + samples[side], 0);
    const levels = [
      ...kept,
      ...(others.length > 0 ? [{ level: `… (${others.length})`, samples: [sum(0), sum(1)] as const }] : []),
    ];
    const mark = isInseparable(contrast, covariate) ? "✕ " : "";
    return levels.map(({ level, samples }) => ({
      row: `${mark}${short(covariate.covariate, 16)}: ${level === "" ? "–" : short(level, 20)}`,
      samples,
      oneSided: Math.min(...samples) === 0,
    }));
  });
  const names = unique(rows.map(({ row }) => row));
  const sides = ["first", "second"] as const;
  const cells = rows.flatMap(({ samples, oneSided }, at) =>
    sides.map((side, which) => ({
      row: names[at]!,
      side,
      en: which === 0 ? first.en : second.en,
      ja: which === 0 ? first.ja : second.ja,
      samples: samples[which]!,
      share: samples[which]! / Math.max(1, contrast.samples[which]!),
      oneSided,
    })),
  );
  const spec = (language: Language) => specification(language, first.en === second.en);
  return {
    id: `proteome.sides.${number}`,
    title: {
      en: `Who is on which side: ${short(contrast.name, 60)}`,
      ja: `どの試料がどちらの側か：${short(contrast.name, 60)}`,
    },
    description: joined([
      {
        en: `Samples of ${first.en} (${contrast.samples[0]}) and ${second.en} (${contrast.samples[1]}) by the levels of recorded columns, the most entangled first. Colour: share of the side. ✕: not separable from the contrast. A level with 0 on one side says nothing about the difference.`,
        ja: `${first.ja}（${contrast.samples[0]} 試料）と ${second.ja}（${contrast.samples[1]} 試料）の、記録された列の水準別の試料数（絡み合いの強い順）。色は側の中での割合。✕ は比較と分離できない列。一方が 0 の水準は差について何も語らない。`,
      },
      ...covariates.slice(0, 2).map(({ covariate, counts, informationLeft }): Text => {
        const list = counts!
          .slice(0, mostLevels)
          .map(({ level, samples }) => `${short(level, 20) || "–"} (${samples.join(" / ")})`);
        const rest = informationLeft === null ? "" : percent(informationLeft);
        return {
          en: `${short(covariate, 20)}: ${list.join(", ")}${rest === "" ? "" : `; ${rest} % of the information left`}.`,
          ja: `${short(covariate, 20)}：${list.join("、")}${rest === "" ? "" : `（残る情報 ${rest} %）`}。`,
        };
      }),
      left,
    ]),
    data: { cells },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function specification(language: Language, alike: boolean): Figure["spec"][Language] {
  const cell = {
    x: {
      field: alike ? "side" : language,
      type: "nominal",
      sort: null,
      title: labels[language].side,
      axis: { orient: "top", labelAngle: 0, domain: false, ticks: false, labelLimit: 130 },
    },
    y: {
      field: "row",
      type: "nominal",
      sort: null,
      title: null,
      axis: { domain: false, ticks: false, labelLimit: 280 },
    },
  };
  return {
    $schema: vegaLite,
    data: { name: "cells" },
    width: { step: 140 },
    height: { step: 24 },
    layer: [
      {
        mark: { type: "rect", color: colours.cell },
        encoding: {
          ...cell,
          opacity: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.04, 0.6] },
            legend: null,
          },
        },
      },
      { mark: { type: "text", fontSize: 12 }, encoding: { ...cell, text: { field: "samples" } } },
    ],
  };
}
