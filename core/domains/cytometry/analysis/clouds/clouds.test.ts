import { describe, expect, test } from "vitest";
import {
  type AxisView,
  type DensityRequest,
  isAccepted,
  type Json,
  viewPlace,
} from "../../../../kernel/index.ts";
import { code, value } from "../../../../testing/results.test-support.ts";
import { insidePolygon } from "../../operations/gates/inside.ts";
import { uniform } from "../events/events.test-support.ts";
import { dataSetOf, flow, study } from "../studies.test-support.ts";
import { cloudOf, cloudsOf } from "./clouds.test-support.ts";

const random = uniform(11);
const events = 6000;
const brightness = () => Math.fround(100 * Math.sinh(12 * random() ** 2 - 1));
const columns = {
  "SSC-A": Array.from({ length: events }, brightness),
  "PE-A": Array.from({ length: events }, brightness),
  "APC-A": Array.from({ length: events }, brightness),
  Time: Array.from({ length: events }, (_, i) => i),
};
const bytes = flow({ channels: columns });
const spill = [
  [1, 0.2],
  [0.05, 1],
] as const;
const compensation = { channels: ["PE-A", "APC-A"], matrix: spill } as unknown as Json;

/** True values: observed = true x spill. */
const determinant = spill[0][0] * spill[1][1] - spill[0][1] * spill[1][0];
const compensated = {
  "PE-A": columns["PE-A"].map(
    (pe, i) => (pe * spill[1][1] - columns["APC-A"][i]! * spill[1][0]) / determinant,
  ),
  "APC-A": columns["APC-A"].map(
    (apc, i) => (apc * spill[0][0] - columns["PE-A"][i]! * spill[0][1]) / determinant,
  ),
};

const bins = 48;
const x: AxisView = { axis: "SSC-A", cofactor: 150, from: -300, to: 60_000 };
const y: AxisView = { axis: "PE-A", cofactor: 30, from: -80, to: 1000 };
const vertices: [number, number][] = [
  [-100, -50],
  [200_000, 10],
  [90_000, 100_000],
  [-20, 3000],
];
const gates: Json = [
  { kind: "boolean", id: "rest", parent: "bright", operator: "not", operands: [{ gate: "drawn" }] },
  {
    kind: "polygon",
    id: "drawn",
    parent: "bright",
    axes: [
      { channel: "SSC-A", cofactor: 150 },
      { channel: "PE-A", cofactor: 30 },
    ],
    vertices,
  },
  { kind: "rectangle", id: "bright", bounds: [{ channel: "APC-A", min: 20, max: 90_000 }] },
];
const request: DensityRequest = { x, y, bins, within: null, gates: [] };

const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);
const asinhPlace = ([a, b]: readonly [number, number]): [number, number] => [
  Math.asinh(a / 150),
  Math.asinh(b / 30),
];
const corners = vertices.map(asinhPlace);
const isBright = (i: number) => compensated["APC-A"][i]! >= 20 && compensated["APC-A"][i]! < 90_000;
const isDrawn = (i: number) =>
  isBright(i) && insidePolygon(corners, ...asinhPlace([columns["SSC-A"][i]!, compensated["PE-A"][i]!]));

/** The bin of an event by definition; null out of view. */
function binOf(view: AxisView, one: number): number | null {
  const at = Math.floor(viewPlace(view, one) * bins);
  return at >= 0 && at < bins ? at : null;
}

