import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, convertQuantity, divide, multiply, type Quantity, subtract } from "./quantity.ts";
import { isAccepted, isRefused, type Result } from "./result.ts";

const q = (value: number, unit: string): Quantity => ({ value, unit });

function told(result: Result<Quantity>): string {
  return isRefused(result) ? result.issues[0]!.code : `${result.value.value} ${result.value.unit}`;
}

describe("quantities", () => {
  it.each([
    [add(q(1, "mL"), q(500, "uL")), "1.5 mL"],
    [subtract(q(1, "h"), q(30, "min")), "0.5 h"],
    [subtract(q(37, "Cel"), q(25, "Cel")), "12 K"],
    [multiply(q(2e9, "{particles}/mL"), q(3, "mL")), "6000000000 {particles}"],
    [divide(q(2e9, "{particles}/mL"), q(4, "ug/mL")), "500000000 {particles}/ug"],
    [divide(q(1, "1"), q(4, "mL")), "0.25 1/mL"],
    [divide(q(6, "nm"), q(3, "nm")), "2 1"],
    [multiply(q(2, "um"), q(3, "um")), "6 um2"],
    [multiply(q(2, "10*9/L"), q(3, "10*3")), "6 10*12/L"],
    [divide(q(8, "g/{cells}"), q(2, "{cells}")), "4 g/{cells}/{cells}"],
    [multiply(q(8, "g{protein}"), q(2, "g{protein}")), "16 g2{protein}"],
    [convertQuantity(q(120, "nm"), "um"), "0.12 um"],
  ])("combine and check their units: %#", (result, expected) => {
    expect(told(result)).toBe(expected);
  });

  it.each([
    [add(q(1, "mL"), q(1, "mg")), "unit-mismatch"],
    [add(q(1, "{particles}/mL"), q(1, "{cells}/mL")), "unit-mismatch"],
    [add(q(1, "mL"), q(1, "bogus")), "unit-unknown"],
    [add(q(20, "Cel"), q(5, "K")), "unit-celsius"],
    [subtract(q(20, "Cel"), q(5, "K")), "unit-celsius"],
    [multiply(q(20, "Cel"), q(5, "m")), "unit-celsius"],
    [divide(q(20, "m"), q(5, "Cel")), "unit-celsius"],
    [multiply(q(20, "m"), q(5, "?")), "unit-unknown"],
    [convertQuantity(q(1, "nm"), "s"), "unit-mismatch"],
  ])("are refused where units do not fit: %#", (result, code) => {
    expect(told(result)).toBe(code);
  });

  it("give the same sum in any unit", () => {
    const length = fc.record({
      value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      unit: fc.constantFrom("nm", "um", "mm", "m"),
    });
    fc.assert(
      fc.property(length, length, (a, b) => {
        const [one, two] = [add(a, b), add(b, a)];
        if (!isAccepted(one) || !isAccepted(two)) throw new Error("refused");
        const back = convertQuantity(two.value, a.unit);
        expect(isAccepted(back) && back.value.value / one.value.value).toBeCloseTo(1, 12);
      }),
    );
  });

  it("give a / b times b = a, in value and in kind", () => {
    const codes = fc.constantFrom(
      "nm",
      "{particles}/mL",
      "ug/mL",
      "10*9/L",
      "mPa.s",
      "um.cm/V/s",
      "min",
      "%",
      "1",
    );
    const quantity = fc.record({ value: fc.double({ min: 1e-3, max: 1e3, noNaN: true }), unit: codes });
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const ratio = divide(a, b);
        const product = isAccepted(ratio) ? multiply(ratio.value, b) : ratio;
        const back = isAccepted(product) ? convertQuantity(product.value, a.unit) : product;
        expect(isAccepted(back) && back.value.value / a.value).toBeCloseTo(1, 12);
      }),
    );
  });
});
