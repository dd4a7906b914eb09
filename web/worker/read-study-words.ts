import { readStudyYaml } from "@vesica/run/study-yaml";
import { domains } from "vesica/domains";
import type { Issue, Json } from "vesica/kernel";

/** What study.yaml says, as far as forms show it; its values as they are written, and what is wrong with them. */
export interface StudyWords {
  readonly title: string;
  readonly question: string;
  readonly reference: string;
  readonly seed: number;
  /** By room. */
  readonly parameters: Readonly<Record<string, Json>>;
}

export interface ReadStudyWords {
  /** Null where the file cannot be read as a study. */
  readonly words: StudyWords | null;
  readonly issues: readonly Issue[];
}

/** Reads the bytes of study.yaml for forms. */
export async function readStudyWords(study: Uint8Array): Promise<ReadStudyWords> {
  const read = readStudyYaml(new TextDecoder().decode(study), domains);
  if (!("value" in read)) return { words: null, issues: read.issues };
  const { title, question, reference, seed, parameters } = read.value;
  return {
    words: { title, question, reference: reference ?? "", seed, parameters },
    issues: read.warnings,
  };
}
