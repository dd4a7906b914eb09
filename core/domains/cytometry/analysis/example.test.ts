import { describe, expect, test } from "vitest";
import type { Domain, Estimate } from "../../../kernel/index.ts";
import { analyseBytes, assembleStudy, type FileOutcome } from "../../../study/index.ts";
import { cytometry } from "../index.ts";
import { createCollector } from "../operations/mie/collect.ts";
import { sideScatter } from "../operations/mie/optics.ts";
import { vesicle } from "../operations/mie/particle.ts";
import { cytometryExample, exampleSamples } from "../twins/example-study.ts";
import { twinInstrument } from "../twins/instrument.ts";
import { exampleRows } from "./run-study.test-support.ts";

const domains = [cytometry as unknown as Domain];
const { files, rows, parameters } = cytometryExample(3);
const sheet = exampleRows(rows);
const shared = {
  title: "",
  question: "",
  parameters: { cytometry: parameters },
  reference: "normoxia",
  seed: 1,
};

async function outcomes(): Promise<FileOutcome[]> {
  const all: FileOutcome[] = [];
  for (const { name, bytes } of files) {
    const task = { name, rows: sheet.filter(({ file }) => file === name), design: shared };
    all.push(await analyseBytes(domains, new Blob([bytes as Uint8Array<ArrayBuffer>]), task));
  }
  return all;
}
const read = await outcomes();
const document = assembleStudy(domains, read, { ...shared, rows: sheet }, "0");

function one(id: string, of: string, qualifiers: Readonly<Record<string, string>> = {}): Estimate {
  const found = document.estimates.filter(
    (estimate) =>
      estimate.id === id &&
      (estimate.subject.group ??
        (estimate.subject.level === "sample" ? estimate.subject.sample : estimate.subject.file)) === of &&
      Object.entries(qualifiers).every(([name, value]) => estimate.qualifiers[name] === value),
  );
  expect(
    found.map(({ subject }) => subject),
    `${id} of ${of}`,
  ).toHaveLength(1);
  return found[0]!;
}

// what the trigger lets through of the log-normal diameters, by Mie's theory
const { trigger, scatter } = twinInstrument;
const collect = createCollector(sideScatter(405, 1.343, 46));
const model = vesicle();
const diameters = Array.from({ length: 1201 }, (_, i) => {
  const z = -6 + i / 100;
  const { median, sigma } = exampleSamples[0]!.truth;
  const diameter = median * Math.exp(sigma * z);
  return {
    diameter,
    weight: Math.exp((-z * z) / 2),
    seen: scatter.gain * collect(model, diameter) >= trigger.threshold,
  };
});
const total = diameters.reduce((sum, { weight }) => sum + weight, 0);
const seen = diameters.filter((one) => one.seen);
const seenWeight = seen.reduce((sum, { weight }) => sum + weight, 0);

