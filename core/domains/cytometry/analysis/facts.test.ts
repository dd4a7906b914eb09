import { expect, test } from "vitest";
import { noFacts } from "../rules/miflowcyt-ev.ts";
import { miflowcytFacts } from "./facts.ts";
import { parameters, placed } from "./studies.test-support.ts";

const sources = (given: object = {}, dataSets = [placed()]) => ({
  dataSets,
  estimates: [],
  fluorescence: [],
  scatter: [],
  series: [],
  samples: 1,
  parameters: parameters(given as never),
});

test("nothing is known of nothing but what a person wrote", () => {
  const answers = { "1.1": "to count" };
  expect(miflowcytFacts(sources({ miflowcytEv: answers }, []))).toEqual({ ...noFacts, answers });
});

test("the volume's source is named with where it stands", () => {
  const of = (more: object, given: object = {}) => miflowcytFacts(sources(given, [placed(more)])).volume;
  expect(of({})).toEqual({ source: "sheet", words: "10.0 µL", files: ["samples.csv"] });
  expect(of({ volume: { value: 5, from: "file" } })).toMatchObject({ source: "file", files: ["a.fcs"] });
  expect(of({ volume: { value: 5, from: "flow rate" } }, { flowRate: 5 })).toEqual({
    source: "flow rate",
    words: "5 µL/min × 60.0 s",
    files: ["study.yaml"],
  });
  expect(of({ volume: null })).toBeNull();
  const beads = { counts: { kind: "counting", gate: "b", concentration: 1e6 } };
  expect(of({}, { beads })).toMatchObject({
    source: "counting beads",
    words: "1.00 × 10⁶ beads/mL",
    files: ["study.yaml"],
  });
});

test("controls, dilutions and trigger are those of the sheet and the files", () => {
  const facts = miflowcytFacts(
    sources({}, [
      placed({ row: { dilution: 100 }, trigger: "SSC-A, 150" }),
      placed({ file: "b.fcs", row: { dilution: 10 } }),
      placed({ file: "c.fcs" }),
      placed({ file: "x.fcs", row: { role: "control", control: "buffer" } }),
    ]),
  );
  expect(facts.dilutions).toEqual({ factors: [10, 100], missing: 1 });
  expect(facts.controls).toEqual({ buffer: ["x.fcs"] });
  expect(facts.trigger).toEqual({ channel: "SSC-A", threshold: "150", files: ["a.fcs"] });
  expect(miflowcytFacts(sources()).trigger).toBeNull();
});

test.each([
  [1.7921e10, "1.79 × 10¹⁰"],
  [99_400, "99400"],
  [99_950, "1.00 × 10⁵"],
  [1e5, "1.00 × 10⁵"],
  [2.5e-4, "2.50 × 10⁻⁴"],
  [0, "0.00"],
])("a concentration of %d reads %s", (value, words) => {
  const estimate = {
    id: "cytometry.concentration",
    subject: { level: "sample" as const, sample: "D1" },
    value,
    unit: "{particles}/mL",
    interval: null,
    n: { technical: 1, biological: null },
    basis: "derived" as const,
    assumptions: [],
    flags: [],
    qualifiers: { dilutionState: "original" },
  };
  const facts = miflowcytFacts({ ...sources(), estimates: [estimate] });
  expect(facts.concentrations).toEqual({ words: `D1: ${words} /mL`, samples: 1, of: 1 });
});
