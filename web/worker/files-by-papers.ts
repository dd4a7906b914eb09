import { sheetFileName } from "@vesica/run/names";
import type { Papers } from "@vesica/run/study";
import { readStudyYaml } from "@vesica/run/study-yaml";
import { domains } from "vesica/domains";
import type { ColumnMapping, SheetRow } from "vesica/kernel";
import { mappingOf, parseSheet, pathMatches } from "vesica/study";

export interface FilesByPapersInput {
  readonly papers: { readonly [paper in keyof Papers]: Uint8Array | null };
  readonly names: readonly string[];
}

/** What the papers say of files; of a paper that cannot be read nothing. */
export interface FilesByPapers {
  /** The pattern that sets a file aside, by name. */
  readonly ignored: Readonly<Record<string, string>>;
  /** How a file is to be read, with the pattern that says so, by name. */
  readonly mapped: Readonly<Record<string, { readonly match: string; readonly mapping: ColumnMapping }>>;
  readonly rows: readonly SheetRow[];
}

/** What the papers say of each file, as far as they can be read. */
export async function filesByPapers({ papers, names }: FilesByPapersInput): Promise<FilesByPapers> {
  const text = papers.study && new TextDecoder().decode(papers.study);
  const study = text === null ? null : readStudyYaml(text, domains);
  const sheet = papers.sheet && parseSheet(papers.sheet, { name: sheetFileName, files: names });
  const rows = sheet && "value" in sheet ? sheet.value : [];
  if (!study || !("value" in study)) return { ignored: {}, mapped: {}, rows };
  const { ignore, imports } = study.value;
  const ignored = names.flatMap((name) => {
    const pattern = ignore.find((each) => pathMatches(each, name));
    return pattern === undefined ? [] : [[name, pattern] as const];
  });
  const mapped = names.flatMap((name) => {
    const entry = imports.find(({ match }) => pathMatches(match, name));
    const mapping = mappingOf(study.value, name);
    return entry && mapping ? [[name, { match: entry.match, mapping }] as const] : [];
  });
  return { ignored: Object.fromEntries(ignored), mapped: Object.fromEntries(mapped), rows };
}
