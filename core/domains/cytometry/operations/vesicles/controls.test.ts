import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { bufferShare } from "./controls.ts";
import { detergentControl, judgeDetergent } from "./detergent.ts";
import golden from "./vesicles.golden.json" with { type: "json" };
import { besideBeads, code, distance, inVolume, run, value } from "./vesicles.test-support.ts";

const sample = { ...inVolume(480, 20), dilution: 100 };
const treated = (events: number, microlitres = 20, dilution = 100) => ({
  ...inVolume(events, microlitres),
  dilution,
});

describe("buffer-only control", () => {
  test("its share of the sample's rate has the exact limits of poisson.test", () => {
    const { value: share, interval, verdict } = value(bufferShare(inVolume(480, 20), inVolume(12, 20)));
    expect(share).toBe(12 / 480);
    expect(
      distance([interval.lower, interval.upper], [golden.ratio.lower[0]!, golden.ratio.upper[0]!]),
    ).toBeLessThan(1e-9);
    expect(verdict).toBe("within");
  });
  test("against the agreed 10 %: within, over, or not to be told", () => {
    const of = (events: number) => value(bufferShare(inVolume(480, 20), inVolume(events, 20)));
    expect([of(20).verdict, of(49).verdict, of(90).verdict]).toEqual(["within", "undecided", "over"]);
    expect(of(90).flags).toEqual(["buffer_over_limit"]);
  });
  test("a buffer without events gives an upper limit; a sample without events is refused", () => {
    const none = value(bufferShare(inVolume(480, 20), inVolume(0, 20)));
    expect([none.bound, none.value]).toEqual(["below", none.interval.upper]);
    expect(none.value).toBeGreaterThan(0);
    expect(code(bufferShare(inVolume(0, 20), inVolume(5, 20)))).toBe("cytometry-no-events");
  });
  test("counting beads give the same share", () => {
    const found = value(bufferShare(besideBeads(480, 5000, 1e6), besideBeads(12, 2500, 1e6)));
    expect(found.value).toBeCloseTo(0.05, 12);
    expect(found.interval.method).toBe("poisson-ratio-mover");
  });
});

describe("detergent control", () => {
  test("the share removed has the exact limits of the ratio of counts", () => {
    const found = value(judgeDetergent(sample, treated(12)));
    expect(found.removed).toBeCloseTo(1 - 12 / 480, 12);
    const want = [1 - golden.ratio.upper[0]!, 1 - golden.ratio.lower[0]!];
    expect(distance([found.interval.lower, found.interval.upper], want)).toBeLessThan(1e-10);
    expect(found.verdict).toBe("sensitive");
  });
  test("volumes and dilutions of both tubes count", () => {
    const found = value(judgeDetergent(sample, treated(150, 40)));
    expect(found.removed).toBeCloseTo(1 - 75 / 480, 12);
    expect(value(judgeDetergent(sample, treated(75, 20, 200))).removed).toBeCloseTo(1 - 150 / 480, 12);
  });
  test("nothing left is more than the lower limit, never 100 %", () => {
    const found = value(judgeDetergent(sample, treated(0)));
    expect(found.bound).toBe("above");
    expect(found.removed).toBeCloseTo(1 - golden.ratio.upper[1]!, 10);
  });
  test("resistant, undecided and added events are told apart", () => {
    const told = (events: number) => value(judgeDetergent(sample, treated(events)));
    expect([told(300).verdict, told(96).verdict, told(12).verdict]).toEqual([
      "resistant",
      "undecided",
      "sensitive",
    ]);
    expect(told(900).flags).toEqual(["detergent_leaves_events", "detergent_adds_events"]);
    expect(value(judgeDetergent(sample, treated(96), { agreed: 0.6 })).verdict).toBe("sensitive");
  });
  test("with buffers the share is of particles above them", () => {
    const buffer = inVolume(40, 20);
    const found = value(judgeDetergent(sample, treated(100), { buffer }));
    expect(found.removed).toBeCloseTo(1 - 60 / 440, 12);
    expect(code(judgeDetergent({ ...inVolume(40, 20), dilution: 1 }, treated(3), { buffer }))).toBe(
      "cytometry-no-events",
    );
    const gone = value(judgeDetergent(sample, treated(30), { buffer }));
    expect([gone.bound, gone.removed]).toEqual(["above", gone.interval.lower]);
  });
  test("the interval with buffers covers the share in 93 to 97.5 % of 2000 experiments", () => {
    let held = 0;
    for (let i = 0; i < 2000; i++) {
      const draw = createRandom(21).split(i);
      const count = (mean: number) => inVolume(draw.poisson(mean), 20);
      const found = value(
        judgeDetergent(
          { ...count(1000 + 60), dilution: 100 },
          { ...count(150 + 90), dilution: 100 },
          { buffer: count(60), detergentBuffer: count(90) },
        ),
      );
      if (found.interval.lower <= 0.85 && 0.85 <= found.interval.upper) held += 1;
    }
    expect(held / 2000).toBeGreaterThanOrEqual(0.93);
    expect(held / 2000).toBeLessThanOrEqual(0.975);
  });
  test("the command takes counts and volumes", () => {
    const input = {
      untreated: { events: 480, volume: 20, dilution: 100 },
      treated: { events: 12, volume: 20, dilution: 100 },
    };
    expect(value(run(detergentControl, input)).verdict).toBe("sensitive");
  });
});
