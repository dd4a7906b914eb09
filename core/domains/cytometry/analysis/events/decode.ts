import { portable } from "../../../../kernel/index.ts";
import type { EventData, EventField } from "../../measurement.ts";
import type { Arena } from "./arena.ts";
import type { EventKernel } from "./kernel.ts";

/** Something done to each block: `n` events, the first byte of the first at `source`. */
export type Step = (n: number, source: number) => void;

const longestTable = 2 ** 18;

/** Steps that decode the wanted channels into the columns at these addresses. */
export function decodeSteps(
  data: EventData,
  columns: ReadonlyMap<number, number>,
  columnBytes: number,
  arena: Arena,
  kernel: EventKernel,
): Step[] {
  const { fields, bytesPerEvent: stride } = data;
  const { operations } = kernel;
  const big = data.littleEndian ? 0 : 1;
  const steps: Step[] = [];
  const waste = arena.room(columnBytes);
  for (let c = 0; c < fields.length; c++) {
    const field = fields[c]!;
    const column = columns.get(c);
    if (column === undefined) continue;
    const run = plainFloat(field) ? adjacent(fields, c) : 1;
    const four = [0, 1, 2, 3].map((i) => (i < run ? (columns.get(c + i) ?? waste) : waste));
    if (four.filter((address) => address !== waste).length > 1) {
      const [p, q, r, s] = four as [number, number, number, number];
      steps.push((n, source) => operations.transpose(source + field.offset, stride, p, q, r, s, n, big));
      for (let i = 0; i < run; i++) {
        const { factor } = fields[c + i]!;
        const address = four[i]!;
        if (factor !== 1 && address !== waste) steps.push((n) => operations.multiply(address, n, factor));
      }
      c += run - 1;
    } else steps.push(decodeOne(field, stride, column, big, arena, kernel));
  }
  return steps;
}

function plainFloat(field: EventField): boolean {
  return field.kind === "float" && field.bytes === 4 && field.logarithmic === null;
}

/** How many float32 fields, at most four, stand one after the other from this one. */
function adjacent(fields: readonly EventField[], first: number): number {
  let run = 1;
  while (run < 4) {
    const next = fields[first + run];
    if (next === undefined || !plainFloat(next) || next.offset !== fields[first]!.offset + 4 * run) break;
    run++;
  }
  return run;
}

function decodeOne(
  field: EventField,
  stride: number,
  column: number,
  big: number,
  arena: Arena,
  kernel: EventKernel,
): Step {
  const { operations } = kernel;
  const { bytes, offset, factor, logarithmic } = field;
  if (plainFloat(field))
    return (n, source) => {
      operations.float32(source + offset, stride, column, n, big);
      if (factor !== 1) operations.multiply(column, n, factor);
    };
  if (field.kind === "float" && bytes === 8 && logarithmic === null)
    return (n, source) => operations.float64(source + offset, stride, column, n, big, factor);
  const mask = field.mask ?? portable.pow(256, bytes) - 1;
  if (field.kind === "uint" && bytes <= 4 && logarithmic === null)
    return (n, source) => operations.uint(source + offset, stride, column, n, big, bytes, mask >>> 0, factor);
  if (field.kind === "uint" && bytes <= 4 && mask < longestTable) {
    const table = arena.hold(Float32Array.from({ length: mask + 1 }, (_, raw) => linearised(field, raw)));
    return (n, source) => operations.uintTable(source + offset, stride, column, n, big, bytes, mask, table);
  }
  return (n, source) => {
    const memory = kernel.reserve(0);
    const view = new DataView(memory);
    const target = new Float32Array(memory, column, n);
    for (let i = 0; i < n; i++)
      target[i] = linearised(field, rawValue(view, source + offset + i * stride, field, big === 0));
  };
}

/** Gain, time step and logarithmic amplifier: value = first x 10^(decades x channel / range) x factor. */
function linearised({ logarithmic, factor }: EventField, raw: number): number {
  if (logarithmic === null) return raw * factor;
  return logarithmic.first * portable.pow(10, (logarithmic.decades * raw) / logarithmic.range) * factor;
}

/** Values that the kernel has no loop for: 64-bit integers, and amplifiers of a wide range or of floats. */
function rawValue(view: DataView, at: number, field: EventField, little: boolean): number {
  const { bytes, mask } = field;
  if (field.kind === "float") return bytes === 8 ? view.getFloat64(at, little) : view.getFloat32(at, little);
  let high = 0;
  let low = 0;
  for (let i = 0; i < bytes; i++) {
    const byte = view.getUint8(little ? at + bytes - 1 - i : at + i);
    if (i < bytes - 4) high = high * 256 + byte;
    else low = low * 256 + byte;
  }
  if (mask === null) return high * 2 ** 32 + low;
  return (high & Math.floor(mask / 2 ** 32)) * 2 ** 32 + ((low & (mask % 2 ** 32)) >>> 0);
}
