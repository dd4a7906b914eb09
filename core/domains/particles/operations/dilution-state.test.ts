import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused } from "../../../kernel/index.ts";
import type { DilutionStatement } from "../measurement.ts";
import { decideConcentration } from "./dilution-state.ts";

type Is = DilutionStatement["printedConcentrationIs"];
const says = (factor: number | null, is: Is, words = ""): DilutionStatement => ({
  factor,
  printedConcentrationIs: is,
  words,
  line: 3,
});

const refusedBecause = "particles-dilution-contradiction";

describe("every state, file factor and sheet factor", () => {
  const rows: [
    Is,
    number | null,
    number | undefined,
    [number | null, number | null, number | null, string | null] | string,
  ][] = [
    ["as measured", null, undefined, [1e8, null, null, null]],
    ["as measured", null, 500, [1e8, 5e10, 500, "sheet"]],
    ["as measured", 500, undefined, [1e8, 5e10, 500, "file"]],
    ["as measured", 500, 500, [1e8, 5e10, 500, "file"]],
    ["as measured", 500, 1000, refusedBecause],
    ["original", null, undefined, [null, 1e8, null, null]],
    ["original", null, 500, [2e5, 1e8, 500, "sheet"]],
    ["original", 500, undefined, [2e5, 1e8, 500, "file"]],
    ["original", 500, 500, [2e5, 1e8, 500, "file"]],
    ["original", 500, 1000, refusedBecause],
    ["unknown", null, undefined, [1e8, null, null, null]],
    ["unknown", null, 500, [1e8, null, null, null]],
    ["unknown", 500, undefined, [1e8, null, null, null]],
    ["unknown", 500, 500, [1e8, null, null, null]],
    ["unknown", 500, 1000, refusedBecause],
  ];
  for (const [is, file, sheet, want] of rows) {
    test(`${is}, file ${file}, sheet ${sheet}: ${JSON.stringify(want)}`, () => {
      const result = decideConcentration({ printed: 1e8, statement: says(file, is), sheetDilution: sheet });
      if (typeof want === "string") {
        if (!isRefused(result)) throw new Error("was accepted");
        expect(result.issues[0]!.code).toBe(want);
        expect(result.issues[0]!.message.en).toMatch(/500\b.*1000\b/);
        expect(result.issues[0]!.message.ja).toMatch(/500\D.*1000\D/);
        return;
      }
      if (!isAccepted(result)) throw new Error("was refused");
      const { asMeasured, original, factor, factorFrom, state, flags } = result.value;
      expect([asMeasured, original, factor, factorFrom]).toEqual(want);
      expect(state).toBe(is === "original" ? "original" : "as measured");
      const flag =
        is === "unknown" ? ["dilution_state_unknown"] : factor === null ? ["dilution_not_recorded"] : [];
      expect(flags).toEqual(flag);
      const code =
        is === "unknown"
          ? ["particles-dilution-state-unknown"]
          : factor !== null
            ? []
            : is === "original"
              ? ["particles-dilution-factor-missing"]
              : ["particles-dilution-not-recorded"];
      expect(result.warnings.map((issue) => issue.code)).toEqual(code);
    });
  }
});

describe("printed digits", () => {
  test("a sheet factor within half a unit of the file's last digit is the same factor; the file's is used", () => {
    const result = decideConcentration({
      printed: 2e8,
      statement: says(33.3, "as measured", "Dilution: 33,3"),
      sheetDilution: 33.333,
    });
    if (!isAccepted(result)) throw new Error("was refused");
    expect(result.value.factor).toBe(33.3);
    expect(result.value.original).toBeCloseTo(6.66e9, 0);
  });
  test("a sheet factor further than half a unit is a contradiction", () => {
    const statement = says(1e4, "original", "1.00e+04");
    expect(isAccepted(decideConcentration({ printed: 1, statement, sheetDilution: 10049 }))).toBe(true);
    expect(isRefused(decideConcentration({ printed: 1, statement, sheetDilution: 10051 }))).toBe(true);
  });
});

