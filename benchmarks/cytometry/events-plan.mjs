// Reads a benchmark file's header and says what to do with its events, for every contender.
import { FileBlob } from "../../app/dist/file-blob.js";
import { scaleTable } from "../../core/dist/domains/cytometry/analysis/events/index.js";
import { makeScale } from "../../core/dist/domains/cytometry/operations/scales/scale-function.js";

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

/** Where the events stand; the product reader gives the same. */
export async function openEvents(path) {
  const blob = new FileBlob(path);
  const text = new TextDecoder("latin1").decode(await blob.slice(0, 4096).arrayBuffer());
  const words = text.slice(59).split("|");
  const keyword = (name) => words[words.indexOf(name) + 1];
  const parameters = Number(keyword("$PAR"));
  const [size, ...rest] = keyword("$SPILLOVER").split(",");
  const names = rest.slice(0, Number(size));
  const numbers = rest.slice(Number(size)).map(Number);
  const channelNames = Array.from({ length: parameters }, (_, i) => keyword(`$P${i + 1}N`));
  return {
    data: {
      blob,
      begin: Number(keyword("$BEGINDATA")),
      events: Number(keyword("$TOT")),
      bytesPerEvent: 4 * parameters,
      littleEndian: false,
      fields: Array.from({ length: parameters }, (_, i) => ({
        offset: 4 * i,
        bytes: 4,
        kind: "float",
        mask: null,
        logarithmic: null,
        factor: 1,
      })),
    },
    channels: names.map((name) => channelNames.indexOf(name)),
    spillover: names.map((_, row) => numbers.slice(row * names.length, (row + 1) * names.length)),
  };
}

const tables = new Map();

function logicleTable(parameters) {
  const key = JSON.stringify(parameters);
  if (!tables.has(key))
    tables.set(key, scaleTable(makeScale({ kind: "logicle", ...parameters }).value.forward));
  return tables.get(key);
}

export function planOf({ channels, spillover }) {
  const table = logicleTable(scale);
  const axis = (i) => ({ channel: channels[i], compensated: true, scale: table });
  return {
    compensation: { channels, inverse: inverse(spillover) },
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

/** Gauss-Jordan elimination without pivots: the matrix is near the identity. */
function inverse(matrix) {
  const k = matrix.length;
  const rest = matrix.map((row) => Float64Array.from(row));
  const made = matrix.map((row, r) => Float64Array.from(row, (_, c) => (c === r ? 1 : 0)));
  for (let p = 0; p < k; p++)
    for (let r = 0; r < k; r++) {
      if (r === p) continue;
      const factor = rest[r][p] / rest[p][p];
      for (let c = 0; c < k; c++) {
        rest[r][c] -= factor * rest[p][c];
        made[r][c] -= factor * made[p][c];
      }
    }
  return made.map((row, r) => Array.from(row, (value) => value / rest[r][r]));
}
