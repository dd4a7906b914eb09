import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused, type NumberColumn, type Result, type Table } from "../../../kernel/index.ts";
import type { DlsMeasurement, DlsRecord } from "../measurement.ts";
import { decodeDoubles } from "./zetasizer-blob.ts";
import twins from "./zetasizer-twin.golden.json" with { type: "json" };
import golden from "./zetasizer-zmes.golden.json" with { type: "json" };
import { zetasizerZmes } from "./zetasizer-zmes.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const path = `${data}/dls/zetasizer-zmes/test.zmes`;
const isThere = existsSync(path);
const real = isThere ? new Uint8Array(readFileSync(path)) : new Uint8Array();

function read(bytes: Uint8Array<ArrayBuffer>): Promise<Result<DlsMeasurement>> {
  return zetasizerZmes.read(new Blob([bytes]), { name: "test.zmes" });
}

async function readReal(): Promise<DlsMeasurement> {
  const result = await read(real);
  if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
  expect(result.warnings).toEqual([]);
  return result.value;
}

function column(table: Table | null, name: string): Float64Array {
  return (table!.columns.find((one) => one.name === name) as NumberColumn).values;
}

function summary(values: Float64Array) {
  return {
    length: values.length,
    first: values[0],
    last: values.at(-1),
    sum: values.reduce((sum, value) => sum + value, 0),
    sha256: createHash("sha256").update(new Uint8Array(values.buffer)).digest("hex"),
  };
}

function statedNumbers(record: DlsRecord) {
  return {
    zAverage: record.zAverage!.value,
    polydispersityIndex: record.polydispersityIndex!.value,
    intercept: record.intercept!.value,
    derivedCountRate: record.derivedCountRate!.value,
    viscosity: record.viscosity,
    refractiveIndex: record.refractiveIndex,
    wavelength: record.wavelength,
    angle: record.angle,
    sizes: summary(column(record.distribution, "diameter")),
    intensity: summary(column(record.distribution, "intensity")),
    volume: summary(column(record.distribution, "volume")),
    number: summary(column(record.distribution, "number")),
    delay: summary(column(record.correlogram, "delay")),
    g2: summary(column(record.correlogram, "g2")),
  };
}

/** Values of `System.Double[]` as the software stores them. */
function doublesBlob(values: readonly number[], sizeBytes: readonly number[]): Uint8Array {
  const head = "\x01\x02\x01\x04Root\0\x01\x03\x01\\System.Double[], PublicKeyToken=b77a5c561934e089\0";
  const bytes = [...head].map((letter) => letter.charCodeAt(0));
  bytes.push(7, 0, 0, 1, 1, 0, ...sizeBytes);
  for (const value of values) {
    bytes.push(6, 1, 1, 1, 2, 1, ...new Uint8Array(Float64Array.of(value).buffer));
  }
  return Uint8Array.from(bytes);
}

describe("arrays of doubles", () => {
  test("one, two and four bytes of count give the values", () => {
    expect(decodeDoubles(doublesBlob([1.5, -2], [1, 2]))).toEqual([1.5, -2]);
    expect(decodeDoubles(doublesBlob([1.5, -2], [2, 2, 0]))).toEqual([1.5, -2]);
    expect(decodeDoubles(doublesBlob([1.5, -2], [4, 2, 0, 0, 0]))).toEqual([1.5, -2]);
    expect(decodeDoubles(doublesBlob([], [0]))).toEqual([]);
  });
  test("a count that is not the length's is refused with the count", () => {
    expect(decodeDoubles(doublesBlob([1, 2], [1, 3]))).toBe("n = 3");
    expect(decodeDoubles(doublesBlob([1, 2], [3, 2, 0, 0]))).toBe("n = ?");
  });
  test("a marker out of place is refused with the element", () => {
    const blob = doublesBlob([1, 2], [1, 2]);
    blob[blob.length - 14] = 0;
    expect(decodeDoubles(blob)).toBe("[2]");
  });
  test("every cut is refused", () => {
    const blob = doublesBlob([1, 2], [1, 2]);
    for (let length = 0; length < blob.length; length++) {
      expect(typeof decodeDoubles(blob.subarray(0, length))).toBe("string");
    }
  });
});

