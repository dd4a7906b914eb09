import { type ColumnMapping, type Domain, type Issue, inFile, isRefused, MemoryBlob } from "vesica/kernel";
import { type DraftSource, draftSource, largestFile, recogniseFormat } from "vesica/study";
import { unreadable } from "./analyse.ts";

/** What a file is, for a draft of the sheet and for the person who asked. */
export interface FileDescription {
  readonly source: DraftSource;
  readonly format: string | null;
  /** The id of the domain that reads the format. */
  readonly room: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly issues: readonly Issue[];
}

/** What is known of a file that no format is sure of, or that could not be read. */
export function unknownFile(name: string, ...issues: readonly Issue[]): FileDescription {
  const source = {
    name,
    sampleName: "",
    pack: "",
    format: "",
    captures: [],
    status: "not recognised",
  } as const;
  return { source, format: null, room: null, confidence: 0, issues };
}

export function unreadableFile(name: string, code: string): FileDescription {
  return unknownFile(name, unreadable(name, code));
}

/** Recognises one file, or takes the format that `mapping` names, and reads what it says of its sample and captures. */
export async function describeBlob(
  domains: readonly Domain[],
  blob: Blob,
  name: string,
  mapping: ColumnMapping | null,
): Promise<FileDescription> {
  if (blob.size === 0) return unknownFile(name);
  const head = new Uint8Array(await blob.slice(0, 65_536).arrayBuffer());
  const found = mapping ? mapped(domains, mapping) : recogniseFormat(domains, head, name);
  if (!found || found.ambiguous) return unknownFile(name);
  const { id } = found.format;
  const room = domains.find(({ formats }) => formats.some((format) => format.id === id))?.id ?? null;
  const known = { format: id, room, confidence: found.confidence };
  if (!found.format.streams && blob.size > largestFile) return unknownFile(name);
  const content = found.format.streams ? blob : new MemoryBlob(new Uint8Array(await blob.arrayBuffer()));
  const reading = await found.format.read(content, mapping ? { name, mapping } : { name });
  if (isRefused(reading)) {
    const issues = reading.issues.map((issue) => inFile(issue, name));
    return { ...known, source: { ...unknownFile(name).source, status: "refused" }, issues };
  }
  const issues = reading.warnings.map((issue) => inFile(issue, name));
  const reference = found.format.reference ? ({ reference: true } as const) : {};
  return { ...known, source: { ...draftSource(name, reading.value), ...reference }, issues };
}

function mapped(domains: readonly Domain[], mapping: ColumnMapping) {
  const format = domains.flatMap((domain) => domain.formats).find((each) => each.id === mapping.format);
  return format ? { format, confidence: 1, ambiguous: null } : null;
}
