import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { unique } from "./levels.ts";
import { dataSetSuffix, shownOverviews } from "./sources.ts";
import { joined, rounded, short } from "./words.ts";

/** How strongly every two recorded columns of the sheet are tied. */
export function associationFigures(result: DomainResult): readonly Figure[] {
  return shownOverviews(result).flatMap((overview, at) =>
    overview.pairs.length < 2 ? [] : associationFigure(result, overview, at + 1),
  );
}

function associationFigure(result: DomainResult, overview: DataSetOverview, number: number): Figure {
  const drawn = unique(overview.columns.map((column) => short(column, 20)));
  const nameOf = (column: string) => drawn[overview.columns.indexOf(column)]!;
  const cells = overview.pairs.map(({ first, second, strength, measure }) => ({
    first: nameOf(first),
    second: nameOf(second),
    strength: strength === null ? 0 : rounded(strength),
    text: strength === null ? "–" : `${measure === "eta" ? "η" : measure} ${strength.toFixed(2)}`,
  }));
  const strongest = [...overview.pairs]
    .filter(({ strength }) => strength !== null)
    .sort((a, b) => b.strength! - a.strength!)
    .slice(0, 5)
    .map(
      ({ first, second, strength }) => `${short(first, 20)} × ${short(second, 20)} ${strength!.toFixed(2)}`,
    );
  const suffix = dataSetSuffix(result, overview);
  const explanation: Text = {
    en: "Strength of association between recorded columns, 0 to 1: Cramér's V of categories, η of a number between categories, |r| of two numbers. V and η are above 0 by chance where levels are many and samples few.",
    ja: "記録された列どうしの関連の強さ（0〜1）。カテゴリー同士は Cramér の V、数値とカテゴリーは η、数値同士は |r|。水準が多く試料が少ないと、V と η は偶然でも 0 より大きくなる。",
  };
  const spec = (language: Language) => specification(language, drawn);
  return {
    id: `proteome.associations.${number}`,
    title: { en: `Columns that go together${suffix.en}`, ja: `互いに関連する列${suffix.ja}` },
    description: joined([
      explanation,
      ...(strongest.length === 0
        ? []
        : [{ en: `Strongest: ${strongest.join(", ")}.`, ja: `強い順：${strongest.join("、")}。` }]),
    ]),
    data: { cells },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function specification(language: Language, order: readonly string[]): Figure["spec"][Language] {
  const cell = {
    x: {
      field: "first",
      type: "nominal",
      sort: [...order],
      title: null,
      axis: { labelAngle: -35, domain: false, ticks: false, labelLimit: 160 },
    },
    y: {
      field: "second",
      type: "nominal",
      sort: [...order],
      title: null,
      axis: { domain: false, ticks: false, labelLimit: 160 },
    },
  };
  return {
    $schema: vegaLite,
    title: { text: labels[language].tied, fontSize: 12, fontWeight: 500 },
    data: { name: "cells" },
    width: { step: 58 },
    height: { step: 28 },
    layer: [
      {
        mark: { type: "rect", color: colours.cell },
        encoding: {
          ...cell,
          opacity: {
            field: "strength",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.04, 0.65] },
            legend: null,
          },
        },
      },
      { mark: { type: "text", fontSize: 11 }, encoding: { ...cell, text: { field: "text" } } },
    ],
  };
}
