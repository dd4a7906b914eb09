import { describe, expect, test } from "vitest";
import { controlsFor, controlsOfKind, countedControls } from "./controls.ts";
import { placed } from "./studies.test-support.ts";

const control = (file: string, row: object, more: object = {}) =>
  placed({ file, ...more, row: { role: "control", control: "buffer", sample: file, ...row } });
const files = (found: readonly { file: string }[]) => found.map(({ file }) => file);
const of = placed({ row: { sample: "S", donor: "D1", condition: "c" } });

describe("controls of a sample", () => {
  const ranked = [
    control("study", {}),
    control("condition", { condition: "c" }),
    control("donor", { donor: "D1" }),
    control("both", { donor: "D1", condition: "c" }),
    control("own", { sample: "S", donor: "D9" }),
  ];

  test.each(ranked.map(({ file }, i) => [file, i] as const))(
    "%s comes before what is less close",
    (file, i) => {
      expect(files(controlsFor(of, "buffer", ranked.slice(0, i + 1)))).toEqual([file]);
      expect(files(controlsFor(of, "buffer", ranked.slice(0, i + 1).reverse()))).toEqual([file]);
    },
  );

  test.each([
    { donor: "D2" },
    { condition: "d" },
    { donor: "D1", condition: "d" },
    { donor: "D2", condition: "c" },
  ])("not those of %j, except to borrow how bright nothing is", (row) => {
    const other = [control("other", row)];
    expect(controlsFor(of, "buffer", other)).toEqual([]);
    expect(controlsOfKind(of, "buffer", other)).toEqual({ controls: other, borrowed: true });
  });

  test("a donor's control is for its samples where there are no conditions", () => {
    const plain = placed({ row: { donor: "D1" } });
    expect(files(controlsFor(plain, "buffer", [control("donor", { donor: "D1" })]))).toEqual(["donor"]);
  });

  test("several as close are all taken; those of another kind or instrument never, nor borrowed", () => {
    const two = [control("a", {}), control("b", {})];
    expect(files(controlsFor(of, "buffer", two))).toEqual(["a", "b"]);
    const away = [control("x", {}, { instrument: "B" }), control("y", { control: "isotype" })];
    expect(controlsOfKind(of, "buffer", away)).toEqual({ controls: [], borrowed: false });
  });
});

describe("controls to count against", () => {
  const sample = placed({ trigger: "SSC-A,150" });

  test("have the same trigger; another one is left out and told", () => {
    const other = control("other", {}, { trigger: "SSC-A,300" });
    const found = countedControls(sample, "buffer", [other]);
    expect(found.controls).toEqual([]);
    expect(found.issues).toMatchObject([{ code: "cytometry-control-trigger", file: "a.fcs" }]);
    expect(found.issues[0]!.message.en).toContain("SSC-A,300");
    const right = control("right", {}, { trigger: "SSC-A,150" });
    expect(countedControls(sample, "buffer", [other, right])).toEqual({ controls: [right], issues: [] });
  });
});
