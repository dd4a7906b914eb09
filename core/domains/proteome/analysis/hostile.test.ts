import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { parseSheet } from "../../../study/index.ts";
import { all, altered, file, holds, lines, runs, sheet, type Told, table } from "./hostile.test-support.ts";

const six = (code: string) => runs.map(() => code);
const missing = ["proteome-run-not-in-sheet", "proteome-capture-not-in-file"];

describe("the sheet and the matrix", () => {
  const cases: readonly (readonly [string, Told])[] = [
    ["that match give nothing to say", { codes: [], tested: 40 }],
    [
      "no name of the sheet is in the file",
      { rows: sheet(["x1", "x2"]), codes: [...missing, "proteome-sheet-does-not-match"], tested: null },
    ],
    ["one name is", { rows: sheet(["a1", "x2"]), codes: missing, tested: null, unused: 5 }],
    [
      "some names are",
      { rows: sheet(["a1", "a2", "b1", "b2"]), codes: [missing[0]!], tested: 40, unused: 2 },
    ],
    [
      "a line for the whole file of six runs",
      {
        rows: [{ file, sample: "S", role: "sample" }],
        codes: [missing[0]!, "proteome-sheet-does-not-match"],
        tested: null,
      },
    ],
    [
      "every run is set aside",
      {
        rows: sheet().map((row) => ({ ...row, role: "ignore" })),
        codes: ["proteome-sheet-does-not-match"],
        tested: null,
      },
    ],
    [
      "one sample name for three runs makes technical repeats, of which n is one",
      {
        rows: sheet().map((row) => ({ ...row, sample: row.condition!, donor: row.condition! })),
        codes: ["proteome-contrast-too-small"],
        tested: null,
      },
    ],
    [
      "two columns have one run name",
      {
        text: table(lines(), ["a1", "a1", "a3", "b1", "b2", "b3"]),
        codes: ["proteome-run-twice"],
        tested: null,
      },
    ],
    ["one sample", { text: table(lines(40, ["a1"]), ["a1"]), rows: sheet(["a1"]), codes: [], tested: null }],
    [
      "one sample a side",
      {
        text: table(lines(40, ["a1", "b1"]), ["a1", "b1"]),
        rows: sheet(["a1", "b1"]),
        codes: ["proteome-contrast-too-small"],
        tested: null,
      },
    ],
  ];
  test.each(cases)("%s", async (_, told) => {
    await holds(told);
  });

  test.each([
    ["one sample name in two conditions", "sheet-sample-conflict", "a1,S,D1,a\nb1,S,D1,b\n"],
    ["one run in two lines", "sheet-file-twice", "a1,S,D1,a\na1,T,D2,b\n"],
  ])("the sheet's own reader tells of %s", (_, code, text) => {
    const cells = text.replace(/^/gm, `${file},`).replace(new RegExp(`${file},$`), "");
    const bytes = new TextEncoder().encode(`file,capture,sample,donor,condition\n${cells}`);
    const result = parseSheet(bytes, { name: "samples.csv" });
    const issues = isAccepted(result) ? result.warnings : result.issues;
    expect(issues.map((issue) => issue.code)).toContain(code);
  });
});

describe("values", () => {
  const cases: readonly (readonly [string, Told])[] = [
    [
      "rows in which nothing was seen",
      {
        text: altered((rows) => {
          rows[7] = ["P7", ...six("0")];
          rows[8] = ["P8", ...six("NaN")];
        }),
        codes: [],
        tested: 38,
        notTested: { "nothing observed": 2 },
      },
    ],
    [
      "infinite and negative",
      {
        text: altered((rows) => {
          rows[7]![2] = "Inf";
          rows[8]![2] = "-5";
          rows[9]![3] = "1e999";
          rows[10]![1] = "-Infinity";
        }),
        codes: ["proteome-value-impossible"],
        tested: 40,
        leftOut: { "infinite or negative": 4 },
      },
    ],
    [
      "words for no value, and others",
      {
        text: altered((rows) => {
          rows[7]![2] = "NaN";
          rows[8]![2] = "n. def.";
          rows[9]![3] = "#N/A";
          rows[10]![1] = "0x10";
        }),
        codes: ["proteome-value-unreadable"],
        tested: 40,
        leftOut: { "not a number": 2 },
      },
    ],
    [
      "decimal points and decimal commas",
      {
        text: altered((rows) => {
          rows[7]![2] = "1234567.5";
          rows[8]![2] = "1234567,5";
        }),
        codes: ["proteome-decimal-mixed"],
        tested: null,
      },
    ],
    ["no row", { text: table([]), codes: ["proteome-no-rows"], tested: null }],
    [
      "no value",
      {
        text: table(all("0")),
        codes: [...six("proteome-no-intensity"), "proteome-contrast-nothing"],
        tested: null,
      },
    ],
    [
      "a sample without a value",
      {
        text: altered((rows) => {
          for (const row of rows) row[1] = "0";
        }),
        codes: ["proteome-no-intensity"],
        tested: 40,
      },
    ],
    ["one feature", { text: table(lines(1)), codes: ["linear-model-few-features"], tested: 1 }],
    [
      "a row of one value",
      {
        text: altered((rows) => {
          rows[7] = ["P7", ...six("1000")];
        }),
        codes: [],
        tested: 39,
        notTested: { "no spread": 1 },
      },
    ],
    [
      "rows of one value each",
      { text: table(all("1000")), codes: ["proteome-contrast-nothing"], tested: null },
    ],
    [
      "rows of one value each, by ranks",
      {
        text: table(all("1000")),
        parameters: { method: "rank-sum" },
        codes: ["proteome-contrast-nothing"],
        tested: null,
      },
    ],
    [
      "no spread within the sides",
      {
        text: table(lines().map(([id]) => [id, "1000", "1000", "1000", "2000", "2000", "2000"])),
        codes: ["linear-model-zero-variances"],
        tested: 40,
      },
    ],
    [
      "decoys alone",
      {
        text: table(lines().map(([id, ...cells]) => [`REV__${id}`, ...cells])),
        codes: ["proteome-only-decoys"],
        tested: null,
      },
    ],
    [
      "contaminants alone",
      {
        text: table(lines().map(([id, ...cells]) => [`CON__${id}`, ...cells])),
        codes: ["proteome-contrast-nothing"],
        tested: null,
      },
    ],
    [
      "one name in three rows",
      {
        text: altered((rows) => {
          rows[1]![0] = "P0";
          rows[2]![0] = "P0";
        }),
        codes: ["proteome-feature-twice"],
        tested: 40,
      },
    ],
  ];
  test.each(cases)("%s", async (_, told) => {
    await holds(told);
  });
});
