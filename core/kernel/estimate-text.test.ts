import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, type Json } from "./canonical.ts";
import type { Estimate } from "./estimate.ts";
import { estimateText } from "./estimate-text.ts";

const text = fc.string({ unit: "binary" });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const compact = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const estimate = fc
  .record({
    id: text,
    subject: fc
      .record({
        level: fc.constantFrom("capture", "sample"),
        file: maybe(text),
        capture: maybe(text),
        sample: maybe(text),
        group: maybe(text),
      })
      .map(compact),
    value: number,
    unit: text,
    interval: fc.option(
      fc.record({
        kind: fc.constant("confidence"),
        level: number,
        lower: number,
        upper: number,
        method: text,
      }),
    ),
    n: fc.record({ technical: fc.option(fc.nat()), biological: fc.option(fc.nat()) }),
    basis: fc.constantFrom("stated", "derived"),
    assumptions: fc.array(text),
    flags: fc.array(text),
    qualifiers: fc.dictionary(text, text),
    bound: maybe(fc.constantFrom("below", "above")),
    printed: maybe(text),
    evidence: text,
  })
  .map(compact) as unknown as fc.Arbitrary<Estimate>;

test("estimateText is the canonical JSON of the estimate", () => {
  fc.assert(
    fc.property(estimate, (one) => {
      expect(estimateText(one)).toBe(canonicalJson(one as unknown as Json));
    }),
    {
      numRuns: 500,
    },
  );
});

test("estimateText refuses what has no canonical JSON", () => {
  const [one] = fc.sample(estimate, { numRuns: 1, seed: 7 });
  expect(() => estimateText({ ...one!, value: Number.NaN })).toThrow(TypeError);
  expect(() => estimateText({ ...one!, id: "\ud800" })).toThrow(TypeError);
});
