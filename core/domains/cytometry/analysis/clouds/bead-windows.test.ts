import { describe, expect, test } from "vitest";
import type { Json, SheetRow } from "../../../../kernel/index.ts";
import { code, value } from "../../../../testing/results.test-support.ts";
import { exampleMesf, fluorescenceBeadFile } from "../../twins/example-beads.ts";
import { dataSetOf, flow, study } from "../studies.test-support.ts";
import { cloudOf } from "./clouds.test-support.ts";

const { bytes } = fluorescenceBeadFile(5, "a.fcs")[0]!;
const calibrant = (name: string): Partial<SheetRow> => ({ role: "calibrant", extra: { calibrant: name } });
const rainbow = (more: Record<string, Json> = {}): Json => ({
  beads: { rainbow: { kind: "fluorescence", unit: "MESF", channels: exampleMesf as Json, ...more } },
});
const peaksOf = async (axis: string, parameters: Json, row = calibrant("rainbow")) =>
  (await cloudOf(bytes, { rows: [row], parameters })).peaks!(axis);

describe("the peaks of a bead file", () => {
  test.each(["FITC-A", "PE-A", "APC-A"])(
    "in %s are those of the study, each inside its window",
    async (axis) => {
      const studied = await study([{ file: "a.fcs", bytes, rows: [calibrant("rainbow")] }], {
        parameters: rainbow(),
      });
      const { peaks } = dataSetOf(studied, "a.fcs").beads.find(({ channel }) => channel === axis)!;
      const found = value(await peaksOf(axis, rainbow()));
      expect(found.map(({ median, events }) => ({ median, events }))).toEqual(
        peaks.map(({ median, events }) => ({ median, events })),
      );
      expect(found).toHaveLength(6);
      found.forEach(({ from, to, median }, i) => {
        expect(from).toBeLessThan(median);
        expect(to).toBeGreaterThan(median);
        if (i > 0) expect(from).toBeGreaterThan(found[i - 1]!.median);
      });
    },
  );

  test("are in the windows that a person set, ascending", async () => {
    const automatic = value(await peaksOf("PE-A", rainbow()));
    const windows = automatic.slice(1, 3).map(({ from, to }): [number, number] => [from * 0.9, to * 1.1]);
    const parameters = rainbow({ peaks: { "PE-A": [...windows].reverse() } });
    const found = value(await peaksOf("PE-A", parameters));
    expect(found.map(({ from, to }) => [from, to])).toEqual(windows);
    const studied = await study([{ file: "a.fcs", bytes, rows: [calibrant("rainbow")] }], { parameters });
    const { peaks } = dataSetOf(studied, "a.fcs").beads.find(({ channel }) => channel === "PE-A")!;
    expect(found.map(({ median, events }) => [median, events])).toEqual(
      peaks.map(({ median, events }) => [median, events]),
    );
  });

  test("of scatter beads are along their channel", async () => {
    const beads = { size: { kind: "scatter", channel: "SSC-A", diameters: [100], peaks: [[1, 262_144]] } };
    const found = value(await peaksOf("SSC-A", { beads } as Json, calibrant("size")));
    expect(found).toMatchObject([{ from: 1, to: 262_144 }]);
  });

  test("are not there for a file without beads", async () => {
    expect((await cloudOf(bytes)).peaks).toBeUndefined();
  });

  test("are refused where there are none to be found", async () => {
    const codeOf = async (...given: Parameters<typeof peaksOf>) => code(await peaksOf(...given));
    expect(await codeOf("Nowhere", rainbow())).toBe("cytometry-cloud-axis-unknown");
    expect(await codeOf("SSC-A", rainbow())).toBe("cytometry-cloud-no-beads");
    expect(await codeOf("PE-A", rainbow(), calibrant("other"))).toBe("cytometry-calibrant-unknown");
    expect(await codeOf("PE-A", rainbow({ alongside: ["Nowhere"] }))).toBe("cytometry-channel-unknown");
    expect(await codeOf("PE-A", rainbow({ peaks: { "PE-A": [[-9e9, -8e9]] } }))).toBe(
      "cytometry-bead-window-empty",
    );
    const few = await cloudOf(flow({ channels: { "PE-A": [1, 2] } }), {
      rows: [calibrant("rainbow")],
      parameters: rainbow(),
    });
    const refusal = await few.peaks!("PE-A");
    expect("issues" in refusal && refusal.issues[0]!.severity).toBe("error");
  });

  test("that are no longer wanted are not looked for", async () => {
    const cloud = await cloudOf(bytes, { rows: [calibrant("rainbow")], parameters: rainbow() });
    await expect(cloud.peaks!("PE-A", { signal: AbortSignal.abort() })).rejects.toThrow("abort");
  });
});
