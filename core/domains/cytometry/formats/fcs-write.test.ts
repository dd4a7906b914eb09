import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { readFcs } from "./fcs.ts";
import { readColumns } from "./fcs-events.ts";
import { type FcsWrite, writeFcs, writeHead } from "./fcs-write.ts";

async function back(input: FcsWrite) {
  const blob = new Blob([...writeFcs(input)]);
  const result = await readFcs(blob, { name: "x.fcs" });
  if (!isAccepted(result)) throw new Error(result.issues.map((issue) => issue.message.en).join());
  const [set] = result.value.captures;
  return { blob, warnings: result.warnings, set: set!, columns: await readColumns(set!.data) };
}

const bits32 = (values: ArrayLike<number>) => Array.from(new Uint32Array(Float32Array.from(values).buffer));

const key = fc.stringMatching(/^[A-Z#@&][A-Z0-9 _-]{0,11}$/).map((one) => `${one.trim()}Z`);
const value = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.stringMatching(/^[|/\\a]{0,6}$/),
  fc.constantFrom("", " ", "|", "||", "\\", "粒子 µm"),
);
const delimiter = fc.constantFrom("|", "/", "\\", "\f", "\x1e", "!");

describe("writeFcs, read back", () => {
  test("gives every keyword with its value, whatever delimiter the value holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(key, value), { selector: ([one]) => one, maxLength: 8 }),
        fc.option(delimiter, { nil: undefined }),
        async (keywords, mark) => {
          const channels = [{ name: "FSC-A", range: 1024 }];
          const input = { channels, columns: [Float32Array.of(1)], keywords };
          const { set, warnings } = await back(mark === undefined ? input : { ...input, delimiter: mark });
          expect(warnings).toEqual([]);
          for (const [name, words] of keywords) expect(set.keywords.get(name)).toBe(words.toWellFormed());
        },
      ),
      { numRuns: 300 },
    );
  });

  test("gives single-precision columns bit by bit, in both byte orders", async () => {
    const column = fc.array(fc.float({ noNaN: true }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(column, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (all, littleEndian) => {
          const columns = all.map((one) => Float32Array.from(one));
          const channels = columns.map((_, at) => ({ name: `FL${at + 1}-A`, range: 262144 }));
          const found = await back({ channels, columns, littleEndian });
          expect(found.warnings).toEqual([]);
          expect(found.columns.map(bits32)).toEqual(columns.map(bits32));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("gives double-precision columns exactly", async () => {
    const column = fc.array(fc.double({ noNaN: true }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(column, fc.boolean(), async (one, littleEndian) => {
        const channels = [{ name: "FL1-A", range: 262144 }];
        const found = await back({ channels, columns: [Float64Array.from(one)], type: "D", littleEndian });
        expect(Array.from(found.columns[0]!)).toEqual(one);
      }),
      { numRuns: 50 },
    );
  });

  test("gives integers of mixed widths, masked to their range, in versions 2.0 and 3.0", async () => {
    const widths = [8, 16, 24, 32];
    const columns = widths.map((bits) => Float64Array.of(0, 1, 2 ** (bits - 1) + 3, 2 ** bits - 1));
    for (const version of ["FCS2.0", "FCS3.0"] as const) {
      for (const littleEndian of [true, false]) {
        const channels = widths.map((bits) => ({ name: `B${bits}`, range: 2 ** bits, bits }));
        const found = await back({ channels, columns, version, littleEndian, type: "I" });
        expect(found.warnings).toEqual([]);
        expect(found.columns).toEqual(columns);
        const narrow = channels.map((channel) => ({ ...channel, range: 100 }));
        const masked = await back({ channels: narrow, columns, version, littleEndian, type: "I" });
        expect(masked.columns[3]).toEqual(Float64Array.of(0, 1, 3, 127));
      }
    }
  });

  test("rounds integers and keeps them within their bits", async () => {
    const channels = [{ name: "X", range: 256, bits: 8 }];
    const found = await back({ channels, columns: [[-3, 0.4, 1.6, 300, Number.NaN]], type: "I" });
    expect(Array.from(found.columns[0]!)).toEqual([0, 0, 2, 255, 0]);
  });

  test("gives logarithmic channels as first x 10^(decades x channel / range)", async () => {
    const channels = [{ name: "FL1-H", range: 1024, bits: 16, amplification: "4,0.1" }];
    const found = await back({ channels, columns: [[0, 256, 1023]], type: "I" });
    expect(found.columns[0]![0]).toBeCloseTo(0.1, 15);
    expect(found.columns[0]![1]).toBeCloseTo(1, 14);
    expect(found.columns[0]![2]! / 991.0458562488609).toBeCloseTo(1, 6);
  });

  test("gives labels, settings of detectors and the spillover matrix", async () => {
    const channels = [
      { name: "FL1-A", label: "CD9 FITC", range: 1000, voltage: "500", filter: "530/30", excitation: "488" },
      { name: "FL2-A", label: "", range: 1000, gain: "2" },
    ];
    const matrix = [
      [1, 0.12],
      [-0.003, 1],
    ];
    const spillover = { channels: [0, 1], matrix };
    const { set, columns } = await back({ channels, columns: [[1], [8]], spillover });
    expect(set.spillover).toEqual({ keyword: "$SPILLOVER", channels: [0, 1], matrix, applied: false });
    expect(set.channels[0]).toMatchObject({ label: "CD9 FITC", voltage: "500", filter: "530/30" });
    expect(set.keywords.has("$P2S")).toBe(false);
    expect(columns[1]![0]).toBe(4);
  });

  test("writes events over the border of a piece", async () => {
    const column = new Float32Array(300_000).map((_, at) => at);
    const { columns, blob } = await back({ channels: [{ name: "Time", range: 300_000 }], columns: [column] });
    expect([...writeFcs({ channels: [{ name: "Time", range: 1 }], columns: [column] })]).toHaveLength(3);
    expect(columns[0]!.every((one, at) => one === at)).toBe(true);
    expect(blob.size).toBeGreaterThan(1_200_000);
  });

  test("does not let more keywords change the layout, and says an empty data set is empty", async () => {
    const keywords = [
      ["$TOT", "99"],
      ["$p1b", "8"],
      ["$CYT", "x"],
    ] as const;
    const found = await back({ channels: [{ name: "A", range: 10 }], columns: [[]], keywords });
    expect(found.warnings.map((issue) => issue.code)).toEqual(["fcs-no-events"]);
    expect(found.set.keywords.get("$CYT")).toBe("x");
    expect(found.columns).toEqual([new Float64Array(0)]);
  });
});

describe("writeHead", () => {
  const channels = Array.from({ length: 16 }, (_, at) => ({ name: `FL${at}-A`, range: 262144 }));
  const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  test("writes 0 in the HEADER where DATA ends beyond 99,999,999, and the offsets in TEXT", () => {
    const head = writeHead({ channels, events: 5_000_000 });
    expect(words(head.subarray(26, 58))).toBe("       0".repeat(4));
    const text = words(head);
    const at = (name: string) => Number(new RegExp(`\\${name}\\|(\\d+)`).exec(text)![1]);
    expect(at("$BEGINDATA")).toBe(head.length);
    expect(at("$ENDDATA")).toBe(head.length + 320_000_000 - 1);
  });

  test("writes inclusive ends in the HEADER of a small file", () => {
    const head = writeHead({ channels, events: 2 });
    const fields = Array.from({ length: 6 }, (_, at) =>
      Number(words(head.subarray(10 + 8 * at, 18 + 8 * at))),
    );
    expect(fields).toEqual([58, head.length - 1, head.length, head.length + 127, 0, 0]);
  });

  test("gives the same bytes for the same input", () => {
    const keywords = [["A", "b|c/d"]] as const;
    const one = writeHead({ channels, events: 2, keywords });
    expect(one).toEqual(writeHead({ channels, events: 2, keywords }));
    expect(words(one)[58]).toBe("\\");
  });

  test("refuses what cannot be written", () => {
    expect(() => writeHead({ channels, events: 1, delimiter: "A", keywords: [["AB", "c"]] })).toThrow(
      RangeError,
    );
    expect(() => writeHead({ channels, events: 1, delimiter: "é" })).toThrow(RangeError);
    expect(() => writeHead({ channels, events: 5_000_000, version: "FCS2.0" })).toThrow(RangeError);
    expect(() => [...writeFcs({ channels, columns: [[1]] })]).toThrow(RangeError);
    const uneven = { channels: channels.slice(0, 2), columns: [[1], [1, 2]] };
    expect(() => [...writeFcs(uneven)]).toThrow(RangeError);
    const wide = { channels: [{ name: "A", range: 1, bits: 64 }], columns: [[1]], type: "I" } as const;
    expect(() => [...writeFcs(wide)]).toThrow(RangeError);
  });
});
