import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ColumnMapping, isAccepted } from "../../../kernel/index.ts";
import type { Mark, Quantities } from "../measurement.ts";
import { proteomeFormats } from "./index.ts";
import golden from "./real.golden.json" with { type: "json" };

const folder = process.env.VESICA_DATA ?? "../shared/data";
const present = existsSync(`${folder}/proteomics`);
if (!present) console.log(`no real quantity tables at ${folder}: they are not read`);

interface Expected {
  readonly format: string;
  readonly features: number;
  readonly first: string;
  readonly last: string;
  readonly runs: readonly string[];
  readonly layers: Readonly<Record<string, { measured: number; sum: number; weighted: number }>>;
  readonly marks?: Readonly<Record<Mark, number>>;
  readonly unnamed?: number;
  readonly mapping?: ColumnMapping;
}

const files = Object.entries(golden.files as unknown as Record<string, Expected>);

async function read(file: string, expected: Expected) {
  const bytes = readFileSync(`${folder}/${file}`);
  const head = bytes.subarray(0, 65536);
  const sniffed = proteomeFormats
    .map((format) => ({ format, confidence: format.sniff(head, file) }))
    .sort((a, b) => b.confidence - a.confidence)[0]!;
  const mapped = proteomeFormats.find(({ id }) => id === expected.format)!;
  const { mapping } = expected;
  const format = mapping === undefined ? sniffed.format : mapped;
  const result = await format.read(
    new Blob([bytes]),
    mapping === undefined ? { name: file } : { name: file, mapping },
  );
  if (!isAccepted(result)) throw new Error(`${file}: ${result.issues[0]!.message.en}`);
  return { format, content: result.value.content as Quantities, warnings: result.warnings };
}

function sums(values: Float64Array, runs: number) {
  let measured = 0;
  let sum = 0;
  let weighted = 0;
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    measured++;
    sum += value;
    weighted += value * (1 + (Math.floor(at / runs) % 97) + 101 * (1 + (at % runs)));
  }
  return { measured, sum, weighted };
}

describe.skipIf(!present)("real quantity tables agree with pandas", () => {
  test.each(files)("%s", async (file, expected) => {
    const { format, content } = await read(file, expected);
    expect(format.id).toBe(expected.format);
    expect(content.runs).toEqual(expected.runs);
    const { features, layers } = content.matrices[0]!;
    expect(features.length).toBe(expected.features);
    expect(features[0]!.id).toBe(expected.first);
    expect(features.at(-1)!.id).toBe(expected.last);
    for (const [name, golden] of Object.entries(expected.layers)) {
      const found = sums(layers.find((layer) => layer.name === name)!.values, content.runs.length);
      expect(found.measured, name).toBe(golden.measured);
      expect(Math.abs(found.sum / golden.sum - 1), name).toBeLessThan(1e-12);
      expect(Math.abs(found.weighted / golden.weighted - 1), name).toBeLessThan(1e-12);
    }
    for (const [mark, count] of Object.entries(expected.marks ?? {})) {
      expect(features.filter(({ marks }) => marks.includes(mark as Mark)).length, mark).toBe(count);
    }
    if (expected.unnamed !== undefined) {
      expect(content.leftOut).toEqual([{ reason: "no protein named", count: expected.unnamed }]);
    }
  });
});

describe.skipIf(!present)("real tables with oddities", () => {
  const codesOf = async (part: string) => {
    const [file, expected] = files.find(([name]) => name.includes(part))!;
    return (await read(file, expected)).warnings.map(({ code }) => code);
  };
  test("empty cells cut off lines' ends are said", async () => {
    expect(await codesOf("maxquant_go")).toEqual(["proteome-line-short"]);
  });
  test("a quantity of a group that differs between rows of a run is said", async () => {
    expect(await codesOf("diann_input")).toContain("proteome-values-disagree");
  });
  test("summaries and p-values are not runs, and that is said", async () => {
    expect(await codesOf("MS1.csv")).toContain("proteome-columns-not-runs");
  });
  test("gene symbols that stand twice are kept apart", async () => {
    expect(await codesOf("MS2.csv")).toContain("proteome-feature-twice");
  });
  test("mzTab-M is refused as metabolomics", async () => {
    const file = `${folder}/proteomics/mztab-hupo/2_0-Metabolomics_Release/lipidomics-example.mzTab`;
    const format = proteomeFormats.find(({ id }) => id === "proteome.mztab")!;
    const result = await format.read(new Blob([readFileSync(file)]), { name: file });
    expect("issues" in result && result.issues.map(({ code }) => code)).toEqual([
      "proteome-mztab-metabolomics",
    ]);
  });
});