function twin(name: string): Uint8Array<ArrayBuffer> {
  const { deflated } = twins.files.find((file) => file.name === name)!;
  return new Uint8Array(inflateSync(Buffer.from(deflated, "base64")));
}

async function codesOf(name: string): Promise<readonly string[]> {
  const result = await read(twin(name));
  return (isAccepted(result) ? result.warnings : result.issues).map((issue) => issue.code);
}

/** Reads `rounds` damaged copies: whatever comes without a warning has to have all that the whole file has. */
async function mutate(whole: Uint8Array<ArrayBuffer>, rounds: number): Promise<void> {
  const expected = await read(whole);
  if (isRefused(expected) || expected.warnings.length > 0) throw new Error("the whole file is not clean");
  let state = 99;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < rounds; round++) {
    const bytes = whole.slice();
    const changes = 1 + random(6);
    for (let i = 0; i < changes; i++) bytes[random(bytes.length)] = random(256);
    const result = await read(bytes);
    if (!isAccepted(result) || result.warnings.length > 0) continue;
    expect(result.value.records.map(shapeOf), `round ${round}`).toEqual(expected.value.records.map(shapeOf));
  }
}

function shapeOf(record: DlsRecord) {
  return {
    peaks: record.peaks.map((peak) => peak.area !== null),
    scalars: [record.zAverage, record.polydispersityIndex, record.intercept, record.derivedCountRate].map(
      (stated) => stated !== null && stated.value >= 0,
    ),
    settings: [record.temperatureKelvin, record.viscosity, record.wavelength, record.angle].map(
      Number.isFinite,
    ),
    distribution: record.distribution?.columns.map((one) => [one.name, one.values.length]),
    correlogram: record.correlogram?.columns.map((one) => [one.name, one.values.length]),
  };
}

describe("files made by SQLite from the layout", () => {
  test("two records, the first with two peaks, are read without a warning", async () => {
    const result = await read(twin("clean"));
    if (isRefused(result)) throw new Error("refused");
    expect(result.warnings).toEqual([]);
    const [first, second] = result.value.records;
    expect(first!.peaks.map(({ diameter, area }) => [diameter.value, area!.value])).toEqual([
      [206.75, 80.25],
      [0.84, 19.75],
    ]);
    expect([first!.name, second!.name]).toEqual(["EV 1 1", "EV 1 2"]);
    expect([...column(second!.distribution, "number")]).toEqual([0, 60, 30, 9, 1, 0]);
    expect(second!.zAverage).toEqual({ value: 121.5, unit: "nm", printed: "121.5", line: 0 });
  });

  test("the software's own judgement is kept word for word", async () => {
    const result = await read(twin("flagged"));
    expect(isAccepted(result) && result.value.instrumentWarnings).toEqual([
      {
        capture: "EV 2 1",
        key: "Quality Indicator",
        words: "PoorData: Do not use",
        severity: "caution",
        line: 0,
      },
      { capture: "EV 2 1", key: "Result State", words: "Aborted", severity: "caution", line: 0 },
    ]);
  });

  test.each([
    ["zeta beside", ["zetasizer-type-skipped"]],
    ["zeta only", ["zetasizer-type-skipped", "zetasizer-no-size-records"]],
    ["no Z-average", ["zetasizer-parameter-missing"]],
    ["negative", ["dls-not-physical", "dls-not-physical", "dls-not-physical"]],
    ["huge", ["dls-size-implausible"]],
    ["array broken", ["zetasizer-array-broken"]],
    ["sizes descend", ["dls-distribution-broken"]],
    ["correlation only", ["dls-delays-not-ascending"]],
  ])("%s", async (name, codes) => {
    expect([...(await codesOf(name))].sort()).toEqual([...codes].sort());
  });

  test("every cut is refused", async () => {
    const whole = twin("clean");
    for (let length = 0; length < whole.length; length++) {
      expect(isRefused(await read(whole.slice(0, length)))).toBe(true);
    }
  });

  test("10,000 seeded mutations: never thrown, never slow, never a number lost without a word", async () => {
    await mutate(twin("clean"), 10_000);
  });
});

