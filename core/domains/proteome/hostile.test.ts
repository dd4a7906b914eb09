import { describe, expect, test } from "vitest";
import { createRandom, isAccepted, type Json } from "../../kernel/index.ts";
import { parseSheet } from "../../study/index.ts";
import { type AnalysedProteome, analysed, type Cells, contrastRows, values } from "./analysis/run-study.test-support.ts";

const runs = ["a1", "a2", "a3", "b1", "b2", "b3"];
const file = "proteinGroups.txt";

/** A table as MaxQuant writes it, of rows with their cells. */
function table(rows: readonly (readonly [string, ...string[]])[], names: readonly string[] = runs): string {
  const head = ["Protein IDs", "Majority protein IDs", "Peptide counts (all)", "Gene names"];
  const lines = [
    [...head, ...names.map((run) => `LFQ intensity ${run}`)],
    ...rows.map(([id, ...cells]) => [id, id, "3", id, ...cells]),
  ];
  return lines.map((cells) => `${cells.join("\t")}\n`).join("");
}

/** Rows of which the first five differ between the sides. */
function plainRows(count = 40, names: readonly string[] = runs): [string, ...string[]][] {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, at) => {
    const own = random.split("row", at);
    const cells = names.map((run) => String(Math.round(own.lognormal(16, 0.2) * (at < 5 && run < "b" ? 4 : 1))));
    return [`P${at}`, ...cells];
  });
}

const rowsOf = (names: readonly string[] = runs): Cells[] =>
  names.map((run) => ({ file, capture: run, sample: run, role: "sample", donor: run, condition: run.slice(0, 1) }));

function given(text: string, rows: readonly Cells[] = rowsOf(), parameters: Json = {}) {
  return analysed({ files: [{ name: file, bytes: new TextEncoder().encode(text) }], rows, parameters });
}

