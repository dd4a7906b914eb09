import { describe, expect, test } from "vitest";
import { bins, capture, distribution, stated, study } from "./measurements.test-support.ts";

const counts = [40, 180, 320, 260, 120, 50, 20, 10];
const ftla = [{ section: "Size Data", key: "Analysis Method", values: ["FTLA"], line: 78 }];
const tracked = (given = {}) =>
  capture("v", {
    bins: { ...bins(counts), counts: Float64Array.from(counts) },
    stated: { validTracks: stated(1000) },
    ...given,
  });
const file = (one: ReturnType<typeof capture>, given = {}) => [
  { file: "a.csv", measurement: distribution([one], given), rows: [{}] },
];

describe("the sizes of a capture", () => {
  test("TV-A4: percentiles, mode, mean and SD, also of the sample", () => {
    const found = study(file(tracked()));
    for (const of of ["v", "S"]) {
      const value = (name: string) => found.one(`particles.${name}`, of)!.value;
      expect(value("d10")).toBeCloseTo(76.6667, 4);
      expect(value("d50")).toBeCloseTo(107.5, 10);
      expect(value("d90")).toBeCloseTo(146.6667, 4);
      expect(value("mode")).toBeCloseTo(104, 10);
      expect(value("mean")).toBeCloseTo(110.4, 10);
      expect(value("sd")).toBeCloseTo(27.0661, 4);
    }
  });

  test("have order-statistics intervals from the valid tracks, and none without these", () => {
    const d50 = study(file(tracked())).one("particles.d50", "v")!;
    // ranks 469 and 532 of 1000 by the binomial rule: 468 and 532 counts in the bins 90-110 and 110-130
    expect(d50.interval).toMatchObject({ method: "order-statistics", lower: 90 + (20 * 248) / 320 });
    expect(d50.interval!.upper).toBeCloseTo(90 + (20 * 312) / 320, 10);
    const { counts: _, ...concentrations } = tracked().bins as ReturnType<typeof bins> & { counts: unknown };
    const bare = study(file(tracked({ stated: {}, bins: concentrations }))).one("particles.d50", "v")!;
    expect([bare.interval, bare.n.technical]).toEqual([null, null]);
  });

  test("that software smoothed say that an interval from their tracks is too narrow", () => {
    const found = study(file(tracked(), { settings: ftla }));
    for (const of of ["v", "S"])
      expect(found.one("particles.d50", of)!.assumptions).toContain("distribution_smoothed_by_software");
    expect(found.one("particles.lognormalMedian", "S")!.assumptions).toContain(
      "distribution_smoothed_by_software",
    );
    expect(found.one("particles.concentration", "v")!.assumptions).not.toContain(
      "distribution_smoothed_by_software",
    );
    const plain = study(file(tracked()));
    expect(plain.one("particles.d50", "v")!.assumptions).toEqual([
      "tracks_independent",
      "spheres_stokes_einstein",
    ]);
  });

  test("of methods without diffusion assume no diffusion", () => {
    const found = study(file(tracked(), { method: "MRPS", settings: ftla }));
    expect(found.one("particles.d50", "v")!.assumptions).toEqual(["tracks_independent"]);
    expect(found.one("particles.d50", "S")!.assumptions).not.toContain("viscosity_assumed");
  });

  test("of a list of particles are counted in bins of 5 nm", () => {
    const diameters = Float64Array.from({ length: 200 }, (_, i) => 50 + i * 0.5 + 0.25);
    const one = capture("v", { bins: null, diameters, stated: { concentration: stated(1e9) } });
    const found = study(file(one, { method: "TRPS" }));
    expect(found.one("particles.d50", "v")!.value).toBeCloseTo(100, 10);
    expect(found.one("particles.d10", "S")!.value).toBeCloseTo(60, 10);
    expect(found.one("particles.d50", "v")!.n.technical).toBe(200);
    expect(found.one("particles.concentration", "v")!.value).toBe(1e9);
    const without = study(file({ ...one, stated: {} }, { method: "TRPS" }));
    expect(without.one("particles.d50", "v")!.value).toBeCloseTo(100, 10);
    expect(without.one("particles.concentration", "v")).toBeUndefined();
  });

  test("are not given for bins that cannot be used, which are told", () => {
    const broken = { edges: Float64Array.of(50, 40, 60), concentration: Float64Array.of(1, 2) };
    const found = study(file(capture("v", { bins: broken })));
    expect(found.codes()).toContain("particles-bins-invalid");
    expect(found.one("particles.d50", "v")).toBeUndefined();
  });

  test("are given as printed without captures' own bins", () => {
    const one = capture("v", {
      bins: null,
      stated: { d50: stated(107.5, "nm"), concentration: stated(1e8) },
    });
    const found = study(file(one));
    expect(found.one("particles.stated.d50", "v")).toMatchObject({
      value: 107.5,
      basis: "stated",
      printed: "107.5",
    });
    expect([found.one("particles.d50", "v"), found.one("particles.concentration", "v")!.value]).toEqual([
      undefined,
      1e8,
    ]);
  });
});
