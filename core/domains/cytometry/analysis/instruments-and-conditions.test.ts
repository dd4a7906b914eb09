import { expect, test } from "vitest";
import { exampleSamples } from "../twins/index.ts";
import { oddStudies } from "./odd-studies.test-support.ts";
import { analysed, exampleStudy } from "./run-study.test-support.ts";

const named = (name: string) => oddStudies().find((study) => study.name === name)!;

test("a detection limit holds for the instrument whose buffer gave it, and for no other", async () => {
  const { estimates } = await analysed(named("beads"));
  const above = (sample: string) =>
    estimates.find(({ id, subject }) => id === "cytometry.concentration" && subject.sample === sample)!
      .qualifiers.detectedAbove;
  expect(above("dim")).toMatch(/^SSC-A: \d+(\.\d+)? nm$/);
  expect(above("second")).toBe("SSC-A: not calibrated");
  expect(above("third")).toBe("SSC-A: not calibrated");
});

test("the uncertainty of the counting beads widens the interval of a concentration", async () => {
  const { parameters, ...rest } = named("beads");
  const { counting, ...others } = (parameters as { beads: Record<string, object> }).beads;
  const exact = { ...counting, relativeUncertainty: 0 };
  const certain = { ...(parameters as object), beads: { ...others, counting: exact } } as never;
  const widthOf = async (given: typeof parameters) => {
    const { estimates } = await analysed({ ...rest, parameters: given });
    const found = estimates.find(
      ({ id, subject }) => id === "cytometry.concentration" && subject.sample === "second",
    )!;
    return Math.log(found.interval!.upper / found.interval!.lower);
  };
  const [known, doubted] = [await widthOf(certain), await widthOf(parameters)];
  // distances on the logarithmic scale add in squares: 2 * 1.96 * 0.04
  expect(doubted).toBeCloseTo(Math.hypot(known, 2 * 1.959964 * 0.04), 3);
});

test("steps of a file with several data sets are found by the study", async () => {
  const { study } = await analysed(named("uncontrolled"));
  const step = study.steps.find(({ key }) => key === "concentration:twice")!;
  expect(step.inputs).toEqual(["two-sets.fcs#data set 1:events", "two-sets.fcs#data set 2:events"]);
});

test("the odds of being positive are compared between conditions with donors as the replicates", async () => {
  const { estimates } = await analysed(exampleStudy());
  const [ratio] = estimates.filter(
    ({ id, qualifiers }) => id === "cytometry.groupOddsRatio" && qualifiers.channel === "PE-A",
  );
  const odds = (condition: string) =>
    exampleSamples
      .filter((one) => one.condition === condition)
      .map(({ truth }) => truth.markers["PE-A"]!.fraction)
      .reduce((product, share) => product * (share / (1 - share)) ** (1 / 3), 1);
  expect(ratio!.subject.group).toBe("hypoxia / normoxia");
  expect(ratio!.n).toEqual({ technical: null, biological: 3 });
  expect(ratio!.assumptions).toContain("paired_donors");
  expect(ratio!.interval!.lower).toBeLessThan(odds("hypoxia") / odds("normoxia"));
  expect(ratio!.interval!.upper).toBeGreaterThan(odds("hypoxia") / odds("normoxia"));
  expect(ratio!.interval!.lower).toBeGreaterThan(1);
});
