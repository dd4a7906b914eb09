import { describe, expect, test } from "vitest";
import {
  bufferShare,
  compareFractions,
  type DonorShare,
  judgeDetergent,
  judgeDilutionSeries,
  medianBrightness,
  vesicleConcentration,
} from "../operations/vesicles/index.ts";
import { inVolume, value } from "../operations/vesicles/vesicles.test-support.ts";
import { cytometryExample, exampleSamples } from "./example-study.ts";
import { compensated, readPlain } from "./fcs-read.test-support.ts";
import { twinInstrument } from "./instrument.ts";
import { powerLawBeadScatter, powerLawScatter } from "./populations.ts";

const scatter = { vesicle: powerLawScatter, bead: powerLawBeadScatter };
const { files, rows, parameters } = cytometryExample(1, scatter);
const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
const row = (name: string) => rows.find(({ file }) => file === `fcs/${name}`)!;

const events = (name: string) => {
  const { columns } = readPlain(byName.get(`fcs/${name}`)!);
  const channels = ["FITC-A", "PE-A", "APC-A"].map((channel) => columns.get(channel)!);
  return { scatter: columns.get("SSC-A")!, pe: compensated(channels as never, twinInstrument.spill)[1] };
};
const counted = (name: string) => inVolume(events(name).scatter.length, Number(row(name).volume_uL));
const diluted = (name: string) => ({ ...counted(name), dilution: Number(row(name).dilution) });

describe("the example study", () => {
  test("has a row of the sheet for each file, and the same bytes for the same seed", () => {
    expect(rows.map(({ file }) => file)).toEqual(files.map(({ name }) => name));
    const again = cytometryExample(1, scatter).files;
    expect(again.map(({ bytes }, i) => Buffer.compare(bytes, files[i]!.bytes))).toEqual(files.map(() => 0));
    const kinds = rows.flatMap(({ control }) => control || []);
    expect(kinds).toEqual(["buffer", "unstained", "isotype", "detergent", "fmo PE-A"]);
    expect(parameters).toMatchObject({ markers: ["FITC-A", "PE-A", "APC-A"] });
  });

  test("files of a sample hold five to fifteen thousand events", () => {
    for (const { file } of rows.filter(({ role }) => role === "sample")) {
      const found = events(file!.replace("fcs/", "")).scatter.length;
      expect(found).toBeGreaterThan(5000);
      expect(found).toBeLessThan(15_000);
    }
  });

  test("buffer, detergent and dilution series say what a good experiment says", () => {
    expect(value(bufferShare(counted("N-D1.fcs"), counted("buffer.fcs"))).verdict).toBe("within");
    const buffer = counted("buffer.fcs");
    expect(value(judgeDetergent(diluted("N-D1.fcs"), diluted("detergent.fcs"), { buffer })).verdict).toBe(
      "sensitive",
    );
    const series = rows.filter(({ sample, role }) => sample === "N-D1" && role === "sample");
    const points = series.map(({ file }) => {
      const name = file!.replace("fcs/", "");
      return { ...diluted(name), medians: { "SSC-A": medianBrightness(events(name).scatter)! } };
    });
    expect(points.length).toBe(4);
    expect(value(judgeDilutionSeries(points, { buffer })).verdict).toBe("single");
  });

  test("counting gives the concentration of what scatters above the trigger, within 5 %", () => {
    // log-normal share of diameters whose scatter reaches the trigger of 150 a.u. = 1.5 nm2
    const { truth } = exampleSamples[0]!;
    let [seen, all] = [0, 0];
    for (let z = -6; z <= 6; z += 1e-3) {
      const weight = Math.exp((-z * z) / 2);
      all += weight;
      if (powerLawScatter(truth.median * Math.exp(truth.sigma * z)) >= 1.5) seen += weight;
    }
    const want = (truth.concentration * seen) / all;
    const found = value(
      vesicleConcentration(counted("N-D1.fcs"), { dilution: 20_000, buffer: counted("buffer.fcs") }),
    );
    expect(found.original.value / want).toBeGreaterThan(0.95);
    expect(found.original.value / want).toBeLessThan(1.05);
  });

  test("hypoxia raises the share with the PE marker, in pairs of the same donor", () => {
    const threshold = events("isotype.fcs").pe.slice().sort().at(-40)!;
    const share = (name: string): DonorShare => {
      const { pe } = events(name);
      return {
        donor: row(name).donor,
        positive: pe.filter((signal) => signal > threshold).length,
        total: pe.length,
      };
    };
    const of = (letter: string) => ["D1", "D2", "D3"].map((donor) => share(`${letter}-${donor}.fcs`));
    const { ratio, interval } = value(compareFractions(of("H"), of("N"), "paired"));
    const truth = 0.27 / 0.73 / (0.12 / 0.88);
    expect(interval.lower).toBeGreaterThan(1);
    expect(ratio / truth).toBeGreaterThan(0.85);
    expect(ratio / truth).toBeLessThan(1.15);
  });
});
