import type { DomainResult, Figure, Language } from "../../../kernel/index.ts";
import { labels } from "./labels.ts";
import { levelOf } from "./samples.ts";

/** Ratios between conditions with their intervals; donors are the replicates. */
export function groupRatiosFigure(result: DomainResult): Figure | null {
  const ratios = result.estimates.flatMap(({ id, subject, value, interval }) =>
    id.startsWith("particles.groupRatio.") && interval !== null
      ? [
          {
            comparison: subject.group ?? "",
            quantity: id,
            value,
            lower: interval.lower,
            upper: interval.upper,
          },
        ]
      : [],
  );
  if (ratios.length === 0) return null;
  const level = levelOf(
    result.estimates.flatMap(({ id, interval }) =>
      id.startsWith("particles.groupRatio.") ? (interval ?? []) : [],
    ),
  );
  return {
    id: "particles.groupRatios",
    title: { en: "Conditions compared", ja: "条件間の比較" },
    description: {
      en: `Ratio of geometric means with its ${level} interval; donors are the replicates. The line at 1 is no difference.`,
      ja: `幾何平均の比と ${level} 信頼区間。反復の単位はドナー。1 の線は差がないことを示す。`,
    },
    data: { ratios },
    spec: { en: specification("en"), ja: specification("ja") },
  };
}

const quantityNames: Readonly<Record<Language, string>> = {
  en: "datum.value === 'particles.groupRatio.concentration' ? 'concentration' : 'D50'",
  ja: "datum.value === 'particles.groupRatio.concentration' ? '濃度' : 'D50'",
};

function specification(language: Language): Figure["spec"][Language] {
  const t = labels[language];
  const y = { field: "comparison", type: "nominal", title: null, axis: { labelLimit: 260 } };
  const yOffset = { field: "quantity", type: "nominal" };
  const color = {
    field: "quantity",
    type: "nominal",
    title: t.quantity,
    legend: { labelExpr: quantityNames[language] },
  };
  const x = (field: string) => ({ field, type: "quantitative", title: t.ratio, scale: { type: "log" } });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: 480,
    height: { step: 26 },
    layer: [
      {
        data: { values: [{ one: 1 }] },
        mark: { type: "rule", strokeDash: [4, 3] },
        encoding: { x: { field: "one", type: "quantitative" } },
      },
      {
        data: { name: "ratios" },
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { y, yOffset, color, x: x("lower"), x2: { field: "upper" } },
      },
      {
        data: { name: "ratios" },
        mark: { type: "point", filled: true, size: 70 },
        encoding: { y, yOffset, color, x: x("value") },
      },
    ],
  };
}
