import type { Domain, Language } from "vesica/kernel";
import { type Draft, draftSheet, sheetText, studyText } from "vesica/study";
import type { FileDescription } from "./describe.ts";

/** The sheet's columns that only the rooms of these files read. */
export function roomColumns(
  found: readonly FileDescription[],
  domains: readonly Domain[],
): NonNullable<Domain["columns"]> {
  const rooms = new Set(found.filter(({ source }) => source.status === "read").map(({ room }) => room));
  const used = domains.filter(({ id }) => rooms.has(id));
  return Object.assign({}, ...used.map(({ columns }) => columns ?? {}));
}

/** A draft of the two papers, as text, for files that were looked at. `title` is the folder's name. */
export function draftPapers(
  title: string,
  found: readonly FileDescription[],
  domains: readonly Domain[],
  language: Language,
): { readonly study: string; readonly sheet: string; readonly draft: Draft } {
  const draft = draftSheet(
    found.map(({ source }) => source),
    roomColumns(found, domains),
  );
  return {
    study: studyText(title, draft.unknown, language),
    sheet: sheetText(draft.rows, draft.columns),
    draft,
  };
}
