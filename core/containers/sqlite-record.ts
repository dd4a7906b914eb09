/** An SQLite value; integers beyond 2^53 are bigint. */
export type SqliteValue = null | number | bigint | string | Uint8Array;

/** Reads the variable-length integer at `at` (1 to 9 bytes, big-endian, SQLite file format section 1.6); null at the end of `bytes`. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return null;
    if (i === 8) return { value: readNineBytes(bytes, at), next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  return null;
}

/** Nine bytes hold a whole signed 64-bit integer: 8 times 7 bits and all 8 of the last. */
function readNineBytes(bytes: Uint8Array, at: number): number {
  let value = 0n;
  for (let i = 0; i < 8; i++) value = (value << 7n) | BigInt(bytes[at + i]! & 0x7f);
  return Number(BigInt.asIntN(64, (value << 8n) | BigInt(bytes[at + 8]!)));
}

const integerSizes = [0, 1, 2, 3, 4, 6, 8] as const;

function serialSize(type: number): number {
  if (type <= 6) return integerSizes[type]!;
  if (type === 7) return 8;
  if (type < 12) return 0;
  return Math.floor((type - 12) / 2);
}

function readInteger(view: DataView, at: number, size: number): number | bigint {
  if (size === 8) {
    const value = view.getBigInt64(at);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  let value = view.getInt8(at);
  for (let i = 1; i < size; i++) value = value * 256 + view.getUint8(at + i);
  return value;
}

/**
 * Decodes one record (SQLite file format section 2.1) into its values.
 * `decoder` is the database's text encoding. Null where the record does not fit its own header.
 */
export function decodeRecord(payload: Uint8Array, decoder: TextDecoder): SqliteValue[] | null {
  const header = readVarint(payload, 0);
  if (header === null || header.value > payload.length || header.value < header.next) return null;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const values: SqliteValue[] = [];
  let at = header.next;
  let body = header.value;
  while (at < header.value) {
    const type = readVarint(payload, at);
    if (type === null || type.next > header.value || type.value === 10 || type.value === 11) return null;
    at = type.next;
    const size = serialSize(type.value);
    if (body + size > payload.length) return null;
    values.push(decodeValue(view, payload, body, type.value, size, decoder));
    body += size;
  }
  return body === payload.length ? values : null;
}

function decodeValue(
  view: DataView,
  payload: Uint8Array,
  at: number,
  type: number,
  size: number,
  decoder: TextDecoder,
): SqliteValue {
  if (type === 0) return null;
  if (type <= 6) return readInteger(view, at, size);
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  const bytes = payload.subarray(at, at + size);
  return type % 2 === 0 ? bytes.slice() : decoder.decode(bytes);
}
