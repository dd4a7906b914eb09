import { describe, expect, test } from "vitest";
import {
  type CountedShare,
  judgeDilutionSeries,
  medianBrightness,
  multipleShare,
  netFraction,
  particlesInProbe,
  vesicleConcentration,
} from "../operations/vesicles/index.ts";
import { besideBeads, inVolume, value } from "../operations/vesicles/vesicles.test-support.ts";
import { exampleMesf, fluorescenceBeadFile } from "./example-beads.ts";
import { compensated, readPlain } from "./fcs-read.test-support.ts";
import { acquireTwin, exampleBuffer, exampleVesicles, type FcsTwinOptions, fcsTwin } from "./fcs-twin.ts";
import { twinInstrument } from "./instrument.ts";
import { median } from "./median.test-support.ts";

/** Everything is far above its threshold: what passes is seen. */
const keen = { ...twinInstrument, trigger: { channel: "SSC-A", threshold: 30 } };
const bright = { ...exampleVesicles, median: 140, sigma: 0.15, concentration: 1e10 };
const runs = 400;

function coverage(simulate: (seed: number) => { lower: number; upper: number }, truth: number): number {
  let held = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const { lower, upper } = simulate(seed);
    if (lower <= truth && truth <= upper) held += 1;
  }
  return held / runs;
}

const within = (share: number) => {
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.97);
};

describe("truth, twin, plain counting: 95 % intervals over 400 files hold the truth in 93 to 97 %", () => {
  const diluted: Partial<FcsTwinOptions> = {
    instrument: keen,
    vesicles: bright,
    dilution: 1e6,
    seconds: 120,
  };

  test("concentration by volume, less the buffer", () => {
    within(
      coverage((seed) => {
        const sample = acquireTwin({ ...diluted, seed });
        const buffer = acquireTwin({ ...diluted, vesicles: null, seed: seed + 10_000 });
        const options = { dilution: 1e6, buffer: inVolume(buffer.events, buffer.microlitres) };
        return value(vesicleConcentration(inVolume(sample.events, sample.microlitres), options)).original
          .interval;
      }, 1e10),
    );
  });

  test("concentration beside counting beads, told apart by their scatter", () => {
    const beads = {
      peaks: [{ scatter: 900, mesf: {} }],
      concentration: 2e4,
      cv: 0.03,
      doublets: 0,
      debris: 0,
    };
    within(
      coverage((seed) => {
        const { scatterArea } = acquireTwin({ ...diluted, buffer: null, beads, seed });
        const found = scatterArea.filter((area) => area > 60_000).length;
        const counted = besideBeads(scatterArea.length - found, found, 2e4);
        return value(vesicleConcentration(counted, { dilution: 1e6 })).original.interval;
      }, 1e10),
    );
  });

  test("fraction with a bright marker, less the isotype control", () => {
    const markers = { "PE-A": { fraction: 0.12, density: 0.004, mesfPerEpitope: 3 } };
    const few = { ...diluted, vesicles: { ...bright, markers }, buffer: null };
    const counted = (options: FcsTwinOptions): CountedShare => {
      const { fluorescence } = acquireTwin(options);
      const pe = compensated(fluorescence as never, keen.spill)[1];
      return { positive: pe.filter((signal) => signal > 250).length, total: pe.length };
    };
    within(
      coverage((seed) => {
        const control = counted({ ...few, stain: "isotype", seed: seed + 10_000 });
        return value(netFraction(counted({ ...few, seed }), control)).interval;
      }, 0.12),
    );
  });
});

