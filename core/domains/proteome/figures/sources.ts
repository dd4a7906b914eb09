import type { DomainResult, FeatureTableDraft, Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import type { DataSetOverview } from "../analysis/overview/overview.ts";
import type { ProteomeStudySummary } from "../analysis/study-summary.ts";
import { nothing } from "./words.ts";

/** Contrasts, and data sets, that have figures of their own. */
export const mostContrasts = 6;
const mostDataSets = 3;

export function summaryOf({ study }: DomainResult): ProteomeStudySummary {
  return study.summary as unknown as ProteomeStudySummary;
}

/** A contrast that was tested with the rows of its table. */
export interface ShownContrast {
  /** From 1, in the order of the study. */
  readonly number: number;
  readonly contrast: ContrastSummary;
  readonly table: FeatureTableDraft;
}

/** The first contrasts that were tested, and a sentence on those that have no figure. */
export function shownContrasts(result: DomainResult): {
  readonly shown: readonly ShownContrast[];
  readonly left: Text;
} {
  const tables = new Map(
    result.study.steps.flatMap(({ key, tables: own = [] }) =>
      own.flatMap((table) => (table.id === "proteome.contrast" ? [[key, table] as const] : [])),
    ),
  );
  const all = summaryOf(result).contrasts.flatMap((contrast) => {
    const table = tables.get(`contrast:${contrast.dataSet}:${contrast.name}`);
    return table ? [{ contrast, table }] : [];
  });
  const more = all.length - mostContrasts;
  return {
    shown: all.slice(0, mostContrasts).map((one, at) => ({ number: at + 1, ...one })),
    left:
      more > 0
        ? {
            en: `The first ${mostContrasts} contrasts have such figures; ${more} more are in the tables.`,
            ja: `この図は最初の ${mostContrasts} 件の比較のもの。残り ${more} 件は表にある。`,
          }
        : nothing,
  };
}

export function shownOverviews(result: DomainResult): readonly DataSetOverview[] {
  return (summaryOf(result).overviews ?? []).slice(0, mostDataSets);
}

/** What follows a figure's title where there are several data sets. */
export function dataSetSuffix(result: DomainResult, { dataSet }: DataSetOverview): Text {
  const { overviews } = summaryOf(result);
  if (overviews.length < 2) return nothing;
  return { en: `: ${dataSet}`, ja: `：${dataSet}` };
}

/** Numbers of a column, NaN where there is none or no such column. */
export function numbersOf({ columns }: FeatureTableDraft, name: string): readonly number[] {
  const column = columns.find((one) => one.name === name);
  return column?.kind === "number" ? column.values.map((value) => value ?? Number.NaN) : [];
}

export function wordsOf({ columns }: FeatureTableDraft, name: string): readonly string[] {
  const column = columns.find((one) => one.name === name);
  return column?.kind === "text" ? column.values : [];
}
