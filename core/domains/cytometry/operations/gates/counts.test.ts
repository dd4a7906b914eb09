import { describe, expect, test } from "vitest";
import { fillText, languages } from "../../../../kernel/index.ts";
import { codes, value, worstError } from "../../../../statistics/golden.test-support.ts";
import { gateCounts, gateEstimates, gateFraction } from "./counts.ts";
import type { Gate } from "./gate.ts";
import { gatesIssues } from "./issues.ts";
import { gatesOperations } from "./operations.ts";
import * as gateTerms from "./terms.ts";

const gate = (id: string, parent: string | null): Gate => ({
  kind: "rectangle",
  id,
  parent,
  bounds: [{ axis: { channel: "x", compensated: false, scale: null }, min: 0, max: 1 }],
});

describe("counts of gates", () => {
  // R 4.2.2: poisson.test(37)$conf.int, binom.test(37, 812)$conf.int
  test("carry the exact Poisson and binomial intervals of R", () => {
    const { count, fraction } = value(gateFraction(37, 812, 0.95));
    expect(
      worstError([count.interval.lower, count.interval.upper], [26.051414567106033, 50.999626141930825]),
    ).toBeLessThan(1e-9);
    expect(
      worstError(
        [fraction.interval.lower, fraction.interval.upper],
        [0.032282765461937341, 0.062263146227011901],
      ),
    ).toBeLessThan(1e-9);
    expect([count.value, fraction.value, count.bound]).toEqual([37, 37 / 812, null]);
    expect([count.interval.method, fraction.interval.method]).toEqual(["poisson-exact", "binomial-exact"]);
  });

  test("of nothing are upper limits, never 0", () => {
    const { count, fraction } = value(gateFraction(0, 100, 0.95));
    expect(count).toMatchObject({ bound: "below", value: count.interval.upper });
    expect(fraction).toMatchObject({ bound: "below", value: fraction.interval.upper });
    expect(count.value).toBeCloseTo(-Math.log(0.025), 12);
    expect(fraction.value).toBeCloseTo(1 - 0.025 ** 0.01, 12);
  });

  test.each([
    [5, 4],
    [-1, 4],
    [1.5, 4],
    [0, 0],
    [Number.NaN, 4],
  ])("refuses %d of %d", (count, parent) => {
    expect(codes(gateFraction(count, parent, 0.95))).toEqual(["cytometry-gate-count-invalid"]);
  });

  test("are of the parent, and of all events where there is none; an empty parent gives no fraction", () => {
    const gates = [gate("a", null), gate("b", "a"), gate("c", "b"), gate("d", "c")];
    const counts = value(
      gateCounts(
        gates,
        new Map([
          ["a", 40],
          ["b", 10],
          ["c", 0],
          ["d", 0],
        ]),
        100,
        0.95,
      ),
    );
    expect(counts.map(({ fraction }) => fraction?.value)).toEqual([
      0.4,
      0.25,
      counts[2]!.fraction!.value,
      undefined,
    ]);
    const estimates = gateEstimates(counts, { level: "file", file: "x.fcs" });
    expect(estimates).toHaveLength(7);
    expect(estimates[3]).toMatchObject({
      id: "cytometry.gateFraction",
      value: 0.25,
      unit: "1",
      assumptions: ["counting_only"],
      qualifiers: { gate: "b", parent: "a" },
    });
    expect(estimates[4]).toMatchObject({ id: "cytometry.gateCount", unit: "{events}", bound: "below" });
  });

  test("without a number for a gate are refused", () => {
    expect(codes(gateCounts([gate("a", null)], new Map(), 10, 0.95))).toEqual([
      "cytometry-gate-count-invalid",
    ]);
  });
});

describe("operations", () => {
  const run = (id: string, input: unknown, parameters: unknown = {}) => {
    const operation = gatesOperations.find((one) => one.id === id)!;
    return operation.run(operation.input.parse(input), operation.parameters.parse(parameters));
  };

  test("gateFraction gives what the function gives", () => {
    expect(value(run("cytometry.gateFraction", { count: 3, parent: 7 }))).toEqual(
      value(gateFraction(3, 7, 0.95)),
    );
  });

  test("controlThreshold takes the values of a control", () => {
    const values = Array.from({ length: 1000 }, (_, i) => i);
    expect(value(run("cytometry.controlThreshold", { values }))).toMatchObject({ threshold: 992, above: 8 });
    expect(value(run("cytometry.controlThreshold", { values }, { fraction: 0.5 }))).toMatchObject({
      threshold: 504,
    });
  });

  test("gatingMl refuses what is no Gating-ML", () => {
    expect(codes(run("cytometry.gatingMl", { text: "<a/>" }))).toEqual(["cytometry-gating-ml-not"]);
    expect(codes(run("cytometry.gatingMl", { text: "" }))).toEqual(["xml-malformed"]);
  });
});

test("every code and sentence is in both languages, and every place in a message is the same in both", () => {
  const texts = [
    ...Object.values(gateTerms).flatMap((terms) => Object.values(terms)),
    ...Object.values(gatesIssues.definitions).flatMap(({ message, remedy }) => [message, remedy]),
  ];
  for (const text of texts) {
    for (const language of languages) expect(text[language].trim()).not.toBe("");
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    expect(text.ja).toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
    const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(places(text.ja)).toEqual(places(text.en));
    expect(fillText(text, {})).toEqual(text);
  }
});
