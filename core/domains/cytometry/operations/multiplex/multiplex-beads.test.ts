import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { describeFile, readEvents } from "../beads/beads-fcs.test-support.ts";
import { multiplexOperations } from "./index.ts";
import golden from "./multiplex-beads.golden.json" with { type: "json" };
import { multiplexBeads } from "./multiplex-beads.ts";
import { multiplexBeads as operation } from "./multiplex-operations.ts";
import { normaliseAnalytes } from "./normalise.ts";
import { standardTable } from "./standards.ts";

/** A MACSPlex type tube: 39 classes on a grid of two dyes, 5 % debris without dye, reporter = 50 x class + 200. */
function grid(seed: number, each: number) {
  const random = createRandom(seed);
  const rows: [number, number, number, number][] = [];
  const spread = (centre: number) => centre * Math.exp(0.06 * random.normal()) + 15 * random.normal();
  for (let k = 0; k < 39; k++) {
    const [fitc, pe] = [400 * 2.6 ** (k % 7), 400 * 2.6 ** Math.floor(k / 7)];
    for (let i = 0; i < each; i++) {
      rows.push([spread(fitc), spread(pe), (200 + 50 * k) * Math.exp(0.3 * random.normal()), k]);
    }
  }
  const beads = rows.length;
  for (let i = 0; i < 0.05 * beads; i++) rows.push([15 * random.normal(), 15 * random.normal(), 50, -1]);
  const order = Array.from(random.permutation(rows.length));
  const column = (c: 0 | 1 | 2 | 3) => order.map((i) => rows[i]![c]);
  return { dyes: [column(0), column(1)], reporter: column(2), truth: column(3) };
}

describe("MACSPlex type: 39 classes in two dyes", () => {
  const { dyes, reporter, truth } = grid(1, 120);
  const found = value(multiplexBeads({ size: [], dyes, reporter, groups: [{ name: "beads", classes: 39 }] }));
  test("every class is found with its events and its reporter's median", () => {
    expect(found.classes).toHaveLength(39);
    const medians = new Map<number, number>();
    for (const { dyes: centre, n, median, interval } of found.classes) {
      const k =
        Math.round(Math.log(centre[0]! / 400) / Math.log(2.6)) +
        7 * Math.round(Math.log(centre[1]! / 400) / Math.log(2.6));
      medians.set(k, median);
      expect(Math.abs(n - 120)).toBeLessThanOrEqual(6);
      const own = reporter.filter((_, i) => truth[i] === k).sort((a, b) => a - b);
      expect(Math.abs(median / own[60]! - 1)).toBeLessThan(0.05);
      expect(interval!.lower).toBeLessThan(median);
    }
    expect(medians.size).toBe(39);
    expect(found.outside).toBeGreaterThan(0.04);
  });
});

describe("input", () => {
  const { dyes, reporter } = grid(2, 30);
  const groups = [{ name: "beads", classes: 39 }];
  test("few events per class are flagged", () => {
    const result = multiplexBeads({ size: [], dyes, reporter, groups });
    expect(codes(result)).toContain("cytometry-multiplex-few-events");
  });
  test("what cannot be used is refused", () => {
    const run = (more: object) => codes(multiplexBeads({ size: [], dyes, reporter, groups, ...more }));
    expect(run({ dyes: [[1, 2]] })).toEqual(["cytometry-multiplex-columns"]);
    expect(run({ dyes: [dyes[0], dyes[1]!.with(3, Number.NaN)] })).toEqual([
      "cytometry-multiplex-not-finite",
    ]);
    expect(run({ groups: [{ name: "a", classes: 900 }] })).toEqual(["cytometry-multiplex-too-few-events"]);
    expect(run({ groups: [{ name: "a", classes: 2, analytes: ["x"] }] })).toEqual([
      "cytometry-multiplex-names-differ",
    ]);
    expect(run({ groups: [...groups, { name: "b", classes: 2 }] })).toEqual(["cytometry-multiplex-columns"]);
  });
  test("a number of classes that the events do not show is told, and no names are given", () => {
    const random = createRandom(3);
    const two = Array.from(
      { length: 600 },
      (_, i) => (i % 2 ? 1000 : 9000) * Math.exp(0.05 * random.normal()),
    );
    const analytes = ["IL-2", "IL-4", "IL-6"];
    const input = { size: [], dyes: [two], reporter: two, groups: [{ name: "A", classes: 3, analytes }] };
    const result = multiplexBeads(input);
    expect(codes(result)).toEqual(["cytometry-multiplex-classes-differ"]);
    expect(value(result).classes.map(({ analyte }) => analyte)).toEqual(["", ""]);
  });
});

