import type { FcsWrite } from "./fcs-write.ts";

const channels = [
  { name: "FSC-A", label: "forward/scatter", range: 262144 },
  { name: "FL1-A", label: "CD9 粒子", range: 262144 },
];
const columns = [
  [0, 1.5, -3.25, 1e6, 262143],
  [0.1, 255, 3, 0, 70000],
];
const keywords = [
  ["$CYT", "a|b"],
  ["NOTE", "c//d"],
] as const;
const matrix = [
  [1, 0.1],
  [0.2, 1],
];
const common = { channels, columns, keywords, spillover: { channels: [0, 1], matrix } };

/** Files that FlowIO has read; its values are in `fcs-write.golden.json`. */
export const written: Readonly<Record<string, FcsWrite>> = {
  "single precision, little-endian": common,
  "single precision, big-endian, doubled delimiters": { ...common, littleEndian: false, delimiter: "/" },
  "double precision": { ...common, type: "D" },
  "integers of 16 bits, FCS 2.0": {
    ...common,
    version: "FCS2.0",
    type: "I",
    channels: channels.map((channel) => ({ ...channel, bits: 16, range: 65536 })),
  },
  "integers of 16 and 32 bits, one logarithmic, FCS 3.0": {
    ...common,
    version: "FCS3.0",
    type: "I",
    channels: [
      { ...channels[0]!, bits: 16, range: 1024 },
      { ...channels[1]!, bits: 32, range: 131072, amplification: "4,0.1" },
    ],
  },
};
