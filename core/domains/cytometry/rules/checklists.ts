import type { Checklist, ChecklistItem, DomainResult } from "../../../kernel/index.ts";
import { studySummary } from "../analysis/study-summary.ts";
import { type MiflowcytItem, miflowcytCategories } from "./miflowcyt-ev.ts";

/** The MIFlowCyt-EV table of the study (Welsh 2020, 10.1080/20013078.2020.1713526); none where no sample was measured. */
export function cytometryChecklists({ study }: Pick<DomainResult, "study">): readonly Checklist[] {
  const items = studySummary(study).miflowcyt;
  return items.length === 0 ? [] : [miflowcytChecklist(items)];
}

function miflowcytChecklist(items: readonly MiflowcytItem[]): Checklist {
  const title = "MIFlowCyt-EV (Welsh et al. 2020)";
  return {
    id: "cytometry.miflowcytEv",
    title: { en: title, ja: title },
    source: "Welsh et al., J. Extracell. Vesicles 2020, 9, 1713526; doi:10.1080/20013078.2020.1713526",
    note: items.every(({ wordingVerified }) => wordingVerified) ? { en: "", ja: "" } : unverified,
    items: items.map(lineOf),
  };
}

const unverified = {
  en: "The texts of the items are in our own words and were not compared with the table of the paper; nor were the numbers.",
  ja: "項目の文言は独自の表現です。文言・番号とも、論文の表との照合は行っていません。",
};

function lineOf({ category, wordingVerified: _, ...line }: MiflowcytItem): ChecklistItem {
  const { title } = miflowcytCategories.find(({ id }) => id === category)!;
  return { ...line, category: title };
}