/** Counts by reason of what was not tested or left out. */
function reasons({ estimates }: AnalysedProteome, id: string): Record<string, number> {
  return Object.fromEntries(
    estimates.filter((one) => one.id === `proteome.${id}`).map(({ qualifiers, value }) => [qualifiers.reason, value]),
  );
}
void parseSheet; void isAccepted; void expect; void contrastRows; void describe; void values;
const alter = (change: (rows: [string, ...string[]][]) => void, count = 40) => {
  const rows = plainRows(count);
  change(rows);
  return table(rows);
};
const contrast = (one: Json, name = "C") => ({ contrasts: { [name]: one } }) as Json;
const proto = JSON.parse('{"contrasts": {"__proto__": {"test": ["a"]}, "constructor": {"test": ["a"]}}}') as Json;
const protoOnly = JSON.parse('{"contrasts": {"__proto__": {"test": ["a"]}}}') as Json;
const cases: [string, () => Promise<AnalysedProteome>][] = [
  ["plain", () => given(table(plainRows()))],
  ["dup runs", () => given(table(plainRows(), ["a1", "a1", "a3", "b1", "b2", "b3"]))],
  ["dup samples", () => given(table(plainRows()), rowsOf().map((row) => ({ ...row, sample: row.condition!, donor: row.condition! })))],
  ["none", () => given(table(plainRows()), rowsOf(["x1", "x2"]))],
  ["one", () => given(table(plainRows()), rowsOf(["a1", "x2"]))],
  ["some", () => given(table(plainRows()), rowsOf(["a1", "a2", "b1", "b2"]))],
  ["file only", () => given(table(plainRows()), [{ file, sample: "S", role: "sample" }])],
  ["no sheet", () => given(table(plainRows()), [])],
  ["all ignore", () => given(table(plainRows()), rowsOf().map((row) => ({ ...row, role: "ignore" })))],
  ["all missing rows", () => given(alter((rows) => { rows[7] = ["P7", ...runs.map(() => "0")] as never; rows[8] = ["P8", ...runs.map(() => "NaN")] as never; }))],
  ["infinite", () => given(alter((rows) => { rows[7]![2] = "Inf"; rows[8]![2] = "-5"; rows[9]![3] = "1e999"; rows[10]![1] = "-Infinity"; }))],
  ["words", () => given(alter((rows) => { rows[7]![2] = "NaN"; rows[8]![2] = "n. def."; rows[9]![3] = "#N/A"; rows[10]![1] = "0x10"; }))],
  ["decimal mixed", () => given(alter((rows) => { rows[7]![2] = "1234567.5"; rows[8]![2] = "1234567,5"; }))],
  ["empty", () => given(table([]))],
  ["all empty", () => given(table(plainRows().map(([id]) => [id, ...runs.map(() => "0")])))],
  ["one sample empty", () => given(alter((rows) => { for (const r of rows) r[1] = "0"; }))],
  ["one sample", () => given(table(plainRows(40, ["a1"]), ["a1"]), rowsOf(["a1"]))],
  ["one each", () => given(table(plainRows(40, ["a1", "b1"]), ["a1", "b1"]), rowsOf(["a1", "b1"]))],
  ["one feature", () => given(table(plainRows(1)))],
  ["two features", () => given(table(plainRows(2)))],
  ["constant rows", () => given(alter((rows) => { rows[7] = ["P7", ...runs.map(() => "1000")] as never; }))],
  ["all constant", () => given(table(plainRows().map(([id]) => [id, ...runs.map(() => "1000")])))],
  ["all constant rs", () => given(table(plainRows().map(([id]) => [id, ...runs.map(() => "1000")])), rowsOf(), { method: "rank-sum" })],
  ["all constant mm", () => given(table(plainRows().map(([id]) => [id, ...runs.map(() => "1000")])), rowsOf(), { method: "mixed-model" })],
  ["constant within sides", () => given(table(plainRows().map(([id]) => [id, "1000", "1000", "1000", "2000", "2000", "2000"])))],
  ["unknown column", () => given(table(plainRows()), rowsOf(), contrast({ column: "site", test: ["x"] }))],
  ["unknown cell", () => given(table(plainRows()), rowsOf(), contrast({ test: ["x"], against: ["b"] }))],
  ["both sides", () => given(table(plainRows()), rowsOf(), contrast({ test: ["a"], against: ["a"] }))],
  ["all in test", () => given(table(plainRows()), rowsOf(), contrast({ test: ["a", "b"] }))],
  ["adjust unknown", () => given(table(plainRows()), rowsOf(), contrast({ test: ["a"], adjust: ["nope"] }))],
  ["adjust aliased", () => given(table(plainRows()), rowsOf().map((r) => ({ ...r, batch: r.condition! })), contrast({ test: ["a"], adjust: ["batch"] }))],
  ["adjust donor", () => given(table(plainRows()), rowsOf(), contrast({ test: ["a"], adjust: ["donor"] }))],
  ["contrast constructor", () => given(table(plainRows()), rowsOf(), contrast({ column: "constructor", test: ["a"] }, "toString"))],
  ["column __proto__", () => given(table(plainRows()), rowsOf(), contrast({ column: "__proto__", test: ["a"] }, "hasOwnProperty"))],
  ["proto contrast", () => given(table(plainRows()), rowsOf(), proto)],
  ["proto only", () => given(table(plainRows()), rowsOf(), protoOnly)],
  ["bad parameter", () => given(table(plainRows()), rowsOf(), { nonsense: 1 })],
  ["quantity constructor", () => given(table(plainRows()), rowsOf(), { quantity: "constructor" })],
  ["proto features", () => given(alter((rows) => { rows[0]![0] = "__proto__"; rows[1]![0] = "constructor"; rows[2]![0] = "toString"; }))],
  ["dup features", () => given(alter((rows) => { rows[1]![0] = "P0"; rows[2]![0] = "P0"; }))],
];
test.each(cases)("%s", async (name, run) => {
  try {
    const r = await run();
    console.log("CASE", name, JSON.stringify(r.codes), JSON.stringify(r.findings.map((f) => f.rule)), JSON.stringify(reasons(r, "notTested")), JSON.stringify(reasons(r, "rowsLeftOut")), JSON.stringify(["tested", "significant", "runsUnused", "neverObserved"].map((id) => `${id} ${values(r, id)}`)), r.issues.filter((i) => /failed|invalid|finite/.test(i.code)).map((i) => i.message.en).join("|"));
  } catch (e) {
    console.log("CASE", name, "THROWS", String(e), (e as Error).stack?.split("\n").slice(1, 4).join(" "));
  }
});
