import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../../kernel/index.ts";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { mutations, truncations } from "../../../../testing/mutate.test-support.ts";
import type { Scale } from "../scales/scale.ts";
import type { Gate, GateAxis } from "./gate.ts";
import type { GatingDocument } from "./gating-ml.ts";
import { readGatingMl } from "./gating-ml-read.ts";
import { isUsableScale } from "./gating-ml-scales.ts";
import { writeGatingMl } from "./gating-ml-write.ts";
import { fromXmlId, toXmlId } from "./gating-ml-xml.ts";

const base = "http://www.isac-net.org/std/Gating-ML/v2.0";
const documentOf = (inside: string) => `<?xml version="1.0"?>
<g:Gating-ML xmlns:g="${base}/gating" xmlns:t="${base}/transformations" xmlns:d="${base}/datatypes">
${inside}
</g:Gating-ML>`;
const dimension = (name: string, rest = "") =>
  `<g:dimension g:compensation-ref="uncompensated" ${rest}><d:fcs-dimension d:name="${name}"/></g:dimension>`;
const range = (id: string, rest = "", parent = "") =>
  `<g:RectangleGate g:id="${id}" ${parent}>${dimension("FSC-A", `g:min="1" ${rest}`)}</g:RectangleGate>`;
const transformation = (id: string, inside: string, rest = "") =>
  `<t:transformation t:id="${id}" ${rest}>${inside}</t:transformation>`;

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const positive = fc.double({ noNaN: true, min: 1e-3, max: 1e6 });
const scales: fc.Arbitrary<Scale> = fc.oneof(
  fc.record({
    kind: fc.constant("linear" as const),
    t: positive,
    a: fc.double({ min: 0, max: 1e-3, noNaN: true }),
  }),
  fc.record({ kind: fc.constant("log" as const), t: positive, m: positive }),
  fc.record({ kind: fc.constant("arcsinh" as const), t: positive, m: positive, a: fc.constantFrom(0, 1e-4) }),
  fc.record({
    kind: fc.constantFrom("logicle" as const, "hyperlog" as const),
    t: positive,
    w: fc.double({ min: 0.1, max: 1, noNaN: true }),
    m: fc.double({ min: 4, max: 6, noNaN: true }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);
const channels = fc.constantFrom("FSC-A", "FL1-A", "CD9 <PE>", '蛍光 & 散乱"', "a'b");
const axes: fc.Arbitrary<GateAxis> = fc.record({
  channel: channels,
  compensated: fc.boolean(),
  scale: fc.option(scales),
});
const bounds = fc
  .tuple(axes, fc.option(numbers), fc.option(fc.double({ min: 0.1, max: 1e6, noNaN: true })))
  .map(([axis, min, width]) => ({ axis, min, max: width === null ? null : (min ?? 0) + width }));
const shapes = fc.oneof(
  fc.record({
    kind: fc.constant("rectangle" as const),
    bounds: fc.array(bounds, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("polygon" as const),
    axes: fc.tuple(axes, axes),
    vertices: fc.array(fc.tuple(numbers, numbers), { minLength: 3, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant("ellipsoid" as const),
    axes: fc.tuple(axes, axes),
    mean: fc.tuple(numbers, numbers),
    covariance: fc.tuple(positive, positive).map(([a, b]) => [
      [a, 0.3 * Math.sqrt(a * b)],
      [0.3 * Math.sqrt(a * b), b],
    ]),
    distanceSquare: fc.double({ min: 0, max: 1e6, noNaN: true }),
  }),
);
const names = fc.uniqueArray(
  fc.oneof(
    fc.string({ minLength: 1, unit: "binary" }),
    fc.constantFrom("scale1", "_x0041_", "1", "CD9+/CD63-"),
  ),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const picks = fc.array(fc.nat(20), { minLength: 40, maxLength: 40 });
const documents: fc.Arbitrary<GatingDocument> = fc
  .tuple(names, fc.array(shapes, { minLength: 6, maxLength: 6 }), picks)
  .map(([ids, made, pick]) => {
    const gates = ids.map((id, i): Gate => {
      const parent = i > 0 && pick[i]! % 2 ? ids[pick[i]! % i]! : null;
      if (i === 0 || pick[i + 10]! % 3 > 0) return { ...made[i]!, id, parent };
      const operand = (at: number) => ({ gate: ids[pick[at]! % i]!, complement: pick[at]! % 2 === 1 });
      return pick[i + 20]! % 3 === 0
        ? { kind: "boolean", operator: "not", operands: [operand(30)], id, parent }
        : {
            kind: "boolean",
            operator: pick[i]! % 2 ? "and" : "or",
            operands: [operand(31), operand(32)],
            id,
            parent,
          };
    });
    const usesCompensation = gates.some(
      (gate) =>
        gate.kind !== "boolean" &&
        (gate.kind === "rectangle" ? gate.bounds.map(({ axis }) => axis) : gate.axes).some(
          (one) => one.compensated,
        ),
    );
    const matrix = {
      id: "spill 1",
      fluorochromes: ["FITC", "PE", "x"],
      detectors: ["FSC-A", "FL1-A", "y"],
      matrix: [
        [1, 0.1, 0],
        [0.2, 1, 0],
        [0, 1e-7, 1],
      ],
      inverted: pick[38]! % 2 === 0,
    };
    const compensation: GatingDocument["compensation"] = !usesCompensation
      ? { kind: "none" }
      : pick[39]! % 2
        ? { kind: "file" }
        : { kind: "matrix", matrix };
    return { gates, compensation };
  });

describe("what is written is read back", () => {
  test("gates of every kind, with their parents, scales and compensation", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const read = readGatingMl(value(writeGatingMl(document)));
        const byId = (gates: readonly Gate[]) => new Map(gates.map((gate) => [gate.id, gate]));
        expect(codes(read)).toEqual([]);
        expect(byId(value(read).gates)).toEqual(byId(document.gates));
        expect(value(read).compensation).toEqual(document.compensation);
      }),
      { numRuns: 400 },
    );
  });

  test("names that an XML id cannot hold", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (name) => {
        expect(fromXmlId(toXmlId(name))).toBe(name);
        expect(toXmlId(name)).toMatch(/^[A-Z_a-z\u00c0-\ufffd][-.\w\u00b7-\ufffd]*$/);
      }),
    );
    expect(toXmlId("CD9+ 小胞")).toBe("CD9_x002B__x0020_小胞");
  });

  test("asinh(x / cofactor) as the fasinh with the same values", () => {
    const axis: GateAxis = { channel: "x", compensated: false, scale: { kind: "cofactor", cofactor: 150 } };
    const gate: Gate = { kind: "rectangle", id: "a", parent: null, bounds: [{ axis, min: 1, max: 2 }] };
    const read = value(readGatingMl(value(writeGatingMl({ gates: [gate], compensation: { kind: "none" } }))));
    const scale = read.gates[0]!.kind === "rectangle" ? read.gates[0]!.bounds[0]!.axis.scale : null;
    if (scale?.kind !== "arcsinh") throw new Error("not an arcsinh");
    for (const x of [-3000, -1, 0, 0.5, 150, 1e5]) {
      const { t, m, a } = scale;
      const fasinh = (Math.asinh((x * Math.sinh(m * Math.LN10)) / t) + a * Math.LN10) / ((m + a) * Math.LN10);
      expect(fasinh).toBeCloseTo(Math.asinh(x / 150), 13);
    }
  });
});

