import { expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { readFcs } from "../formats/fcs.ts";
import { readColumns } from "../formats/fcs-events.ts";
import { writeFcs } from "../formats/fcs-write.ts";
import { calibrateFluorescence } from "../operations/beads/fluorescence-calibration.ts";
import { compensationOf } from "../operations/compensation/index.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { vesicle } from "../operations/mie/particle.ts";
import { createSizer } from "../operations/mie/sizing.ts";
import { calibratedFcs } from "./calibrated-fcs.ts";

async function dataSetOf(pieces: readonly Uint8Array<ArrayBuffer>[]) {
  const read = await readFcs(new Blob([...pieces]), { name: "a.fcs" });
  if (!isAccepted(read)) throw new Error(read.issues[0]!.message.en);
  return read.value.captures[0]!;
}

const events = 70_001;
const columns = [0, 1, 2].map((c) =>
  Float32Array.from({ length: events }, (_, i) => ((i * 7919 + c * 31) % 9973) - 200),
);
const channels = [
  { name: "SSC-A", range: 262_144, voltage: "300" },
  { name: "PE-A", range: 262_144, label: "CD63" },
  { name: "APC-A", range: 262_144 },
];
const keywords: [string, string][] = [
  ["$CYT", "Twin"],
  ["$VOL", "20000"],
];

test("a calibrated file reads back with its own channels as they were and the calibrated ones beside them", async () => {
  const dataSet = await dataSetOf([...writeFcs({ channels, columns, keywords })]);
  const matrix = [
    [1, 0.2],
    [0.05, 1],
  ];
  const compensation = compensationOf({ keyword: "$SPILLOVER", channels: [1, 2], matrix, applied: false });
  const beads = [100, 1000, 10_000].map((median) => ({ median, value: 3 * median ** 1.01 }));
  const fit = calibrateFluorescence(beads, "MESF");
  const scale = { gain: 1, offset: 0 };
  const range = { from: 40, to: 250 };
  const model = vesicle();
  const sizer = createSizer({
    optics: sideScatter(405, 1.343, 46),
    model,
    alternatives: [],
    range,
    scale,
    tolerance: 0.01,
  });
  if (!isAccepted(compensation) || !isAccepted(fit) || !sizer) throw new Error("no calibration");
  const { curve } = fit.value.power;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of calibratedFcs(dataSet, {
    compensation: compensation.value,
    curves: { "PE-A": curve, "FITC-A": curve },
    scatter: { channel: "SSC-A", sizer, ...scale },
  })) {
    pieces.push(piece);
  }
  const again = await dataSetOf(pieces);
  expect(again.version).toBe("FCS3.1");
  expect(again.channels.map(({ name }) => name)).toEqual(["SSC-A", "PE-A", "APC-A", "PE-A MESF", "SSC-A nm"]);
  expect(again.keywords.get("$CYT")).toBe("Twin");
  expect(again.volume?.microlitres).toBe(20);
  expect(again.spillover).toBeNull();
  expect(again.keywords.get("VESICA CALIBRATION")).toContain("compensated; PE-A: log10(MESF)");
  const read = await readColumns(again.data);
  for (const c of [0, 1, 2])
    expect(
      Buffer.compare(Buffer.from(Float32Array.from(read[c]!).buffer), Buffer.from(columns[c]!.buffer)),
    ).toBe(0);
  for (const i of [0, 1, 65_535, 65_536, events - 1]) {
    const [ssc, pe, apc] = [0, 1, 2].map((c) => columns[c]![i]!);
    // true = observed x inverse of [[1, 0.2], [0.05, 1]]
    const clean = (pe! - 0.05 * apc!) / (1 - 0.2 * 0.05);
    if (clean > 0) expect(read[3]![i]! / (3 * clean ** 1.01)).toBeCloseTo(1, 5);
    else expect(read[3]![i]).toBeNaN();
    const size = sizer.sizeOf(ssc!).diameter;
    if (Number.isNaN(size)) expect(read[4]![i]).toBeNaN();
    else expect(read[4]![i]! / size).toBeCloseTo(1, 3);
  }
});
