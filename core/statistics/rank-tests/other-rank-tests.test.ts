import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import { hodgesLehmann, kruskalWallis, rankMethod, signedRank } from "./index.ts";
import golden from "./rank-tests.golden.json" with { type: "json" };
import { numbers, ragged } from "./rank-tests.test-support.ts";
import python from "./rank-tests-python.golden.json" with { type: "json" };

type Signed = keyof typeof golden.signed;
type Kruskal = keyof typeof golden.kruskal;
type Shift = keyof typeof golden.shift;
const signedNames = Object.keys(golden.signed) as Signed[];

describe("the signed-rank test agrees with R, coin and SciPy", () => {
  const all = ragged(signedNames.map((name) => [...numbers(golden.signed[name].d as never)]));
  test.each(signedNames)("%s", (name) => {
    const row = signedNames.indexOf(name);
    const own = golden.signed[name];
    const other = python.signed[name];
    const corrected = signedRank(all, { method: "asymptotic" });
    const plain = signedRank(all, { method: "asymptotic", continuity: false });
    const exact = signedRank(all, { method: "exact" });
    expect(worstError([corrected.v[row]!], numbers(own.v))).toBe(0);
    expect(worstError([corrected.p[row]!], numbers(own.p))).toBeLessThan(1e-12);
    expect(worstError([plain.p[row]!], numbers(own.pPlain))).toBeLessThan(1e-12);
    expect(worstError([exact.p[row]!], numbers(own.pExact))).toBeLessThan(1e-12);
    const found = [corrected.p[row]!, plain.p[row]!, exact.p[row]!];
    expect(worstError(found, numbers([other.p, other.pPlain, other.pExact]))).toBeLessThan(1e-13);
  });

  test("zeros and missing differences are counted apart; automatic choice as in R", () => {
    const { n, zeros, method } = signedRank(all);
    const at = (column: ArrayLike<number>, name: Signed) => column[signedNames.indexOf(name)];
    expect([at(n, "zeros"), at(zeros, "zeros"), at(n, "missing"), at(zeros, "missing")]).toEqual([
      5, 2, 4, 0,
    ]);
    expect([at(method, "small"), at(method, "middle")]).toEqual([rankMethod.exact, rankMethod.exact]);
    expect([at(method, "tied"), at(method, "zeros")]).toEqual(Array(2).fill(rankMethod.asymptotic));
    expect(at(method, "nothing")).toBe(rankMethod.none);
    const long = matrixOf([Array.from({ length: 401 }, (_, i) => i + 1)]);
    expect(signedRank(long, { method: "exact" }).method[0]).toBe(rankMethod.exactOutOfReach);
  });
});

describe("the Kruskal-Wallis test agrees with R and SciPy", () => {
  test.each(Object.keys(golden.kruskal) as Kruskal[])("%s", (name) => {
    const own = golden.kruskal[name];
    const values = numbers(own.value as never);
    const found = kruskalWallis({ rows: 1, columns: values.length, values }, Uint8Array.from(own.group));
    expect(worstError(found.h, numbers(own.h))).toBeLessThan(1e-13);
    expect(worstError(found.p, numbers(own.p))).toBeLessThan(1e-12);
    expect(worstError(found.p, numbers([python.kruskal[name].p]))).toBeLessThan(1e-12);
    if (typeof own.df[0] === "number") expect(found.df[0]).toBe(own.df[0]);
  });

  test("columns coded 255 are left out, row by row", () => {
    const data = matrixOf([
      [1, 2, 50, 5, 4],
      [3, 3, 9, 3, 3],
    ]);
    const found = kruskalWallis(data, Uint8Array.from([0, 0, 255, 3, 3]));
    expect(worstError(found.h, [numbers(golden.kruskal.emptyGroup.h)[0]!, Number.NaN])).toBeLessThan(1e-13);
    expect([...found.df]).toEqual([1, 1]);
    expect(() => kruskalWallis(data, new Uint8Array(2))).toThrow(RangeError);
  });
});

describe("the Hodges-Lehmann shift and its exact interval agree with R and with counting", () => {
  test.each(Object.keys(golden.shift) as Shift[])("%s", (name) => {
    const [x, y] = [numbers(golden.sums[name].x as never), numbers(golden.sums[name].y as never)];
    for (const level of ["0.95", "0.8"] as const) {
      const found = value(hodgesLehmann(x, y, Number(level)));
      const row = [found.shift, found.lower, found.upper];
      expect(worstError(row, golden.shift[name][level])).toBeLessThan(1e-13);
      expect(worstError([...row, found.level], python.shift[name][level])).toBeLessThan(1e-13);
      expect(found.method).toBe("exact");
    }
  });

  test("the interval of large samples lies at the order statistics of the normal approximation", () => {
    const x = Float64Array.from({ length: 130 }, (_, i) => i * 1.01 + 5);
    const y = Float64Array.from({ length: 90 }, (_, i) => i * 1.37);
    const found = value(hodgesLehmann(x, y));
    const differences = Float64Array.from([...x].flatMap((one) => [...y].map((other) => one - other))).sort();
    const rank = Math.floor((130 * 90) / 2 - 1.959963984540054 * Math.sqrt((130 * 90 * 221) / 12));
    expect(found.method).toBe("asymptotic");
    expect([found.lower, found.upper]).toEqual([differences[rank - 1], differences[130 * 90 - rank]]);
    expect(found.shift).toBe((differences[5849]! + differences[5850]!) / 2);
  });

  test("samples without values or with missing ones are refused", () => {
    expect(codes(hodgesLehmann([], [1]))).toEqual(["statistics-no-values"]);
    expect(codes(hodgesLehmann([1, Number.NaN], [1]))).toEqual(["statistics-not-finite"]);
    expect(() => hodgesLehmann([1], [2], 1)).toThrow(RangeError);
  });
});
