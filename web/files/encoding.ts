export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "windows-1252";

/** How a file's bytes seem to be written. */
export interface Written {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  /** Whether there are characters that no text has. */
  readonly binary: boolean;
}

/**
 * How the file whose first bytes are `head` seems to be written: by byte order mark, by NULs at every second byte
 * (UTF-16), strict UTF-8, Shift_JIS where that gives Japanese characters, else windows-1252.
 */
export function writtenHow(head: Uint8Array): Written {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2, binary: false };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2, binary: false };
  const mark = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const wide = wideText(head);
  if (wide) return { encoding: wide, mark: 0, binary: false };
  const binary = isBinary(head);
  const text = decodes(head, "utf-8");
  if (text !== null) return { encoding: "utf-8", mark, binary };
  const japanese = decodes(head, "shift_jis");
  if (japanese !== null && /[\u3041-\u30ff\u4e00-\u9fff]/.test(japanese))
    return { encoding: "shift_jis", mark: 0, binary };
  return { encoding: "windows-1252", mark: 0, binary };
}

/** The text of a piece of a file; a byte order mark at its beginning is left out. */
export function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Strictly decoded; a character cut at the end is no fault. Null where it does not fit. */
function decodes(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function wideText(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.min(512, head.length >> 1);
  if (pairs < 4) return null;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs; at++) {
    if (head[2 * at] === 0) first++;
    if (head[2 * at + 1] === 0) second++;
  }
  if (second > 0.7 * pairs && first === 0) return "utf-16le";
  return first > 0.7 * pairs && second === 0 ? "utf-16be" : null;
}

function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd > head.length / 50;
}
