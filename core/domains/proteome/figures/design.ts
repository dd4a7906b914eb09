import type { DomainResult, Figure, Language, Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import type { GuardedCovariate } from "../analysis/guard.ts";
import { isInseparable } from "../analysis/inseparable.ts";
import { colours, labels, vegaLite } from "./labels.ts";
import { unique } from "./levels.ts";
import { summaryOf } from "./sources.ts";
import { joined, nothing, percent, rounded, short } from "./words.ts";

const mostShown = 20;
const mostColumns = 12;

/** Who is confounded with whom: what every recorded column leaves of every contrast's information. */
export function designFigures(result: DomainResult): readonly Figure[] {
  const all = summaryOf(result).contrasts.filter(({ guard }) => guard.length > 0);
  if (all.length === 0) return [];
  const shown = all.slice(0, mostShown);
  const columns = gravest(shown).slice(0, mostColumns);
  const several = new Set(all.map(({ dataSet }) => dataSet)).size > 1;
  const names = unique(shown.map(({ name, dataSet }) => short(several ? `${name} (${dataSet})` : name, 36)));
  const cells = shown.flatMap((contrast, at) =>
    columns.flatMap((column) => {
      const covariate = contrast.guard.find((one) => one.covariate === column);
      if (covariate === undefined) return [];
      const left = covariate.relation === "fully-aliased" ? 0 : covariate.informationLeft;
      const inseparable = isInseparable(contrast, covariate);
      const number = left === null ? "?" : `${percent(left)} %`;
      return {
        contrast: names[at]!,
        column: short(column, 20),
        taken: left === null ? 0 : rounded(1 - left),
        text: inseparable
          ? `✕ ${number}`
          : covariate.relation === "partly-confounded"
            ? `! ${number}`
            : number,
      };
    }),
  );
  const left = all.length - shown.length;
  const spec = (language: Language) => specification(language);
  return [
    {
      id: "proteome.design",
      title: { en: "Design map: what can be told from what", ja: "デザインの一覧：何と何を区別できるか" },
      description: joined([
        {
          en: "Share of a contrast's information that is left beside each recorded column: 100 % is balanced, 0 % cannot be told apart. ✕: not separable (by the design, or the column alone finds as much); !: partly confounded; ?: cannot be told.",
          ja: "記録された各列を考慮したとき、比較に残る情報の割合。100 % は釣り合い、0 % は区別できない。✕ は分離できないもの（デザイン上、またはその列だけで同程度の差が出る）、! は部分的な交絡、? は判断できないもの。",
        },
        ...verdicts(shown),
        left > 0
          ? { en: `${left} more contrasts are not drawn.`, ja: `ほかの比較 ${left} 件は省略。` }
          : nothing,
      ]),
      data: { cells },
      spec: { en: spec("en"), ja: spec("ja") },
    },
  ];
}

/** Columns in order of the gravest place that they have in a guard. */
function gravest(contrasts: readonly ContrastSummary[]): string[] {
  const places = new Map<string, number>();
  for (const { guard } of contrasts)
    guard.forEach(({ covariate }, at) => {
      places.set(covariate, Math.min(at, places.get(covariate) ?? at));
    });
  return [...places].sort(([, a], [, b]) => a - b).map(([column]) => column);
}

/** Contrasts that cannot be separated one by one, the others in one sentence. */
function verdicts(contrasts: readonly ContrastSummary[]): Text[] {
  const bad = contrasts.filter((one) => one.guard.some((covariate) => isInseparable(one, covariate)));
  const good = contrasts.length - bad.length;
  const rest: Text =
    good === 0
      ? nothing
      : {
          en: `${good} of ${contrasts.length} contrasts: separable from every recorded column.`,
          ja: `${contrasts.length} 件の比較のうち ${good} 件は、記録されたどの列とも区別できる。`,
        };
  return [...bad.slice(0, 6).map(told), rest];
}

function told(contrast: ContrastSummary): Text {
  const part = ({ covariate, informationLeft, relation }: GuardedCovariate) => {
    const left = relation === "fully-aliased" ? 0 : informationLeft;
    return left === null ? short(covariate, 20) : `${short(covariate, 20)} (${percent(left)} %)`;
  };
  const bad = contrast.guard.filter((covariate) => isInseparable(contrast, covariate)).map(part);
  const name = short(contrast.name, 40);
  return {
    en: `${name}: not separable from ${bad.join(", ")}.`,
    ja: `${name}：${bad.join("、")} と分離できない。`,
  };
}

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const cell = {
    x: {
      field: "column",
      type: "nominal",
      sort: null,
      title: null,
      axis: {
        orient: "top",
        labelAngle: -35,
        labelAlign: "left",
        domain: false,
        ticks: false,
        labelLimit: 160,
      },
    },
    y: {
      field: "contrast",
      type: "nominal",
      sort: null,
      title: null,
      axis: { domain: false, ticks: false, labelLimit: 240 },
    },
  };
  return {
    $schema: vegaLite,
    title: { text: t.information, fontSize: 12, fontWeight: 500 },
    data: { name: "cells" },
    width: { step: 64 },
    height: { step: 30 },
    layer: [
      {
        mark: { type: "rect", color: colours.second },
        encoding: {
          ...cell,
          opacity: {
            field: "taken",
            type: "quantitative",
            scale: { domain: [0, 1], range: [0.05, 0.7] },
            legend: null,
          },
        },
      },
      { mark: { type: "text", fontSize: 12 }, encoding: { ...cell, text: { field: "text" } } },
    ],
  };
}