describe("read", () => {
  test("quadrants as rectangles between their dividers, minimum included", () => {
    const divider = (id: string, channel: string, ...values: number[]) =>
      `<g:divider g:id="${id}" g:compensation-ref="uncompensated"><d:fcs-dimension d:name="${channel}"/>${values
        .map((one) => `<g:value>${one}</g:value>`)
        .join("")}</g:divider>`;
    const quadrant = (id: string, x: number, y: number) =>
      `<g:Quadrant g:id="${id}"><g:position g:divider_ref="dx" g:location="${x}"/><g:position g:divider_ref="dy" g:location="${y}"/></g:Quadrant>`;
    const text = documentOf(
      `${range("all")}<g:QuadrantGate g:id="Q" g:parent_id="all">${divider("dx", "X", 30, 10)}${divider("dy", "Y", 5)}${quadrant("a", 10, 0)}${quadrant("b", 99, 5)}</g:QuadrantGate>`,
    );
    const [, a, b] = value(readGatingMl(text)).gates;
    const axis = (channel: string) => ({ channel, compensated: false, scale: null });
    expect(a).toEqual({
      kind: "rectangle",
      id: "a",
      parent: "all",
      bounds: [
        { axis: axis("X"), min: 10, max: 30 },
        { axis: axis("Y"), min: null, max: 5 },
      ],
    });
    expect(b).toMatchObject({
      bounds: [
        { min: 30, max: null },
        { min: 5, max: null },
      ],
    });
  });

  test("fluorochromes of a square matrix as its detectors", () => {
    const list = (name: string, ...all: string[]) =>
      `<t:${name}>${all.map((one) => `<d:fcs-dimension d:name="${one}"/>`).join("")}</t:${name}>`;
    const row = (...all: number[]) =>
      `<t:spectrum>${all.map((one) => `<t:coefficient t:value="${one}"/>`).join("")}</t:spectrum>`;
    const matrix = `<t:spectrumMatrix t:id="S">${list("fluorochromes", "FITC", "PE")}${list("detectors", "FL1-H", "FL2-H")}${row(1, 0.25)}${row(0.05, 1)}</t:spectrumMatrix>`;
    const gate = `<g:RectangleGate g:id="a"><g:dimension g:compensation-ref="S" g:max="3"><d:fcs-dimension d:name="PE"/></g:dimension></g:RectangleGate>`;
    const read = value(readGatingMl(documentOf(matrix + gate)));
    expect(read.gates[0]).toMatchObject({
      bounds: [{ axis: { channel: "FL2-H", compensated: true }, max: 3 }],
    });
    expect(codes(readGatingMl(documentOf(gate)))).toEqual(["cytometry-gating-ml-matrix"]);
    const broken = matrix.replace('<t:coefficient t:value="0.25"/>', "");
    expect(codes(readGatingMl(documentOf(broken + gate)))).toEqual(["cytometry-gating-ml-matrix"]);
  });

  test("attributes without a prefix, as some programs write them", () => {
    const plain = range("a").replaceAll("g:id", "id").replaceAll("g:min", "min").replaceAll("d:name", "name");
    expect(value(readGatingMl(documentOf(plain))).gates[0]).toMatchObject({
      id: "a",
      bounds: [{ min: 1, max: null }],
    });
  });
});

