import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { analysed, contrastRows, type GivenStudy, twinStudy } from "./analysis/run-study.test-support.ts";
import { maxquantText } from "./twins/index.ts";

type Numbers = ReadonlyMap<string, Readonly<Record<string, number>>>;
const methods = ["moderated-t", "rank-sum", "mixed-model"] as const;
const truth = { seed: 8, proteins: 80 };
const given = (method: string, more = {}) =>
  twinStudy({ ...truth, ...more }, maxquantText, "proteinGroups.txt", { method });
const numbers = async (study: GivenStudy): Promise<Numbers> => contrastRows(await analysed(study));

/** A study whose file went through a change of its cells, header first. */
function changed(study: GivenStudy, change: (cells: string[][]) => string[][]): GivenStudy {
  const [{ name, bytes }] = study.files as [GivenStudy["files"][number]];
  const cells = new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const text = change(cells)
    .map((line) => `${line.join("\t")}\n`)
    .join("");
  return { ...study, files: [{ name, bytes: new TextEncoder().encode(text) }] };
}

function shuffled<T>(all: readonly T[], key: string): T[] {
  return [...createRandom(3).split(key).permutation(all.length)].map((at) => all[at]!);
}

/** The largest difference in the columns; sums in another order differ in the last places. */
function worst(one: Numbers, other: Numbers, columns: readonly string[]): number {
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  let most = 0;
  for (const [protein, row] of one)
    for (const column of columns) {
      const [a, b] = [row[column] ?? Number.NaN, other.get(protein)![column] ?? Number.NaN];
      expect(Number.isNaN(a)).toBe(Number.isNaN(b));
      if (!Number.isNaN(a)) most = Math.max(most, Math.abs(a - b) / Math.max(1, Math.abs(a)));
    }
  return most;
}

const shown = ["log2FoldChange", "lower", "upper", "p", "q", "auc", "firstObserved", "secondObserved"];

describe.each(methods)("%s", (method) => {
  test("the order of the file's rows changes no number", async () => {
    const study = given(method);
    const other = changed(study, ([head, ...rows]) => [head!, ...shuffled(rows, "rows")]);
    expect(worst(await numbers(study), await numbers(other), shown)).toBeLessThan(1e-9);
  });

  test("the order of the file's columns changes no number", async () => {
    const study = given(method);
    const other = changed(study, (cells) => {
      const order = shuffled(
        cells[0]!.map((_, at) => at),
        "columns",
      );
      return cells.map((line) => order.map((at) => line[at]!));
    });
    expect(worst(await numbers(study), await numbers(other), shown)).toBeLessThan(1e-9);
  });

  test("the order of the sheet's lines changes no number", async () => {
    const study = given(method);
    const other = { ...study, rows: shuffled(study.rows, "sheet") };
    expect(worst(await numbers(study), await numbers(other), shown)).toBeLessThan(1e-9);
  });

  test("intensities in another unit leave differences, p and q as they are", async () => {
    const study = given(method);
    const other = changed(study, ([head, ...rows]) => {
      const scaled = head!.map((name) => /intensity/i.test(name));
      return [
        head!,
        ...rows.map((line) => line.map((cell, at) => (scaled[at] ? String(1024 * Number(cell)) : cell))),
      ];
    });
    expect(worst(await numbers(study), await numbers(other), shown)).toBeLessThan(1e-9);
  });

  test("sides exchanged turn the sign and keep p and q", async () => {
    const sides = (test: string, against: string) => ({
      ...given(method),
      parameters: { method, contrasts: { C: { test: [test], against: [against] } } },
    });
    const one = await numbers(sides("case", "control"));
    const other = await numbers(sides("control", "case"));
    expect(worst(one, other, ["p", "q"])).toBeLessThan(1e-9);
    const turned = new Map(
      [...other].map(([id, row]) => [id, { ...row, log2FoldChange: -row.log2FoldChange! }]),
    );
    expect(worst(one, turned, ["log2FoldChange"])).toBeLessThan(1e-9);
  });

  test.each(["none", "median", "quantile"])(
    "decoys change nothing, normalised by %s",
    async (normalisation) => {
      const parameters = { method, normalisation };
      const none = await analysed({ ...given(method, { decoys: 0 }), parameters });
      const many = await analysed({ ...given(method, { decoys: 40 }), parameters });
      expect(worst(contrastRows(none), contrastRows(many), shown)).toBe(0);
      const others = ({ estimates }: typeof none) =>
        estimates
          .filter(({ id, subject }) => id !== "proteome.decoys" && subject.level !== "file")
          .map(({ id, value, qualifiers }) => ({ id, value, qualifiers }));
      expect(others(many)).toEqual(others(none));
      expect(many.estimates.find(({ id }) => id === "proteome.decoys")!.value).toBe(40);
    },
  );
});
