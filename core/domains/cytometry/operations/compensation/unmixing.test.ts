import { expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import golden from "./compensation.golden.json" with { type: "json" };
import { unmixing } from "./matrix-operations.ts";
import { unmix, unmixingOf } from "./unmixing.ts";

const { spectra, weights, events, exact, weighted, flowutils, condition } = golden.unmixing;
const columns = events[0]!.map((_, j) => Float64Array.from(events, (event) => event[j]!));

function worst(made: Parameters<typeof unmix>[0], wanted: readonly (readonly number[])[]): number {
  const out = spectra.map(() => new Float64Array(events.length));
  unmix(made, columns, out);
  return Math.max(...wanted.flatMap((event, e) => event.map((one, i) => Math.abs(out[i]![e]! - one))));
}

test("5 dyes in 9 detectors agree with exact normal equations and with FlowUtils", () => {
  const made = value(unmixingOf(spectra));
  expect(worst(made, exact)).toBeLessThan(1e-10);
  expect(worst(made, flowutils)).toBeLessThan(1e-10);
  expect(Math.abs(made.condition / condition - 1)).toBeLessThan(1e-13);
  expect(exact.flat().some((one) => one < 0)).toBe(true);
});

test("weights of the detectors agree with exact weighted normal equations", () => {
  expect(worst(value(unmixingOf(spectra, weights)), weighted)).toBeLessThan(1e-10);
});

test("equal weights of any size change nothing", () => {
  const same = value(unmixingOf(spectra, Array(9).fill(37)));
  expect(worst(same, exact)).toBeLessThan(1e-10);
});

test("a square matrix of spectra is compensation", () => {
  const input = unmixing.input.parse({
    spectra: [
      [1, 0.12, 0.01],
      [0.04, 1, 0.15],
      [0, 0.02, 1],
    ],
    events: [[1020, 624, 285]],
  });
  const [event] = value(unmixing.run(input, {})).events;
  [1000, 500, 200].forEach((wanted, i) => {
    expect(Math.abs(event![i]! - wanted)).toBeLessThan(1e-10);
  });
});

test("spectra that look alike are doubted, the same ones refused", () => {
  const [first] = spectra;
  const near = first!.map((one, j) => one * (j === 4 ? 1.001 : 1));
  expect(codes(unmixingOf([first!, near]))).toEqual(["cytometry-spillover-ill-conditioned"]);
  expect(codes(unmixingOf([first!, first!.map((one) => 2 * one)]))).toEqual(["cytometry-spillover-singular"]);
  expect(codes(unmixingOf([first!, first!.map(() => 0)]))).toEqual(["cytometry-spillover-singular"]);
});

test("the size of a spectrum does not change the condition number", () => {
  const grown = spectra.map((row, i) => row.map((one) => one * 10 ** (3 * i)));
  expect(Math.abs(value(unmixingOf(grown)).condition / condition - 1)).toBeLessThan(1e-12);
});

test("more dyes than detectors, ragged spectra, odd numbers and odd weights are refused", () => {
  expect(codes(unmixingOf([]))).toEqual(["cytometry-unmixing-detectors"]);
  expect(codes(unmixingOf([[1], [2]]))).toEqual(["cytometry-unmixing-detectors"]);
  expect(codes(unmixingOf([[1, 2], [2]]))).toEqual(["cytometry-unmixing-detectors"]);
  expect(codes(unmixingOf([[1, Number.NaN]]))).toEqual(["cytometry-spillover-number"]);
  expect(codes(unmixingOf([[1, 2]], [1]))).toEqual(["cytometry-unmixing-weights"]);
  expect(codes(unmixingOf([[1, 2]], [1, 0]))).toEqual(["cytometry-unmixing-weights"]);
});
