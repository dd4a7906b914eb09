import type { EventData, EventField } from "../../measurement.ts";
import { type EventPlan, emptyPlan } from "./plan.ts";
import { scaleTable } from "./scale-table.ts";

/** Uniform numbers in [0, 1): xorshift32. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const float: EventField = {
  offset: 0,
  bytes: 4,
  kind: "float",
  mask: null,
  logarithmic: null,
  factor: 1,
};

/** Events of these fields one after the other, from rows of raw values; some bytes stand before them. */
export function eventData(
  kinds: readonly Partial<EventField>[],
  rows: readonly (readonly number[])[],
  littleEndian: boolean,
): EventData {
  let offset = 0;
  const fields = kinds.map((kind): EventField => {
    const field = { ...float, ...kind, offset };
    offset += field.bytes;
    return field;
  });
  const begin = 7;
  const bytes = new DataView(new ArrayBuffer(begin + offset * rows.length));
  rows.forEach((row, e) => {
    fields.forEach((field, c) => {
      writeRaw(bytes, begin + e * offset + field.offset, field, row[c]!, littleEndian);
    });
  });
  const blob = new Blob([bytes.buffer as ArrayBuffer]);
  return { blob, begin, events: rows.length, bytesPerEvent: offset, littleEndian, fields };
}

function writeRaw(bytes: DataView, at: number, field: EventField, value: number, little: boolean): void {
  if (field.kind === "float") {
    if (field.bytes === 8) bytes.setFloat64(at, value, little);
    else bytes.setFloat32(at, value, little);
    return;
  }
  let rest = BigInt(value);
  for (let i = 0; i < field.bytes; i++) {
    bytes.setUint8(little ? at + i : at + field.bytes - 1 - i, Number(rest & 255n));
    rest >>= 8n;
  }
}

export const arcsinhTable = scaleTable((x) => Math.asinh(x / 150) / 10);

/** Every kind of gate and count on channels 0 to 5, of which 2 to 5 are compensated. */
export const fullPlan: EventPlan = {
  ...emptyPlan,
  compensation: {
    channels: [2, 3, 4, 5],
    inverse: [
      [1.02, -0.1, -0.02, 0.01],
      [-0.05, 1.01, -0.1, -0.01],
      [-0.01, -0.04, 1.03, -0.12],
      [0, -0.01, -0.07, 1.01],
    ],
  },
  gates: [
    {
      kind: "boolean",
      operator: "or",
      operands: [
        { gate: 2, complement: false },
        { gate: 3, complement: true },
      ],
      parent: 1,
    },
    {
      kind: "polygon",
      axes: [axis(0), axis(1)],
      vertices: [
        [-50, -40],
        [900, 100],
        [1000, 700],
        [400, 950],
        [100, 500],
      ],
      parent: -1,
    },
    {
      kind: "rectangle",
      bounds: [
        { axis: scaled(2), min: 0.05, max: 0.4 },
        { axis: axis(0), min: null, max: 700.1 },
      ],
      parent: 1,
    },
    {
      kind: "ellipsoid",
      axes: [scaled(3), scaled(4)],
      mean: [0.2, 0.15],
      covariance: [
        [0.02, 0.005],
        [0.005, 0.01],
      ],
      distanceSquare: 2,
      parent: -1,
    },
    { kind: "boolean", operator: "not", operands: [{ gate: 1, complement: false }], parent: -1 },
    {
      kind: "boolean",
      operator: "and",
      operands: [
        { gate: 2, complement: true },
        { gate: 3, complement: false },
      ],
      parent: -1,
    },
  ],
  histograms2d: [
    { gate: -1, x: axis(0), y: axis(1), bins: 32, xRange: [0, 1024], yRange: [0, 900] },
    { gate: 0, x: scaled(2), y: scaled(5), bins: 64, xRange: [0.02, 0.2], yRange: [-0.1, 0.15] },
    { gate: 1, x: scaled(2), y: axis(4, true), bins: 17, xRange: [-0.1, 0.6], yRange: [-100, 1000] },
  ],
  spectra: [
    { gate: -1, channel: 0, compensated: false },
    { gate: 0, channel: 3, compensated: true },
    { gate: 4, channel: 4, compensated: false },
    { gate: 4, channel: 1, compensated: true },
  ],
  profiles: [
    { gate: 1, axis: axis(1), slices: 20, from: 100, to: 800 },
    { gate: 4, axis: scaled(3), slices: 30, from: 0.01, to: 0.16 },
  ],
  sample: {
    rows: 300,
    channels: [
      { channel: 0, compensated: false },
      { channel: 5, compensated: true },
    ],
  },
};

function axis(channel: number, compensated = false) {
  return { channel, compensated, scale: null };
}

function scaled(channel: number) {
  return { channel, compensated: true, scale: arcsinhTable };
}
