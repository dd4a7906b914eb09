import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/index.ts";
import { value } from "../../../testing/results.test-support.ts";
import { writeGatingMl } from "../operations/gates/gating-ml-write.ts";
import { insidePolygon } from "../operations/gates/inside.ts";
import { uniform } from "./events/events.test-support.ts";
import { applyGates } from "./gates.ts";
import { parametersOf } from "./parameters.ts";
import { dataSetOf, flow, measured, parameters, study } from "./studies.test-support.ts";

const bytes = flow({ channels: { "SSC-A": [1, 5, 50, 500], "PE-A": [10, 20, 30, 40] } });
const rectangle = (id: string, channel: string, parent: string | null = null): Json => ({
  kind: "rectangle",
  id,
  parent,
  bounds: [{ channel, min: 4, max: 100 }],
});
const boolean = (id: string, gate: string): Json => ({
  kind: "boolean",
  id,
  operator: "not",
  operands: [{ gate }],
});
const applied = async (...gates: Json[]) =>
  applyGates((await measured(bytes)).captures[0]!, parameters({ gates }));
const ids = (found: Awaited<ReturnType<typeof applied>>) => found.gates.map(({ id }) => id);

test("gates come parents first, whatever their order", async () => {
  const found = await applied(
    boolean("not", "in"),
    rectangle("in", "PE-A", "out"),
    rectangle("out", "SSC-A"),
  );
  expect(found.issues).toEqual([]);
  expect(ids(found).indexOf("out")).toBeLessThan(ids(found).indexOf("in"));
  expect(ids(found).indexOf("in")).toBeLessThan(ids(found).indexOf("not"));
});

test("a channel, parent or operand that is not there leaves out the gate and all that need it, and is told", async () => {
  const chain = await applied(
    rectangle("a", "Nowhere"),
    rectangle("b", "PE-A", "a"),
    boolean("c", "b"),
    rectangle("d", "PE-A"),
  );
  expect(ids(chain)).toEqual(["d"]);
  expect(chain.issues).toMatchObject([
    { code: "cytometry-gates-left-out", parameters: { gates: "a (Nowhere), b (a), c (b)" } },
  ]);
  expect(ids(await applied(rectangle("a", "PE-A", "none")))).toEqual([]);
});

test("cycles are refused and told", async () => {
  const found = await applied(rectangle("a", "PE-A", "b"), rectangle("b", "PE-A", "a"));
  expect(ids(found)).toEqual([]);
  expect(found.issues.length).toBeGreaterThan(0);
});

test("only the population is counted and summarised", async () => {
  const parameters = { gates: [rectangle("in", "SSC-A")], population: "in" };
  const found = await study([{ file: "a.fcs", bytes, rows: [{ extra: { volume_uL: "10" } }] }], {
    parameters,
  });
  const set = dataSetOf(found, "a.fcs");
  expect([set.events, set.counted, set.population]).toEqual([4, 2, "in"]);
  expect(set.channels.map(({ median }) => median)).toEqual([27.5, 25]);
  // 2 events in 10 uL
  expect(found.one("cytometry.concentration", "S", { dilutionState: "as measured" })?.value).toBeCloseTo(
    200,
    9,
  );
});

test("where the population is missing nothing is counted, and no number of all events stands in for it", async () => {
  const controls = { sample: "i", role: "control" as const, extra: { control: "isotype" } };
  const found = await study(
    [
      { file: "a.fcs", bytes, rows: [{ condition: "c", dilution: 10, extra: { volume_uL: "10" } }] },
      { file: "i.fcs", bytes, rows: [controls] },
    ],
    { parameters: { gates: [rectangle("in", "Nowhere")], population: "in", markers: ["PE-A"] } },
  );
  expect(found.codes()).toContain("cytometry-population-missing");
  expect(dataSetOf(found, "a.fcs")).toMatchObject({ counted: null, densities: [] });
  expect([...new Set(found.estimates.map(({ id }) => id))]).toEqual(["cytometry.events"]);
  expect(found.figures).toEqual([]);
});

test("beads spiked into a sample do not lift its gate; a calibrant's own file is taken whole", async () => {
  const parameters = {
    gates: [rectangle("in", "SSC-A")],
    population: "in",
    beads: { counts: { kind: "counting", gate: "in", concentration: 1e6 } },
  };
  const rows = [{ extra: { calibrant: "counts" } }];
  const spiked = await study([{ file: "a.fcs", bytes, rows }], { parameters });
  expect(dataSetOf(spiked, "a.fcs")).toMatchObject({ population: "in", counted: 2 });
  const own = [{ role: "calibrant" as const, extra: { calibrant: "counts" } }];
  const calibrant = await study([{ file: "a.fcs", bytes, rows: own }], { parameters });
  expect(dataSetOf(calibrant, "a.fcs")).toMatchObject({ population: null, counted: 4 });
});