const ratio = `<t:fratio t:A="1" t:B="0" t:C="0"><d:fcs-dimension d:name="A"/><d:fcs-dimension d:name="B"/></t:fratio>`;
const ofRatio = `<g:RectangleGate g:id="r"><g:dimension g:compensation-ref="uncompensated" g:min="1"><d:new-dimension d:transformation-ref="R"/></g:dimension></g:RectangleGate>`;
const logicle = `<t:logicle t:T="1000" t:W="0.5" t:M="4.5" t:A="0"/>`;
const on = (transform: string) => range("x", `g:transformation-ref="${transform}"`);
const polygonOf = (...vertices: string[]) =>
  `<g:PolygonGate g:id="x">${dimension("A")}${dimension("B")}${vertices
    .map(
      (one) =>
        `<g:vertex>${one
          .split(" ")
          .map((c) => `<g:coordinate d:value="${c}"/>`)
          .join("")}</g:vertex>`,
    )
    .join("")}</g:PolygonGate>`;
const booleanOf = (operator: string, ...references: string[]) =>
  `<g:BooleanGate g:id="x"><g:${operator}>${references.map((one) => `<g:gateReference g:ref="${one}"/>`).join("")}</g:${operator}></g:BooleanGate>`;

describe("leaves out with a code and keeps the rest", () => {
  test.each([
    ["a ratio of channels", transformation("R", ratio) + ofRatio, "cytometry-gating-ml-ratio"],
    ["a gate on a ratio as its scale", transformation("R", ratio) + on("R"), "cytometry-gating-ml-ratio"],
    [
      "a bounded transformation",
      transformation("L", logicle, 't:boundMin="0"') + on("L"),
      "cytometry-gating-ml-transformation",
    ],
    ["an unknown transformation", on("L"), "cytometry-gating-ml-transformation"],
    [
      "two transformations of one id",
      transformation("L", logicle).repeat(2) + on("L"),
      "cytometry-gating-ml-transformation",
    ],
    [
      "a logicle outside its domain",
      transformation("L", logicle.replace("0.5", "3")) + on("L"),
      "cytometry-gating-ml-transformation",
    ],
    [
      "a logicle without W",
      transformation("L", logicle.replace('t:W="0.5"', "")) + on("L"),
      "cytometry-gating-ml-transformation",
    ],
    ["a limit that is no number", range("x").replace('"1"', '"one"'), "cytometry-gating-ml-element"],
    ["an infinite limit", range("x").replace('"1"', '"INF"'), "cytometry-gating-ml-element"],
    ["a hexadecimal limit", range("x").replace('"1"', '"0x10"'), "cytometry-gating-ml-element"],
    [
      "a dimension without compensation",
      range("x").replace('g:compensation-ref="uncompensated"', ""),
      "cytometry-gating-ml-element",
    ],
    ["a polygon of two vertices", polygonOf("0 0", "1 1"), "cytometry-gate-invalid"],
    ["a vertex of three coordinates", polygonOf("0 0", "1 1", "1 2 3"), "cytometry-gating-ml-element"],
    ["a NOT of two gates", booleanOf("not", "keep", "keep"), "cytometry-gating-ml-element"],
    ["an AND of one gate", booleanOf("and", "keep"), "cytometry-gating-ml-element"],
    ["an unknown kind of gate", `<g:FancyGate g:id="x"/>`, "cytometry-gating-ml-element"],
  ])("%s", (_, inside, code) => {
    const result = readGatingMl(documentOf(range("keep") + inside));
    expect(codes(result)).toEqual([code]);
    expect(value(result).gates.map(({ id }) => id)).toEqual(["keep"]);
    expect(isAccepted(result) && result.warnings[0]).toMatchObject({ severity: "error", place: { line: 3 } });
  });

  test("all that depends on a gate left out, naming it", () => {
    const inside = `${range("keep")}${booleanOf("or", "keep", "c1")}${range("c1", "", 'g:parent_id="r"')}${range("c2", "", 'g:parent_id="x"')}`;
    const result = readGatingMl(documentOf(transformation("R", ratio) + ofRatio + inside));
    expect(codes(result).sort()).toEqual([
      ...Array(3).fill("cytometry-gating-ml-dependent"),
      "cytometry-gating-ml-ratio",
    ]);
    expect(value(result).gates.map(({ id }) => id)).toEqual(["keep"]);
  });

  test("a chain of 20,000 gates under one left out, quickly", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      range(`c${i}`, "", `g:parent_id="c${i + 1}"`),
    ).join("");
    const last = range("c20000", 'g:transformation-ref="none"');
    const result = readGatingMl(documentOf(range("keep") + chain + last));
    expect(value(result).gates.map(({ id }) => id)).toEqual(["keep"]);
  });
});

