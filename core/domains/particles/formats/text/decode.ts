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
    const encoding = has1252Gap(bytes) ? "iso-8859-1" : "windows-1252";
    return finish(new TextDecoder("windows-1252").decode(bytes), encoding);
  }
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return undefined;
}

function has1252Gap(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x81 || byte > 0x9d) continue;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return true;
  }
  return false;
}

function finish(text: string, encoding: Encoding): Decoded {
  const returnsOnly = !text.includes("\n") && text.includes("\r");
  return { text: returnsOnly ? text.replaceAll("\r", "\n") : text, encoding };
}
