import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { compensationOf } from "./compensation.ts";
import { readMatrixText, spilloverOfText } from "./matrix-text.ts";

const numbers = [
  [1, 0.25],
  [0.0077, 1],
];

describe("a matrix text", () => {
  test.each<[string, string, readonly string[] | null]>([
    ["FlowJo for Mac: CR ends, a title, prefix and suffix", "Mix\r<\t>\rA\tB\r1\t.25\r7.7e-3\t1\r", null],
    ["R: blanks, quoted names, no corner", '"A" "B"\n"A" 1 0.25\n"B" 0.0077 1\n', ["A", "B"]],
    ["CSV with an empty corner and CRLF", ",A,B\r\nA,1,0.25\r\nB,0.0077,1\r\n", ["A", "B"]],
    ["a caption in the corner", "Dye,A,B\nGFP,1,0.25\nPE,0.0077,1", ["GFP", "PE"]],
    ["semicolons with decimal commas", "A;B\n1;0,25\n0,0077;1\n", null],
    ["tabs with decimal commas and trailing tabs", "\uFEFFA\tB\t\n1\t0,25\t\n0,0077\t1\t\n\n", null],
  ])("%s", (_, text, dyes) => {
    expect(value(readMatrixText(text))).toEqual({ detectors: ["A", "B"], dyes, matrix: numbers });
  });

  test("names with blanks and separators stay whole", () => {
    const found = value(readMatrixText('"FITC-A, CD9","PE A"\n1,0\n0,1\n'));
    expect(found.detectors).toEqual(["FITC-A, CD9", "PE A"]);
  });

  test("spectra have more detectors than dyes", () => {
    const found = value(readMatrixText("\tV1\tV2\tV3\nGFP\t0.1\t1\t0.4\nPE\t0\t.2\t1\n"));
    expect(found).toMatchObject({ detectors: ["V1", "V2", "V3"], dyes: ["GFP", "PE"] });
  });

  test("a line that does not fit is refused with its number", () => {
    const result = readMatrixText("A,B\n1,0\n0,x\n");
    expect(codes(result)).toEqual(["cytometry-matrix-text"]);
    expect("issues" in result && result.issues[0]!.place).toEqual({ line: 3 });
    expect(codes(readMatrixText("A,B\n1,0\n0,1,2\n"))).toEqual(["cytometry-matrix-text"]);
  });

  test("a text without a matrix is refused", () => {
    for (const text of ["", "\n\n", "hello world", "1,2\n3,4\n", "a,b\nc,d"]) {
      expect(codes(readMatrixText(text))).toEqual(["cytometry-matrix-empty"]);
    }
  });

  test("no text makes the reader throw or give a number that is none", () => {
    const piece = fc.constantFrom(
      "A",
      "B",
      "1",
      "0.5",
      ",",
      ";",
      "\t",
      " ",
      '"',
      "\r",
      "\n",
      "e",
      "-",
      "1e999",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const result = readMatrixText(pieces.join(""));
        if (!("value" in result)) return;
        const { detectors, matrix } = result.value;
        for (const row of matrix) {
          expect(row.length).toBe(detectors.length);
          expect(row.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 31 },
    );
  });
});

describe("the spillover of a matrix text", () => {
  const channels = ["FSC-A", "FITC-A", "PE-A"].map((name) => ({ name }));
  test("names are found also with prefix, brackets or marker", () => {
    for (const names of ["PE-A,FITC-A", "Comp-PE-A,Comp-FITC-A", "<PE-A>,<FITC-A>", "pe-a :: CD9,FITC-A"]) {
      const text = value(readMatrixText(`${names}\n1,0.25\n0.0077,1\n`));
      expect(value(spilloverOfText(text, channels))).toEqual({
        keyword: "",
        applied: false,
        channels: [2, 1],
        matrix: numbers,
      });
    }
  });
  test("rows are put in the order of the columns by name", () => {
    const text = value(readMatrixText(",PE-A,FITC-A\nFITC-A,0.0077,1\nPE-A,1,0.25\n"));
    expect(value(spilloverOfText(text, channels)).matrix).toEqual(numbers);
  });
  test("rows named otherwise are taken in order, and that is said", () => {
    const text = value(readMatrixText(",PE-A,FITC-A\nPE,1,0.25\nFITC,0.0077,1\n"));
    const result = spilloverOfText(text, channels);
    expect(codes(result)).toEqual(["cytometry-matrix-rows-in-order"]);
    expect(value(result).matrix).toEqual(numbers);
  });
  test("unknown and repeated channels and oblong matrices are refused", () => {
    const of = (text: string) => codes(spilloverOfText(value(readMatrixText(text)), channels));
    expect(of("PE-A,APC-A\n1,0\n0,1\n")).toEqual(["cytometry-matrix-channel-unknown"]);
    expect(of("PE-A,PE-A\n1,0\n0,1\n")).toEqual(["cytometry-matrix-channel-unknown"]);
    expect(of("PE-A,FITC-A\n1,0\n")).toEqual(["cytometry-spillover-shape"]);
  });
});

const folder = join(process.env.VESICA_DATA ?? "../shared/data", "flow-cytometry/flowcore/compdata");

describe.skipIf(!existsSync(folder))("matrices of the flowCore example", () => {
  const channels = ["FSC-H", "SSC-H", "FL1-H", "FL2-H", "FL3-H", "FL1-A", "FL4-H"].map((name) => ({ name }));
  const read = (name: string) => value(readMatrixText(readFileSync(join(folder, name), "latin1")));
  test.each(["compmatrix", "compref1"])("%s reads, fits the channels and is well conditioned", (name) => {
    const spillover = value(spilloverOfText(read(name), channels));
    expect(spillover.channels).toEqual([2, 3, 4, 6]);
    expect(codes(compensationOf(spillover))).toEqual([]);
    expect(value(compensationOf(spillover)).condition).toBeLessThan(2);
  });
  test("compmatrix has no row names, compref1 has those of its columns", () => {
    expect(read("compmatrix").matrix[0]).toEqual([1, 0.24, 0.032, 1.13e-3]);
    expect(read("compmatrix").dyes).toBeNull();
    expect(read("compref1").dyes).toEqual(read("compref1").detectors);
    expect(read("compref1").matrix[3]![0]).toBe(0.000759031864601862);
  });
});

test("a cell of very many digits before a letter is looked at once", () => {
  const digits = "1".repeat(200_000);
  expect(value(readMatrixText(`a,b\n1,${digits}x\n0,1`)).detectors).toEqual(["1", `${digits}x`]);
});
