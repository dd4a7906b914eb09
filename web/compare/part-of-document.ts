import { type Block, reportContext, reportSections } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import type { Selection } from "./selection.ts";

/** The document of the selected samples alone: their numbers, and the numbers of groups. */
export function partOfDocument(document: ResultDocument, selection: Selection): ResultDocument {
  const isWanted = (sample: string | undefined) => sample === undefined || selection.has(sample);
  return {
    ...document,
    study: { ...document.study, samples: document.study.samples.filter(({ name }) => selection.has(name)) },
    estimates: document.estimates.filter(
      ({ subject: { level, sample } }) => level === "group" || (level === "sample" && isWanted(sample)),
    ),
    findings: document.findings.filter(({ subject }) => subject.level === "group"),
    figures: [],
    checklists: [],
    issues: [],
  };
}

/** The numbers of the selected samples and of the groups with what is found about groups, as the report sets them. */
export function comparisonBlocks(document: ResultDocument, selection: Selection): readonly Block[] {
  const [verdict] = reportSections(reportContext(partOfDocument(document, selection)));
  return (verdict?.blocks ?? []).filter(
    ({ kind }) => kind === "table" || kind === "part" || kind === "details",
  );
}
