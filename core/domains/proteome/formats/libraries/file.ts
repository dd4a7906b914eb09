import { decodeText } from "../../../../containers/delimited/decode.ts";
import { accepted, type Issue, type Result, refused } from "../../../../kernel/index.ts";
import { capturesOf, type ProteomeContent, type ProteomeMeasurement } from "../../measurement.ts";
import { libraryIssues } from "./issues.ts";

const sizeLimit = 256 * 2 ** 20;

/** Content with its warnings, or the issues for which there is none. */
export type Content<C extends ProteomeContent> = Result<C>;

/** Text of the blob. Issue: `library-too-large`. */
export async function textOf(blob: Blob): Promise<Result<string>> {
  if (blob.size > sizeLimit) return refused(libraryIssues.raise("library-too-large", { limit: sizeLimit }));
  return accepted(decodeText(new Uint8Array(await blob.arrayBuffer())).text);
}

/** Reads the blob's text with `read` and says which format it was. */
export async function readContent(
  blob: Blob,
  format: string,
  read: (text: string) => Content<ProteomeContent>,
): Promise<Result<ProteomeMeasurement>> {
  const text = await textOf(blob);
  if (!("value" in text)) return text;
  const content = read(text.value);
  if (!("value" in content)) return content;
  return accepted(measurementOf(format, content.value), content.warnings);
}

export function measurementOf(format: string, content: ProteomeContent): ProteomeMeasurement {
  return {
    format,
    instrument: { vendor: "", model: "", software: "" },
    settings: [],
    instrumentWarnings: [],
    content,
    captures: capturesOf(content),
  };
}

/** `content` unless it is without entries. Issue: `library-no-entries`. */
export function unlessEmpty<C extends ProteomeContent>(
  content: C,
  entries: number,
  issues: readonly Issue[],
): Content<C> {
  if (entries > 0) return accepted(content, issues);
  return refused(libraryIssues.raise("library-no-entries"), ...issues);
}

export function columnsMissing(columns: readonly string[]): Content<never> {
  return refused(libraryIssues.raise("library-columns-missing", { columns: columns.join(", ") }));
}

/** The catalogue's name from the file's: what is known, else the file's name without folders and extension. */
export function catalogueName(file: string): string {
  const known = ["ExoCarta", "Vesiclepedia", "EVpedia"].find((name) =>
    file.toLowerCase().includes(name.toLowerCase()),
  );
  return known ?? file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
