import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DilutionStatement } from "../measurement.ts";
import { distribution, study, total } from "./measurements.test-support.ts";

const says = (
  printedConcentrationIs: DilutionStatement["printedConcentrationIs"],
  factor: number | null = null,
): { dilution: DilutionStatement } => ({
  dilution: { factor, printedConcentrationIs, words: factor === null ? "" : `Dilution: ${factor}`, line: 12 },
});
const concentration = "particles.concentration";

describe("a concentration through file, sheet and study", () => {
  test("that the file adjusted is the original, whatever else says the same factor", () => {
    const measurement = distribution([total("v", 5e11, 400, says("original", 500))]);
    for (const row of [{}, { dilution: 500 }]) {
      const found = study([{ file: "a.csv", measurement, rows: [row] }]).one(concentration, "S")!;
      expect(found.value).toBeCloseTo(5e11, -2);
      expect(found.qualifiers.dilutionState).toBe("original");
      expect(found.flags).not.toContain("dilution_not_recorded");
    }
  });

  test("as measured is multiplied once: by the file's factor, or the sheet's", () => {
    const inFile = distribution([total("v", 1e9, 400, says("as measured", 500))]);
    const plain = distribution([total("v", 1e9)]);
    for (const [measurement, row] of [
      [inFile, {}],
      [inFile, { dilution: 500 }],
      [plain, { dilution: 500 }],
    ] as const) {
      const found = study([{ file: "a.csv", measurement, rows: [row] }]);
      expect(found.one(concentration, "S")!.value).toBeCloseTo(5e11, -2);
      expect(found.one(concentration, "v")!.value).toBeCloseTo(5e11, -2);
    }
  });

  test("without any factor stays as measured and says so", () => {
    const found = study([{ file: "a.csv", measurement: distribution([total("v", 1e9)]), rows: [{}] }]);
    const own = found.one(concentration, "S")!;
    expect([own.value, own.qualifiers.dilutionState]).toEqual([expect.closeTo(1e9, 0), "as measured"]);
    expect(own.flags).toContain("dilution_not_recorded");
    expect(found.codes()).toContain("particles-dilution-not-recorded");
  });

  test("of unknown state stays as measured although the sheet has a factor, until the study decides", () => {
    const file = { file: "a.csv", measurement: distribution([total("v", 1e9, 400, says("unknown"))]) };
    const rows = [{ dilution: 500 }];
    const unknown = study([{ ...file, rows }]).one(concentration, "S")!;
    expect(unknown.value).toBeCloseTo(1e9, 0);
    expect(unknown.flags).toContain("dilution_state_unknown");
    const told = (state: string) =>
      study([{ ...file, rows }], { parameters: { concentrationState: { "a.csv": state } } });
    expect(told("as measured").one(concentration, "S")!.value).toBeCloseTo(5e11, -2);
    expect(told("original").one(concentration, "S")!.value).toBeCloseTo(1e9, 0);
    expect(told("original").one(concentration, "v")!.assumptions).toContain("dilution_state_from_study");
  });

  test("does not change where the file decides and study.yaml says otherwise", () => {
    const measurement = distribution([total("v", 5e11, 400, says("original", 500))]);
    const parameters = { concentrationState: { "a.csv": "as measured" } };
    expect(
      study([{ file: "a.csv", measurement, rows: [{}] }], { parameters }).one(concentration, "S")!.value,
    ).toBeCloseTo(5e11, -2);
  });

  test.each(["constructor", "__proto__", "toString"])(
    "of a file named %s is not taken as told by the study",
    (name) => {
      const measurement = distribution([total("v", 1e9, 400, says("unknown"))]);
      const own = study([{ file: name, measurement, rows: [{ dilution: 500 }] }]).one(concentration, "S")!;
      expect([own.value, own.qualifiers.dilutionState]).toEqual([expect.closeTo(1e9, 0), "as measured"]);
      expect(own.flags).toContain("dilution_state_unknown");
    },
  );

  test("is refused where file and sheet differ, with the line of both", () => {
    const measurement = distribution([total("v", 5e11, 400, says("original", 500))]);
    const found = study([{ file: "a.csv", measurement, rows: [{ dilution: 1000 }] }]);
    const issue = found.issues.find(({ code }) => code === "particles-dilution-sheet-differs")!;
    expect(issue.place).toEqual({ line: 12, key: "v" });
    expect(issue.message.en).toContain("factor of 500 (its line 12), line 2 of samples.csv one of 1000");
    expect([issue.severity, found.one(concentration, "S")]).toEqual(["error", undefined]);
    expect(found.one("particles.d50", "S")!.value).toBeCloseTo(107.5, 10);
  });

  test("names the line of a factor in the sheet that is none", () => {
    const found = study([
      { file: "a.csv", measurement: distribution([total("v", 1e9)]), rows: [{ dilution: 0.5 }] },
    ]);
    expect(found.issues[0]).toMatchObject({
      code: "particles-dilution-factor-invalid",
      file: "samples.csv",
      place: { line: 2 },
    });
  });

  test("leaves captures without a factor, and those that were refused, out of the mean and says so", () => {
    const known = total("a", 4e8, 1000, says("as measured", 100));
    const part = (other: ReturnType<typeof total>, row = {}) =>
      study([{ file: "a.csv", measurement: distribution([known, other]), rows: [row] }]).one(
        concentration,
        "S",
      )!;
    const without = part(total("b", 9e8, 1000));
    expect([without.value, without.n.technical]).toEqual([expect.closeTo(4e10, -2), 1]);
    expect(without.flags).toEqual(["captures_without_dilution_left_out"]);
    const refused = part(total("b", 9e8, 1000, says("as measured", 300)), { dilution: 100 });
    expect(refused.value).toBeCloseTo(4e10, -2);
    expect(refused.flags).toEqual(["captures_refused_left_out"]);
  });

  test("of two files as measured has no mean, since their dilutions are not known", () => {
    const files = ["a.csv", "b.csv"].map((file, i) => ({
      file,
      measurement: distribution([total("v", 1e8 * (i + 1))]),
      rows: [{}],
    }));
    expect(study(files).one(concentration, "S")).toBeUndefined();
  });

  test("by capture patterns: two samples and two dilutions in one file", () => {
    const measurement = distribution([total("x 1", 2e8), total("x 2", 2e8), total("y 1", 3e8)]);
    const rows = [
      { capture: "x*", sample: "X", dilution: 10 },
      { capture: "y*", sample: "Y", dilution: 100 },
    ];
    const found = study([{ file: "a.csv", measurement, rows }]);
    expect(found.one(concentration, "X")!.value).toBeCloseTo(2e9, 0);
    expect(found.one(concentration, "Y")!.value).toBeCloseTo(3e10, 0);
  });

  test("of a blank needs no factor, and nothing is asked of it", () => {
    const measurement = distribution([total("v", 1e7, 20)]);
    const found = study([{ file: "a.csv", measurement, rows: [{ role: "blank" }] }]);
    expect(found.codes()).not.toContain("particles-dilution-not-recorded");
  });
});

