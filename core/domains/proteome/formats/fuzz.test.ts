import { describe, expect, test } from "vitest";
import type { Format } from "../../../kernel/index.ts";
import {
  checkReader,
  fuzzReader,
  mutations,
  type Outcome,
  truncations,
} from "../../../testing/fuzz.test-support.ts";
import type { ProteomeMeasurement, Quantities } from "../measurement.ts";
import { type Fixture, fixtures } from "./fixtures.test-support.ts";
import { proteomeFormats } from "./index.ts";

const mayBeMissing = /layers\.\d+\.values\.\d+$/;
const count = 1500;

/** The format with the fixture's mapping said. */
function mapped({ format, mapping }: Fixture): Format<ProteomeMeasurement> {
  const found = proteomeFormats.find(({ id }) => id === format)!;
  if (mapping === undefined) return found;
  return { ...found, read: (blob, context) => found.read(blob, { ...context, mapping }) };
}

const bytesOf = ({ text }: Fixture) => new TextEncoder().encode(text);

/** Numbers in the cells of a text, whichever delimiter and decimal sign it has. */
function numbersIn(text: string): ReadonlySet<number> {
  const cells = [...text.split(/[\t,;\n]/), ...text.split(/[\t;\n]/), ...text.split(/[\t,\n]/)];
  const plain = cells.map((cell) => cell.trim().replaceAll('"', "").replace(",", "."));
  return new Set(plain.filter((cell) => cell !== "").map(Number));
}

/** Every number of a layer's row stands in a cell of the feature's lines. */
function rereadWide(measurement: ProteomeMeasurement, lines: readonly string[]): string | null {
  const { matrices, runs } = measurement.content as Quantities;
  for (const { features, layers } of matrices) {
    for (const [row, { line, id }] of features.entries()) {
      const until = features[row + 1]?.line ?? lines.length + 1;
      const numbers = numbersIn(lines.slice(line - 1, until - 1).join("\n"));
      for (const { name, values } of layers) {
        const made = values
          .subarray(row * runs.length, (row + 1) * runs.length)
          .find((value) => !Number.isNaN(value) && !numbers.has(value));
        if (made !== undefined) return `${name} of ${id} is ${made}, which is not on line ${line}`;
      }
    }
  }
  return null;
}

/** Every number of a long table stands in some cell of the file. */
function rereadLong(measurement: ProteomeMeasurement, lines: readonly string[]): string | null {
  const { matrices } = measurement.content as Quantities;
  const numbers = numbersIn(lines.join("\n"));
  for (const { layers } of matrices) {
    for (const { name, values } of layers) {
      const made = values.find((value) => !Number.isNaN(value) && !numbers.has(value));
      if (made !== undefined) return `${name} has ${made}, which stands nowhere`;
    }
  }
  return null;
}

/** As many lines name the protein as it has spectra. */
function recount(measurement: ProteomeMeasurement, lines: readonly string[]): string | null {
  const { matrices } = measurement.content as Quantities;
  const { features, layers } = matrices[0]!;
  const total = layers[0]!.values.reduce((sum, value) => sum + value, 0);
  const rows = lines.filter((line) => line.trim() !== "").length - 1;
  return total === rows && features.length <= rows ? null : `${total} spectra in ${rows} rows`;
}

const rereads: Readonly<Record<string, typeof rereadWide>> = {
  "proteome.diann-report": rereadLong,
  "proteome.spectronaut-report": rereadLong,
  "proteome.skyline-report": rereadLong,
  "proteome.openswath": rereadLong,
  "proteome.msstats": rereadLong,
  "proteome.long-table": rereadLong,
  "proteome.peaks-psm": recount,
};

describe("cut at every byte and mutated: no throw, no hang, no number without a warning", () => {
  const guessing = "proteome.perseus-matrix";
  test.each(fixtures.filter(({ format }) => format !== guessing).map((one) => [one.format, one] as const))(
    "%s",
    async (format, fixture) => {
      const reread = rereads[format] ?? rereadWide;
      const options = { mayBeMissing, linesMayBeCut: true, reread, count };
      const tally = await fuzzReader(mapped(fixture), bytesOf(fixture), fixture.name, options);
      expect(tally.truncations.refused).toBeGreaterThan(0);
      expect(tally.mutations.refused + tally.mutations.warned).toBeGreaterThan(count / 10);
    },
  );
  test("a matrix whose scale is inferred always carries that warning", async () => {
    const fixture = fixtures.find(({ format }) => format === guessing)!;
    const bytes = bytesOf(fixture);
    const outcomes = new Set<Outcome>();
    for (const variant of [...truncations(bytes), ...mutations(bytes, count, 1)]) {
      outcomes.add(await checkReader(mapped(fixture), variant.bytes, fixture.name, { mayBeMissing }));
    }
    expect(outcomes).toEqual(new Set(["refused", "warned"]));
  });
});
