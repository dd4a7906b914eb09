import type { Block, Section } from "vesica/report";
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

/** What is set side by side: tables, and what is found about groups. */
export function comparisonBlocks({ blocks }: Section): readonly Block[] {
  return blocks.filter(({ kind }) => kind === "table" || kind === "part" || kind === "details");
}
