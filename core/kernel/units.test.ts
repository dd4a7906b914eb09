import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAccepted, isRefused, type Result } from "./result.ts";
import { atoms } from "./unit-atoms.ts";
import { convert, parseUnit, unitConversion } from "./units.ts";

function accept<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return isRefused(result) ? result.issues[0]!.code : "accepted";
}

describe("convert", () => {
  it.each([
    [100, "nm", "um", 0.1],
    [0.89, "mPa.s", "cP", 0.89],
    [1, "P", "Pa.s", 0.1],
    [1e9, "{particles}/mL", "{particles}/L", 1e12],
    [250, "10*9/L", "/uL", 250000],
    [250, "10*9/L", "1/mL", 250e6],
    [1, "ug/mL", "mg/L", 1],
    [1, "um.cm/V/s", "m2/V/s", 1e-8],
    [1, "um.cm/(V.s)", "um.cm/V/s", 1],
    [4.3, "um2/s", "m2/s", 4.3e-12],
    [5, "nm-1", "1/um", 5000],
    [2, "kHz", "1/min", 120000],
    [90, "deg", "rad", Math.PI / 2],
    [12.5, "%", "1", 0.125],
    [1.5, "bar", "kPa", 150],
    [36, "h", "d", 1.5],
    [1, "W.h", "kJ", 3.6],
    [1, "mV.A", "mJ/s", 1],
    [1, "U", "umol/min", 1],
    [100000, "[g]", "m/s2", 980665],
    [1, "L", "dm3", 1],
    [3, "l", "L", 3],
    [1, "eV", "J", 1.602176634e-19],
    [25, "Cel", "K", 298.15],
    [310.15, "K", "Cel", 37],
    [25, "Cel", "mK", 298150],
    [21.5, "Cel", "Cel", 21.5],
    [1, "m{wet}/s", "cm/s", 100],
    [1, "/s", "Hz", 1],
  ])("%s %s is %s", (value, from, to, expected) => {
    expect(accept(convert(value, from, to))).toBeCloseTo(expected, 12);
    expect(accept(convert(value, from, to)) / expected).toBeCloseTo(1, 14);
  });

  it("is exact between powers of ten", () => {
    expect(accept(convert(0.3, "uL", "mL"))).toBe(0.0003);
    expect(accept(convert(123.456, "nm", "um"))).toBe(0.123456);
    expect(accept(convert(7.1, "mol/L", "mmol/mL"))).toBe(7.1);
  });

  it.each([
    ["nm", "s"],
    ["{particles}/mL", "ug/mL"],
    ["{particles}/mL", "{cells}/mL"],
    ["{particles}", "mol"],
    ["rad", "1"],
    ["Cel", "m"],
    ["Pa", "Pa.s"],
  ])("refuses %s as %s with unit-mismatch", (from, to) => {
    const result = convert(1, from, to);
    expect(codeOf(result)).toBe("unit-mismatch");
    expect(isRefused(result) && result.issues[0]!.message.ja).toContain(from);
  });

  it("takes an annotation for granted only where the other unit has none", () => {
    expect(accept(convert(1, "{particles}/mL", "/mL"))).toBe(1);
    expect(accept(convert(1, "1/mL", "{particles}/mL"))).toBe(1);
    expect(codeOf(convert(1, "{particles}/{cells}", "{cells}/{particles}"))).toBe("unit-mismatch");
  });

  it.each([
    "",
    "foo",
    "nM",
    "µm",
    "mL/",
    ".m",
    "m..s",
    "m//s",
    "2m",
    "kmin",
    "mCel2",
    "(m",
    "m)",
    "m0",
    "{a",
    "NM",
    "ML ",
    "m2 s",
    "10*9 /L",
    "kcps",
    "-1",
    "0",
  ])("refuses “%s” as no unit", (code) => {
    expect(["unit-unknown", "unit-celsius"]).toContain(codeOf(parseUnit(code)));
    expect(codeOf(convert(1, code, "m"))).not.toBe("accepted");
  });

  it.each(["Cel/min", "J/Cel", "mCel", "(Cel)"])("refuses %s with unit-celsius", (code) => {
    expect(codeOf(parseUnit(code))).toBe("unit-celsius");
  });

  it("does not run away on deep or long codes", () => {
    expect(codeOf(parseUnit("(".repeat(10_000)))).toBe("unit-unknown");
    expect(codeOf(parseUnit("m.".repeat(50_000)))).toBe("unit-unknown");
  });
});

const codes = [...atoms.keys()].filter((code) => !code.startsWith("10"));
const unit = fc
  .array(
    fc.tuple(
      fc.constantFrom(...codes),
      fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.map(([code, power]) => `${code}${power}`).join("."));

describe("units", () => {
  it("are converted back to the same value", () => {
    fc.assert(
      fc.property(unit, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (code, value) => {
        const base = accept(parseUnit(code));
        const plain = `${
          ["m", "g", "s", "K", "A", "mol", "rad"]
            .map((name, k) => `${name}${base.powers[k]}`)
            .filter((part) => !/[^\d]-?0$/.test(part))
            .join(".") || "1"
        }`;
        const there = accept(unitConversion(code, plain));
        const back = accept(unitConversion(plain, code));
        expect(back(there(value)) / value).toBeCloseTo(1, 12);
      }),
    );
  });

  it("are read without throwing, whatever the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."mgsKLuCel{}()./%10*^-+2 nd[]é") }), (code) => {
        const result = parseUnit(code);
        if (isAccepted(result)) expect(result.value.powers.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