describe("a density", () => {
  const expected = (isIn: (i: number) => boolean) => {
    const counts = new Uint32Array(bins * bins);
    let outside = 0;
    for (let i = 0; i < events; i++) {
      if (!isIn(i)) continue;
      const [column, row] = [binOf(x, columns["SSC-A"][i]!), binOf(y, compensated["PE-A"][i]!)];
      if (column === null || row === null) outside++;
      else counts[row * bins + column]!++;
    }
    return { counts, outside };
  };

  test.each([
    [null, () => true],
    ["bright", isBright],
    ["drawn", isDrawn],
    ["rest", (i: number) => isBright(i) && !isDrawn(i)],
  ])("inside %s is that of compensated values binned one by one", async (within, isIn) => {
    const cloud = await cloudOf(bytes, { parameters: { compensation } });
    const found = value(await cloud.density({ ...request, within, gates }));
    const own = expected(isIn);
    expect(found.counts).toEqual(own.counts);
    expect(found).toMatchObject({ outside: own.outside, total: events, unusable: 0 });
    expect(found.within).toBe(sum(found.counts) + found.outside);
    expect(found.outside).toBeGreaterThan(10);
    expect(sum(found.counts)).toBeGreaterThan(200);
  });

  test("tells of every gate what the study tells of it", async () => {
    const parameters = { compensation, gates };
    const studied = await study([{ file: "a.fcs", bytes, rows: [{}] }], { parameters });
    const cloud = await cloudOf(bytes, { parameters });
    const found = value(await cloud.density({ ...request, within: "drawn", gates }));
    const { gates: counted } = dataSetOf(studied, "a.fcs");
    expect(found.gates.map(({ gate, parent, events: count }) => ({ id: gate, parent, count }))).toEqual(
      counted,
    );
    const ids = ["cytometry.gateCount", "cytometry.gateFraction"];
    const drafts = studied.files[0]!.steps.flatMap((step) => step.estimates).filter(({ id }) =>
      ids.includes(id),
    );
    expect(found.gates.flatMap(({ estimates }) => estimates)).toEqual(drafts);
    expect(drafts).toHaveLength(6);
  });

  test("leaves out the events that the study leaves out: a value of a studied channel is no number", async () => {
    const odd = { ...columns, "APC-A": columns["APC-A"].map((one, i) => (i % 10 === 0 ? Number.NaN : one)) };
    const broken = flow({ channels: odd });
    const parameters = { gates: [{ kind: "rectangle", id: "g", bounds: [{ channel: "SSC-A", min: 1 }] }] };
    const studied = await study([{ file: "a.fcs", bytes: broken, rows: [{}] }], { parameters });
    const found = value(
      await (await cloudOf(broken, { parameters })).density({ ...request, gates: parameters.gates }),
    );
    expect(found).toMatchObject({ total: 0.9 * events, unusable: 0.1 * events });
    expect(found.gates[0]!.events).toBe(dataSetOf(studied, "a.fcs").gates[0]!.count);
  });

  test("leaves the memory of the worker as it crosses to the page", async () => {
    const cloud = await cloudOf(bytes);
    const found = await cloud.density({ ...request, gates });
    expect(structuredClone(found)).toEqual(found);
    expect(structuredClone(cloud.axes)).toEqual(cloud.axes);
  });

  test("of a million events takes one pass", async () => {
    const many = 1_000_000;
    const column = (seed: number) => {
      const next = uniform(seed);
      return Float64Array.from({ length: many }, () => 100 * Math.sinh(8 * next()));
    };
    const large = flow({ channels: { "SSC-A": column(1), "PE-A": column(2), "APC-A": column(3) } });
    const cloud = await cloudOf(large);
    const told: number[] = [];
    const progress = (points: number) => told.push(points);
    const found = value(await cloud.density({ ...request, bins: 256, gates }, { progress }));
    expect(sum(found.counts) + found.outside).toBe(many);
    expect(told.at(-1)).toBe(many);
    expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  });
});

describe("a histogram", () => {
  test("is that of compensated values binned one by one, with those below and above", async () => {
    const cloud = await cloudOf(bytes, { parameters: { compensation } });
    const found = value(await cloud.histogram({ x: y, bins, within: "bright", gates }));
    const counts = new Uint32Array(bins);
    const off = { below: 0, above: 0 };
    compensated["PE-A"].forEach((one, i) => {
      if (!isBright(i)) return;
      const at = binOf(y, one);
      if (at !== null) counts[at]!++;
      else if (one < y.from) off.below++;
      else off.above++;
    });
    expect(found.counts).toEqual(counts);
    expect(found).toMatchObject(off);
    expect(found.within).toBe(sum(found.counts) + found.below + found.above);
    expect(Math.min(found.below, found.above)).toBeGreaterThan(10);
  });

  test("of a thousandth of a logarithmic axis puts an event at most one bin beside its own", async () => {
    const next = uniform(3);
    const values = Array.from({ length: 20_000 }, () => Math.fround(1000 + 10 * next()));
    const cloud = await cloudOf(flow({ channels: { "SSC-A": values } }));
    const view: AxisView = { axis: "SSC-A", cofactor: 150, from: 1001, to: 1009 };
    const found = value(await cloud.histogram({ x: view, bins: 100, within: null, gates: [] }));
    const places = values.map((one) => viewPlace(view, one) * 100);
    found.counts.forEach((_, bin) => {
      const upTo = found.below + sum(found.counts.subarray(0, bin));
      const least = places.filter((place) => place < bin - 0.1).length;
      const most = places.filter((place) => place < bin + 0.1).length;
      expect(upTo).toBeGreaterThanOrEqual(least);
      expect(upTo).toBeLessThanOrEqual(most);
    });
  });

  test("of a linear axis has equal slices", async () => {
    const cloud = await cloudOf(bytes);
    const time: AxisView = { axis: "Time", cofactor: null, from: 0, to: events };
    const found = value(await cloud.histogram({ x: time, bins: 10, within: null, gates: null }));
    expect([...found.counts]).toEqual(Array.from({ length: 10 }, () => events / 10));
  });
});

