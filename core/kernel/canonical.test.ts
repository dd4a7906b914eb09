import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "./canonical.ts";

function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** RFC 8785, appendix B: IEEE 754 bits and what they become. */
const numbers: readonly (readonly [string, string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

describe("canonicalJson against RFC 8785", () => {
  it.each(numbers)("prints the double %s as %s (appendix B)", (hex, text) => {
    expect(canonicalJson(double(hex))).toBe(text);
  });

  it.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("refuses %s (appendix B)", (hex) => {
    expect(() => canonicalJson(double(hex))).toThrow(TypeError);
    expect(() => canonicalJson({ a: [double(hex)] })).toThrow(TypeError);
  });

  it("gives the UTF-8 bytes of section 3.2.4 for the sample of section 3.2.2", () => {
    const sample = JSON.parse(
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    ) as Json;
    const text = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    const hex =
      `7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333
      332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e41
      27425c225c5c5c5c5c222f227d`.replace(/\s/g, "");
    expect(canonicalJson(sample)).toBe(text);
    expect(Buffer.from(canonicalJson(sample), "utf8").toString("hex")).toBe(hex);
  });

  it("sorts members by UTF-16 code units (section 3.2.3)", () => {
    const sample = JSON.parse(
      String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"}`,
    ) as Json;
    expect(canonicalJson(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",' +
        '"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });
});

describe("canonicalJson", () => {
  it("sorts names that are array indices as text, at any depth", () => {
    expect(canonicalJson({ a: { "9": 1, "10": 2, b: 3 }, "2": [] })).toBe(
      '{"2":[],"a":{"10":2,"9":1,"b":3}}',
    );
  });

  it("keeps a member named __proto__", () => {
    const parsed = JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}') as Json;
    expect(canonicalJson(parsed)).toBe('{"__proto__":{"a":2,"z":1},"b":1}');
  });

  it("leaves out members that are undefined and does not change its argument", () => {
    const value = { b: { d: 1, c: undefined }, a: undefined } as unknown as Json;
    expect(canonicalJson(value)).toBe('{"b":{"d":1}}');
    expect(Object.keys(value as object)).toEqual(["b", "a"]);
  });

  it.each([
    ["undefined in a list", [undefined]],
    ["a hole in a list", new Array(2)],
    ["a function", { toJSON: () => 1 }],
    ["a big integer", 1n],
    ["a date", new Date(0)],
    ["a map", { a: new Map() }],
    ["a typed array", [new Float64Array(2)]],
    ["a lone surrogate", "a\ud800"],
    ["a name with a lone surrogate", { "\udc00": 1 }],
  ])("throws a TypeError on %s", (_title, value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(TypeError);
  });

  it("is read back as the same value, and is the same whatever the order of members", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(canonicalJson(reversed(value) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value).reverse()) copy[name] = reversed(member);
  return copy;
}