describe("refuses", () => {
  test.each([
    ["another root", "<a/>", "cytometry-gating-ml-not"],
    ["Gating-ML 1.5", documentOf(range("a")).replaceAll("v2.0", "v1.5"), "cytometry-gating-ml-not"],
    ["no gates", documentOf(""), "cytometry-gating-ml-empty"],
    ["an unknown parent", documentOf(range("a", "", 'g:parent_id="b"')), "cytometry-gate-unknown"],
    ["an unknown operand", documentOf(range("keep") + booleanOf("not", "zz")), "cytometry-gate-unknown"],
    ["a gate of its own", documentOf(range("a", "", 'g:parent_id="a"')), "cytometry-gate-cycle"],
    ["two gates of one id", documentOf(range("a") + range("a")), "cytometry-gate-duplicate"],
    [
      "two compensations",
      documentOf(range("a").replace("uncompensated", "FCS") + range("b").replace("uncompensated", "S")),
      "cytometry-gating-ml-compensations",
    ],
    ["a text that is cut", documentOf(range("a")).slice(0, -5), "xml-malformed"],
    ["a document type", documentOf(range("a")).replace("?>", "?><!DOCTYPE a>"), "xml-doctype"],
  ])("%s", (_, text, code) => {
    expect(codes(readGatingMl(text))).toEqual([code]);
  });

  const axis = (scale: Scale | null, channel = "x", compensated = false) => ({ channel, compensated, scale });
  const gate = (one: GateAxis, id = "a"): Gate => ({
    kind: "rectangle",
    id,
    parent: null,
    bounds: [{ axis: one, min: 0, max: 1 }],
  });
  test.each<[string, Gate]>([
    ["a scale outside its domain", gate(axis({ kind: "logicle", t: 1, w: 3, m: 4, a: 0 }))],
    ["an infinite scale", gate(axis({ kind: "log", t: Number.POSITIVE_INFINITY, m: 4 }))],
    ["a channel that XML cannot hold", gate(axis(null, "a\u0001"))],
    ["a gate without a name", gate(axis(null), "")],
    ["a compensated axis without a compensation", gate(axis(null, "x", true))],
  ])("to write %s", (_, one) => {
    expect(codes(writeGatingMl({ gates: [one], compensation: { kind: "none" } }))).toEqual([
      "cytometry-gate-invalid",
    ]);
  });

  test("to write no gates", () => {
    expect(codes(writeGatingMl({ gates: [], compensation: { kind: "none" } }))).toEqual([
      "cytometry-gating-ml-empty",
    ]);
  });
});