describe("axes and views", () => {
  test("are the channels, with what compensation changes", async () => {
    const { axes, suggested, points, name } = await cloudOf(bytes, { parameters: { compensation } });
    expect(axes.map(({ id, compensated: changed }) => [id, changed])).toEqual([
      ["SSC-A", false],
      ["PE-A", true],
      ["APC-A", true],
      ["Time", false],
    ]);
    expect({ suggested, points, name }).toEqual({
      suggested: { x: "SSC-A", y: "PE-A" },
      points: events,
      name: "",
    });
  });

  test.each(["SSC-A", "PE-A", "Time"])("of %s hold every event but strays far below 0", async (axis) => {
    const cloud = await cloudOf(bytes, { parameters: { compensation } });
    const view = value(await cloud.view(axis));
    expect(view.cofactor === null).toBe(axis === "Time");
    const found = value(await cloud.histogram({ x: view, bins: 100, within: null, gates: [] }));
    expect(found.above).toBe(0);
    if (view.cofactor === null) expect(found.below).toBe(0);
    else expect(found.below).toBeLessThan(0.02 * events);
  });

  test("are told where there is nothing, one value, or no such axis", async () => {
    const empty = await cloudOf(flow({ channels: { "SSC-A": [Number.NaN], "PE-A": [Number.NaN] } }));
    const only = await cloudOf(flow({ channels: { "SSC-A": [7, 7], Time: [0, 0] } }));
    expect(only.suggested).toEqual({ x: "SSC-A", y: "Time" });
    for (const [cloud, axis] of [
      [empty, "SSC-A"],
      [only, "SSC-A"],
      [only, "Time"],
    ] as const) {
      const view = value(await cloud.view(axis));
      const found = value(await cloud.histogram({ x: view, bins: 5, within: null, gates: null }));
      expect(found.below + found.above).toBe(0);
    }
    expect(code(await only.view("PE-A"))).toBe("cytometry-cloud-axis-unknown");
  });

  test("data sets have clouds of their own, by name", async () => {
    const second = flow({ channels: { "SSC-A": [1, 2], "PE-A": [3, 4] } });
    const clouds = await cloudsOf([bytes, second]);
    expect(clouds.map(({ name, points }) => [name, points])).toEqual([
      ["data set 1", events],
      ["data set 2", 2],
    ]);
    const { gates: tallies } = value(await clouds[0]!.density({ ...request, gates }));
    expect(tallies[0]!.estimates[0]!.subject).toEqual({
      level: "capture",
      file: "a.fcs",
      capture: "data set 1",
      sample: "S",
    });
  });
});

