import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { vesicleConcentration } from "./concentration.ts";
import { concentrationDrafts } from "./concentration-drafts.ts";
import { concentration } from "./concentration-operation.ts";
import { volumeOfFlow } from "./exposure.ts";
import { besideBeads, code, distance, inVolume, run, value } from "./vesicles.test-support.ts";
import python from "./vesicles-python.golden.json" with { type: "json" };

const limits = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper];

describe("concentration of detected particles", () => {
  test("43 events in 8 uL at 1:200 with the exact Poisson limits, as measured and original", () => {
    const found = value(vesicleConcentration(inVolume(43, 8), { dilution: 200 }));
    expect(found.asMeasured.value).toBeCloseTo(5375, 9);
    expect(found.original.value).toBeCloseTo(1_075_000, 6);
    const want = python.poisson[2]!.map((limit) => limit / 8e-3);
    expect(distance(limits(found.asMeasured.interval), want)).toBeLessThan(1e-11);
    expect(found.bound).toBeNull();
    expect(found.assumptions).toContain("counting_interval_only");
  });

  test("the stated uncertainty of the volume widens on the logarithmic scale", () => {
    const found = value(vesicleConcentration(inVolume(43, 8), { dilution: 1, relativeUncertainty: 0.1 }));
    expect(distance(limits(found.asMeasured.interval), python.propagated)).toBeLessThan(1e-11);
    expect(found.asMeasured.interval.method).toBe("poisson-exact-propagated");
  });

  test("beside counting beads the limits are conditional on both counts", () => {
    const found = value(vesicleConcentration(besideBeads(43, 950, 1e6), { dilution: 1 }));
    expect(found.asMeasured.value).toBeCloseTo((43 / 950) * 1e6, 6);
    expect(distance(limits(found.asMeasured.interval), python.beads)).toBeLessThan(1e-9);
    expect(found.assumptions).toContain("counting_beads_concentration");
  });

  test("the buffer's rate is subtracted with the limits of the difference, then the dilution applied", () => {
    const found = value(vesicleConcentration(inVolume(480, 20), { dilution: 50, buffer: inVolume(60, 30) }));
    const [net, ...want] = python.difference;
    expect(found.asMeasured.value).toBeCloseTo(net!, 9);
    expect(distance(limits(found.asMeasured.interval), want)).toBeLessThan(1e-11);
    expect(found.original.value).toBeCloseTo(net! * 50, 6);
    expect([found.gross, found.buffer]).toEqual([24_000, 2000]);
  });

  test("no event, or a sample not above its buffer: an upper limit with the bound below, never 0", () => {
    const none = value(vesicleConcentration(inVolume(0, 10), { dilution: 10 }));
    expect(none.bound).toBe("below");
    expect(none.original.value).toBeCloseTo((3.688879454113935 / 0.01) * 10, 6);
    expect(none.flags).toEqual(["no_events_in_gate"]);
    const like = value(vesicleConcentration(inVolume(50, 10), { dilution: 1, buffer: inVolume(48, 10) }));
    expect([like.bound, like.flags]).toEqual(["below", ["not_above_buffer"]]);
    expect(like.asMeasured.value).toBe(like.asMeasured.interval.upper);
    const under = value(vesicleConcentration(inVolume(5, 10), { dilution: 1, buffer: inVolume(900, 10) }));
    expect(under.asMeasured.value).toBeCloseTo(368.8879454113935, 9);
  });

  test("coincidence is judged from everything that passes, not from the gate alone", () => {
    const options = { dilution: 1, probeVolume: 54 };
    const gated = inVolume(1000, 1);
    expect(value(vesicleConcentration(gated, options)).flags).toEqual([]);
    const crowded = value(vesicleConcentration(gated, { ...options, allEvents: 4000 }));
    expect(crowded.flags).toEqual(["several_in_beam"]);
    expect(crowded.coincidence!.particlesInProbe).toBeCloseTo(0.216, 9);
  });

  test("impossible input is refused by its name", () => {
    const good = inVolume(10, 10);
    expect(code(vesicleConcentration(inVolume(1.5, 10), { dilution: 1 }))).toBe("cytometry-value-invalid");
    expect(code(vesicleConcentration(inVolume(1, 0), { dilution: 1 }))).toBe("cytometry-value-invalid");
    expect(code(vesicleConcentration(good, { dilution: 0.5 }))).toBe("cytometry-value-invalid");
    expect(code(vesicleConcentration(besideBeads(1, 0, 1e6), { dilution: 1 }))).toBe(
      "cytometry-no-counting-beads",
    );
    expect(code(vesicleConcentration(good, { dilution: 1, buffer: besideBeads(1, 9, 1e6) }))).toBe(
      "cytometry-exposures-differ",
    );
  });

  test("the estimates say above which limit they hold, and flag a channel without calibration", () => {
    const counted = value(vesicleConcentration(inVolume(0, 10), { dilution: 10 }));
    const subject = { level: "sample" as const, sample: "S" };
    const [measured, original] = concentrationDrafts(subject, counted, {
      channel: "SSC-A",
      limit: "98 nm",
      gate: "EV",
    });
    expect(measured!.qualifiers).toEqual({
      dilutionState: "as measured",
      detectedAbove: "SSC-A: 98 nm",
      gate: "EV",
    });
    expect([original!.qualifiers.dilutionState, original!.bound]).toEqual(["original", "below"]);
    const [blind] = concentrationDrafts(subject, counted, { channel: "PE-A", limit: null, gate: "" });
    expect(blind!.flags).toContain("detection_limit_not_calibrated");
    expect(blind!.qualifiers.detectedAbove).toBe("PE-A: not calibrated");
  });

  test("the original concentration does not depend on how the sample was diluted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }), (events, factor) => {
        const neat = value(vesicleConcentration(inVolume(events, 10), { dilution: 1 }));
        const diluted = value(vesicleConcentration(inVolume(events, 10 * factor), { dilution: factor }));
        expect(diluted.original.value / neat.original.value).toBeCloseTo(1, 12);
        expect(diluted.original.interval.upper / neat.original.interval.upper).toBeCloseTo(1, 12);
      }),
    );
  });

  test("a flow rate in uL/min for so many seconds is a volume, and the command takes it", () => {
    expect(volumeOfFlow(10, 90)).toBe(15);
    const found = value(run(concentration, { sample: { events: 10, volume: 15 }, dilution: 2 }));
    expect(found.original.value).toBeCloseTo(1333.3333333, 6);
    expect(code(run(concentration, { sample: { events: 10 } }))).toBe("cytometry-exposure-unclear");
  });
});

