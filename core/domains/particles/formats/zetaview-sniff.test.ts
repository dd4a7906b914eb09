import { describe, expect, test } from "vitest";
import { zetaviewSet } from "../twins/zetaview.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";
import { zetaviewSize } from "./zetaview-size.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };
const formats = [zetaviewSize, zetaviewPositions, zetaviewProfile];
const confidences = (head: Uint8Array, name: string) => formats.map((format) => format.sniff(head, name));

describe("sniffing by content", () => {
  test.each([
    ["8.06", zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1 })],
    [
      "8.05, commas",
      zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, version: "8.05.16 SP3", locale: "comma" }),
    ],
    ["empty", zetaviewSet({ truth, dilution: 500, traces: 0, seed: 1 })],
  ])("%s: each of three files has one reader, whatever its name", (_, files) => {
    const heads = files.map((file) => file.bytes.subarray(0, 65536));
    expect(confidences(heads[0]!, "a.txt")).toEqual([1, 0, 0]);
    expect(confidences(heads[1]!, "a.txt")).toEqual([0, 1, 0]);
    expect(confidences(heads[2]!, "a.txt")).toEqual([0, 0, 1]);
  });

  test("a header alone is taken by name, to be refused with a reason", () => {
    const [size] = zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1 });
    expect(confidences(size!.bytes.subarray(0, 900), "x_size_488.txt")).toEqual([0.7, 0, 0]);
    expect(confidences(size!.bytes.subarray(0, 900), "x_prof_488.txt")).toEqual([0.4, 0, 0.7]);
  });

  test.each([
    ["a table of sizes", "Size / nm\tNumber\tConcentration / cm-3\n2.5\t0\t0\n"],
    ["a NanoSight summary", "NTA Experiment Summary File\r\nCreated with NTA 3.4\r\n"],
    ["Zetasizer text", "Type\tRecord\tSample Name\tZ-Average (d.nm)\tPdI\nSize\t1\tEV\t110.2\t0.1\n"],
    ["a table with positions", "Use\tPosition\tGene\nX\t0.10\tCD63\n"],
    ["keys with TABs", "Operator:\tA\nExperiment:\tB\nSoftware:\tOther 1.0\n"],
    ["prose on ZetaView", "Software: ZetaView was used.\nOriginal File: see below\n"],
    ["nothing", ""],
  ])("%s is not claimed, even under a ZetaView name", (_, text) => {
    const head = new TextEncoder().encode(text);
    for (const name of ["a.tsv", "x_size_488.txt", "x_size_488_11pos.txt", "x_prof_488.txt"]) {
      expect(confidences(head, name)).toEqual([0, 0, 0]);
    }
  });
});