describe("a hostile request", () => {
  const rectangle = (id: string, parent: string | null, bound: Json = {}): Json => ({
    kind: "rectangle",
    id,
    parent,
    bounds: [{ channel: "PE-A", min: 4, ...(bound as object) }],
  });
  const of = async (given: Partial<DensityRequest>, parameters: Json = {}) =>
    (await cloudOf(bytes, { parameters })).density({ ...request, ...given });

  test.each<[string, Partial<DensityRequest>]>([
    ["cytometry-cloud-axis-unknown", { x: { ...x, axis: "Nowhere" } }],
    ["cytometry-cloud-view-invalid", { x: { ...x, from: Number.NaN } }],
    ["cytometry-cloud-view-invalid", { y: { ...y, from: 5, to: 5 } }],
    ["cytometry-cloud-view-invalid", { y: { ...y, cofactor: -1 } }],
    ["cytometry-cloud-bins", { bins: 0 }],
    ["cytometry-cloud-bins", { bins: 5000 }],
    ["cytometry-cloud-bins", { bins: 2.5 }],
    ["cytometry-cloud-gate-unknown", { within: "Nowhere" }],
    ["cytometry-cloud-gate-unknown", { within: "g", gates: [rectangle("g", null, { channel: "Nowhere" })] }],
    ["cytometry-cloud-gates-invalid", { gates: "all" }],
    ["cytometry-cloud-gates-invalid", { gates: [{ kind: "circle" }] }],
    ["cytometry-cloud-gates-invalid", { gates: [rectangle("g", null, { min: "4" })] }],
    [
      "cytometry-cloud-gates-invalid",
      { gates: Array.from({ length: 201 }, (_, i) => rectangle(`${i}`, null)) },
    ],
    ["cytometry-gate-unknown", { gates: [rectangle("g", "Nowhere")] }],
    ["cytometry-gate-duplicate", { gates: [rectangle("g", null), rectangle("g", null)] }],
    ["cytometry-gate-cycle", { gates: [rectangle("a", "b"), rectangle("b", "a")] }],
    ["cytometry-gate-invalid", { gates: [rectangle("a", null, { max: 4 })] }],
  ])("is refused: %s %#", async (wanted, given) => {
    const found = await of(given);
    expect(code(found)).toBe(wanted);
    const { x: axis, bins: number, within, gates: drawn } = { ...request, ...given };
    if (wanted.startsWith("cytometry-gate") || wanted.includes("cloud-gate"))
      expect(
        code(await (await cloudOf(bytes)).histogram({ x: axis, bins: number, within, gates: drawn })),
      ).toBe(wanted);
  });

  test("with corners beyond all numbers on their scale is refused, and a study with them does not stumble", async () => {
    const axis = { channel: "PE-A", cofactor: 1e-6 };
    const corners = [
      [0, 0],
      [1e308, 0],
      [0, 1e308],
    ];
    const far: Json = [{ kind: "polygon", id: "far", axes: [axis, axis], vertices: corners }];
    expect(code(await of({ gates: far }))).toBe("cytometry-gate-invalid");
    const studied = await study([{ file: "a.fcs", bytes, rows: [{}] }], { parameters: { gates: far } });
    expect(dataSetOf(studied, "a.fcs").gates).toHaveLength(1);
  });

  test("of a file without events is answered with nothing counted", async () => {
    const cloud = await cloudOf(flow({ channels: { "SSC-A": [], "PE-A": [] } }));
    const found = value(await cloud.density({ ...request, gates: [rectangle("g", null)], within: "g" }));
    expect(found).toMatchObject({ outside: 0, within: 0, total: 0, unusable: 0 });
    expect(found.gates.map(({ gate, events: count }) => [gate, count])).toEqual([["g", 0]]);
    expect(value(await cloud.view("PE-A")).to).toBe(262_144);
  });

  test("with a gate on a channel that this file has not is answered, and told", async () => {
    const found = await of({ gates: [rectangle("g", null, { channel: "Nowhere" }), rectangle("h", null)] });
    expect(isAccepted(found) && found.warnings.map(({ code: one }) => one)).toEqual([
      "cytometry-gates-left-out",
    ]);
    expect(value(found).gates.map(({ gate }) => gate)).toEqual(["h"]);
  });

  test("with parameters that cannot be used is answered by the defaults, and told", async () => {
    const found = await of({}, { level: 7 });
    expect(isAccepted(found) && found.warnings.map(({ code: one }) => one)).toEqual([
      "cytometry-parameters-invalid",
    ]);
  });

  test("that was aborted is rejected with the reason", async () => {
    const cloud = await cloudOf(bytes);
    const controller = new AbortController();
    controller.abort(new Error("no longer wanted"));
    const { signal } = controller;
    await expect(cloud.density(request, { signal })).rejects.toThrow("no longer wanted");
    await expect(cloud.view("PE-A", { signal })).rejects.toThrow("no longer wanted");
    const late = new AbortController();
    const progress = () => late.abort(new Error("seen enough"));
    const long = await cloudOf(flow({ channels: { "SSC-A": new Float64Array(600_000) } }));
    const all = { x: { ...x, from: -1 }, bins, within: null, gates: null };
    const running = long.histogram(all, { signal: late.signal, progress });
    await expect(running).rejects.toThrow("seen enough");
    await expect(cloud.histogram({ x, bins, within: null, gates }, { signal })).rejects.toThrow(
      "no longer wanted",
    );
  });
});