test("scales are usable in the domain of their definition", () => {
  expect(isUsableScale({ kind: "logicle", t: 1000, w: 0, m: 4, a: 0 })).toBe(true);
  expect(isUsableScale({ kind: "hyperlog", t: 1000, w: 0, m: 4, a: 0 })).toBe(false);
  expect(isUsableScale({ kind: "logicle", t: 1000, w: 1, m: 4, a: -1 })).toBe(true);
  expect(isUsableScale({ kind: "logicle", t: 1000, w: 1, m: 4, a: -1.1 })).toBe(false);
  expect(isUsableScale({ kind: "logicle", t: 1000, w: 1, m: 4, a: 2.1 })).toBe(false);
  expect(isUsableScale({ kind: "linear", t: 100, a: -100 })).toBe(false);
  expect(isUsableScale({ kind: "log", t: 0, m: 4 })).toBe(false);
});

describe("damaged texts", () => {
  const whole = documentOf(
    `${transformation("L", logicle)}${on("L")}\n${polygonOf("0 0", "1 1", "1 0").replace('"x"', '"p"')}\n${booleanOf("or", "x", "p").replace('g:id="x"', 'g:id="b"')}`,
  );
  const bytes = new TextEncoder().encode(whole);
  const decode = (variant: { bytes: Uint8Array }) => new TextDecoder("windows-1252").decode(variant.bytes);

  test("the whole is read", () => {
    expect(codes(readGatingMl(whole))).toEqual([]);
    expect(value(readGatingMl(whole)).gates).toHaveLength(3);
  });

  test("cut at each byte they are refused", () => {
    for (const variant of truncations(bytes)) {
      expect(isAccepted(readGatingMl(decode(variant))), variant.label).toBe(false);
    }
  });

  test("10,000 damaged copies never throw, and what is read has finite numbers and known references", () => {
    let read = 0;
    for (const variant of mutations(bytes, 10_000, 5)) {
      const result = readGatingMl(decode(variant));
      if (!isAccepted(result)) {
        expect(
          result.issues.some(({ severity }) => severity === "error"),
          variant.label,
        ).toBe(true);
        continue;
      }
      read++;
      expect(isAccepted(writeGatingMl(result.value)), variant.label).toBe(true);
    }
    expect(read).toBeGreaterThan(100);
  });
});