const legendplex = "legendplex-beadplexr/inst/extdata/K2-C07-A7.fcs";
describeFile(legendplex, "LEGENDplex 13-plex control well", async () => {
  const events = await readEvents(legendplex);
  const found = value(
    multiplexBeads({
      size: [events.column("FSC-A"), events.column("SSC-A")],
      dyes: [events.column("FL6-A")],
      reporter: events.column("FL2-A"),
      groups: [
        { name: "A", classes: 6 },
        { name: "B", classes: 7 },
      ],
    }),
  );
  test("6 small and 7 large classes of 250 to 450 beads", () => {
    expect(found.groups.map((group) => group.found)).toEqual([6, 7]);
    expect(found.classes.every(({ n }) => n > 250 && n < 450)).toBe(true);
  });
  test.each(["A", "B"] as const)(
    "group %s: dye medians agree with scikit-learn to 1 %, reporter medians to 4 %",
    (group) => {
      const own = found.classes.filter((bead) => bead.group === group);
      golden.groups[group].forEach(({ apc, pe }, k) => {
        expect(Math.abs(own[k]!.dyes[0]! / apc - 1)).toBeLessThan(0.01);
        expect(Math.abs(own[k]!.median / pe - 1)).toBeLessThan(0.04);
      });
    },
  );
});

describe("normalisation to CD9, CD63 and CD81", () => {
  const sample = Object.entries({ CD9: 1100, CD63: 600, CD81: 400, CD14: 150, REA: 90 }).map(
    ([analyte, median]) => ({ analyte, median }),
  );
  test("control median subtracted, related to the mean of the three, negative values kept", () => {
    const found = value(normaliseAnalytes(sample, 100));
    expect(found.reference).toBeCloseTo((1000 + 500 + 300) / 3, 12);
    expect(found.analytes.map(({ relative }) => relative)).toEqual(
      [1000, 500, 300, 50, -10].map((x) => x / 600),
    );
    expect(found.analytes[4]!.flags).toEqual(["below_control"]);
  });
  test("refused without a marker, a control or a positive reference", () => {
    expect(codes(normaliseAnalytes(sample.slice(1), 100))).toEqual(["cytometry-multiplex-marker-missing"]);
    expect(codes(normaliseAnalytes(sample, [{ analyte: "CD9", median: 1 }]))).toEqual([
      "cytometry-multiplex-control-missing",
    ]);
    expect(codes(normaliseAnalytes(sample, 5000))).toEqual(["cytometry-multiplex-reference-not-positive"]);
  });
});

test("standards come out as a table by analyte and concentration", () => {
  const bead = { group: "A", number: 1, dyes: [1], robustSd: 1, interval: null, flags: [] as const };
  const well = (concentration: number, median: number) => ({
    concentrations: { "IL-2": concentration },
    classes: [
      { ...bead, analyte: "IL-2", median, n: 80 },
      { ...bead, analyte: "IL-4", median: 5, n: 80 },
    ],
  });
  expect(standardTable([well(50, 900), well(10, 300)])).toEqual([
    { analyte: "IL-2", concentration: 10, median: 300, n: 80 },
    { analyte: "IL-2", concentration: 50, median: 900, n: 80 },
  ]);
});

test("the operation names the beads and relates them to a control bead", () => {
  const random = createRandom(5);
  const rows = Array.from({ length: 900 }, (_, i) => ({
    dye: 1000 * 8 ** (i % 3) * Math.exp(0.05 * random.normal()),
    reporter: [400, 700, 1000][i % 3]! * Math.exp(0.1 * random.normal()),
  }));
  const input = operation.input.parse({
    dyes: [rows.map(({ dye }) => dye)],
    reporter: rows.map(({ reporter }) => reporter),
    groups: [{ name: "beads", classes: 3, analytes: ["CD9", "CD63", "CD81"] }],
    control: 100,
  });
  const found = value(operation.run(input, operation.parameters.parse({})));
  const relative = found.normalisation!.analytes.map((a) => a.relative);
  [0.5, 1, 1.5].forEach((want, k) => {
    expect(Math.abs(relative[k]! - want)).toBeLessThan(0.05);
  });
  expect(multiplexOperations.map(({ id }) => id)).toEqual(["cytometry.multiplexBeads"]);
});
