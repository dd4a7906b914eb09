import { expect, test } from "vitest";
import { createRandom } from "../../kernel/index.ts";
import { codes, value, worstError } from "../golden.test-support.ts";
import { matrixOf } from "../linear-algebra/matrix.ts";
import r from "./enrichment-r.golden.json" with { type: "json" };
import { gseaPhenotype } from "./gsea-phenotype.ts";
import python from "./gsea-python.golden.json" with { type: "json" };
import { labelPermutationNull } from "./label-null.ts";
import { signalToNoise } from "./signal-to-noise.ts";

const { data: nested, ids, labels, sets: byName, rows } = python.phenotype;
const data = matrixOf(nested);
const flags = Uint8Array.from(labels, (label) => (label === "treated" ? 1 : 0));
const sets = Object.entries(byName).map(([id, genes]) => ({ id, genes }));
const options = { permutations: 1000, seed: 4, positive: "treated", minSize: 5, maxSize: 100 };

test("signal to noise is gseapy's where no deviation is below 0.2 of its mean", () => {
  const unbounded = nested.flatMap((row, i) => {
    const groups = [row.slice(0, 8), row.slice(8)];
    const kept = groups.every((group) => {
      const mean = group.reduce((sum, x) => sum + x, 0) / 8;
      const sd = Math.sqrt(group.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / 7);
      return sd > 0.2 * Math.abs(mean);
    });
    return kept ? [i] : [];
  });
  expect(unbounded.length).toBe(ids.length);
  expect(worstError(signalToNoise(data, flags), python.phenotype.s2n)).toBeLessThan(1e-12);
});

test("each deviation counts at least 0.2 of its mean, 0.2 for a mean of 0, as written in R", () => {
  const lifted = [
    ...nested.map((row) => row.map((x) => x + 6)),
    labels.map((_, i) => (i < 8 ? 0 : 5)),
    labels.map(() => 3),
  ];
  expect(worstError(signalToNoise(matrixOf(lifted), flags), r.lifted)).toBeLessThan(1e-12);
});

const result = gseaPhenotype({ data, ids, labels }, sets, options);

test("ES between two groups is gseapy's; NES and p within 4 standard errors, q within 0.05", () => {
  expect(value(result).sets.length).toBe(4);
  for (const { id, es, nes, p, q, sameSign, resolution } of value(result).sets) {
    const [peerEs, peerNes, peerP, peerQ] = rows[id as keyof typeof rows] as [number, number, number, number];
    expect(worstError([es], [peerEs])).toBeLessThan(1e-12);
    expect(Math.abs(nes / peerNes - 1)).toBeLessThan(4 * 0.4 * Math.sqrt(1.25 / sameSign));
    const middle = (p + peerP) / 2;
    expect(Math.abs(p - peerP)).toBeLessThan(
      4 * Math.sqrt((1.25 * middle * (1 - middle)) / sameSign) + 2 * resolution,
    );
    expect(Math.abs(q - peerQ)).toBeLessThan(0.05);
  }
});

test("the order of genes and samples does not matter to scores, and swapped labels turn their sign", () => {
  const upsideDown = gseaPhenotype(
    { data: matrixOf([...nested].reverse()), ids: [...ids].reverse(), labels },
    sets,
    options,
  );
  expect(value(upsideDown)).toEqual(value(result));
  const swapped = value(gseaPhenotype({ data, ids, labels }, sets, { ...options, positive: "control" }));
  value(result).sets.forEach(({ es }, s) => {
    expect(swapped.sets[s]!.es).toBeCloseTo(-es, 12);
  });
});

test("blocks of permutations give the numbers of the whole", () => {
  const members = [Int32Array.of(1, 5, 9, 30), Int32Array.of(2, 3, 4)];
  const random = createRandom(9);
  const whole = labelPermutationNull(data, flags, members, 1, random, 0, 10).values;
  const first = labelPermutationNull(data, flags, members, 1, random, 0, 4).values;
  const second = labelPermutationNull(data, flags, members, 1, random, 4, 10).values;
  expect([...first.slice(0, 4), ...second.slice(0, 6), ...first.slice(4), ...second.slice(6)]).toEqual([
    ...whole,
  ]);
});

test("below 7 samples in a group, labels are not permuted", () => {
  const few = matrixOf(nested.map((row) => row.slice(2)));
  const refusal = gseaPhenotype({ data: few, ids, labels: labels.slice(2) }, sets, options);
  expect(codes(refusal)).toEqual(["enrichment-too-few-samples"]);
  expect("issues" in refusal && refusal.issues[0]!.remedy.en).toContain("permutes genes");
  const seven = matrixOf(nested.map((row) => row.slice(1)));
  const least = gseaPhenotype({ data: seven, ids, labels: labels.slice(1) }, sets, {
    ...options,
    permutations: 20,
  });
  expect("value" in least).toBe(true);
});

test("three labels are refused, and genes with a missing value are left out", () => {
  const three = labels.map((label, i) => (i === 3 ? "other" : label));
  expect(codes(gseaPhenotype({ data, ids, labels: three }, sets, options))).toEqual([
    "enrichment-not-two-groups",
  ]);
  const holes = matrixOf(
    nested.map((row, i) => (i === 7 ? row.map((x, c) => (c === 2 ? Number.NaN : x)) : row)),
  );
  const left = gseaPhenotype({ data: holes, ids, labels }, sets, { ...options, permutations: 20 });
  expect(codes(left)).toContain("enrichment-not-ranked");
  expect(value(left).genes).toBe(119);
  expect(value(left).sets.find(({ id }) => id === "up")!.inRanking).toBe(19);
});
