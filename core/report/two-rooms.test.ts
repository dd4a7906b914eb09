import { describe, expect, test } from "vitest";
import type { Finding } from "../kernel/index.ts";
import { estimateKey } from "../kernel/index.ts";
import type { ResultDocument } from "../study/index.ts";
import { renderReport } from "./index.ts";
import { checklist, numberOf, twoRooms } from "./two-rooms.test-support.ts";

const page = (document: ResultDocument): string => renderReport(document, new Map());
const words = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((one) => one[1]!);
const tableOf = (document: ResultDocument, id: string): string =>
  new RegExp(`<table id="${id}"[^>]*>(.*?)</table>`, "s").exec(page(document))![1]!;
/** Rows of a table's body, each with the words of its cells. */
const rowsOf = (table: string): string[][] =>
  all(/<tbody>(.*)<\/tbody>/s.exec(table)![1]!, /<tr>(.*?)<\/tr>/gs).map((row) =>
    all(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map(words),
  );

describe("the headline", () => {
  test("is a table for each room in the document's order, not in that of the alphabet", () => {
    expect(all(page(twoRooms()), /<table id="(headline-\w+)"/g)).toEqual(["headline-walk", "headline-flow"]);
    const other = { ...twoRooms(), domains: ["flow", "walk"] };
    expect(all(page(other), /<table id="(headline-\w+)"/g)).toEqual(["headline-flow", "headline-walk"]);
  });

  test("has a column for each marker, in the order in which the document first names them, under its quantity", () => {
    const table = tableOf(twoRooms(), "headline-flow");
    const heads = all(table, /<th scope="col(?:group)?"[^>]*>(.*?)<\/th>/gs).map(words);
    expect(heads).toEqual(["Sample 試料", "Events イベント数", "Fraction 割合", "Z-A", "B-A"]);
    expect(table).toContain('<th scope="colgroup" colspan="2">');
    expect(rowsOf(table)[0]).toEqual(["A", "11", "0.750", "0.250"]);
  });

  test("one marker for all numbers stays one column that says it", () => {
    const document = twoRooms();
    const estimates = document.estimates.filter(
      ({ id, qualifiers }) => id !== "flow.fraction" || qualifiers.channel === "B-A",
    );
    const table = tableOf({ ...document, estimates }, "headline-flow");
    expect(table).not.toContain("colgroup");
    expect(words(table)).toContain("Fraction 割合 channel B-A");
  });

  test("numbers with and without a marker do not share a column", () => {
    const document = twoRooms();
    const estimates = [...document.estimates, numberOf("flow.fraction", { sample: "A", value: 0.5 })];
    expect(
      rowsOf(tableOf({ ...document, estimates }, "headline-flow"))[0]!
        .slice(2)
        .sort(),
    ).toEqual(["0.250", "0.500", "0.750"]);
  });

  test("has a row for the samples that the room measured and for those that none did, and none for idle controls", () => {
    const names = (id: string) => rowsOf(tableOf(twoRooms(), id)).map(([name]) => name);
    expect(names("headline-walk")).toEqual(["A", "B", "D"]);
    expect(names("headline-flow")).toEqual(["A", "C", "D"]);
    const control = numberOf("flow.events", { sample: "buffer", value: 3 });
    const document = twoRooms();
    const table = tableOf({ ...document, estimates: [...document.estimates, control] }, "headline-flow");
    expect(rowsOf(table).map(([name]) => name)).toEqual(["A", "C", "D", "buffer control 対照"]);
  });
});

describe("doubts of a row", () => {
  const rowWith = (flagged: readonly number[]): string[] => {
    const flags = (index: number) => (flagged.includes(index) ? ["dim"] : []);
    const estimates = [
      numberOf("flow.events", { sample: "A", value: 11, flags: flags(0) }),
      numberOf("flow.events", { sample: "B", value: 12 }),
      ...["X-A", "Y-A", "Z-A"].flatMap((channel, index) => [
        numberOf("flow.fraction", { sample: "A", channel, flags: flags(index + 1) }),
        numberOf("flow.fraction", { sample: "B", channel }),
      ]),
    ];
    return rowsOf(tableOf({ ...twoRooms(), estimates }, "headline-flow"))[0]!;
  };

  test("two cells tell a doubt themselves", () => {
    expect(rowWith([1, 2]).slice(1)).toEqual(["11", "1 too dim 暗い", "1 too dim 暗い", "1"]);
  });

  test("from three cells on the row tells it once, with the quantities that it is of", () => {
    expect(rowWith([1, 2, 3]).slice(1)).toEqual(["11", "1", "1", "1", "too dim 暗い Fraction 割合"]);
    expect(rowWith([0, 1, 3]).slice(1)).toEqual([
      "11",
      "1",
      "1",
      "1",
      "too dim 暗い Events イベント数 , Fraction 割合 (X-A, Z-A)",
    ]);
  });

  test("a doubt of all numbers is told once without names", () => {
    expect(rowWith([0, 1, 2, 3]).slice(1)).toEqual(["11", "1", "1", "1", "too dim 暗い"]);
  });
});

test("conditions are a table for each room, with a column for each marker and each room's own repeats", () => {
  const document = twoRooms();
  expect(all(page(document), /<table id="(groups-[^"]*)"/g)).toEqual(["groups-walk-1", "groups-flow-1"]);
  const flow = tableOf(document, "groups-flow-1");
  expect(words(flow)).toMatch(/^Flow: conditions 流れ：各条件の値 /);
  expect(rowsOf(flow)).toEqual([
    ["treated", "0.700", "0.200", "3 technical 3 技術的反復 2 technical 2 技術的反復"],
  ]);
  expect(rowsOf(tableOf(document, "groups-walk-1"))).toEqual([
    ["treated", "103", "5 technical 5 技術的反復"],
  ]);
  const compared = [numberOf("walk.ratio", { group: "treated / control" })];
  const both = { ...document, estimates: [...document.estimates, ...compared] };
  expect(words(tableOf(both, "groups-walk-2"))).toMatch(/^Walk: conditions compared 歩行：条件間の比較 /);
});

describe("checklists", () => {
  const document = twoRooms({ checklists: [checklist] });

  test("are a chapter with the items by category, blanks visibly blank", () => {
    const table = tableOf(document, "checklist-1");
    expect(words(/<caption.*?<\/caption>/s.exec(table)![0])).toBe(
      "List of 2020 : ： 1 reported, 1 doubtful, 1 not reported, 1 not applicable 記載あり 1、要確認 1、記載なし 1、該当なし 1",
    );
    expect(rowsOf(table)).toEqual([
      ["Before 前"],
      [
        "1.1 Title 1 題 1",
        "reported 記載あり",
        "value 1",
        "",
        "a.fcs , b.fcs , c.fcs , d.fcs and 2 more ほか 2 件",
      ],
      ["1.2 Title 2 題 2 Asks 2 内容 2", "not reported 記載なし", "— not reported 記載なし", "", ""],
      ["After 後"],
      ["2.3 Title 3 題 3 Asks 3 内容 3", "doubtful 要確認", "value 3", "why it is doubted", ""],
      ["2.4 Title 4 題 4 Asks 4 内容 4", "not applicable 該当なし", "", "", ""],
    ]);
    expect(table.match(/<tbody>/g)).toHaveLength(2);
    expect(words(page(document))).toContain(
      "In our own words. 独自の表現です。 Source 出典 : ： doi:10.0/list",
    );
  });

  test("no chapter where there is none, and no word of compliance in it", () => {
    expect(page(twoRooms())).not.toContain('id="checklists"');
    const chapter = /<section id="checklists".*?<\/section>/s.exec(page(document))![0];
    expect(chapter).toContain("チェックリスト");
    expect(words(chapter)).not.toMatch(/complian|適合|準拠/i);
  });

  test("what a person wrote into them stays text", () => {
    const attack = "<script>alert(1)</script>";
    const hostile = { en: attack, ja: attack };
    const items = checklist.items.map((item) => ({ ...item, value: hostile, evidence: [attack] }));
    const markup = page(twoRooms({ checklists: [{ ...checklist, items, source: attack }] }));
    expect(markup.match(/<script>/g)).toHaveLength(1);
    expect(markup).toContain("&lt;script&gt;alert(1)");
  });
});

test("a finding that rests on many numbers names the first twelve and counts the rest", () => {
  const resting = (count: number): string => {
    const numbers = Array.from({ length: count }, (_, index) =>
      numberOf("walk.size", { sample: `S${index}`, value: 1000 + index, unit: "nm" }),
    );
    const finding: Finding = {
      rule: "walk.check",
      status: "doubtful",
      severity: "note",
      subject: { level: "study" },
      message: { en: "Doubtful.", ja: "疑わしい。" },
      remedy: { en: "", ja: "" },
      clause: "practice",
      estimates: numbers.map(estimateKey),
    };
    const text = page({ ...twoRooms(), estimates: numbers, findings: [finding] });
    return words(/id="attention".*?<\/ul>/s.exec(text)![0]);
  };
  expect(resting(12)).toContain("1011");
  expect(resting(12)).not.toContain("more");
  expect(resting(45)).toContain("1011 nm and 33 more ほか 33 件");
  expect(resting(45)).not.toContain("1012");
});