test("a database of another program is refused with the table that is missing", async () => {
  expect(zetasizerZmes.sniff(new TextEncoder().encode("SQLite format 3\0........"), "a.db")).toBe(0);
  expect(isRefused(await read(new Uint8Array(4096)))).toBe(true);
});

describe.skipIf(!isThere)(`the real file of ${data}`, () => {
  test("is recognised by its content", () => {
    expect(zetasizerZmes.sniff(real.subarray(0, 65536), "any.bin")).toBe(1);
  });

  test("numbers, distributions and correlograms equal what SQLite reads", async () => {
    const { records } = await readReal();
    expect(records.length).toBe(2);
    for (const [i, expected] of golden.records.entries()) {
      const { guid, temperature, firstCumulant, ...numbers } = expected;
      expect(statedNumbers(records[i]!)).toEqual(numbers);
      expect(records[i]!.temperatureKelvin).toBe(temperature + 273.15);
    }
  });

  test("peaks are those of the intensity distribution", async () => {
    const { records } = await readReal();
    const peaks = records.map((record) =>
      record.peaks.map(({ diameter, area }) => [diameter.value, area!.value]),
    );
    expect(peaks).toEqual([[[492.17331702095305, 100]], [[331.29836780738077, 100]]]);
  });

  test("names carry the repeat; instrument and settings are those of the file", async () => {
    const { records, instrument, settings } = await readReal();
    expect(records.map((record) => record.name)).toEqual(["TEST XX230.A 2", "TEST XX230.A 1"]);
    expect(instrument.software).toBe("ZS XPLORER 4.1.0.82");
    const detector = settings.find((setting) => setting.key === "Detector Angle (°)");
    expect(detector).toEqual({
      section: "Actual Instrument Settings",
      key: "Detector Angle (°)",
      values: ["173", "173"],
      line: 0,
    });
  });

  test("delays are in us and the angle is the one in the sample: the stated Z-average follows from the first cumulant", async () => {
    const { records } = await readReal();
    for (const [i, record] of records.entries()) {
      const { refractiveIndex, wavelength, angle, temperatureKelvin, viscosity } = record;
      const q =
        ((4 * Math.PI * refractiveIndex!) / (wavelength! * 1e-9)) * Math.sin((angle! * Math.PI) / 360);
      const gamma = -golden.records[i]!.firstCumulant * 1e6;
      const diffusion = gamma / q ** 2;
      const diameter = (1.380649e-23 * temperatureKelvin!) / (3 * Math.PI * viscosity! * 1e-3 * diffusion);
      expect(Math.abs(diameter * 1e9 - record.zAverage!.value) / record.zAverage!.value).toBeLessThan(1e-4);
      const delay = column(record.correlogram, "delay");
      const decayed = column(record.correlogram, "g2").findIndex((value) => value < 0.93 * Math.exp(-2));
      expect(delay[decayed]! * gamma * 1e-6).toBeGreaterThan(0.5);
      expect(delay[decayed]! * gamma * 1e-6).toBeLessThan(2);
    }
  });

  test("every cut is refused: each of the first two pages, then every 997th byte", async () => {
    for (let length = 0; length < real.length; length += length < 2048 ? 1 : 997) {
      expect(isRefused(await read(real.slice(0, length)))).toBe(true);
    }
  });

  test("500 seeded mutations: never thrown, never slow, never a record lost without a word", async () => {
    await mutate(real, 500);
  });
});
