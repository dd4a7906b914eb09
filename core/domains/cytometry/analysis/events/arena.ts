import type { EventKernel } from "./kernel.ts";

/** Hands out addresses in a kernel's memory before the memory is there, then fills it once. */
export interface Arena {
  /** Room for so many bytes, at a multiple of 16, with whatever stood there. */
  room(bytes: number): number;
  /** Room that is zero at the start. */
  zeros(bytes: number): number;
  /** Room that holds these numbers. */
  hold(numbers: Uint8Array | Uint32Array | Float32Array | Float64Array): number;
  /** Reserves the memory and writes zeros and numbers. */
  fill(kernel: EventKernel): ArrayBuffer;
}

export function makeArena(): Arena {
  let end = 4096;
  const cleared: { at: number; bytes: number }[] = [];
  const held: { at: number; bytes: Uint8Array }[] = [];
  const room = (bytes: number) => {
    const at = end;
    end = at + Math.ceil(bytes / 16) * 16;
    return at;
  };
  return {
    room,
    zeros: (bytes) => {
      const at = room(bytes);
      cleared.push({ at, bytes });
      return at;
    },
    hold: (numbers) => {
      const at = room(numbers.byteLength);
      held.push({ at, bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) });
      return at;
    },
    fill: (kernel) => {
      const memory = kernel.reserve(end + 64);
      const bytes = new Uint8Array(memory);
      for (const one of cleared) bytes.fill(0, one.at, one.at + one.bytes);
      for (const one of held) bytes.set(one.bytes, one.at);
      return memory;
    },
  };
}
