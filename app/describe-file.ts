import { join } from "node:path";
import { type ColumnMapping, type Domain, type Issue, inFile, isRefused, MemoryBlob } from "vesica/kernel";
import { type DraftSource, draftSource, largestFile, recogniseFormat } from "vesica/study";
import { FileBlob } from "./file-blob.ts";
import { appIssues } from "./issues.ts";

export interface DescribeFileInput {
  readonly root: string;
  readonly name: string;
  readonly size: number;
  /** How `study.yaml` says that the file is to be read. */
  readonly mapping: ColumnMapping | null;
}

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

/** Recognises one file and reads what it says of its sample and captures. */
export async function describeFile(
  domains: readonly Domain[],
  input: DescribeFileInput,
): Promise<FileDescription> {
  const { root, name, size, mapping } = input;
  const empty = { name, sampleName: "", pack: "", format: "", captures: [] };
  const unknown: FileDescription = {
    source: { ...empty, status: "not recognised" },
    format: null,
    room: null,
    confidence: 0,
    issues: [],
  };
  try {
    if (size === 0) return unknown;
    const blob = new FileBlob(join(root, name));
    const head = new Uint8Array(await blob.slice(0, 65_536).arrayBuffer());
    const found = mapping ? mapped(domains, mapping) : recogniseFormat(domains, head, name);
    if (!found || found.ambiguous) return unknown;
    const { id } = found.format;
    const room = domains.find(({ formats }) => formats.some((format) => format.id === id))?.id ?? null;
    const known = { format: id, room, confidence: found.confidence };
    if (!found.format.streams && size > largestFile) return unknown;
    const content = found.format.streams ? blob : new MemoryBlob(await blob.bytes());
    const reading = await found.format.read(content, mapping ? { name, mapping } : { name });
    if (isRefused(reading)) {
      const issues = reading.issues.map((issue) => inFile(issue, name));
      return { ...known, source: { ...empty, status: "refused" }, issues };
    }
    const issues = reading.warnings.map((issue) => inFile(issue, name));
    return { ...known, source: draftSource(name, reading.value), issues };
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined && (error as Error).name !== "NotReadableError") throw error;
    return {
      ...unknown,
      issues: [appIssues.raise("file-unreadable", { code: code ?? "changed" }, { file: name })],
    };
  }
}

function mapped(domains: readonly Domain[], mapping: ColumnMapping) {
  const format = domains.flatMap((domain) => domain.formats).find((each) => each.id === mapping.format);
  return format ? { format, confidence: 1, ambiguous: null } : null;
}
