import { describe, expect, test } from "vitest";
import { capture, distribution, study, type TestFile, total } from "./measurements.test-support.ts";

const sample = (captures: ReturnType<typeof total>[], row = {}): TestFile => ({
  file: "s.csv",
  measurement: distribution(captures),
  rows: [{ dilution: 100, ...row }],
});
const blank = (captures: ReturnType<typeof total>[], given = {}): TestFile => ({
  file: "b.csv",
  measurement: distribution(captures, given),
  rows: [{ sample: "PBS", role: "blank" }],
});
const corrected = "particles.concentration.blankCorrected";
const limit = "particles.concentration.detectionLimit";

describe("a sample against its blank", () => {
  test("TV-A7: 430 tracks, 12 in a blank of the same exposure: limit of detection 18.82764 tracks", () => {
    // 1e5 particles/mL as measured for a track
    const found = study([sample([total("v", 430e5, 430)]), blank([total("b", 12e5, 12)])]);
    expect(found.one(limit, "S")!.value / 1e5).toBeCloseTo(18.82764, 5);
    expect(found.one("particles.blankShare", "S")!.value).toBeCloseTo(12 / 430, 12);
    expect(found.one(corrected, "S")!).toMatchObject({
      value: expect.closeTo(418e7, -1),
      qualifiers: { dilutionState: "original" },
      n: { technical: 1, biological: null },
    });
    expect(found.one(limit, "S")!.qualifiers).toEqual({ dilutionState: "as measured" });
  });

  test("of twice the exposure: the limits are for half its counts", () => {
    // 24 tracks stand for 12e5 particles/mL: r = 0.5, L_C = 1.644854 sqrt(12 x 1.5), by hand from Currie's equations
    const found = study([sample([total("v", 430e5, 430)]), blank([total("b", 12e5, 24)])]);
    const z = 1.6448536269514722;
    const variance = 12 * 1.5;
    const critical = z * Math.sqrt(variance);
    const expected = critical + z ** 2 / 2 + z * Math.sqrt(z ** 2 / 4 + critical + variance);
    expect(found.one(limit, "S")!.value / 1e5).toBeCloseTo(expected, 8);
  });

  test("adds the uncertainty of sample and blank after Welch and Satterthwaite", () => {
    const found = study([
      sample([total("v1", 400e5), total("v2", 440e5), total("v3", 420e5)]),
      blank([total("b1", 20e5, 20), total("b2", 40e5, 40)]),
    ]);
    const { value, interval } = found.one(corrected, "S")!;
    // difference 390e5, SE^2 = (20e5)^2 / 3 + (10 sqrt 2 e5)^2 / 2 = 1.333e12 + 1e12, df = 2.3333^2 / (1.3333^2 / 2 + 1)
    expect(value / 1e7).toBeCloseTo(390, 9);
    const df = (7 / 3) ** 2 / ((4 / 3) ** 2 / 2 + 1);
    expect(df).toBeCloseTo(2.882, 3);
    const half = (interval!.upper - interval!.lower) / 2 / 1e7;
    // R 4.2: qt(0.975, 49 / 17) = 3.257208
    expect(half).toBeCloseTo(3.257208 * Math.sqrt(7 / 3) * 10, 4);
    expect(interval!.method).toBe("delta-method");
  });

  test("under the limit of detection gives the limit with its bound, never 0 and never a negative number", () => {
    const found = study([sample([total("v", 14e5, 14)]), blank([total("b", 12e5, 12)])]);
    const own = found.one(corrected, "S")!;
    expect([own.value / 1e7, own.bound, own.interval]).toEqual([expect.closeTo(18.82764, 5), "below", null]);
    expect(own.flags).toContain("below_detection_limit");
    expect(found.finding("blank>10%")).toMatchObject({ status: "not met", severity: "fail" });
  });

  test("several dilutions: the limit of the original is that of their mean factor", () => {
    const measurement = distribution([total("x", 12e5, 12), total("y", 12e5, 12)]);
    const rows = [
      { capture: "x", dilution: 10 },
      { capture: "y", dilution: 30 },
    ];
    const found = study([{ file: "s.csv", measurement, rows }, blank([total("b", 12e5, 12)])]);
    expect(found.one(corrected, "S")!.value / 1e5).toBeCloseTo(18.82764 * 20, 3);
  });

  test("a blank without particles has the limit 2.71 tracks, and too few counts to trust it", () => {
    for (const nothing of [
      total("b", 0, 0),
      capture("b", { bins: null, stated: { validTracks: { value: 0, unit: "1", printed: "0", line: 3 } } }),
    ]) {
      const found = study([sample([total("v", 430e5, 430)]), blank([nothing])]);
      expect(found.one(limit, "S")!.value / 1e5).toBeCloseTo(2.71, 9);
      expect(found.one(limit, "S")!.flags).toEqual(["few_blank_counts"]);
      expect(found.one(corrected, "S")!.value / 1e7).toBeCloseTo(430, 9);
      expect(found.finding("blank>10%")!.status).toBe("met");
    }
  });

  test("an empty sample is below the limit that the blank's own tracks give", () => {
    const found = study([sample([total("v", 0, 0)]), blank([total("b", 12e5, 12)])]);
    expect(found.one(corrected, "S")!).toMatchObject({
      bound: "below",
      value: expect.closeTo(18.82764e7, -3),
    });
    expect(found.one("particles.concentration", "S")).toBeUndefined();
  });

  test("without tracks keeps the negative difference and flags it", () => {
    const bare = (name: string, value: number) => ({ ...total(name, value), stated: {} });
    const found = study([sample([bare("v", 10e5)]), blank([bare("b", 12e5)])]);
    expect(found.one(corrected, "S")!).toMatchObject({
      value: expect.closeTo(-2e7, 0),
      flags: ["below_blank"],
    });
    expect(found.one(limit, "S")).toBeUndefined();
  });

  test("uses all blanks of its instrument, and none of another", () => {
    const blanks = ["b1.csv", "b2.csv"].map((file, i) => ({
      file,
      measurement: distribution([total(file, 10e5 + i * 4e5, 10 + 4 * i)]),
      rows: [{ sample: `PBS${i}`, role: "blank" as const }],
    }));
    const found = study([sample([total("v", 430e5, 430)]), ...blanks]);
    expect(found.one("particles.blankShare", "S")!.value).toBeCloseTo(12 / 430, 12);
    const other = { instrument: { vendor: "Particle Metrix", model: "ZetaView", software: "" } };
    const apart = study([sample([total("v", 430e5, 430)]), blank([total("b", 12e5, 12)], other)]);
    expect(apart.one("particles.blankShare", "S")).toBeUndefined();
    expect(apart.finding("blank>10%")!.status).toBe("not applicable");
  });

  test("of unknown dilution state brings its doubt along", () => {
    const unknown = total("b", 12e5, 12, {
      dilution: { factor: null, printedConcentrationIs: "unknown", words: "", line: 3 },
    });
    const found = study([sample([total("v", 430e5, 430)]), blank([unknown])]);
    expect(found.one(corrected, "S")!.flags).toContain("dilution_state_unknown");
  });

  test("is for samples: controls and calibrants are left as they are", () => {
    const found = study([
      sample([total("v", 430e5, 430)], { role: "control" }),
      blank([total("b", 12e5, 12)]),
    ]);
    expect(found.one("particles.blankShare", "S")).toBeUndefined();
  });
});
