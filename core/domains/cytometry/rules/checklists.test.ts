import { expect, test } from "vitest";
import { cytometryChecklists } from "./checklists.ts";
import { type MiflowcytItem, miflowcytEv, noFacts } from "./miflowcyt-ev.ts";

const of = (miflowcyt: readonly MiflowcytItem[]) =>
  cytometryChecklists({
    study: {
      steps: [],
      issues: [],
      summary: {
        fluorescence: [],
        scatter: [],
        series: [],
        markers: [],
        checks: [],
        miflowcyt: JSON.parse(JSON.stringify(miflowcyt)),
      },
    },
  });

test("the table has a line for each item under its category's title, blanks as blanks", () => {
  const [table] = of(miflowcytEv({ ...noFacts, answers: { "1.1": "plasma" } }));
  expect(table!.title.en).toBe("MIFlowCyt-EV (Welsh et al. 2020)");
  expect(table!.items.length).toBe(25);
  const [first, second] = table!.items;
  expect([first!.item, first!.category.en, first!.status, first!.value.ja]).toEqual([
    "1.1",
    "Before the analysis, and design",
    "met",
    "plasma",
  ]);
  expect([second!.item, second!.status, second!.value.en]).toEqual(["1.2", "not reported", ""]);
});

test("wording that was not compared with the paper is said, and only that", () => {
  const items = miflowcytEv(noFacts);
  expect(of(items)[0]!.note.en).toContain("in our own words");
  expect(of(items.map((item) => ({ ...item, wordingVerified: true })))[0]!.note.en).toBe("");
});

test("a study without a sample has no table", () => {
  expect(of([])).toEqual([]);
});
