import type { StudyEntry } from "@vesica/run/names";
import type { Papers } from "@vesica/run/study";

/** What is written beside a kept study's bytes. */
export interface KeptManifest {
  readonly version: 1;
  readonly title: string;
  /** Raw files in the order of their numbers. */
  readonly files: readonly StudyEntry[];
  /** Whether raw files are kept, or only the papers. */
  readonly raw: boolean;
  /** Whether all that is to be kept is here. */
  readonly whole: boolean;
  /** When it was kept, in milliseconds since 1970. */
  readonly since: number;
}

/** The manifest of a text, or null where it is none: of another version, or half written. */
export function parseManifest(text: string): KeptManifest | null {
  try {
    const given = JSON.parse(text) as Partial<KeptManifest> | null;
    const { version, title, files, raw, whole, since } = given ?? {};
    if (version !== 1 || typeof title !== "string" || !Array.isArray(files)) return null;
    if (typeof raw !== "boolean" || typeof whole !== "boolean" || typeof since !== "number") return null;
    const isEntry = ({ name, size }: Partial<StudyEntry>) =>
      typeof name === "string" && typeof size === "number" && size >= 0;
    return files.every((file) => file !== null && typeof file === "object" && isEntry(file))
      ? { version, title, files, raw, whole, since }
      : null;
  } catch {
    return null;
  }
}

const lengthBytes = 8;

/** Both papers as one file, so that they are always of one moment: the length of the first, then one after the other. */
export function packPapers({ study, sheet }: Papers): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(lengthBytes + study.length + sheet.length);
  new DataView(packed.buffer).setBigUint64(0, BigInt(study.length));
  packed.set(study, lengthBytes);
  packed.set(sheet, lengthBytes + study.length);
  return packed;
}

/** The papers of a file that `packPapers` made; null where it is none. */
export function unpackPapers(packed: Uint8Array): Papers | null {
  if (packed.length < lengthBytes) return null;
  const length = Number(new DataView(packed.buffer, packed.byteOffset).getBigUint64(0));
  if (length > packed.length - lengthBytes) return null;
  return {
    study: packed.slice(lengthBytes, lengthBytes + length),
    sheet: packed.slice(lengthBytes + length),
  };
}

/** Whether two lists are of the same files: names and sizes. */
export function sameFiles(a: readonly StudyEntry[], b: readonly StudyEntry[]): boolean {
  return (
    a.length === b.length && a.every(({ name, size }, at) => b[at]!.name === name && b[at]!.size === size)
  );
}

/** The bytes of all files. */
export function totalSize(files: readonly StudyEntry[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Whether both papers have the same bytes. */
export function samePapers(a: Papers, b: Papers): boolean {
  const same = (x: Uint8Array, y: Uint8Array) =>
    x === y || (x.length === y.length && x.every((byte, at) => y[at] === byte));
  return same(a.study, b.study) && same(a.sheet, b.sheet);
}
