import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Format, isAccepted, MemoryBlob } from "../../../kernel/index.ts";
import { fuzzReader } from "../../../testing/fuzz.test-support.ts";
import type { CytometryMeasurement } from "../measurement.ts";
import { type Fixture, fcsBytes, joined, readBytes, shorts } from "./fcs.test-support.ts";
import { fcs, readFcs } from "./fcs.ts";
import { readColumns } from "./fcs-events.ts";

/** A blob that says how much of it was asked for, and may claim to be larger than it is. */
class CountingBlob extends MemoryBlob {
  asked = 0;
  readonly claimed: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, claimed = bytes.length) {
    super(bytes);
    this.claimed = claimed;
  }

  override get size(): number {
    return this.claimed ?? 0;
  }

  override slice(start = 0, end = this.size): Blob {
    this.asked += end - start;
    return super.slice(start, end);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error("the whole file was read");
  }
}

async function hostile(fixture: Fixture | Uint8Array<ArrayBuffer>, claimed?: number) {
  const bytes = fixture instanceof Uint8Array ? fixture : fcsBytes(fixture);
  const blob = new CountingBlob(bytes, claimed);
  const result = await readFcs(blob, { name: "x.fcs" });
  const issues = isAccepted(result) ? result.warnings : result.issues;
  return { accepted: isAccepted(result), codes: issues.map(({ code }) => code), issues, asked: blob.asked };
}

const terabytes = 5e12;
const huge = (begin: number, end: number) => ({ $BEGINDATA: String(begin), $ENDDATA: String(end) });

describe("claims of the file", () => {
  test.each<[string, Fixture, string]>([
    ["DATA of terabytes", { text: huge(1e12, 6e12), header: { 2: 0, 3: 0 } }, "fcs-data-beyond-file"],
    [
      "DATA of terabytes and as many events",
      { text: { ...huge(1e3, 1e3 + 4e15 - 1), $TOT: "1000000000000000" }, header: { 2: 0, 3: 0 } },
      "fcs-data-beyond-file",
    ],
    ["10^15 events", { text: { $TOT: "1000000000000000" } }, "fcs-total-disagrees"],
    ["10^300 events", { text: { $TOT: "1e300" } }, "fcs-total-missing"],
    [
      "an offset beyond all numbers",
      { text: huge(1e3, 1e4), shift: [0, 0], header: { 2: 99999998, 3: 99999999 } },
      "fcs-data-beyond-file",
    ],
    ["10,000 channels", { text: { $PAR: "10000" } }, "fcs-too-many-channels"],
    ["10^12 channels", { text: { $PAR: "1000000000000" } }, "fcs-too-many-channels"],
    ["4,000 channels that are not described", { text: { $PAR: "4000" } }, "fcs-keyword-missing"],
    ["TEXT of 99 MB", { header: { 1: 99999990 } }, "fcs-text-beyond-file"],
    ["a negative TEXT", { header: { 0: -58 } }, "fcs-header-unreadable"],
    ["a TEXT that ends before it begins", { header: { 1: 10 } }, "fcs-header-unreadable"],
    [
      "a supplemental TEXT of terabytes",
      { text: { $BEGINSTEXT: "100", $ENDSTEXT: "5000000000000" } },
      "fcs-stext-ignored",
    ],
    ["a next data set at this one", { text: { $NEXTDATA: "-1" } }, "fcs-next-backwards"],
  ])("%s: told, with little read", async (_, fixture, code) => {
    const found = await hostile(fixture);
    expect(found.codes).toContain(code);
    expect(found.asked).toBeLessThan(10_000);
    for (const issue of found.issues) expect(issue.place).toBeDefined();
  });

  test("the file really is of terabytes: only HEADER and TEXT are asked for", async () => {
    const bytes = fcsBytes({ header: { 2: 0, 3: 0 } });
    const events = 1e12;
    const head = fcsBytes({
      header: { 2: 0, 3: 0 },
      text: { $TOT: String(events), $ENDDATA: "0" },
      data: shorts(),
    });
    const found = await hostile(head, terabytes);
    expect(found).toMatchObject({ accepted: true, codes: ["fcs-end-missing"] });
    expect(found.asked).toBeLessThan(10_000);
    expect(bytes.length).toBeLessThan(10_000);
    const text = await hostile({ header: { 1: 99999990 } }, terabytes);
    expect(text.codes).toEqual(["fcs-text-too-large"]);
    expect(text.asked).toBeLessThan(10_000);
  });

  test("a TEXT of a million keywords, and one of a million delimiters, are refused or read in bounds", async () => {
    const many = joined("/a/b".repeat(1_000_000), "/");
    const found = await hostile({ raw: many });
    expect(found.codes).toEqual(["fcs-text-too-large"]);
    const marks = await hostile({ raw: new Uint8Array(1_000_000).fill(47) });
    expect(marks.codes).toEqual(["fcs-text-empty"]);
  });

  test("more than 1000 chained data sets are refused", async () => {
    const length = fcsBytes({ text: { $NEXTDATA: "00000000" } }).length;
    const one = fcsBytes({ text: { $NEXTDATA: String(length).padStart(8, "0") } });
    const found = await hostile(joined(...new Array<Uint8Array>(1002).fill(one)));
    expect(found).toMatchObject({ accepted: false, codes: ["fcs-too-many-sets"] });
  });

  test("at most 100 doubts are listed, and the rest counted", async () => {
    const text: Record<string, string> = { $PAR: "300", $TOT: "1" };
    for (let n = 1; n <= 300; n++)
      Object.assign(text, { [`$P${n}B`]: "8", [`$P${n}R`]: "256", [`$P${n}E`]: "0,0", [`$P${n}N`]: "same" });
    const found = await hostile({ text, data: new Uint8Array(300) });
    expect(found.accepted).toBe(true);
    expect(found.codes).toHaveLength(101);
    expect(found.issues.at(-1)).toMatchObject({ code: "fcs-more-issues", parameters: { count: 199 } });
  });
});

