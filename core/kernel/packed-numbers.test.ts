import fc from "fast-check";
import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "./packed-numbers.ts";

test("packed numbers come back bit for bit, of every length, with NaN, infinities and negative zero", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (values) => {
      expect([...unpackNumbers(packNumbers(Float64Array.from(values)))]).toEqual(values);
    }),
  );
});

test("numbers are packed as base64 of doubles, least byte first", () => {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleLE(1.5, 0);
  bytes.writeDoubleLE(-2e300, 8);
  expect(packNumbers(Float64Array.of(1.5, -2e300))).toBe(bytes.toString("base64"));
});

test("more numbers than one block holds stand in one text", () => {
  const values = Float64Array.from({ length: 10_001 }, (_, i) => Math.sqrt(i));
  const bytes = Buffer.from(values.buffer);
  expect(packNumbers(values)).toBe(bytes.toString("base64"));
  expect(unpackNumbers(packNumbers(values))).toEqual(values);
});

test("other text is a fault", () => {
  expect(() => unpackNumbers("abc")).toThrow(RangeError);
  expect(() => unpackNumbers("äAAAAAAAAAA=")).toThrow(RangeError);
});
