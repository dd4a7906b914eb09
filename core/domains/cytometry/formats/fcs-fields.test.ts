import { describe, expect, test } from "vitest";
import { events, type Fixture, read, shorts } from "./fcs.test-support.ts";
import { channelPulse, channelRole } from "./fcs-channels.ts";
import { readColumns } from "./fcs-events.ts";

const view = (bytes: number, fill: (view: DataView) => void) => {
  const data = new Uint8Array(bytes);
  fill(new DataView(data.buffer));
  return data;
};
const one = (text: Fixture["text"], data: Uint8Array) =>
  read({ text: { $PAR: "1", $TOT: "1", $P2B: null, $P2E: null, $P2N: null, $P2R: null, ...text }, data });

describe("stored values", () => {
  test("integers of 8, 16, 24 and 32 bits in one event, both byte orders", async () => {
    const text = {
      $PAR: "4",
      $TOT: "1",
      $P1B: "8",
      $P1R: "256",
      $P2R: "65536",
      $P3B: "24",
      $P3E: "0,0",
      $P3N: "A",
      $P3R: "16777216",
      $P4B: "32",
      $P4E: "0,0",
      $P4N: "B",
      $P4R: "4294967296",
    };
    const little = await read({ text, data: Uint8Array.of(9, 1, 2, 1, 2, 3, 1, 2, 3, 255) });
    expect(little).toMatchObject({ codes: [], rows: [[9, 0x0201, 0x030201, 0xff030201]] });
    const big = await read({
      text: { ...text, $BYTEORD: "4,3,2,1" },
      data: Uint8Array.of(9, 1, 2, 1, 2, 3, 255, 2, 3, 1),
    });
    expect(big).toMatchObject({ codes: [], rows: [[9, 0x0102, 0x010203, 0xff020301]] });
  });

  test("bits above the range are masked off (Coulter keeps the channel's number there)", async () => {
    const found = await one({ $P1R: "1024" }, shorts(0xfc00 + 5));
    expect(found.rows).toEqual([[5]]);
    expect((await one({ $P1R: "1000" }, shorts(0xfc00 + 1020))).rows).toEqual([[1020]]);
    expect((await one({ $P1R: "99999999999999999999" }, shorts(65535))).rows).toEqual([[65535]]);
    expect(await one({ $P1R: "0" }, shorts(65535))).toMatchObject({
      codes: ["fcs-range-ignored"],
      rows: [[65535]],
    });
  });

  test.each([
    ["1,2", [[0x0201]]],
    ["2,1", [[0x0102]]],
    ["4,3,2,1", [[0x0102]]],
    ["1, 2, 3, 4", [[0x0201]]],
  ])("byte order %s", async ($BYTEORD, rows) => {
    expect(await one({ $BYTEORD, $P1R: "65536" }, Uint8Array.of(1, 2))).toMatchObject({ codes: [], rows });
  });

  test("floats and doubles, and types by channel (FCS 3.2)", async () => {
    const float = view(4, (data) => data.setFloat32(0, -1.5, true));
    expect(await one({ $DATATYPE: "F", $P1B: "32" }, float)).toMatchObject({ codes: [], rows: [[-1.5]] });
    const double = view(8, (data) => data.setFloat64(0, 0.1, false));
    const text = { $DATATYPE: "D", $P1B: "64", $BYTEORD: "4,3,2,1" };
    expect(await one(text, double)).toMatchObject({ codes: [], rows: [[0.1]] });
    const mixed = view(14, (data) => {
      data.setUint16(0, 7, true);
      data.setFloat64(2, -0.25, true);
      data.setFloat32(10, 2.5, true);
    });
    const found = await read({
      version: "FCS3.2",
      text: {
        $MODE: null,
        $PAR: "3",
        $TOT: "1",
        $P2DATATYPE: "D",
        $P2B: "64",
        $P3DATATYPE: "F",
        $P3B: "32",
        $P3N: "C",
        $P3R: "10",
        $P3E: "0,0",
      },
      data: mixed,
    });
    expect(found).toMatchObject({ codes: [], rows: [[7, -0.25, 2.5]] });
  });

  test("a width that its type cannot have is told", async () => {
    const float = view(4, (data) => data.setFloat32(0, 3, true));
    expect(await one({ $DATATYPE: "F", $P1B: "16" }, float)).toMatchObject({
      codes: ["fcs-width-disagrees"],
      rows: [[3]],
    });
  });

  test.each([
    [{ $DATATYPE: "A" }, "fcs-type-not-read"],
    [{ $DATATYPE: "Q" }, "fcs-type-not-read"],
    [{ $DATATYPE: "constructor" }, "fcs-type-not-read"],
    [{ $DATATYPE: null }, "fcs-keyword-missing"],
    [{ $BYTEORD: "3,4,1,2" }, "fcs-byte-order-not-read"],
    [{ $BYTEORD: null }, "fcs-keyword-missing"],
    [{ $MODE: "C" }, "fcs-mode-not-read"],
    [{ $MODE: "U" }, "fcs-mode-not-read"],
    [{ $P1B: "64" }, "fcs-width-not-read"],
    [{ $P1B: "10" }, "fcs-width-not-read"],
    [{ $P1B: "*" }, "fcs-width-not-read"],
    [{ $P1B: null }, "fcs-keyword-missing"],
    [{ $PAR: null }, "fcs-keyword-missing"],
    [{ $PAR: "two" }, "fcs-keyword-unreadable"],
    [{ $PAR: "0" }, "fcs-too-many-channels"],
    [{ $P1E: "4" }, "fcs-amplification-unusable"],
    [{ $P1E: "-4,1" }, "fcs-amplification-unusable"],
    [{ $P1E: "1e9,1" }, "fcs-amplification-unusable"],
    [{ $P1E: "4,1", $P1R: "0" }, "fcs-range-unusable"],
  ])("%j is refused with %s and its keyword", async (text, code) => {
    const found = await read({ text });
    expect(found.value).toBeNull();
    expect(found.issues.at(-1)).toMatchObject({
      code,
      severity: "error",
      place: { key: expect.stringMatching(/^\$/) },
    });
  });
});

