import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import { type ContrastPoint, contrastPoints, warningOf, warningSentence } from "./contrast-points.ts";
import { labels } from "./labels.ts";
import { othersSentence, scatterData, scatterSpec } from "./scatter.ts";
import { type ShownContrast, shownContrasts } from "./sources.ts";
import { namedSentence } from "./volcano.ts";
import { joined, short, sideName } from "./words.ts";

/** Mean abundance against difference (MA plot) of every contrast. */
export function meanDifferenceFigures(result: DomainResult): readonly Figure[] {
  const { shown, left } = shownContrasts(result);
  return shown.flatMap((one) => meanDifference(one, left) ?? []);
}

function meanDifference(one: ShownContrast, left: Text): Figure | null {
  const points = contrastPoints(one).filter(({ mean }) => !Number.isNaN(mean));
  if (points.length === 0) return null;
  const { contrast, number } = one;
  const means = points.map(({ mean }) => mean);
  const [least, most] = [means.reduce((a, b) => Math.min(a, b)), means.reduce((a, b) => Math.max(a, b))];
  const margin = 0.04 * (most - least) || 1;
  const widest = points.reduce((far, { difference }) => Math.max(far, Math.abs(difference)), 0) || 1;
  const x = { of: ({ mean }: ContrastPoint) => mean, domain: [least - margin, most + margin] } as const;
  const y = {
    of: ({ difference }: ContrastPoint) => difference,
    domain: [-1.08 * widest, 1.08 * widest],
  } as const;
  const data = scatterData(points, x, y);
  const [first, second] = contrast.labels.map((label) => sideName(label)) as [Text, Text];
  const spec = (language: Language): Figure["spec"][Language] =>
    scatterSpec(language, {
      x: { title: labels[language].mean, domain: x.domain },
      y: { title: labels[language].difference, domain: y.domain },
      warning: warningOf(contrast),
      layers: [
        {
          data: { values: [{ y: 0 }] },
          mark: { type: "rule", strokeDash: [4, 3] },
          encoding: { y: { field: "y", type: "quantitative" } },
        },
      ],
    });
  return {
    id: `proteome.meanDifference.${number}`,
    title: {
      en: `Differences and abundance: ${short(contrast.name, 60)}`,
      ja: `差と存在量：${short(contrast.name, 60)}`,
    },
    description: joined([
      {
        en: `Mean abundance (log2) against the difference between ${first.en} (circles, above 0) and ${second.en} (diamonds, below 0) of ${points.length} proteins; the ${data.hits.length} with q < ${contrast.alpha} in colour. Where differences lean to one side at an abundance, normalisation is in doubt.`,
        ja: `${points.length} タンパク質の平均存在量（log2）と差。0 より上は ${first.ja} で高く（丸）、下は ${second.ja} で高い（菱形）。q < ${contrast.alpha} の ${data.hits.length} 件を色で示す。ある存在量で差が一方に偏る場合は正規化を疑う。`,
      },
      warningSentence(contrast),
      namedSentence(data.names.map(({ name }) => name)),
      othersSentence(data),
      left,
    ]),
    data: { hits: data.hits, others: data.others, names: data.names },
    spec: { en: spec("en"), ja: spec("ja") },
  };
}
