import { portable } from "../../../kernel/index.ts";

const elementSize = 14;
const marker = [6, 1, 1, 1, 2, 1];

/**
 * A `System.Double[]` as ZS XPLORER stores it: names of types, then how many, then for each number six marker bytes and
 * a little-endian double. A short mark of what is wrong where a byte is out of place: `n = 3` for a count that is not the length's, `[2]` for the element. The count is 7 00 00 01 01 00, then how many
 * bytes it takes (0, 1, 2 or 4), then it.
 */
export function decodeDoubles(blob: Uint8Array): number[] | string {
  const count = countAt(blob);
  if (count === null) return "n = ?";
  if (count.next + count.value * elementSize !== blob.length) return `n = ${count.value}`;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const values: number[] = [];
  for (let at = count.next; at < blob.length; at += elementSize) {
    if (marker.some((byte, i) => blob[at + i] !== byte)) return `[${values.length + 1}]`;
    values.push(view.getFloat64(at + marker.length, true));
  }
  return values;
}

const typeName = "System.Double[]";
const beforeCount = [7, 0, 0, 1, 1, 0];

function countAt(blob: Uint8Array): { value: number; next: number } | null {
  const head = String.fromCharCode(...blob.subarray(0, 300));
  if (!head.includes(typeName)) return null;
  const tokens = [...head.matchAll(/PublicKeyToken=[0-9a-f]{16}/g)].at(-1);
  if (tokens === undefined) return null;
  let at = tokens.index + tokens[0].length;
  if (blob[at] === 0) at++;
  if (beforeCount.some((byte, i) => blob[at + i] !== byte)) return null;
  at += beforeCount.length;
  const size = blob[at++];
  if (size === 0 && at === blob.length) return { value: 0, next: at };
  if ((size !== 1 && size !== 2 && size !== 4) || at + size > blob.length) return null;
  let value = 0;
  for (let i = 0; i < size; i++) value += blob[at + i]! * portable.pow(256, i);
  return { value, next: at + size };
}
