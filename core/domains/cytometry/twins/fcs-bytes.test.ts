import { describe, expect, test } from "vitest";
import { fcsBytes } from "./fcs-bytes.ts";
import { readPlain } from "./fcs-read.test-support.ts";

const columns = [
  { name: "Time", range: 4096, values: Float64Array.of(1, 2, 3) },
  {
    name: "PE-A",
    label: "CD63",
    range: 262144,
    values: Float64Array.of(-4.5, 100, 70_000),
    more: { F: "585/42" },
  },
];

describe("FCS writer of the twin", () => {
  test.each(["FCS2.0", "FCS3.0", "FCS3.1"] as const)(
    "%s float values come back in both byte orders",
    (version) => {
      for (const littleEndian of [true, false]) {
        const found = readPlain(fcsBytes(columns, { $CYT: "twin" }, { version, littleEndian }));
        expect(found.version).toBe(version);
        expect([...found.columns.get("PE-A")!]).toEqual([-4.5, 100, 70_000]);
        expect(found.keywords.get("$P2S")).toBe("CD63");
        expect(found.keywords.has("$BEGINDATA")).toBe(version !== "FCS2.0");
      }
    },
  );

  test("the delimiter in a value is doubled", () => {
    const bytes = fcsBytes(columns, { $CYT: "a/b" }, { delimiter: "/" });
    expect(new TextDecoder().decode(bytes)).toContain("585//42");
    expect(readPlain(bytes).keywords.get("$CYT")).toBe("a/b");
    expect(readPlain(bytes).keywords.get("$P2F")).toBe("585/42");
  });

  test("integers are cut to their range; a log amplifier has 256 channels a decade", () => {
    expect([...readPlain(fcsBytes(columns, {}, { data: "integer" })).columns.get("PE-A")!]).toEqual([
      0, 100, 65_535,
    ]);
    const log = readPlain(fcsBytes(columns, {}, { data: "log", version: "FCS2.0" }));
    expect([...log.columns.get("PE-A")!]).toEqual([0, 512, 1023]);
    expect([log.keywords.get("$P2E"), log.keywords.get("$P2R"), log.keywords.get("$P1E")]).toEqual([
      "4,1",
      "1024",
      "0,0",
    ]);
    expect([...log.columns.get("Time")!]).toEqual([1, 2, 3]);
  });

  test("TEXT and HEADER agree on where the data are, and the end is inclusive or one too far", () => {
    for (const endOffByOne of [false, true]) {
      const bytes = fcsBytes(columns, {}, { data: "double", endOffByOne });
      const { keywords } = readPlain(bytes);
      const header = new TextDecoder().decode(bytes.subarray(10, 58)).match(/.{8}/g)!.map(Number);
      expect([Number(keywords.get("$BEGINDATA")), Number(keywords.get("$ENDDATA"))]).toEqual([
        header[2],
        header[3],
      ]);
      expect(header[3]! - header[2]!).toBe(3 * 2 * 8 - (endOffByOne ? 0 : 1));
    }
  });
});
