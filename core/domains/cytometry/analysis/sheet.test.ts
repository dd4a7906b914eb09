import { describe, expect, test } from "vitest";
import type { SheetRow } from "../../../kernel/index.ts";
import { cytometryRow } from "./sheet.ts";

const row = (extra: Record<string, string>, more: Partial<SheetRow> = {}) =>
  cytometryRow({ line: 3, file: "a.fcs", sample: "S", role: "sample", extra, ...more });

describe("the column control", () => {
  test.each([
    ["buffer", "buffer"],
    ["Buffer only", "buffer"],
    ["BLANK", "buffer"],
    ["緩衝液", "buffer"],
    ["reagent", "reagent"],
    ["buffer+reagent", "reagent"],
    ["buffer_reagent", "reagent"],
    ["試薬", "reagent"],
    ["Unstained", "unstained"],
    ["未染色", "unstained"],
    ["isotype", "isotype"],
    ["アイソタイプ", "isotype"],
    ["ｱｲｿﾀｲﾌﾟ", "isotype"],
    ["single-stain", "single-stain"],
    ["fmo PE-A", "fmo"],
    ["Fluorescence-minus-one CD63", "fmo"],
    ["single stained", "single-stain"],
    ["単染色", "single-stain"],
    ["Triton", "detergent"],
    [" lysis ", "detergent"],
    ["界面活性剤", "detergent"],
    ["溶解", "detergent"],
    ["procedural", "procedural"],
    ["手順", "procedural"],
  ])("%s is %s", (word, kind) => {
    expect(row({ control: word })).toMatchObject({ value: { control: kind }, issues: [] });
    expect(row({ 対照: word }).value.control).toBe(kind);
  });

  test("a word that is none, and a control that does not say which, are told with their line", () => {
    const { value, issues } = row({ control: "isotope" });
    expect(value.control).toBeNull();
    expect(issues).toMatchObject([{ code: "cytometry-sheet-value", place: { line: 3 } }]);
    expect(issues[0]!.message.en).toContain("isotope");
    expect(row({}, { role: "control" }).issues).toMatchObject([
      { code: "cytometry-sheet-control", place: { line: 3 } },
    ]);
    expect(row({}, { role: "sample" }).issues).toEqual([]);
  });

  test("fluorescence minus one says which dye it lacks; without it, it is told", () => {
    expect(row({ control: "FMO: PE-A" }).value).toMatchObject({ control: "fmo", lacking: "PE-A" });
    expect(row({ control: "ＦＭＯ CD63 PE" }).value.lacking).toBe("CD63 PE");
    expect(row({ control: "isotype" }).value.lacking).toBeNull();
    expect(row({ control: "FMO" }).issues[0]!.remedy.en).toContain("fmo PE-A");
  });

  test("a blank is a buffer, unless the column says another kind", () => {
    expect(row({}, { role: "blank" }).value.control).toBe("buffer");
    expect(row({ control: "reagent" }, { role: "blank" }).value.control).toBe("reagent");
  });
});

test("volumes go by their English and Japanese headings, full-width digits too; others are told", () => {
  for (const heading of ["volume_uL", "Volume µL", "volume μL", "acquired volume (x)", "測定体積", "体積 uL"])
    expect(row({ [heading]: "42.5" }).value.volume).toBe(heading.includes("(") ? null : 42.5);
  expect(row({ volume_uL: "４２．５" }).value.volume).toBe(42.5);
  for (const wrong of ["0", "-1", "x", "1e999", "42,5"])
    expect(row({ volume_uL: wrong })).toMatchObject({ value: { volume: null }, issues: [{}] });
});

test("an empty column does not hide another of the same meaning", () => {
  expect(row({ calibrant: " ", beads: "rainbow" }).value.calibrant).toBe("rainbow");
  expect(row({ 校正粒子: "" }).value.calibrant).toBeNull();
});