test("whatever file and sheet say, the factor is applied once or never", () => {
  const factor = fc.constantFrom(null, 1, 10, 500);
  const state = fc.constantFrom("as measured" as const, "original" as const, "unknown" as const);
  const parts = fc.record({
    state,
    file: factor,
    sheet: factor,
    role: fc.constantFrom("sample" as const, "blank" as const),
  });
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (files) => {
      const found = study(
        files.map(({ state: is, file, sheet, role }, i) => ({
          file: `f${i}.csv`,
          measurement: distribution([total("v", 3e8, 400, says(is, file))]),
          rows: [{ sample: `S${i}`, role, ...(sheet === null ? {} : { dilution: sheet }) }],
        })),
      );
      files.forEach(({ state: is, file, sheet }, i) => {
        const own = found.one(concentration, `S${i}`);
        const contradicts = file !== null && sheet !== null && file !== sheet;
        const applied = file ?? sheet;
        if (contradicts) expect(own).toBeUndefined();
        else {
          const expected = is === "as measured" && applied !== null ? 3e8 * applied : 3e8;
          expect(own!.value / expected).toBeCloseTo(1, 12);
          const original = is === "original" || (is === "as measured" && applied !== null);
          expect(own!.qualifiers.dilutionState).toBe(original ? "original" : "as measured");
        }
      });
    }),
    { numRuns: 60 },
  );
});