describe("linear values", () => {
  const data = shorts(512);
  test("logarithmic amplifiers: first x 10^(decades x / range); first 0 is read as 1", async () => {
    expect((await one({ $P1E: "4,1" }, data)).rows[0]![0]).toBeCloseTo(100, 11);
    expect((await one({ $P1E: "4.0,0.0" }, data)).rows[0]![0]).toBeCloseTo(100, 11);
    expect((await one({ $P1E: " 4.0,0.1024" }, data)).rows[0]![0]).toBeCloseTo(10.24, 12);
    expect((await one({ $P1E: "0,1" }, data)).rows).toEqual([[512]]);
  });

  test("gain divides; 0 is none; a logarithmic amplifier and a time channel have none", async () => {
    expect(await one({ $P1G: "4" }, data)).toMatchObject({ codes: [], rows: [[128]] });
    expect(await one({ $P1G: "0" }, data)).toMatchObject({ codes: [], rows: [[512]] });
    expect(await one({ $P1G: "-2" }, data)).toMatchObject({ codes: ["fcs-gain-unusable"], rows: [[512]] });
    expect((await one({ $P1G: "4", $P1E: "4,1" }, data)).codes).toEqual(["fcs-gain-with-log"]);
    expect((await one({ $P1G: "4", $P1N: "Time" }, data)).rows).toEqual([[512]]);
  });

  test("the time channel is multiplied by its step, others are not", async () => {
    expect((await one({ $P1N: "TIME", $TIMESTEP: "0.5" }, data)).rows).toEqual([[256]]);
    expect((await one({ $TIMESTEP: "0.5" }, data)).rows).toEqual([[512]]);
    const redacted = await one({ $P1N: "Time", $TIMESTEP: "xxx" }, data);
    expect(redacted).toMatchObject({ codes: ["fcs-time-step-unusable"], rows: [[512]] });
  });

  test("an amplification on floats is not applied; a missing one is linear, with a warning", async () => {
    const float = view(4, (bytes) => bytes.setFloat32(0, 3, true));
    const log = await one({ $DATATYPE: "F", $P1B: "32", $P1E: "4,1" }, float);
    expect(log).toMatchObject({ codes: ["fcs-log-on-float"], rows: [[3]] });
    expect(await one({ $P1E: null }, data)).toMatchObject({
      codes: ["fcs-amplification-missing"],
      rows: [[512]],
    });
  });
});

