import { describe, expect, test } from "vitest";
import { normalCdf } from "../../../statistics/distributions/index.ts";
import { capture, distribution, stated, study } from "./measurements.test-support.ts";

/** TV-A8: log-normal of median 80 nm and sigma 0.35, of which 70 nm and more are seen, in bins of 1 nm. */
const edges = Float64Array.from({ length: 431 }, (_, i) => 70 + i);
const cdf = (d: number) => normalCdf(Math.log(d / 80) / 0.35);
const concentration = Float64Array.from(
  { length: 430 },
  (_, i) => 1e9 * (cdf(edges[i + 1]!) - cdf(edges[i]!)),
);
const cut = (given = {}) =>
  capture("v", { bins: { edges, concentration }, stated: { validTracks: stated(2000) }, ...given });
const file = (given = {}, measurement = {}) => [
  { file: "a.csv", measurement: distribution([cut(given)], measurement), rows: [{ dilution: 10 }] },
];

describe("the model of what is not seen", () => {
  test("TV-A8: 0.648591 of the particles are above 70 nm; the measured concentration stays", () => {
    const found = study(file());
    expect(found.one("particles.detectedFraction", "S")!.value).toBeCloseTo(0.648591, 2);
    expect(found.one("particles.lognormalMedian", "S")!.value).toBeCloseTo(80, 0);
    const measured = found.one("particles.concentration", "S")!;
    const model = found.one("particles.modelConcentration", "S")!;
    expect(measured.value / 1e10).toBeCloseTo(0.648591, 5);
    expect(model.value / measured.value).toBeCloseTo(1.541805, 1);
    expect([measured.basis, model.basis]).toEqual(["derived", "inferred"]);
    expect(model.assumptions).toEqual([
      "lognormal_population",
      "tracks_independent",
      "detection_limit_from_literature",
    ]);
    expect(measured.flags).toContain("truncated_below_dmin");
    expect(found.finding("truncated_below_dmin")!.message.en).toMatch(
      /^By a log-normal model 3\d(\.\d)? % of the particles lie below the limit of detection of 70 nm$/,
    );
  });

  test("takes the limit of the study before the file's before the literature's, says which, and draws it", () => {
    const limits = (given = {}, parameters = {}) => {
      const found = study(file(given), { parameters });
      const figure = found.result.study.summary as { samples: { detectionLimit: unknown }[] };
      const { assumptions } = found.one("particles.detectedFraction", "S")!;
      return [figure.samples[0]!.detectionLimit, assumptions.filter((code) => code.startsWith("detection"))];
    };
    expect(limits()).toEqual([{ value: 70, from: "literature" }, ["detection_limit_from_literature"]]);
    expect(limits({ detectionLimit: 75 })).toEqual([{ value: 75, from: "file" }, []]);
    expect(limits({ detectionLimit: 75 }, { detectionLimit: 80 })).toEqual([
      { value: 80, from: "study" },
      ["detection_limit_from_study"],
    ]);
  });

  test("sees nothing under the first edge of the bins, even where the limit lies lower", () => {
    const found = study(file({ detectionLimit: 40 }));
    expect(found.one("particles.lognormalMedian", "S")!.value).toBeCloseTo(80, 0);
    expect(found.one("particles.lognormalSigma", "S")!.value).toBeCloseTo(0.35, 2);
  });

  test("is not made where no limit is known", () => {
    const found = study(file({}, { method: "nano-flow" }));
    expect(found.one("particles.detectedFraction", "S")).toBeUndefined();
    expect(found.finding("truncated_below_dmin")!.status).toBe("not reported");
  });
});