const trials = 2000;

/** Share of simulated experiments whose interval of the original sample holds the truth. */
function coverage(simulate: (index: number) => { lower: number; upper: number }, truth: number): number {
  let held = 0;
  for (let i = 0; i < trials; i++) {
    const { lower, upper } = simulate(i);
    if (lower <= truth && truth <= upper) held += 1;
  }
  return held / trials;
}

describe("95 % intervals over 2000 simulated experiments cover 93 to 97 %", () => {
  const random = createRandom(11);
  const within = (share: number) => {
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
  };

  test("by volume", () => {
    within(
      coverage((i) => {
        const events = random.split("volume", i).poisson(400);
        return value(vesicleConcentration(inVolume(events, 20), { dilution: 50 })).original.interval;
      }, 1e6),
    );
  });

  test("by volume with a buffer and a flow rate uncertain by 4 %", () => {
    within(
      coverage((i) => {
        const draw = random.split("flow", i);
        const true20 = 20 * draw.lognormal(0, 0.04);
        const sample = inVolume(draw.poisson((20 + 3) * true20), 20);
        const buffer = inVolume(draw.poisson(3 * true20), 20);
        return value(vesicleConcentration(sample, { dilution: 50, buffer, relativeUncertainty: 0.04 }))
          .original.interval;
      }, 1e6),
    );
  });

  test("by counting beads uncertain by 5 %, with a buffer", () => {
    within(
      coverage((i) => {
        const draw = random.split("beads", i);
        const stated = 1e6 * draw.lognormal(0, 0.05);
        const sample = besideBeads(draw.poisson(700), draw.poisson(1000), stated);
        const buffer = besideBeads(draw.poisson(100), draw.poisson(1000), stated);
        return value(vesicleConcentration(sample, { dilution: 50, buffer, relativeUncertainty: 0.05 }))
          .original.interval;
      }, 3e7),
    );
  });
});
