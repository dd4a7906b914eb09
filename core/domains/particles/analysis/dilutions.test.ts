import { expect, test } from "vitest";
import { distribution, study, total } from "./measurements.test-support.ts";

const series = (values: readonly (readonly [number, number])[]) =>
  values.map(([dilution, concentration]) => ({
    file: `d${dilution}.csv`,
    measurement: distribution([total(`v${dilution}`, concentration)]),
    rows: [{ dilution }],
  }));

const tvA9 = [
  [100, 9.1e8],
  [200, 5.0e8],
  [400, 2.55e8],
  [800, 1.27e8],
  [1600, 6.6e7],
] as const;

test("TV-A9: slope, R² and recoveries of a series over five files; coincidence at the least diluted", () => {
  const found = study(series(tvA9));
  expect(found.one("particles.dilutionSlope", "S")!.value).toBeCloseTo(0.954776, 6);
  expect(found.one("particles.dilutionRSquared", "S")!.value).toBeCloseTo(0.999389, 6);
  const recovery = (dilutionFactor: string) =>
    found.one("particles.dilutionRecovery", "S", { dilutionFactor })!;
  // 9.1e10 over the median of the originals, 1.016e11
  expect(recovery("100").value).toBeCloseTo(9.1e10 / 1.016e11, 9);
  expect(recovery("100").flags).toEqual(["coincidence_suspected"]);
  expect(recovery("200").flags).toEqual([]);
  expect(found.finding("nonlinear")).toMatchObject({ status: "met" });
  const own = found.one("particles.concentration", "S")!;
  expect(own.value).toBeCloseTo((9.1e10 + 1e11 + 1.02e11 + 1.016e11 + 1.056e11) / 5, -3);
  expect(own.flags).toContain("coincidence_suspected");
});

test("a series that does not follow fails, in readable numbers, on the numbers it rests on", () => {
  const found = study(
    series([
      [100, 9e8],
      [200, 7e8],
      [400, 5e8],
    ]),
  );
  const finding = found.finding("nonlinear")!;
  expect(finding).toMatchObject({ status: "not met", severity: "fail", subject: { sample: "S" } });
  expect(finding.message.en).toBe(
    "Concentration does not follow the dilution: slope 0.424, R² 0.9931, recovery 1:100 64.3 %, 1:200 100 %, 1:400 142.9 % (limits: slope 0.95–1.05, R² ≥ 0.99, recovery 80–120 %)",
  );
  expect(finding.estimates.filter((key) => key.startsWith("particles.dilution"))).toHaveLength(5);
  expect(found.one("particles.concentration", "S")!.flags).toContain("nonlinear");
});

test("two dilutions are no series, nor are captures without particles", () => {
  const found = study([
    ...series([
      [100, 9e8],
      [200, 4.5e8],
    ]),
    { file: "d400.csv", measurement: distribution([total("v", 0, 0)]), rows: [{ dilution: 400 }] },
  ]);
  expect(found.one("particles.dilutionSlope", "S")).toBeUndefined();
  expect(found.finding("nonlinear")!.status).toBe("not applicable");
});
