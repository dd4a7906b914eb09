// Reads a benchmark file with the product's reader and says what to do with its events, for every contender.
import { FileBlob } from "../../app/dist/file-blob.js";
import { appliedCompensation } from "../../core/dist/domains/cytometry/analysis/compensation.js";
import { scaleTable } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { readFcs } from "../../core/dist/domains/cytometry/formats/fcs.js";
import { makeScale } from "../../core/dist/domains/cytometry/operations/scales/scale-function.js";
import { isAccepted } from "../../core/dist/kernel/index.js";

export const gate = [
  [40_000, 15_000],
  [70_000, 15_000],
  [140_000, 55_000],
  [150_000, 110_000],
  [100_000, 95_000],
  [50_000, 60_000],
];
export const scatter = [0, 2];
export const scale = { t: 262144, m: 4.5, w: 0.5, a: 0 };
export const bins = 256;
export const pairs = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 11],
];

/** Where the events stand and how they are compensated, by the product's reader. */
export async function openEvents(path) {
  const read = await readFcs(new FileBlob(path), { name: path });
  if (!isAccepted(read)) throw new Error(`${path} was not read`);
  const [set] = read.value.captures;
  const { value } = appliedCompensation(set, { compensation: "file" });
  if (value === null) throw new Error(`${path} has no usable compensation`);
  return { data: set.data, compensation: value };
}

const tables = new Map();

function logicleTable(parameters) {
  const key = JSON.stringify(parameters);
  if (!tables.has(key))
    tables.set(key, scaleTable(makeScale({ kind: "logicle", ...parameters }).value.forward));
  return tables.get(key);
}

export function planOf({ compensation }) {
  const table = logicleTable(scale);
  const axis = (i) => ({ channel: compensation.channels[i], compensated: true, scale: table });
  return {
    compensation,
    gates: [
      {
        kind: "polygon",
        axes: scatter.map((channel) => ({ channel, compensated: false, scale: null })),
        vertices: gate,
        parent: -1,
      },
    ],
    histograms2d: pairs.map(([x, y]) => ({
      gate: 0,
      x: axis(x),
      y: axis(y),
      bins,
      xRange: [0, 1],
      yRange: [0, 1],
    })),
    spectra: [],
    profiles: [],
    sample: null,
  };
}
