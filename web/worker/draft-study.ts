import type { FileDescription } from "@vesica/run/describe";
import { draftPapers } from "@vesica/run/draft";
import { domains } from "vesica/domains";
import type { Language, Text } from "vesica/kernel";

export interface DraftInput {
  /** The folder's name. */
  readonly title: string;
  readonly found: readonly FileDescription[];
  readonly language: Language;
}

export interface DraftedPapers {
  readonly study: Uint8Array;
  readonly sheet: Uint8Array;
  /** What the files do not say and a person has to. */
  readonly unknown: readonly Text[];
}

/** Drafts the papers of a folder that has none. */
export async function draftStudy({ title, found, language }: DraftInput): Promise<DraftedPapers> {
  const { study, sheet, draft } = draftPapers(title, found, domains, language);
  const bytes = (text: string) => new TextEncoder().encode(text);
  return { study: bytes(study), sheet: bytes(sheet), unknown: draft.unknown };
}
