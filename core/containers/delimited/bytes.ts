import { decodeText } from "./decode.ts";

const CR = 13;
const LF = 10;
const part = 2 ** 20;

/**
 * The bytes of a text file as UTF-8 without byte order mark, every line ended by a line feed (a carriage return may
 * stand before it). The very bytes where they are so already; other encodings as `decodeText` finds them.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const plain = isUtf8(body) ? body : new TextEncoder().encode(decodeText(bytes).text);
  if (plain.includes(LF) || !plain.includes(CR)) return plain;
  return plain.map((byte) => (byte === CR ? LF : byte));
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return false;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += part) {
      decoder.decode(bytes.subarray(at, at + part), { stream: at + part < bytes.length });
    }
    return true;
  } catch {
    return false;
  }
}

const names = [9, 59, 44] as const;

/** Character code of the delimiter of the line that begins at `from`: TAB where it has one, else the more frequent of semicolon and comma outside quotes; null where it has none. */
export function delimiterAt(bytes: Uint8Array, from = 0): number | null {
  const counts = [0, 0, 0];
  let quoted = false;
  for (let at = from; at < bytes.length && (quoted || bytes[at] !== LF); at++) {
    const code = bytes[at]!;
    if (code === 34) quoted = !quoted;
    if (quoted) continue;
    const which = names.indexOf(code as 9);
    if (which >= 0) counts[which]!++;
  }
  if (counts[0]! > 0) return 9;
  if (counts[1] === 0 && counts[2] === 0) return null;
  return counts[1]! > counts[2]! ? 59 : 44;
}
