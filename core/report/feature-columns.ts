import type { FeatureTable } from "../kernel/index.ts";
import { type Content, small } from "./blocks.ts";
import { formatCount, formatNumber } from "./format.ts";
import { unitText } from "./units.ts";

type Column = FeatureTable["columns"][number];

/** Title of a column with its unit, where it has one. */
export function featureHead(column: Column): Content {
  const { en, ja } = unitText(column.kind === "number" ? column.unit : "1");
  return en === "" ? column.title : [column.title, small({ en: ` ${en}`, ja: ` ${ja}` })];
}

/** How the rows of a column are read: whole numbers with all their digits where there are no others, empty where there is no answer. */
export function featureText(column: Column): (row: number) => string {
  if (column.kind === "text") return (row) => column.values[row] ?? "";
  const { values } = column;
  const format = values.every((value) => value === null || Number.isSafeInteger(value))
    ? formatCount
    : formatNumber;
  return (row) => {
    const value = values[row] ?? null;
    return value === null ? "" : format(value);
  };
}