describe("a second file of the same run", () => {
  const printed = 1.313e7;
  test("agrees with as measured times the factor to two printed digits", () => {
    const result = decideConcentration({
      printed,
      statement: says(500, "as measured"),
      secondSource: { original: 6.6e9 },
    });
    if (!isAccepted(result)) throw new Error("was refused");
    expect(result.value.original).toBe(printed * 500);
  });
  test("refuses when it prints the factor applied twice", () => {
    const result = decideConcentration({
      printed,
      statement: says(500, "as measured"),
      secondSource: { original: printed * 500 * 500 },
    });
    if (!isRefused(result)) throw new Error("was accepted");
    expect(result.issues[0]!.code).toBe("particles-second-source-contradiction");
  });
  test("decides a state that the words leave open, and says so", () => {
    for (const [original, state] of [
      [printed, "original"],
      [printed * 500, "as measured"],
    ] as const) {
      const result = decideConcentration({
        printed,
        statement: says(500, "unknown"),
        secondSource: { original },
      });
      if (!isAccepted(result)) throw new Error("was refused");
      expect(result.value.state).toBe(state);
      expect(result.value.original).toBe(original);
      expect(result.value.assumptions).toContain("dilution_state_from_second_source");
    }
  });
  test("cannot contradict a file that is as measured and has no factor", () => {
    const result = decideConcentration({
      printed,
      statement: says(null, "as measured"),
      secondSource: { original: 6.6e9 },
    });
    expect(isAccepted(result)).toBe(true);
  });
});

test("impossible factors and concentrations are refused", () => {
  for (const factor of [0, 0.5, -3, Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const question of [
      { printed: 1e8, statement: says(factor, "original") },
      { printed: 1e8, statement: says(null, "as measured"), sheetDilution: factor },
    ]) {
      const result = decideConcentration(question);
      if (!isRefused(result)) throw new Error(`accepted ${factor}`);
      expect(result.issues[0]!.code).toMatch(/^particles-(file-)?dilution-factor-invalid$/);
    }
  }
  for (const printed of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
    expect(isRefused(decideConcentration({ printed, statement: says(2, "original") }))).toBe(true);
  }
});

describe("for any printed value, factors and second source", () => {
  const factor = fc.double({ min: 1.2, max: 1e6, noNaN: true });
  const question = fc.record({
    printed: fc.double({ min: 1, max: 1e14, noNaN: true }),
    statement: fc.record({
      factor: fc.option(factor),
      printedConcentrationIs: fc.constantFrom<Is>("as measured", "original", "unknown"),
      words: fc.constant(""),
      line: fc.constant(0),
    }),
    sheetDilution: fc.option(factor, { nil: undefined }),
    same: fc.boolean(),
    second: fc.constantFrom(undefined, 0, 1, 2),
  });
  test("the original is the printed value times the factor once or not at all, never twice or divided", () => {
    fc.assert(
      fc.property(question, ({ same, second, ...asked }) => {
        const sheetDilution = same ? (asked.statement.factor ?? asked.sheetDilution) : asked.sheetDilution;
        const any = asked.statement.factor ?? sheetDilution ?? 1;
        const secondSource = second === undefined ? undefined : { original: asked.printed * any ** second };
        const result = decideConcentration({ ...asked, sheetDilution, secondSource });
        if (!isAccepted(result)) return;
        const { asMeasured, original, factor: used, state } = result.value;
        if (state === "original") expect(original).toBe(asked.printed);
        else expect(asMeasured).toBe(asked.printed);
        if (original !== null && state === "as measured") expect(original).toBe(asked.printed * used!);
        if (asMeasured !== null && state === "original") expect(asMeasured).toBe(asked.printed / used!);
        if (used !== null) expect([asked.statement.factor, sheetDilution]).toContain(used);
        if (result.value.flags.length > 0) expect(original === null || asMeasured === null).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
