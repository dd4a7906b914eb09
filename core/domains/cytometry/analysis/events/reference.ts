import type { EventKernel, KernelOperations } from "./kernel.ts";
import { bins, compensate, finite, scale } from "./reference-arithmetic.ts";
import { histogram, refine, spectrum } from "./reference-counts.ts";
import { float32, float64, multiply, transpose, uint, uintTable } from "./reference-decode.ts";
import { combine, ellipsoid, places, polygon, range } from "./reference-gates.ts";

/** One memory seen by element; element i of a view stands at byte i x size. */
export interface Views {
  readonly bytes: DataView;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}

function viewsOf(memory: ArrayBuffer): Views {
  return {
    bytes: new DataView(memory),
    u8: new Uint8Array(memory),
    u16: new Uint16Array(memory),
    u32: new Uint32Array(memory),
    f32: new Float32Array(memory),
    f64: new Float64Array(memory),
  };
}

/** The same loops as the WebAssembly kernel in plain TypeScript: every float32 rounded in the same order. */
export function referenceKernel(): EventKernel {
  let views = viewsOf(new ArrayBuffer(0));
  const operations: KernelOperations = {
    transpose: (...sizes) => transpose(views, ...sizes),
    float32: (...sizes) => float32(views, ...sizes),
    float64: (...sizes) => float64(views, ...sizes),
    uint: (...sizes) => uint(views, ...sizes),
    uintTable: (...sizes) => uintTable(views, ...sizes),
    multiply: (...sizes) => multiply(views, ...sizes),
    compensate: (...sizes) => compensate(views, ...sizes),
    finite: (...sizes) => finite(views, ...sizes),
    scale: (...sizes) => scale(views, ...sizes),
    bins: (...sizes) => bins(views, ...sizes),
    range: (...sizes) => range(views, ...sizes),
    polygon: (...sizes) => polygon(views, ...sizes),
    ellipsoid: (...sizes) => ellipsoid(views, ...sizes),
    combine: (...sizes) => combine(views, ...sizes),
    places: (mask, n, _order, target) => places(views, mask, n, target),
    histogram: (...sizes) => histogram(views, ...sizes),
    spectrum: (...sizes) => spectrum(views, ...sizes),
    refine: (...sizes) => refine(views, ...sizes),
  };
  return {
    kind: "reference",
    operations,
    reserve: (bytes) => {
      if (views.u8.length < bytes) views = viewsOf(new ArrayBuffer(Math.ceil(bytes / 65536) * 65536));
      return views.u8.buffer as ArrayBuffer;
    },
  };
}
