import { describe, expect, test } from "vitest";
import { createRandom } from "../../kernel/random.ts";
import { worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import { rankMethod, rankSum } from "./index.ts";
import { untiedDistribution } from "./rank-sum.ts";
import golden from "./rank-tests.golden.json" with { type: "json" };
import { numbers, sideBySide } from "./rank-tests.test-support.ts";
import python from "./rank-tests-python.golden.json" with { type: "json" };

type Case = keyof typeof golden.sums;
const names = Object.keys(golden.sums) as Case[];
const pairOf = (name: Case) =>
  [numbers(golden.sums[name].x as never), numbers(golden.sums[name].y as never)] as const;

describe("the rank-sum test agrees with R, coin and SciPy", () => {
  test.each(names)("%s", (name) => {
    const { data, inFirst } = sideBySide([pairOf(name)]);
    const own = golden.sums[name];
    const other = python.sums[name];
    const corrected = rankSum(data, inFirst, { method: "asymptotic" });
    const plain = rankSum(data, inFirst, { method: "asymptotic", continuity: false });
    expect(worstError(corrected.u, numbers(own.u))).toBe(0);
    expect(worstError(corrected.p, numbers(own.p))).toBeLessThan(1e-12);
    expect(worstError(plain.p, numbers(own.pPlain))).toBeLessThan(1e-12);
    expect(worstError(corrected.p, numbers([other.p]))).toBeLessThan(1e-13);
    expect(worstError(plain.p, numbers([other.pPlain]))).toBeLessThan(1e-13);
    const exact = rankSum(data, inFirst, { method: "exact" });
    if (exact.method[0] === rankMethod.exact) {
      expect(worstError(exact.p, numbers(own.pExact))).toBeLessThan(1e-12);
      if (other.pExact !== null) expect(worstError(exact.p, [other.pExact])).toBeLessThan(1e-14);
    }
  });

  test("exact is taken wherever R, coin or counting had a value, and else says that it was out of reach", () => {
    const { data, inFirst } = sideBySide(names.map(pairOf));
    const { method, p } = rankSum(data, inFirst, { method: "exact" });
    names.forEach((name, row) => {
      const none = numbers(golden.sums[name].p)[0];
      const wanted = Number.isNaN(none)
        ? rankMethod.none
        : name === "many"
          ? rankMethod.exactOutOfReach
          : rankMethod.exact;
      expect(method[row], name).toBe(wanted);
      expect(Number.isNaN(p[row])).toBe(wanted === rankMethod.none);
    });
    expect(p[names.indexOf("many")]).toBe(rankSum(data, inFirst).p[names.indexOf("many")]);
  });
});

test("rows of a matrix are tested as alone, each without its missing values", () => {
  const { data, inFirst } = sideBySide(names.map(pairOf));
  for (const method of ["asymptotic", "exact", "auto"] as const) {
    const together = rankSum(data, inFirst, { method });
    names.forEach((name, row) => {
      const alone = sideBySide([pairOf(name)]);
      const one = rankSum(alone.data, alone.inFirst, { method });
      for (const column of ["u", "z", "p", "auc", "tieCorrection", "n1", "n2", "method"] as const) {
        expect(together[column][row], `${name} ${column}`).toBe(one[column][0]);
      }
    });
  }
  const found = rankSum(data, inFirst);
  const missing = names.indexOf("missing");
  expect([found.n1[missing], found.n2[missing]]).toEqual([3, 3]);
});

test("automatic choice is exact below 50 values in each sample without ties, as in R", () => {
  const { data, inFirst } = sideBySide(names.map(pairOf));
  const { method } = rankSum(data, inFirst);
  const of = (name: Case) => method[names.indexOf(name)];
  expect([of("small"), of("middle"), of("oneAgainst")]).toEqual(Array(3).fill(rankMethod.exact));
  expect([of("large"), of("tied"), of("rounded")]).toEqual(Array(3).fill(rankMethod.asymptotic));
  expect([of("constant"), of("empty")]).toEqual([rankMethod.none, rankMethod.none]);
});

test("swapped samples mirror U, z and AUC and keep p", () => {
  const { data, inFirst } = sideBySide(names.map(pairOf));
  for (const method of ["asymptotic", "exact"] as const) {
    const a = rankSum(data, inFirst, { method });
    const b = rankSum(
      data,
      inFirst.map((one) => 1 - one),
      { method },
    );
    expect(worstError(b.p, a.p)).toBeLessThan(1e-14);
    expect(
      worstError(
        b.u,
        a.u.map((u, i) => a.n1[i]! * a.n2[i]! - u),
      ),
    ).toBe(0);
    expect(
      worstError(
        b.z.map((z) => z + 0),
        a.z.map((z) => 0 - z),
      ),
    ).toBe(0);
    expect(
      worstError(
        b.auc,
        a.auc.map((auc) => 1 - auc),
      ),
    ).toBeLessThan(1e-14);
  }
});

test("columns coded 255 are left out, other codes and lengths are the caller's fault", () => {
  const data = matrixOf([[1, 2, 99, 3, 4]]);
  const found = rankSum(data, Uint8Array.from([1, 1, 255, 0, 0]));
  expect([found.u[0], found.n1[0], found.n2[0]]).toEqual([0, 2, 2]);
  expect(() => rankSum(data, Uint8Array.from([1, 1, 2, 0, 0]))).toThrow(RangeError);
  expect(() => rankSum(data, Uint8Array.from([1, 0]))).toThrow(RangeError);
});

test("minus zero and zero are tied", () => {
  const found = rankSum(matrixOf([[-0, 1, 0, 2]]), Uint8Array.from([1, 1, 0, 0]));
  expect(found.u[0]).toBe(1.5);
  expect(found.tieCorrection[0]).toBeCloseTo(0.9, 12);
});

test("large samples give the U of pair counting", () => {
  const random = createRandom(5);
  const values = random.normals(900).map((one) => Math.round(one * 40) / 40);
  const inFirst = Uint8Array.from({ length: 900 }, (_, i) => (i % 3 === 0 ? 1 : 0));
  let u = 0;
  for (let i = 0; i < 900; i++) {
    for (let j = 0; j < 900; j++) {
      if (inFirst[i] === 1 && inFirst[j] === 0) u += (Math.sign(values[i]! - values[j]!) + 1) / 2;
    }
  }
  expect(rankSum({ rows: 1, columns: 900, values }, inFirst).u[0]).toBe(u);
});

test("the exact distribution of U is symmetric, whole and complete", () => {
  const { weights, total } = untiedDistribution(6, 9);
  expect(total).toBe(5005);
  expect(weights).toHaveLength(55);
  expect(weights.slice().reverse()).toEqual(weights);
  expect([...weights.slice(0, 7)]).toEqual([1, 1, 2, 3, 5, 7, 11]);
  const large = untiedDistribution(50, 50);
  let choices = 1;
  for (let i = 1; i <= 50; i++) choices = (choices * (50 + i)) / i;
  expect(worstError([large.total], [choices])).toBeLessThan(1e-14);
});
