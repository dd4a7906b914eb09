export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-1";

export interface Decoded {
  /** Without byte order mark; every line ends with a line feed, a carriage return may stand before it. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Text of an instrument's export: a byte order mark decides; else UTF-8 where the bytes are valid UTF-8; else
 * Windows-1252, or ISO-8859-1 where a byte has no meaning in Windows-1252. A file whose only line ends are
 * carriage returns has them turned into line feeds, so that lines can be counted in one way.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return finish(new TextDecoder(marked).decode(bytes), marked);
  try {
    return finish(new TextDecoder("utf-8", { fatal: true }).decode(bytes), "utf-8");
  } catch {
    return decodeSingleBytes(bytes);
  }
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return undefined;
}

/** What Windows-1252 has at 0x80 to 0x9f; a full stop where it has nothing. */
const middle = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/**
 * Bytes from 0x80 to 0x9f are the only ones that Windows-1252 and ISO-8859-1 read differently. Runtimes do not agree
 * on them either (Node 20's decoder of Windows-1252 reads them as ISO-8859-1), so they are never left to the runtime.
 */
function decodeSingleBytes(bytes: Uint8Array): Decoded {
  let plain = true;
  let gap = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 || byte > 0x9f) continue;
    plain = false;
    if (middle[byte - 0x80] === ".") gap = true;
  }
  if (plain) return finish(new TextDecoder("windows-1252").decode(bytes), "windows-1252");
  let text = "";
  for (const byte of bytes) {
    text += byte >= 0x80 && byte <= 0x9f && !gap ? middle[byte - 0x80]! : String.fromCharCode(byte);
  }
  return finish(text, gap ? "iso-8859-1" : "windows-1252");
}

function finish(text: string, encoding: Encoding): Decoded {
  const returnsOnly = !text.includes("\n") && text.includes("\r");
  return { text: returnsOnly ? text.replaceAll("\r", "\n") : text, encoding };
}
