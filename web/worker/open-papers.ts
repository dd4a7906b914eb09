import { type FileInput, fileInputs } from "@vesica/run/analyse";
import type { StudyEntry } from "@vesica/run/names";
import { type Papers, readStudy } from "@vesica/run/study";
import { domains } from "vesica/domains";
import { accepted, type Result, type StudyDesign } from "vesica/kernel";

export interface OpenPapersInput {
  readonly papers: Papers;
  readonly entries: readonly StudyEntry[];
}

export interface OpenedPapers {
  readonly design: StudyDesign;
  readonly inputs: readonly FileInput[];
}

/** Reads the papers over the raw files that there are; their warnings stand beside. */
export async function openPapers({ papers, entries }: OpenPapersInput): Promise<Result<OpenedPapers>> {
  const study = readStudy(papers, entries, domains);
  if (!("value" in study)) return study;
  return accepted({ design: study.value.design, inputs: fileInputs(study.value) }, study.value.issues);
}