test("counting beads are not among the particles that they count", async () => {
  const parameters = {
    gates: [rectangle("beads", "SSC-A")],
    beads: { counts: { kind: "counting", gate: "beads", concentration: 1e6 } },
  };
  const found = await study([{ file: "a.fcs", bytes, rows: [{}] }], { parameters });
  expect(dataSetOf(found, "a.fcs")).toMatchObject({ population: "not beads", counted: 2 });
  // 2 particles to 2 beads
  expect(found.one("cytometry.concentration", "S")!.value).toBeCloseTo(1e6, 6);
  const own = await study([{ file: "a.fcs", bytes, rows: [{}] }], {
    parameters: { ...parameters, population: "beads" },
  });
  expect(dataSetOf(own, "a.fcs").population).toBe("beads");
});

test("a Gating-ML text that cannot be read is told at its key, not at a line of study.yaml", async () => {
  const [dataSet] = (await measured(bytes)).captures;
  const { issues } = applyGates(dataSet!, parameters({ gatingMl: "<a>\n<b>\n</a>" }));
  expect(issues).toMatchObject([
    { code: "xml-malformed", file: "study.yaml", place: { key: "parameters.cytometry.gatingMl" } },
  ]);
  expect(issues[0]!.place).not.toHaveProperty("line");
});

const scaled = (inside: string) => `<g:Gating-ML xmlns:g="http://www.isac-net.org/std/Gating-ML/v2.0/gating"
  xmlns:t="http://www.isac-net.org/std/Gating-ML/v2.0/transformations"
  xmlns:d="http://www.isac-net.org/std/Gating-ML/v2.0/datatypes">
<t:transformation t:id="scale">${inside}</t:transformation>
<g:RectangleGate g:id="in"><g:dimension g:compensation-ref="uncompensated" g:transformation-ref="scale" g:min="0.1">
<d:fcs-dimension d:name="PE-A"/></g:dimension></g:RectangleGate></g:Gating-ML>`;

test.each([
  ["cytometry-scale-overflow", '<t:hyperlog t:T="5e-324" t:W="0.01" t:M="4.5" t:A="0"/>'],
  ["cytometry-scale-parameter", '<t:flin t:T="1000" t:A="-100"/>'],
])("a Gating-ML scale without numbers leaves out its gates and is told: %s", async (code, inside) => {
  const [dataSet] = (await measured(bytes)).captures;
  const found = applyGates(dataSet!, parameters({ gatingMl: scaled(inside) }));
  expect(ids(found)).toEqual([]);
  expect(found.issues.map((issue) => issue.code)).toEqual([code, "cytometry-gates-left-out"]);
});

describe("a polygon with cofactors", () => {
  const random = uniform(7);
  const events = 4000;
  const column = () => Array.from({ length: events }, () => Math.fround(120 * Math.sinh(14 * random() - 5)));
  const x = column();
  const y = column();
  const data = flow({ channels: { "SSC-A": x, "PE-A": y } });
  const cofactors = [150, 20] as const;
  const vertices: [number, number][] = [
    [-900, -400],
    [30_000, -50],
    [200_000, 90_000],
    [500, 400_000],
    [60, 900],
  ];
  const polygon: Json = {
    kind: "polygon",
    id: "drawn",
    axes: [
      { channel: "SSC-A", compensated: false, cofactor: cofactors[0] },
      { channel: "PE-A", compensated: false, cofactor: cofactors[1] },
    ],
    vertices,
  };
  const onDisplay = (point: readonly number[]): [number, number] => [
    Math.asinh(point[0]! / cofactors[0]),
    Math.asinh(point[1]! / cofactors[1]),
  ];

  test("holds the events between edges that are straight on asinh(value / cofactor)", async () => {
    const found = await study([{ file: "a.fcs", bytes: data, rows: [{}] }], {
      parameters: { gates: [polygon] },
    });
    const inside = (corners: readonly [number, number][], to: (point: readonly number[]) => number[]) =>
      x.filter((_, i) => {
        const [a, b] = to([x[i]!, y[i]!]);
        return insidePolygon(corners, a!, b!);
      }).length;
    const expected = inside(vertices.map(onDisplay), onDisplay);
    expect(expected).toBeGreaterThan(500);
    expect(dataSetOf(found, "a.fcs").gates).toEqual([{ id: "drawn", parent: null, count: expected }]);
    expect(Math.abs(inside(vertices, (point) => [...point]) - expected)).toBeGreaterThan(50);
  });

  test("is the same gate after it was written to and read from Gating-ML", async () => {
    const [dataSet] = (await measured(data)).captures;
    const { gates } = applyGates(dataSet!, parameters({ gates: [polygon] }));
    const gatingMl = value(writeGatingMl({ gates, compensation: { kind: "none" } }));
    const [direct, read] = await Promise.all(
      [{ gates: [polygon] }, { gatingMl }].map((given) =>
        study([{ file: "a.fcs", bytes: data, rows: [{}] }], { parameters: given }),
      ),
    );
    expect(dataSetOf(read!, "a.fcs").gates).toEqual(dataSetOf(direct!, "a.fcs").gates);
  });

  test.each([0, -5, Number.POSITIVE_INFINITY])("refuses the cofactor %d", (cofactor) => {
    const axis = { channel: "SSC-A", cofactor };
    const given = { gates: [{ kind: "polygon", id: "a", axes: [axis, axis], vertices }] };
    const { issues } = parametersOf({ parameters: { cytometry: given as unknown as Json } });
    expect(issues.map(({ code }) => code)).toEqual(["cytometry-parameters-invalid"]);
  });
});
