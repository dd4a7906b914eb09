import { expect, test } from "vitest";
import { createRandom, isRefused } from "../../../../kernel/index.ts";
import { assignValues } from "./assignment.ts";
import { findBeadPeaks } from "./bead-peaks.ts";
import { simulatedBeads } from "./beads-simulated.test-support.ts";
import { calibrate } from "./calibration-curve.ts";
import { calibrateFluorescence } from "./fluorescence-calibration.ts";
import { isUsable } from "./peak-flags.ts";

const factor = 20;

/** A bead set of 5 to 9 populations with random steps, sizes, noise, doublets and detector range. */
function randomSet(seed: number) {
  const random = createRandom(seed).split("design");
  const count = 5 + random.integer(5);
  const medians = random.uniform() < 0.7 ? [0] : [];
  for (let m = 10 ** (1 + 2 * random.uniform()); medians.length < count; m *= 1.8 + 2.5 * random.uniform()) {
    medians.push(m);
  }
  const isEven = random.uniform() < 0.6;
  const base = 100 + random.integer(2000);
  const part = () => (isEven ? 0.9 + 0.2 * random.uniform() : 0.15 + 1.7 * random.uniform());
  const sizes = medians.map(() => Math.round(base * part()));
  const noise = 5 * 10 ** (0.9 * random.uniform());
  const cv = 0.015 + 0.06 * random.uniform();
  const doublets = 0.12 * random.uniform();
  const isCut = random.uniform() < 0.35;
  const top = isCut ? medians[count - 1]! * (0.2 + 0.9 * random.uniform()) : Number.POSITIVE_INFINITY;
  const assigned = medians.map((median) => factor * median * 10 ** (0.015 * random.normal()));
  return { assigned, events: simulatedBeads(seed, { medians, sizes, noise, cv, doublets, top }), count };
}

/** What comes of a bead set from events to the curve. */
function outcome(seed: number): "right" | "refused" | "flagged" | "wrong" {
  const { assigned, events, count } = randomSet(seed);
  const found = findBeadPeaks(events, { expected: count });
  if (isRefused(found)) return "refused";
  const peaks = found.value.peaks.map(({ channels, populations }) => {
    return { median: channels[0]!.median, usable: isUsable(channels[0]!), populations };
  });
  const assignment = assignValues(peaks, assigned);
  if (isRefused(assignment)) return "refused";
  const beads = assignment.value.pairs.flatMap(({ peak, value }) =>
    value && peaks[peak]!.usable ? [{ median: peaks[peak]!.median, value }] : [],
  );
  const fit = calibrateFluorescence(beads, "MEF");
  if (isRefused(fit)) return "refused";
  const middle = Math.sqrt(beads[0]!.median * beads[beads.length - 1]!.median);
  const error = calibrate(fit.value.power.curve, middle).value! / (factor * middle) - 1;
  if (Math.abs(error) < 0.08) return "right";
  return fit.value.flags.some((flag) => flag !== "few_beads") ? "flagged" : "wrong";
}

test("of 150 random bead sets none gives a wrong curve without a flag, and at least 85 % a right one", () => {
  const tally = { right: 0, refused: 0, flagged: 0, wrong: 0 };
  for (let seed = 1; seed <= 150; seed++) tally[outcome(seed)]++;
  expect(tally.wrong).toBe(0);
  expect(tally.right).toBeGreaterThanOrEqual(0.85 * 150);
});