describe("FCS twin", () => {
  test("the same seed gives the same bytes, another seed others", () => {
    const bytes = (seed: number) => fcsTwin({ seed, seconds: 10 })[0]!.bytes;
    expect(Buffer.compare(bytes(3), bytes(3))).toBe(0);
    expect(Buffer.compare(bytes(3), bytes(4))).not.toBe(0);
  });

  test("the file tells its channels, trigger, spillover, volume and times", () => {
    const { keywords, columns } = readPlain(fcsTwin({ seed: 1, seconds: 30, statedVolume: true })[0]!.bytes);
    expect([...columns.keys()]).toEqual(["Time", "SSC-A", "SSC-H", "FITC-A", "PE-A", "APC-A"]);
    expect(keywords.get("$TR")).toBe("SSC-A,150");
    expect(keywords.get("$VOL")).toBe("5000");
    expect([keywords.get("$BTIM"), keywords.get("$ETIM")]).toEqual(["10:00:00", "10:00:30"]);
    expect(keywords.get("$SPILLOVER")).toBe("3,FITC-A,PE-A,APC-A,1,0.12,0.001,0.01,1,0.02,0,0.005,1");
    const time = columns.get("Time")!;
    expect([...time].every((step, i) => i === 0 || step >= time[i - 1]!)).toBe(true);
    expect(time.at(-1)! * Number(keywords.get("$TIMESTEP"))).toBeLessThanOrEqual(30);
  });

  test("an acquisition that stops at a number of events tells its shorter time and volume", () => {
    const stopped = acquireTwin({ seed: 2, mostEvents: 500 });
    const whole = acquireTwin({ seed: 2 });
    expect(stopped.events).toBe(500);
    expect(stopped.microlitres / whole.microlitres).toBeCloseTo(500 / whole.events, 1);
    expect([...stopped.scatterArea]).toEqual([...whole.scatterArea.subarray(0, 500)]);
  });

  test("events of several particles come as often as Poisson's law says", () => {
    const crowd = acquireTwin({
      seed: 5,
      instrument: keen,
      vesicles: bright,
      buffer: null,
      dilution: 1000,
      seconds: 3,
    });
    const share = multipleShare(particlesInProbe(1e7, keen.probeVolume));
    expect(crowd.events).toBeGreaterThan(3000);
    expect(Math.abs(crowd.multiples / crowd.events - share)).toBeLessThan(
      4 * Math.sqrt((share * (1 - share)) / crowd.events),
    );
  });

  test("a single-stained tube spills into the other detectors by the matrix", () => {
    const vesicles = { ...bright, markers: { "FITC-A": { fraction: 1, density: 0.02, mesfPerEpitope: 10 } } };
    const { fluorescence } = acquireTwin({
      seed: 6,
      vesicles,
      buffer: null,
      stain: { only: "FITC-A" },
      seconds: 20,
    });
    const [fitc, pe] = fluorescence;
    expect(median(pe!) / median(fitc!)).toBeCloseTo(0.12, 2);
    const [, clean] = compensated(fluorescence as never, twinInstrument.spill);
    expect(Math.abs(median(clean)) / median(fitc!)).toBeLessThan(0.002);
  });

  test("bead peaks lie at gain times MESF, with stuck pairs and debris beside them", () => {
    const { columns } = readPlain(fluorescenceBeadFile(7, "beads.fcs")[0]!.bytes);
    const channels = ["FITC-A", "PE-A", "APC-A"].map((name) => columns.get(name)!);
    const [, pe] = compensated(channels as never, twinInstrument.spill);
    for (const mesf of exampleMesf["PE-A"]!.flatMap((one) => one ?? [])) {
      const want = 5 * mesf;
      const near = pe.filter((signal) => Math.abs(Math.log(Math.max(signal, 1) / want)) < 0.3);
      expect(near.length).toBeGreaterThan(700);
      expect(median(near) / want).toBeCloseTo(1, 1.5);
    }
    const [area, height] = [columns.get("SSC-A")!, columns.get("SSC-H")!];
    const doublets = area.filter((one, i) => one > 600_000 && height[i]! < 0.93 * one).length;
    expect(doublets / area.length).toBeGreaterThan(0.015);
    expect(area.filter((one) => one < 100_000).length / area.length).toBeGreaterThan(0.015);
  });

  test("more particles than a twin can draw are a fault of the caller", () => {
    expect(() => fcsTwin({ seed: 1, dilution: 1, seconds: 9000 })).toThrow(RangeError);
  });
});

describe("single particles and swarm", () => {
  const judged = (vesicles: FcsTwinOptions["vesicles"], dilutions: readonly number[], cells: number) =>
    value(
      judgeDilutionSeries(
        dilutions.map((dilution, i) => {
          const seconds = (cells * keen.probeVolume * 60) / 1e6 / keen.flowRate;
          const found = acquireTwin({
            seed: 40 + i,
            instrument: keen,
            vesicles: vesicles!,
            buffer: null,
            dilution,
            seconds,
          });
          const medians = { "SSC-A": medianBrightness(found.scatterArea)! };
          return { ...inVolume(found.events, found.microlitres), dilution, medians };
        }),
        { relativeUncertainty: 0.03 },
      ),
    );

  test("well diluted vesicles support single particles", () => {
    expect(judged(bright, [10_000, 20_000, 40_000, 80_000], 100_000).verdict).toBe("single");
  });

  test("half to four vesicles in the beam at once are a swarm whose brightness falls with dilution", () => {
    const found = judged(bright, [135, 270, 540, 1080], 4000);
    expect([found.verdict, found.reasons]).toEqual(["swarm", ["brightness_falls_with_dilution"]]);
    expect(found.rate!.trend).toBe("flatter");
  });
});

test("the buffer of the example is under a tenth of the sample", () => {
  const [sample, buffer] = [acquireTwin({ seed: 8 }), acquireTwin({ seed: 9, vesicles: null })];
  expect(buffer.events).toBeGreaterThan(50);
  expect(buffer.events / sample.events).toBeLessThan(0.1);
  expect(exampleBuffer.concentration * sample.microlitres).toBeGreaterThan(buffer.events);
});