describe("the room's example, from bytes to the document", () => {
  test("is read whole, without errors", () => {
    expect(read.map(({ status }) => status)).toEqual(files.map(() => "read"));
    expect(
      document.issues.filter(({ severity }) => severity !== "note").map(({ message }) => message.en),
    ).toEqual([]);
  });

  test("calibrates: brightness with a slope near 1, and the half-angle of the simulated optics", () => {
    for (const channel of ["FITC-A", "PE-A", "APC-A"]) {
      const slope = one("cytometry.calibrationSlope", "fcs/beads-fluorescence.fcs", { channel });
      expect(slope.value).toBeGreaterThan(0.95);
      expect(slope.value).toBeLessThan(1.05);
      expect(slope.flags).toEqual([]);
    }
    const angle = one("cytometry.halfAngle", "fcs/beads-size.fcs");
    expect(Math.abs(angle.value - 46)).toBeLessThan(2);
    expect(angle.interval!.lower).toBeLessThan(46);
    expect(angle.interval!.upper).toBeGreaterThan(46);
  });

  test.each(exampleSamples)(
    "counts $name: the original's concentration above the trigger, within 5 %",
    ({ name, truth }) => {
      const want = (truth.concentration * seenWeight) / total;
      const found = one("cytometry.concentration", name, { dilutionState: "original" });
      expect(found.value / want).toBeGreaterThan(0.95);
      expect(found.value / want).toBeLessThan(1.05);
      expect(found.interval!.lower).toBeGreaterThan(0);
      expect(found.interval!.upper).toBeGreaterThan(found.value);
    },
  );

  test("the median diameter of what is seen is inside the range over the indices, within 8 %", () => {
    let before = 0;
    const median = seen.find(({ weight }) => {
      before += weight;
      return before >= seenWeight / 2;
    })!.diameter;
    for (const { name } of exampleSamples) {
      const d50 = one("cytometry.d50", name);
      expect(Math.abs(d50.value / median - 1)).toBeLessThan(0.08);
      expect(d50.interval!.lower).toBeLessThan(median);
      expect(d50.interval!.upper).toBeGreaterThan(median);
    }
  });

  test("the fraction with PE is that of the truth within one point: its threshold knows the spread of the other dyes", () => {
    // spill from carriers of FITC and APC is subtracted, its shot noise is not: the isotype tube has none of it, the FMO tube all
    for (const { name, truth } of exampleSamples) {
      const found = one("cytometry.positiveFraction", name, { channel: "PE-A" });
      expect(Math.abs(found.value - truth.markers["PE-A"]!.fraction)).toBeLessThan(0.01);
      expect(found.qualifiers.thresholdFrom).toBe("fmo");
      expect(found.assumptions).toContain("counting_only");
    }
    const mean = (condition: string) => one("cytometry.groupFraction", condition, { channel: "PE-A" });
    expect(mean("normoxia").n.biological).toBe(3);
    expect(mean("hypoxia").value / mean("normoxia").value).toBeGreaterThan(1.7);
  });

  test("the odds ratio of the conditions is paired by donor, and that of the truth", () => {
    const truth = 0.27 / 0.73 / (0.12 / 0.88);
    const odds = one("cytometry.groupOddsRatio", "hypoxia / normoxia", { channel: "PE-A" });
    expect(Math.abs(odds.value / truth - 1)).toBeLessThan(0.05);
    expect(odds.interval!.upper).toBeGreaterThan(truth);
    expect(odds.interval!.lower).toBeGreaterThan(1);
    expect(odds.assumptions).toContain("paired_donors");
    expect(odds.n.biological).toBe(3);
  });

  test("positives per volume are counted positives, not the buffer's share less", () => {
    for (const { name, truth } of exampleSamples) {
      const positives = one("cytometry.positiveConcentration", name, { channel: "PE-A" }).value;
      const whole = one("cytometry.concentration", name, { dilutionState: "original" }).value;
      const fraction = one("cytometry.positiveFraction", name, { channel: "PE-A" }).value;
      expect(positives / (whole * fraction)).toBeGreaterThan(1.005);
      const seenTruth = (truth.concentration * seenWeight) / total;
      expect(Math.abs(positives / seenTruth - truth.markers["PE-A"]!.fraction)).toBeLessThan(0.012);
    }
  });

  test("controls, detergent and dilution series say what a good experiment says", () => {
    const status = (rule: string) =>
      document.findings.find((finding) => finding.rule === rule && finding.subject.sample === "N-D1")?.status;
    expect(status("cytometry.buffer_share")).toBe("met");
    expect(status("cytometry.detergent")).toBe("met");
    expect(status("cytometry.dilution")).toBe("met");
    const removed = one("cytometry.detergentRemoved", "N-D1");
    expect(removed.value).toBeGreaterThan(0.93);
    expect(removed.value).toBeLessThan(0.97);
  });

  test("evidence is complete: every number has its node, every node its inputs", () => {
    const ids = new Set(document.evidence.map(({ id }) => id));
    expect(document.estimates.filter(({ evidence }) => !ids.has(evidence))).toEqual([]);
    const inputs = document.evidence.flatMap((node) => ("inputs" in node ? (node.inputs as string[]) : []));
    expect(inputs.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("the order of files and of the sheet's rows changes nothing", async () => {
    const reversed = [...sheet].reverse();
    const again = assembleStudy(domains, [...read].reverse(), { ...shared, rows: reversed }, "0");
    expect(again.estimates).toEqual(document.estimates);
    expect(again.findings).toEqual(document.findings);
    expect(again.figures).toEqual(document.figures);
  });
});
