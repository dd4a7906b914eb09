import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { proteomeFormats } from "../formats/index.ts";
import type { Quantities } from "../measurement.ts";
import {
  contaminantLibraryText,
  diannMatrixText,
  diannReportText,
  log2MatrixText,
  maxquantText,
  type ProteomeTwin,
  proteomeTwin,
} from "./index.ts";

const small = { seed: 3, proteins: 60, runsPerSample: 2 };
const data = process.env.VESICA_DATA ?? "../shared/data";
const real = `${data}/proteomics/format-samples-alphapeptstats/maxquant_go/proteinGroups.txt`;
const present = existsSync(real);
if (!present) console.log(`no ${real}: the twin's columns are not compared with it`);

async function read(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const [best] = proteomeFormats
    .map((format) => ({ format, sure: format.sniff(bytes.subarray(0, 65_536), name) }))
    .sort((a, b) => b.sure - a.sure);
  const result = await best!.format.read(new Blob([bytes]), { name });
  if (!isAccepted(result)) throw new Error(result.issues[0]!.code);
  return {
    id: best!.format.id,
    content: result.value.content,
    codes: result.warnings.map(({ code }) => code),
  };
}

const log2Of = (value: number, scale: string) => (scale === "log2" ? value : Math.log2(value));

/** Every value of a matrix against the twin's: the worst error in log2, and cells that only one of them has. */
function compared(content: Quantities, twin: ProteomeTwin, level = "protein") {
  const { features, layers } = content.matrices.find((matrix) => matrix.level === level)!;
  const [layer] = layers;
  let worst = 0;
  let unlike = 0;
  for (const [row, feature] of features.entries()) {
    const kind: string = feature.marks[0] ?? "protein";
    const at = twin.proteins.findIndex(
      (protein) =>
        protein.accession === feature.proteins[0] &&
        (protein.kind === kind || (kind === "protein" && !["decoy", "contaminant"].includes(protein.kind))),
    );
    for (const [column, run] of content.runs.entries()) {
      const truth = twin.seen[at * twin.runs.length + twin.runs.indexOf(run)]!;
      const found = log2Of(layer!.values[row * content.runs.length + column]!, layer!.scale);
      if (Number.isNaN(truth) !== Number.isNaN(found)) unlike += 1;
      else if (!Number.isNaN(truth)) worst = Math.max(worst, Math.abs(truth - found));
    }
  }
  return { features: features.length, worst, unlike };
}

describe("readers give back what the twin wrote", () => {
  const twin = proteomeTwin(small);
  test.each([
    ["proteinGroups.txt", maxquantText, "proteome.maxquant-protein-groups", 60 + 4 + 8 + 6, 1e-4, []],
    ["report.pg_matrix.tsv", diannMatrixText, "proteome.diann-pg-matrix", 60 + 4 + 8, 1e-5, []],
    ["report.tsv", diannReportText, "proteome.diann-report", null, 1e-5, ["proteome-above-limit"]],
    ["matrix.csv", log2MatrixText, "proteome.matrix", 60 + 4, 1e-7, ["proteome-scale-inferred"]],
  ] as const)("%s", async (name, write, format, features, tolerance, codes) => {
    const { id, content, codes: found } = await read(write(twin), name);
    expect([id, found]).toEqual([format, codes]);
    const result = compared(content as Quantities, twin);
    expect(result.unlike).toBe(0);
    expect(result.worst).toBeLessThan(tolerance);
    if (features !== null) expect(result.features).toBe(features);
  });

  test("the contaminant library, by accession and source", async () => {
    const { id, content } = await read(contaminantLibraryText(twin), "contaminants.tsv");
    expect(id).toBe("proteome.contaminant-table");
    expect(content.kind === "contaminants" && content.entries).toHaveLength(8);
  });

  test("rows of a report that are above the limit are counted, and their quantities taken nowhere", async () => {
    const { content } = await read(diannReportText(twin), "report.tsv");
    const { leftOut, matrices } = content as Quantities;
    expect(leftOut.map(({ reason }) => reason)).toEqual(["above the producer's q-value limit"]);
    expect(leftOut[0]!.count).toBeGreaterThan(5);
    expect(matrices.map(({ level }) => level)).toEqual(["protein", "precursor"]);
  });
});

describe("every number has its own path from the seed", () => {
  const bytes = (seed: number) => new TextDecoder().decode(maxquantText(proteomeTwin({ ...small, seed })));
  test("the same seed gives the same bytes, another seed others", () => {
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(4)).not.toBe(bytes(3));
  });

  test("a donor, a run and a condition more leave the others as they were", () => {
    const one = proteomeTwin(small);
    const more = proteomeTwin({
      ...small,
      sides: [
        { condition: "control", donors: 5 },
        { condition: "case", donors: 4 },
        { condition: "other", donors: 2 },
      ],
    });
    const column = (twin: ProteomeTwin, run: string) =>
      twin.proteins.map((_, row) => twin.seen[row * twin.runs.length + twin.runs.indexOf(run)]!);
    for (const run of one.runs) expect(column(more, run)).toEqual(column(one, run));
  });
});

test("each sample's loads are the shares of its kinds among what is seen", () => {
  const { proteins, samples, runs, seen } = proteomeTwin({ ...small, runsPerSample: 1 });
  samples.forEach(({ loads }, column) => {
    const sum = (kinds: readonly string[]) =>
      proteins.reduce((total, { kind }, row) => {
        const log = seen[row * runs.length + column]!;
        return Number.isNaN(log) || !kinds.includes(kind) ? total : total + 2 ** log;
      }, 0);
    const all = sum(["vesicle", "serum", "contaminant"]);
    expect(sum(["contaminant"]) / all).toBeCloseTo(loads.contaminant, 12);
    expect(sum(["serum"]) / all).toBeCloseTo(loads.serum, 12);
  });
});

test.each([
  [0, [2, 2]],
  [0.5, [1, 3]],
  [1, [0, 4]],
])("confounding %d puts %j donors of the two conditions into the second batch", (confounding, expected) => {
  const { samples } = proteomeTwin({ ...small, batch: { share: 0.3, effect: 1, confounding } });
  const counts = ["control", "case"].map(
    (side) => samples.filter(({ condition, batch }) => condition === side && batch === "B2").length,
  );
  expect(counts).toEqual(expected);
});

test.runIf(present)("MaxQuant's own file has the columns, in the twin's order", () => {
  const own = readFileSync(real, "utf8").split("\n", 1)[0]!.replace("\r", "").split("\t");
  const plain = (names: readonly string[]) =>
    names.map((name) => name.replace(/^((?:LFQ i|I)ntensity) .*/, "$1 *"));
  const header = new TextDecoder()
    .decode(maxquantText(proteomeTwin(small)))
    .split("\n", 1)[0]!
    .split("\t");
  const known = plain(own);
  // written by searches whose FASTA rules name genes
  const optional = ["Protein names", "Gene names"];
  const places = plain(header)
    .filter((name) => !optional.includes(name))
    .map((name) => known.indexOf(name));
  expect(places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0))).toBe(true);
});