describe("channels", () => {
  test("names are unique: empty ones are P<n>, a second one gets a number", async () => {
    const found = await read({ text: { $P1N: "FL1", $P2N: "FL1" } });
    expect(found.set.channels.map(({ name }) => name)).toEqual(["FL1", "FL1 (2)"]);
    expect(found.codes).toEqual(["fcs-name-twice"]);
    const missing = await read({ text: { $P1N: null, $P2N: " " } });
    expect(missing.set.channels.map(({ name }) => name)).toEqual(["P1", "P2"]);
    expect(missing.codes).toEqual(["fcs-name-missing", "fcs-name-missing"]);
  });

  test.each([
    ["FSC-A", "scatter", "area"],
    ["SSC-B-H", "scatter", "height"],
    ["VSSC-A", "scatter", "area"],
    ["VioSSC-H", "scatter", "height"],
    ["SS-H", "scatter", "height"],
    ["FS Lin", "scatter", null],
    ["FSCW", "scatter", "width"],
    ["405SALS(Peak)", "scatter", "height"],
    ["405LALS(Area)", "scatter", "area"],
    ["FL1-A", "fluorescence", "area"],
    ["FL10 LogH", "fluorescence", "height"],
    ["PE-Texas Red-A", "fluorescence", "area"],
    ["AmCyan-W", "fluorescence", "width"],
    ["FITC-H", "fluorescence", "height"],
    ["488Grn(Peak)", "fluorescence", "height"],
    ["CD81 PE", "fluorescence", null],
    ["Time", "time", null],
    ["HDR-T", "time", null],
    ["Time MSW", "other", null],
    ["Event Count", "other", null],
    ["Width", "other", "width"],
    ["Pulse Width", "other", "width"],
  ])("%s is %s, %s", (name, role, pulse) => {
    expect([channelRole(name, ""), channelPulse(name)]).toEqual([role, pulse]);
  });

  test("the label or $PnTYPE can say what the name does not", () => {
    expect(channelRole("P1", "Small Angle Light Scatter")).toBe("scatter");
    expect(channelRole("B1-A", "", "Raw_Fluorescence")).toBe("fluorescence");
    expect(channelRole("Clock", "", "Time")).toBe("time");
  });
});

describe("readColumns", () => {
  test("gives the channels and events asked for, and throws on others", async () => {
    const { data } = (await read()).set;
    const columns = await readColumns(data, { channels: [1], from: 1, count: 2 });
    expect(columns).toEqual([Float64Array.of(events[1][1], events[2][1])]);
    expect(await readColumns(data, { count: 0 })).toEqual([new Float64Array(0), new Float64Array(0)]);
    await expect(readColumns(data, { channels: [2] })).rejects.toThrow(RangeError);
    await expect(readColumns(data, { from: 2, count: 2 })).rejects.toThrow(RangeError);
    await expect(readColumns(data, { from: -1 })).rejects.toThrow(RangeError);
  });

  test("gives NaN where the file has become shorter", async () => {
    const { data } = (await read()).set;
    const [first] = await readColumns({ ...data, blob: data.blob.slice(0, data.begin + 6) });
    expect(Array.from(first!)).toEqual([1, Number.NaN, Number.NaN]);
  });
});
