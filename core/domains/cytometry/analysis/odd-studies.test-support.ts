import type { Json, SheetRow } from "../../../kernel/index.ts";
import { beadStudy } from "./odd-beads.test-support.ts";
import { controlledStudy } from "./odd-controls.test-support.ts";
import { type Cloud, cloudFcs, sheetRow, twoDataSets } from "./odd-files.test-support.ts";
import { multiplexStudy } from "./odd-multiplex.test-support.ts";

/** A study in memory: files, rows of the sheet, and the parameters of this room. */
export interface OddStudy {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly rows: readonly SheetRow[];
  readonly parameters: Json;
  readonly reference?: string;
}

/** Studies with what the example has not, so that nearly everything that this room can say is said. */
export function oddStudies(): readonly OddStudy[] {
  return [uncontrolled(), controlledStudy(), beadStudy(), multiplexStudy()];
}

const particles = (n: number, scatter = 300): Cloud => ({
  n,
  of: { "SSC-A": [scatter, 0.4], "FITC-A": [150, 0.6], "PE-A": [400, 0.9] },
});

/** Without controls and calibration: gates, a threshold, and a flow rate in study.yaml. */
function uncontrolled(): OddStudy {
  const files = [
    {
      name: "stated.fcs",
      bytes: cloudFcs({ seed: 1, clouds: [particles(900)], keywords: { $VOL: "5000" }, notNumbers: 3 }),
    },
    { name: "flow.fcs", bytes: cloudFcs({ seed: 2, clouds: [particles(800)], burst: true }) },
    { name: "flow-diluted.fcs", bytes: cloudFcs({ seed: 3, clouds: [particles(400)] }) },
    { name: "empty.fcs", bytes: cloudFcs({ seed: 4, clouds: [particles(300, 60_000)] }) },
    { name: "dense.fcs", bytes: cloudFcs({ seed: 5, clouds: [particles(2000)], seconds: 1 }) },
    { name: "timeless.fcs", bytes: cloudFcs({ seed: 6, clouds: [particles(300)], timeless: true }) },
    {
      name: "aborted.fcs",
      bytes: cloudFcs({
        seed: 7,
        clouds: [particles(500)],
        instrument: "Second cytometer",
        keywords: { $ABRT: "12" },
      }),
    },
    { name: "two-sets.fcs", bytes: twoDataSets(8, 300) },
    { name: "unnamed-beads.fcs", bytes: cloudFcs({ seed: 9, clouds: [particles(300)] }) },
  ];
  return {
    name: "uncontrolled",
    files,
    rows: [
      sheetRow("stated.fcs", { sample: "stated", donor: "D1", condition: "a" }),
      sheetRow("flow.fcs", { sample: "flow" }),
      sheetRow("flow-diluted.fcs", { sample: "flow", dilution: 1000 }),
      sheetRow("empty.fcs", { sample: "empty", donor: "D2", condition: "a", dilution: 100 }),
      sheetRow("dense.fcs", { sample: "dense", donor: "D3", condition: "b", dilution: 100 }),
      sheetRow("timeless.fcs", { sample: "timeless" }),
      sheetRow("aborted.fcs", { sample: "stated", donor: "D1", condition: "a", dilution: 100 }),
      sheetRow("two-sets.fcs", { sample: "twice", capture: "data set 1", dilution: 100 }),
      sheetRow("two-sets.fcs", { sample: "twice", capture: "data set 2", dilution: 200 }),
      sheetRow("unnamed-beads.fcs", { sample: "beads", role: "calibrant" }, { calibrant: "unknown" }),
    ],
    parameters: {
      gates: [
        { kind: "rectangle", id: "particles", bounds: [{ channel: "SSC-A", min: 20, max: 20_000 }] },
        {
          kind: "polygon",
          id: "dim",
          parent: "particles",
          axes: [{ channel: "SSC-A" }, { channel: "PE-A" }],
          vertices: [
            [0, -1000],
            [400, -1000],
            [400, 300],
            [0, 300],
          ],
        },
        {
          kind: "boolean",
          id: "others",
          parent: "particles",
          operator: "not",
          operands: [{ gate: "dim" }],
        },
      ],
      population: "particles",
      thresholds: { "PE-A": 300 },
      markers: ["PE-A"],
      compensation: {
        channels: ["FITC-A", "PE-A"],
        matrix: [
          [1, 0.1],
          [0.02, 1],
        ],
      },
      flowRate: 10,
      volumeUncertainty: 0.05,
      probeVolume: 54,
    },
  };
}
