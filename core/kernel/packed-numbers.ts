const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Numbers as text that JSON can hold and that gives the same bits back: base64 of IEEE 754 doubles, least byte first. */
export function packNumbers(values: Float64Array): string {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i]!, true);
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += blockBytes) {
    pieces.push(encoded(bytes.subarray(start, start + blockBytes)));
  }
  return pieces.join("");
}

// a multiple of 3, so that no block but the last is padded
const blockBytes = 24_576;

function encoded(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    text += letters[a >> 2]! + letters[((a & 3) << 4) | (b >> 4)]!;
    text += i + 1 < bytes.length ? letters[((b & 15) << 2) | (c >> 6)]! : "=";
    text += i + 2 < bytes.length ? letters[c & 63]! : "=";
  }
  return text;
}

const places = new Uint8Array(128).fill(255);
for (let i = 0; i < letters.length; i++) places[letters.charCodeAt(i)] = i;

/** The numbers of `packNumbers`. Throws a RangeError for any other text: a fault of the caller. */
export function unpackNumbers(text: string): Float64Array {
  const length = Math.floor((text.length * 3) / 4) - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
  if (text.length % 4 !== 0 || length % 8 !== 0) throw new RangeError("no packed numbers");
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; i < text.length; i += 4, at += 3) {
    let word = 0;
    for (let k = 0; k < 4; k++) {
      const code = text.charCodeAt(i + k);
      const place = code === 61 ? 0 : (places[code] ?? 255);
      if (place === 255) throw new RangeError("no packed numbers");
      word = (word << 6) | place;
    }
    bytes[at] = word >> 16;
    if (at + 1 < length) bytes[at + 1] = (word >> 8) & 255;
    if (at + 2 < length) bytes[at + 2] = word & 255;
  }
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}
