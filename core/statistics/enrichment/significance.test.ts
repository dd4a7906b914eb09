import { expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { significanceOf } from "./significance.ts";

const permutations = 300;
const stream = createRandom(8).split("nulls");
const nullRows = [0.3, 0.2, 0.5].map((sd) =>
  Float64Array.from(stream.normals(permutations), (z) => 0.05 + sd * z),
);
const nulls = { permutations, values: Float64Array.from(nullRows.flatMap((row) => [...row])) };
const es = Float64Array.of(0.5, 0.41, -0.33, -0.9, 0.02, 0.33, -0.05, 0.9);
const rows = [0, 1, 1, 2, 0, 1, 0, 2];

const sameSign = (row: Float64Array, score: number) => row.filter((one) => one >= 0 === score >= 0);
const mean = (values: Float64Array) => values.reduce((sum, one) => sum + Math.abs(one), 0) / values.length;
const normalised = (score: number, row: Float64Array) => score / mean(sameSign(row, score));

test("NES, p and q are those of their definitions written out set by set", () => {
  const found = significanceOf(es, rows, nulls);
  const observed = Array.from(es, (score, s) => normalised(score, nullRows[rows[s]!]!));
  const everyNull = rows.flatMap((row) =>
    Array.from(nullRows[row]!, (one) => normalised(one, nullRows[row]!)),
  );
  es.forEach((score, s) => {
    const same = sameSign(nullRows[rows[s]!]!, score);
    const beyond = same.filter((one) => Math.abs(one) >= Math.abs(score)).length;
    expect(found.nes[s]).toBeCloseTo(observed[s]!, 12);
    expect(found.sameSign[s]).toBe(same.length);
    expect(found.p[s]).toBe((beyond + 1) / (same.length + 1));
    expect(found.resolution[s]).toBe(1 / (same.length + 1));
    const share = (all: readonly number[]) => {
      const side = all.filter((one) => one >= 0 === score >= 0);
      return side.filter((one) => Math.abs(one) >= Math.abs(observed[s]!) - 1e-12).length / side.length;
    };
    expect(found.q[s]).toBeCloseTo(Math.min(1, share(everyNull) / share(observed)), 12);
  });
  expect(Math.min(...found.q)).toBeLessThan(0.2);
});

test("without a null score of the set's sign NES, p and q are NaN and the other sets keep theirs", () => {
  const positive = { permutations: 3, values: Float64Array.of(0.1, 0.2, 0.3, 0.1, -0.2, -0.4) };
  const found = significanceOf(Float64Array.of(-0.5, 0.25, -0.3), [0, 0, 1], positive);
  expect([found.nes[0], found.p[0], found.q[0], found.sameSign[0]]).toEqual([NaN, NaN, NaN, 0]);
  expect(found.p[1]).toBe(2 / 4);
  expect(found.p[2]).toBe(2 / 3);
  expect(found.nes[2]).toBeCloseTo(-1, 12);
  expect(found.q[2]).toBe(0.5);
});

test("null scores that differ from the set's by rounding alone count as equally far out", () => {
  const close = { permutations: 4, values: Float64Array.of(0.1, 0.3, 0.3 - 1e-16, 0.5) };
  expect(significanceOf(Float64Array.of(0.1 + 0.2), [0], close).p[0]).toBe(4 / 5);
});

test("q is at most 1", () => {
  const far = { permutations: 4, values: Float64Array.of(0.7, 0.7, 0.7, 0.1) };
  expect(significanceOf(Float64Array.of(0.6, 0.1, 0.1), [0, 0, 0], far).q[0]).toBe(1);
});
