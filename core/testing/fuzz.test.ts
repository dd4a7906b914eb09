import { expect, test } from "vitest";
import { accepted, type Format, type Measurement, type Result, refused } from "../kernel/index.ts";
import { checkReader, fuzzReader, mutations, truncations } from "./fuzz.test-support.ts";

interface Toy extends Measurement {
  readonly size: { readonly value: number; readonly printed: string; readonly line: number };
}

const bytes = new TextEncoder().encode("toy\nsize,12\n");
const text = { en: "x", ja: "x" };
const doubt = { code: "toy-doubt", severity: "error", parameters: {}, message: text, remedy: text } as const;

function toy(value: number, printed = "12", line = 2): Toy {
  const instrument = { vendor: "", model: "", software: "" };
  return { format: "toy", instrument, settings: [], instrumentWarnings: [], size: { value, printed, line } };
}

function format(read: (text: string) => Result<Toy>): Format<Toy> {
  return {
    id: "toy",
    version: "1",
    title: text,
    extensions: ["csv"],
    checked: "real files",
    checkedNote: text,
    sniff: () => 1,
    read: async (blob) => read(await blob.text()),
  };
}

const sound = (given: string): Result<Toy> => {
  const found = /^toy\nsize,(\d{1,9})\n$/.exec(given);
  return found ? accepted(toy(Number(found[1]), found[1])) : refused(doubt);
};

test("a sound reader passes, and every outcome is counted", async () => {
  const tally = await fuzzReader(format(sound), bytes, "x.csv", { count: 500 });
  expect(tally.truncations).toEqual({ refused: bytes.length, warned: 0, clean: 0 });
  expect(tally.mutations.clean).toBeGreaterThan(0);
  expect(tally.mutations.clean + tally.mutations.refused).toBe(500);
});

const unsound: readonly [string, (text: string) => Result<Toy>, RegExp][] = [
  [
    "throws",
    () => {
      throw new Error("boom");
    },
    /boom/,
  ],
  ["invents a number", () => accepted(toy(13)), /not the number printed/],
  ["names another line", () => accepted(toy(12, "12", 1)), /is not on line 1/],
  ["gives NaN without a warning", () => accepted({ ...toy(12), extra: Number.NaN }), /extra is NaN/],
  [
    "gives a negative number without a warning",
    () => accepted({ ...toy(12), more: Float64Array.of(1, -2) }),
    /more\.1 is -2/,
  ],
  ["refuses without an error", () => refused({ ...doubt, severity: "note" }), /refused without an error/],
];
for (const [title, read, message] of unsound) {
  test(`a reader that ${title} is caught`, async () => {
    await expect(checkReader(format(read), bytes, "x.csv")).rejects.toThrow(message);
  });
}

test("a reader that does not notice a cut is caught", async () => {
  const careless = format((given) =>
    given.startsWith("toy\nsize,1") ? sound(`${given.trimEnd().slice(0, 11)}\n`) : refused(doubt),
  );
  await expect(fuzzReader(careless, bytes, "x.csv")).rejects.toThrow(
    /cut after 10 bytes of 12: read without a warning/,
  );
});

test("of a binary format, cuts before the given end have to be noticed, and no others", async () => {
  const long = new TextEncoder().encode("toy\nsize,12\nabcd");
  const careless = format((given) => sound(`${given.slice(0, 11)}\n`));
  await fuzzReader(careless, long, "x.csv", { dataEnd: 10, count: 1 });
  await expect(fuzzReader(careless, long, "x.csv", { dataEnd: 13, count: 1 })).rejects.toThrow(
    /cut after 10 bytes of 16: read without a warning/,
  );
});

test("a reading that differs from the plain one is caught", async () => {
  const reread = () => "size is 14";
  await expect(checkReader(format(sound), bytes, "x.csv", { reread })).rejects.toThrow(
    "without a warning: size is 14",
  );
  const warned = format(() => accepted(toy(12), [doubt]));
  expect(await checkReader(warned, bytes, "x.csv", { reread })).toBe("warned");
});

test("mutations are the same for the same seed, and truncations are all of them", () => {
  const labels = (seed: number) =>
    Array.from(mutations(bytes, 50, seed), ({ label, bytes }) => `${label} ${bytes}`);
  expect(labels(3)).toEqual(labels(3));
  expect(new Set(labels(3))).not.toEqual(new Set(labels(4)));
  expect(Array.from(truncations(bytes), ({ length }) => length)).toEqual(Array.from(bytes.keys()));
});
