import type { Row } from "./scan.ts";

/** Numbers cells by their bytes, in the order in which they are first seen, so that a repeated name makes no string. */
export interface Interner {
  /** The number of the cell's bytes; a new one where they were not seen before. */
  indexOf(row: Row, cell: number): number;
  readonly size: number;
}

/** FNV-1a (Fowler, Noll, Vo) with open addressing; the bytes have to stay where they are. */
export function interner(bytes: Uint8Array): Interner {
  let slots = new Int32Array(1024).fill(-1);
  let starts = new Int32Array(512);
  let ends = new Int32Array(512);
  let hashes = new Int32Array(512);
  let size = 0;

  function hashOf(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }
  function isSame(entry: number, start: number, end: number): boolean {
    const other = starts[entry]!;
    if (ends[entry]! - other !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (bytes[other + i] !== bytes[start + i]) return false;
    return true;
  }
  function larger(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
    const more = new Int32Array(array.length * 2);
    more.set(array);
    return more;
  }
  function grow(): void {
    starts = larger(starts);
    ends = larger(ends);
    hashes = larger(hashes);
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let entry = 0; entry < size; entry++) {
      let slot = hashes[entry]! & (slots.length - 1);
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry;
    }
  }
  return {
    get size() {
      return size;
    },
    indexOf(row, cell) {
      const has = cell >= 0 && cell < row.count;
      const start = has ? row.starts[cell]! : 0;
      const end = has ? row.ends[cell]! : 0;
      const hash = hashOf(start, end);
      let slot = hash & (slots.length - 1);
      while (slots[slot]! >= 0) {
        const entry = slots[slot]!;
        if (hashes[entry] === hash && isSame(entry, start, end)) return entry;
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = size;
      starts[size] = start;
      ends[size] = end;
      hashes[size] = hash;
      size++;
      if (size === starts.length) grow();
      return size - 1;
    },
  };
}