describe("sniff", () => {
  const head = (text: string) => new TextEncoder().encode(text);
  test("is certain of the magic of every version, whatever the name", () => {
    for (const version of ["FCS2.0", "FCS3.0", "FCS3.1", "FCS3.2", "FCS1.0"]) {
      expect(fcs.sniff(head(`${version}    `), "0877408774.B08")).toBe(1);
    }
  });
  test("is doubtful of a name alone, and sees nothing else", () => {
    expect(fcs.sniff(head("oi21j08cn\n"), "corrupted.FCS")).toBe(0.1);
    expect(fcs.sniff(head(""), "a.lmd")).toBe(0.1);
    expect(fcs.sniff(head("oi21j08cn\n"), "a.001")).toBe(0);
    expect(fcs.sniff(head("FCS"), "a.csv")).toBe(0);
  });
  test("a file that only its name makes one is refused with what it begins with", async () => {
    const found = await readBytes(joined("PK\x03\x04"), "x.fcs");
    expect(found.issues).toMatchObject([{ code: "fcs-not-fcs", parameters: { begin: "PK??" } }]);
  });
});

/** Reads the events too: all that were promised have to be there. */
const withEvents: Format<CytometryMeasurement> = {
  ...fcs,
  async read(blob, context) {
    const result = await fcs.read(blob, context);
    for (const { data } of isAccepted(result) ? result.value.captures : []) {
      if (data.begin < 0 || data.begin + data.events * data.bytesPerEvent > blob.size)
        throw new Error("events beyond the file");
      for (const column of await readColumns(data))
        if (data.fields.every(({ kind }) => kind === "uint") && column.some(Number.isNaN))
          throw new Error("an event is missing");
    }
    return result;
  },
};

const rich: Fixture["text"] = {
  $P1N: "Time",
  $P2E: "4,0.1",
  $P2G: "1",
  $TIMESTEP: "0.5",
  $BTIM: "10:00:00",
  $ETIM: "10:02:30",
  $VOL: "5000",
  $SPILLOVER: "2,Time,FL1-A,1,0,0.1,1",
  $CYT: "LSRII",
  $SMNO: "a//b",
  $LOST: "3",
};

describe("layouts drawn at random", () => {
  const number = fc.constantFrom(
    "0",
    "1",
    "2",
    "3",
    "12",
    "57",
    "58",
    "300",
    "99999999",
    "1e3",
    "9007199254740993",
  );
  const words = fc.constantFrom(
    "",
    " ",
    "-1",
    "-58",
    "x",
    "0x10",
    "1e308",
    "NaN",
    "4,1",
    "0,0",
    "1,2,3,4",
    "*",
    "\0",
  );
  const evil = fc.oneof({ weight: 3, arbitrary: number }, words);
  const keys = [
    "$PAR",
    "$TOT",
    "$BEGINDATA",
    "$ENDDATA",
    "$BEGINSTEXT",
    "$ENDSTEXT",
    "$NEXTDATA",
    "$BYTEORD",
  ];
  keys.push("$DATATYPE", "$MODE", "$TIMESTEP", "$VOL", "$SPILLOVER", "$COMP", "$DFC1TO2", "$BTIM", "$ETIM");
  for (const letter of ["B", "E", "G", "R", "N", "DATATYPE", "TYPE"]) keys.push(`$P1${letter}`);
  const text = fc.dictionary(fc.constantFrom(...keys), evil, { maxKeys: 3 });
  const header = fc.dictionary(fc.constantFrom("0", "1", "2", "3", "4", "5"), evil, { maxKeys: 2 });

  test("never throw, and never promise events that are not in the file", async () => {
    await fc.assert(
      fc.asyncProperty(text, header, async (text, header) => {
        const blob = new Blob([fcsBytes({ text, header, tail: "FCS3.1    tail" })]);
        const result = await withEvents.read(blob, { name: "x.fcs" });
        const issues = isAccepted(result) ? result.warnings : result.issues;
        expect(issues.filter(({ message }) => /\{[A-Za-z]+\}/.test(message.ja))).toEqual([]);
        if (!isAccepted(result)) expect(issues.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 3000, seed: 5 },
    );
  });
});

describe("damaged files: cut after every byte, and 10,000 seeded mutations", () => {
  const whole = fcsBytes({ text: rich });
  test("one data set", async () => {
    const options = { dataEnd: whole.length, mayBeNegative: /spillover\.matrix/, count: 10_000 };
    const tally = await fuzzReader(withEvents, whole, "x.fcs", options);
    expect(tally.truncations).toEqual({ refused: whole.length, warned: 0, clean: 0 });
    expect(tally.mutations.refused + tally.mutations.warned).toBeGreaterThan(3000);
  });

  test("two data sets, FCS 2.0 first, and a supplemental TEXT", async () => {
    const first = (next: string) =>
      fcsBytes({
        version: "FCS2.0",
        text: { ...rich, $NEXTDATA: next, $TOT: "4" },
        data: shorts(1, 2, 3, 4, 5, 6, 301, 8),
      });
    const bytes = joined(first(String(first("000").length)), fcsBytes({ text: { $P1S: "x" } }));
    const options = { dataEnd: bytes.length, mayBeNegative: /spillover\.matrix/, count: 2000, seed: 7 };
    const tally = await fuzzReader(withEvents, bytes, "x.lmd", options);
    expect(tally.truncations.clean).toBe(0);
    expect(tally.truncations.warned).toBeGreaterThan(0);
  });
});
