import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import { type ContrastPoint, contrastPoints, warningOf, warningSentence } from "./contrast-points.ts";
import { labels } from "./labels.ts";
import { othersSentence, scatterData, scatterSpec } from "./scatter.ts";
import { type ShownContrast, shownContrasts } from "./sources.ts";
import { joined, namesOf, nothing, rounded, short, sideName } from "./words.ts";

/** Difference against -log10 p of every contrast, with the proteins called different by side. */
export function volcanoFigures(result: DomainResult): readonly Figure[] {
  const { shown, left } = shownContrasts(result);
  return shown.flatMap((one) => volcano(one, left) ?? []);
}

function volcano(one: ShownContrast, left: Text): Figure | null {
  const points = contrastPoints(one);
  if (points.length === 0) return null;
  const { contrast, number } = one;
  const widest = points.reduce((most, { difference }) => Math.max(most, Math.abs(difference)), 0) || 1;
  const highest = points.reduce((most, { minusLogP }) => Math.max(most, minusLogP), 0) || 1;
  const x = {
    of: ({ difference }: ContrastPoint) => difference,
    domain: [-1.08 * widest, 1.08 * widest],
  } as const;
  // the head room holds the counts of both sides
  const y = { of: ({ minusLogP }: ContrastPoint) => minusLogP, domain: [0, 1.14 * highest] } as const;
  const data = scatterData(points, x, y);
  const hits = points.filter(({ side }) => side !== "rest");
  const limit = hits.reduce((least, { minusLogP }) => Math.min(least, minusLogP), Number.POSITIVE_INFINITY);
  const counts = (["first", "second"] as const).map((side) => hits.filter((hit) => hit.side === side).length);
  const [first, second] = contrast.labels.map((label) => sideName(label, 22)) as [Text, Text];
  const corners = [
    {
      x: rounded(x.domain[1]),
      y: rounded(y.domain[1]),
      side: "first",
      en: `${counts[0]} higher in ${first.en} ●`,
      ja: `${first.ja} で高い ${counts[0]} 件 ●`,
    },
    {
      x: rounded(x.domain[0]),
      y: rounded(y.domain[1]),
      side: "second",
      en: `◆ ${counts[1]} higher in ${second.en}`,
      ja: `◆ ${second.ja} で高い ${counts[1]} 件`,
    },
  ];
  const limits =
    hits.length === 0 ? [] : [{ y: rounded(limit), x: rounded(x.domain[1]), text: `q < ${contrast.alpha}` }];
  const spec = (language: Language): Figure["spec"][Language] =>
    scatterSpec(language, {
      x: { title: labels[language].difference, domain: x.domain },
      y: { title: labels[language].minusLogP, domain: y.domain },
      warning: warningOf(contrast),
      layers: [
        ...(["right", "left"] as const).map((align) => ({
          data: { name: "corners" },
          transform: [{ filter: `datum.side === '${align === "right" ? "first" : "second"}'` }],
          mark: { type: "text", align, baseline: "top", fontSize: 12, dy: 2 },
          encoding: { x: place("x"), y: place("y"), text: { field: language } },
        })),
        {
          data: { name: "limits" },
          mark: { type: "rule", strokeDash: [4, 3] },
          encoding: { y: place("y") },
        },
        {
          data: { name: "limits" },
          mark: { type: "text", align: "left", baseline: "middle", fontSize: 11, dx: 5 },
          encoding: { x: place("x"), y: place("y"), text: { field: "text" } },
        },
      ],
    });
  return {
    id: `proteome.volcano.${number}`,
    title: {
      en: `Differences and p-values: ${short(contrast.name, 60)}`,
      ja: `差と p 値：${short(contrast.name, 60)}`,
    },
    description: joined([
      warningSentence(contrast),
      sentence(contrast.alpha, points.length, counts as [number, number], first, second),
      namedSentence(data.names.map(({ name }) => name)),
      othersSentence(data),
      left,
    ]),
    data: { hits: data.hits, others: data.others, names: data.names, corners, limits },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}

function place(field: string) {
  return { field, type: "quantitative" };
}

function sentence(
  alpha: number,
  tested: number,
  [one, two]: [number, number],
  first: Text,
  second: Text,
): Text {
  return {
    en: `Difference (log2) against −log10 p of ${tested} proteins tested. ${one + two} have q < ${alpha}: ${one} are higher in ${first.en} (circles), ${two} in ${second.en} (diamonds). ${one + two > 0 ? "The dashed line is the largest p among them." : "No line is drawn for the limit."}`,
    ja: `検定した ${tested} タンパク質の差（log2）と −log10 p。q < ${alpha} は ${one + two} 件：${first.ja} で高いもの ${one} 件（丸）、${second.ja} で高いもの ${two} 件（菱形）。${one + two > 0 ? "破線はそのうち最大の p 値。" : "基準の線はない。"}`,
  };
}

export function namedSentence(names: readonly string[]): Text {
  if (names.length === 0) return nothing;
  const list = namesOf(names);
  return { en: `Named: ${list.en}.`, ja: `名前を示したもの：${list.ja}。` };
}
