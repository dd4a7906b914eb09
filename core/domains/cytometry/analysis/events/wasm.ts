import type { EventKernel, KernelOperations } from "./kernel.ts";
import { eventsWasm } from "./kernel-wasm.ts";

let compiled: Promise<WebAssembly.Module | null> | null = null;

/** The WebAssembly kernel with its own memory; null where WebAssembly or its 128-bit SIMD is missing. Compiled once a thread. */
export async function wasmKernel(): Promise<EventKernel | null> {
  if (typeof WebAssembly === "undefined") return null;
  compiled ??= compile();
  const module = await compiled;
  if (module === null) return null;
  const { exports } = await WebAssembly.instantiate(module, {});
  const memory = exports.memory as WebAssembly.Memory;
  return {
    kind: "wasm",
    operations: exports as unknown as KernelOperations,
    reserve: (bytes) => {
      const missing = bytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / 65536));
      return memory.buffer;
    },
  };
}

async function compile(): Promise<WebAssembly.Module | null> {
  const bytes = Uint8Array.from(atob(eventsWasm), (character) => character.charCodeAt(0));
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    return null;
  }
}
