import { describe, expect, test } from "vitest";
import { capture, distribution, study, total } from "./measurements.test-support.ts";

const concentration = "particles.concentration";
const values = [42.1, 45.3, 39.8, 44.0, 43.3];

describe("a sample over its captures", () => {
  test("TV-A5: mean, CV and t-interval of five captures; what it does not cover is said", () => {
    const measurement = distribution(values.map((value, i) => total(`v${i}`, value * 1e6)));
    const found = study([{ file: "a.csv", measurement, rows: [{ dilution: 1000 }] }]);
    const own = found.one(concentration, "S")!;
    expect(own.value / 1e9).toBeCloseTo(42.9, 9);
    expect(own.interval!.lower / 1e9).toBeCloseTo(40.3118, 4);
    expect(own.interval!.upper / 1e9).toBeCloseTo(45.4882, 4);
    expect(own.interval!.method).toBe("t-between-captures");
    expect(own.n).toEqual({ technical: 5, biological: null });
    expect(own.assumptions).toEqual([
      "captures_exchangeable",
      "between_donor_not_covered",
      "between_preparation_not_covered",
      "between_measurement_not_covered",
    ]);
    expect(found.one("particles.cv", "S")!.value).toBeCloseTo(0.048589, 6);
  });

  test("of two files has the interval between measurements, not between captures", () => {
    const files = [
      [1e8, 1.1e8, 1.2e8],
      [2e8, 2.2e8, 2.1e8],
    ].map((all, i) => ({
      file: `f${i}.csv`,
      measurement: distribution(all.map((value, k) => total(`f${i} v${k}`, value))),
      rows: [{ dilution: 10 }],
    }));
    const own = study(files).one(concentration, "S")!;
    // means 1.1e9 and 2.1e9: 1.6e9 +- t(1, 0.975) 0.5e9
    expect(own.value).toBeCloseTo(1.6e9, 0);
    expect(own.interval!.upper / 1e9).toBeCloseTo(1.6 + 12.7062047 * 0.5, 6);
    expect(own.interval!.method).toBe("t-between-measurements");
    expect(own.assumptions).not.toContain("between_measurement_not_covered");
  });

  test("of two named preparations has the interval between these", () => {
    const files = ["P1", "P2"].map((preparation, i) => ({
      file: `f${i}.csv`,
      measurement: distribution([total(`f${i}`, 1e8 * (i + 1))]),
      rows: [{ dilution: 10, preparation }],
    }));
    expect(study(files).one(concentration, "S")!.interval!.method).toBe("t-between-preparations");
  });

  test("does not take captures without a named preparation for one of their own", () => {
    const files = ["P1", undefined].map((preparation, i) => ({
      file: `f${i}.csv`,
      measurement: distribution([total(`f${i}`, 1e8 * (i + 1))]),
      rows: [{ dilution: 10, ...(preparation ? { preparation } : {}) }],
    }));
    const own = study(files).one(concentration, "S")!;
    expect(own.interval!.method).toBe("t-between-measurements");
    expect(own.assumptions).toContain("between_preparation_not_covered");
  });

  test("two dilutions in one file are two measurements, and their CV is not one of captures", () => {
    const measurement = distribution([
      total("x1", 1e8),
      total("x2", 1.1e8),
      total("y1", 2e8),
      total("y2", 2.2e8),
    ]);
    const rows = [
      { capture: "x*", dilution: 20 },
      { capture: "y*", dilution: 10 },
    ];
    const found = study([{ file: "a.csv", measurement, rows }]);
    expect(found.one("particles.cv", "S")!.value).toBeCloseTo(0.0673435, 6);
    expect(found.one(concentration, "S")!.interval).toBeNull();
    expect(found.one(concentration, "S")!.assumptions).toContain("identical_means_no_interval");
  });

  test("one capture, and captures that are the same, have no interval and say why", () => {
    const of = (n: number) => distribution(Array.from({ length: n }, (_, i) => total(`v${i}`, 1e8)));
    const why = (n: number) => {
      const own = study([{ file: "a.csv", measurement: of(n), rows: [{ dilution: 10 }] }]).one(
        concentration,
        "S",
      )!;
      expect(own.interval).toBeNull();
      return own.assumptions[0];
    };
    expect([why(1), why(3)]).toEqual(["single_capture_no_interval", "identical_means_no_interval"]);
  });

  test("counts a capture without particles as 0 in the mean, and gives none where all are empty", () => {
    const empty = total("e", 0, 0);
    const file = (captures: ReturnType<typeof total>[]) => [
      { file: "a.csv", measurement: distribution(captures), rows: [{ dilution: 10 }] },
    ];
    const half = study(file([total("v", 2e8), empty]));
    expect(half.one(concentration, "S")!.value).toBeCloseTo(1e9, 0);
    expect(half.one(concentration, "e")).toBeUndefined();
    expect(half.codes()).toContain("particles-capture-empty");
    const none = study(file([empty]));
    expect([none.one(concentration, "S"), none.one("particles.d50", "S")]).toEqual([undefined, undefined]);
  });

  test("counts the export of a single video beside that of its experiment once", () => {
    const videos = [total("v1", 1e8), total("v2", 1.3e8), total("v3", 1.2e8)].map((one, i) => ({
      ...one,
      stated: { validTracks: { ...one.stated.validTracks!, value: 300 + i } },
    }));
    const rows = [{ dilution: 10 }];
    const experiment = { file: "z-ExperimentSummary.csv", measurement: distribution(videos), rows };
    const single = { file: "a_Summary.csv", measurement: distribution([videos[1]!]), rows };
    const found = study([single, experiment]);
    const alone = study([experiment]);
    expect(found.one(concentration, "S")).toEqual(alone.one(concentration, "S"));
    expect(found.issues.find(({ code }) => code === "particles-capture-twice")).toMatchObject({
      file: "a_Summary.csv",
      parameters: { capture: "v2", first: "z-ExperimentSummary.csv", sample: "S" },
    });
  });

  test("carries what the instrument says of a capture, on the capture and on the sample", () => {
    const warning = { key: "Validity", words: "Unreliable", severity: "fail", line: 53 } as const;
    const measurement = distribution([total("v", 1e8, 400, { instrumentWarnings: [warning] })]);
    const found = study([{ file: "a.csv", measurement, rows: [{ dilution: 10 }] }]);
    for (const of of ["S", "v"]) {
      for (const id of [concentration, "particles.d50"])
        expect(found.one(id, of)!.flags).toContain("instrument_fail");
    }
    const whole = distribution([total("v", 1e8)], { instrumentWarnings: [warning] });
    expect(
      study([{ file: "a.csv", measurement: whole, rows: [{}] }]).one(concentration, "S")!.flags,
    ).toContain("instrument_fail");
  });

  test("sets captures aside by role, and tells of captures that no row names", () => {
    const measurement = distribution([total("v1", 1e8), total("v2", 9e8), total("v3", 5e8, 20)]);
    const rows = [
      { capture: "v1", dilution: 10 },
      { capture: "v2", role: "ignore" as const },
    ];
    const found = study([{ file: "a.csv", measurement, rows }]);
    expect(found.one(concentration, "S")!.value).toBeCloseTo(1e9, 0);
    expect(found.estimates.filter(({ subject }) => subject.capture === "v2")).toEqual([]);
    expect(found.issues.find(({ code }) => code === "particles-captures-without-row")!.parameters).toEqual({
      n: 1,
      captures: "v3",
      sample: "a.csv",
    });
  });

  test("gives no concentration of 0 where the mean is below what numbers hold", () => {
    const measurement = distribution([
      total("v0", 1e-322),
      ...Array.from({ length: 60 }, (_, i) => total(`v${i + 1}`, 0)),
    ]);
    const found = study([{ file: "a.csv", measurement, rows: [{ dilution: 1 }] }]);
    expect(found.one(concentration, "S")).toBeUndefined();
  });

  test("is told of a row whose captures the file does not have", () => {
    const rows = [{ capture: "w*" }];
    expect(study([{ file: "a.csv", measurement: distribution([capture("v")]), rows }]).codes()).toContain(
      "particles-row-without-captures",
    );
  });

  test("is nothing in a study without files", () => {
    expect(study([]).estimates).toEqual([]);
  });

  test("takes the defaults where study.yaml cannot be used, and says so once", () => {
    const files = ["a.csv", "b.csv"].map((file) => ({
      file,
      measurement: distribution([capture(file)]),
      rows: [{}],
    }));
    const found = study(files, { parameters: { levle: 0.9 } });
    expect(found.codes().filter((code) => code === "particles-parameters-invalid")).toHaveLength(1);
  });
});
