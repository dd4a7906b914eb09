import { accepted, type ColumnMapping, type Domain, type Result } from "vesica/kernel";
import { type Document, isMap, isSeq, parseDocument, type YAMLSeq } from "yaml";
import { readStudyYaml } from "./study-yaml.ts";

/** How files that fit `match` are to be read. */
export interface ImportEntry {
  readonly match: string;
  readonly format: string;
  readonly columns: Omit<ColumnMapping, "format">;
}

/** A person's word on files of a study: not of it, of it again, read by a mapping, or no longer so. */
export type FilesEdit =
  | { readonly kind: "ignore"; readonly pattern: string }
  | { readonly kind: "unignore"; readonly pattern: string }
  | { readonly kind: "map"; readonly entry: ImportEntry }
  | { readonly kind: "unmap"; readonly match: string };

/**
 * `study.yaml` with `edit` in its `ignore` or `imports`; comments and everything else stay as they are. A mapping
 * stands before the others, since the first that fits a file counts. Refused with `study-*` where the text is no
 * study, or would be none.
 */
export function editStudyFiles(text: string, edit: FilesEdit, domains: readonly Domain[]): Result<string> {
  const before = readStudyYaml(text, domains);
  if (!("value" in before)) return before;
  const document = parseDocument(text, { prettyErrors: false });
  apply(document, edit);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const edited = text.includes("\r\n") ? written.replaceAll("\n", "\r\n") : written;
  const after = readStudyYaml(edited, domains);
  return "value" in after ? accepted(edited) : after;
}

function apply(document: Document, edit: FilesEdit): void {
  switch (edit.kind) {
    case "ignore": {
      const list = listAt(document, "ignore");
      if (!plain(list).includes(edit.pattern)) list.add(document.createNode(edit.pattern));
      return;
    }
    case "unignore":
      remove(document, "ignore", (item) => item === edit.pattern);
      return;
    case "map": {
      const { match, format, columns } = edit.entry;
      remove(document, "imports", (item) => matchOf(item) === match);
      const entry = Object.keys(columns).length > 0 ? { match, format, columns } : { match, format };
      listAt(document, "imports").items.unshift(document.createNode(entry));
      return;
    }
    case "unmap":
      remove(document, "imports", (item) => matchOf(item) === edit.match);
      return;
  }
}

/** The list under `key`, made where there is none. */
function listAt(document: Document, key: "ignore" | "imports"): YAMLSeq {
  const there = document.get(key);
  if (isSeq(there)) return there;
  const made = document.createNode([]) as YAMLSeq;
  made.flow = false;
  document.set(key, made);
  return made;
}

function remove(document: Document, key: "ignore" | "imports", fits: (item: unknown) => boolean): void {
  const list = document.get(key);
  if (!isSeq(list)) return;
  const items = plain(list);
  list.items = list.items.filter((_, at) => !fits(items[at]));
  if (list.items.length === 0 && isMap(document.contents)) document.delete(key);
}

const plain = (list: YAMLSeq): readonly unknown[] => list.toJSON() as unknown[];

function matchOf(item: unknown): unknown {
  return item !== null && typeof item === "object" ? (item as { match?: unknown }).match : undefined;
}
