import type { EventKernel, KernelKind } from "./kernel.ts";
import { referenceKernel } from "./reference.ts";
import { wasmKernel } from "./wasm.ts";

const idle: Record<KernelKind, EventKernel[]> = { wasm: [], reference: [] };

/** Lends a kernel for the time of `use`: WebAssembly where it is there, else or on request the plain reference. */
export async function withKernel<T>(kind: KernelKind, use: (kernel: EventKernel) => Promise<T>): Promise<T> {
  const kernel =
    idle[kind].pop() ?? (kind === "wasm" ? ((await wasmKernel()) ?? referenceKernel()) : referenceKernel());
  try {
    return await use(kernel);
  } finally {
    idle[kernel.kind].push(kernel);
  }
}
