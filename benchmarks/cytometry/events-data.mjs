// Big-endian float32 FCS 3.1 files: FSC-A, FSC-H, SSC-A, 12 fluorescence channels, Time; seeded xorshift.
import { closeSync, openSync, writeSync } from "node:fs";

const fluorescence = 12;
const names = [
  "FSC-A",
  "FSC-H",
  "SSC-A",
  ...Array.from({ length: fluorescence }, (_, i) => `FL${i + 1}-A`),
  "Time",
];

export const spillover = Array.from({ length: fluorescence }, (_, i) =>
  Array.from({ length: fluorescence }, (_, j) => (i === j ? 1 : 0.12 * Math.exp(-0.8 * Math.abs(i - j)))),
);

function header(events) {
  const data = 4 * names.length * events;
  const begin = 4096;
  const end = begin + data - 1;
  const keywords = {
    $BEGINANALYSIS: 0,
    $BEGINDATA: begin,
    $BEGINSTEXT: 0,
    $BYTEORD: "4,3,2,1",
    $DATATYPE: "F",
    $ENDANALYSIS: 0,
    $ENDDATA: end,
    $ENDSTEXT: 0,
    $MODE: "L",
    $NEXTDATA: 0,
    $PAR: names.length,
    $TOT: events,
    $SPILLOVER: [fluorescence, ...names.slice(3, 3 + fluorescence), ...spillover.flat()].join(","),
  };
  names.forEach((name, i) => {
    Object.assign(keywords, {
      [`$P${i + 1}B`]: 32,
      [`$P${i + 1}E`]: "0,0",
      [`$P${i + 1}N`]: name,
      [`$P${i + 1}R`]: 262144,
    });
  });
  const text = `|${Object.entries(keywords)
    .map(([key, value]) => `${key}|${value}|`)
    .join("")}`;
  const place = (number) => String(number > 99_999_999 ? 0 : number).padStart(8);
  const large = end > 99_999_999;
  const head = `FCS3.1    ${place(58)}${place(57 + text.length)}${place(large ? 0 : begin)}${place(large ? 0 : end)}${place(0)}${place(0)}`;
  if (head.length + text.length > begin) throw new Error("TEXT is longer than planned");
  return Buffer.from((head + text).padEnd(begin), "latin1");
}

function generator(seed) {
  let state = seed >>> 0 || 1;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  let spare = null;
  const normal = () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform() + 1e-12));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** Three quarters in a scatter cloud, the rest debris and doublets; each marker on two events in five. */
function fillEvents(bytes, count, first, { uniform, normal }) {
  const truth = new Float64Array(fluorescence);
  for (let e = 0; e < count; e++) {
    const at = 4 * names.length * e;
    const kind = uniform();
    const size =
      kind < 0.75 ? 90_000 + 15_000 * normal() : kind < 0.9 ? 20_000 * uniform() : 180_000 * uniform();
    bytes.setFloat32(at, size);
    bytes.setFloat32(at + 4, 0.9 * size + 2_000 * normal());
    bytes.setFloat32(at + 8, 0.6 * size + 9_000 * normal());
    for (let i = 0; i < fluorescence; i++)
      truth[i] = uniform() < 0.4 ? 10 ** (3.2 + 0.15 * i + 0.35 * normal()) : 120 * normal();
    for (let j = 0; j < fluorescence; j++) {
      let observed = 0;
      for (let i = 0; i < fluorescence; i++) observed += truth[i] * spillover[i][j];
      bytes.setFloat32(at + 12 + 4 * j, observed);
    }
    bytes.setFloat32(at + 60, (first + e) * 0.01);
  }
}

/** Writes a file of so many events; beyond `distinct` of them the first ones come again. */
export function writeFcs(path, events, seed, distinct = events) {
  const random = generator(seed);
  const file = openSync(path, "w");
  writeSync(file, header(events));
  const piece = 65_536;
  const made = [];
  for (let first = 0; first < events; first += piece) {
    const count = Math.min(piece, events - first);
    const again = made[Math.floor(first / piece) % Math.ceil(distinct / piece)];
    const bytes = again ?? Buffer.alloc(4 * names.length * piece);
    if (again === undefined) {
      fillEvents(new DataView(bytes.buffer, bytes.byteOffset), count, first, random);
      if (distinct < events) made.push(bytes);
    }
    writeSync(file, bytes, 0, 4 * names.length * count);
  }
  closeSync(file);
}
