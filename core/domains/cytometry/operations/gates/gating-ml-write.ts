import { isXmlText } from "../../../../containers/xml-scanner.ts";
import { writeXml, type XmlNode } from "../../../../containers/xml-writer.ts";
import { accepted, isRefused, portable, type Result, refused } from "../../../../kernel/index.ts";
import type { Scale } from "../scales/scale.ts";
import type { Gate, GateAxis } from "./gate.ts";
import {
  datatypesNamespace,
  type GatingDocument,
  gatingNamespace,
  type SpectrumMatrix,
  transformationsNamespace,
} from "./gating-ml.ts";
import { isUsableScale } from "./gating-ml-scales.ts";
import { toXmlId } from "./gating-ml-xml.ts";
import { orderGates } from "./hierarchy.ts";
import { insideTest, shapeAxes } from "./inside.ts";
import { gatesIssues } from "./issues.ts";

interface Names {
  /** Id of the transformation of a scale, by its JSON. */
  readonly scales: ReadonlyMap<string, string>;
  /** What compensated axes refer to. */
  readonly compensation: string;
}

/**
 * The transformation of a scale. asinh(x / c) is fasinh with M ln 10 = 1 and T = c sinh(1), equal to within rounding.
 */
function transformation(scale: Scale): XmlNode {
  const node = (name: string, attributes: Record<string, number>): XmlNode => ({
    name: `transforms:${name}`,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, n]) => [`transforms:${key}`, n])),
  });
  switch (scale.kind) {
    case "linear":
      return node("flin", { T: scale.t, A: scale.a });
    case "log":
      return node("flog", { T: scale.t, M: scale.m });
    case "arcsinh":
      return node("fasinh", { T: scale.t, M: scale.m, A: scale.a });
    case "cofactor":
      return node("fasinh", { T: scale.cofactor * portable.sinh(1), M: Math.LOG10E, A: 0 });
    default:
      return node(scale.kind, { T: scale.t, W: scale.w, M: scale.m, A: scale.a });
  }
}

function fcsDimension(name: string): XmlNode {
  return { name: "data-type:fcs-dimension", attributes: { "data-type:name": name } };
}

function dimension(axis: GateAxis, names: Names, limits: Record<string, number | undefined> = {}): XmlNode {
  return {
    name: "gating:dimension",
    attributes: {
      "gating:compensation-ref": axis.compensated ? names.compensation : "uncompensated",
      "gating:transformation-ref":
        axis.scale === null ? undefined : names.scales.get(JSON.stringify(axis.scale)),
      ...limits,
    },
    children: [fcsDimension(axis.channel)],
  };
}

function list(name: string, item: string, values: readonly number[]): XmlNode {
  const children = values.map((value) => ({ name: item, attributes: { "data-type:value": value } }));
  return { name, children };
}

function contents(
  gate: Gate,
  names: Names,
): { readonly name: string; readonly children: readonly XmlNode[] } {
  switch (gate.kind) {
    case "rectangle": {
      const children = gate.bounds.map(({ axis, min, max }) =>
        dimension(axis, names, { "gating:min": min ?? undefined, "gating:max": max ?? undefined }),
      );
      return { name: "RectangleGate", children };
    }
    case "polygon": {
      const vertices = gate.vertices.map((vertex) => list("gating:vertex", "gating:coordinate", vertex));
      return {
        name: "PolygonGate",
        children: [...gate.axes.map((axis) => dimension(axis, names)), ...vertices],
      };
    }
    case "ellipsoid": {
      const rows = gate.covariance.map((row) => list("gating:row", "gating:entry", row));
      const square = { "data-type:value": gate.distanceSquare };
      const shape: XmlNode[] = [
        list("gating:mean", "gating:coordinate", gate.mean),
        { name: "gating:covarianceMatrix", children: rows },
        { name: "gating:distanceSquare", attributes: square },
      ];
      return {
        name: "EllipsoidGate",
        children: [...gate.axes.map((axis) => dimension(axis, names)), ...shape],
      };
    }
    case "boolean": {
      const children = gate.operands.map(
        ({ gate: reference, complement }): XmlNode => ({
          name: "gating:gateReference",
          attributes: {
            "gating:ref": toXmlId(reference),
            "gating:use-as-complement": complement ? "true" : undefined,
          },
        }),
      );
      return { name: "BooleanGate", children: [{ name: `gating:${gate.operator}`, children }] };
    }
  }
}

function gateNode(gate: Gate, names: Names): XmlNode {
  const { name, children } = contents(gate, names);
  const parent = gate.parent === null ? undefined : toXmlId(gate.parent);
  const attributes = { "gating:id": toXmlId(gate.id), "gating:parent_id": parent };
  return { name: `gating:${name}`, attributes, children };
}

function matrixNode(id: string, { fluorochromes, detectors, matrix, inverted }: SpectrumMatrix): XmlNode {
  const spectra = matrix.map(
    (row): XmlNode => ({
      name: "transforms:spectrum",
      children: row.map((value) => ({
        name: "transforms:coefficient",
        attributes: { "transforms:value": value },
      })),
    }),
  );
  return {
    name: "transforms:spectrumMatrix",
    attributes: {
      "transforms:id": id,
      "transforms:matrix-inverted-already": inverted ? "true" : undefined,
    },
    children: [
      { name: "transforms:fluorochromes", children: fluorochromes.map(fcsDimension) },
      { name: "transforms:detectors", children: detectors.map(fcsDimension) },
      ...spectra,
    ],
  };
}

/** What of a gate the document cannot hold, and its value; null where it can hold all of it. */
function whatIsWrong(gate: Gate, compensation: string | null): readonly [string, string | number] | null {
  if (gate.id === "") return ["id", '""'];
  if (gate.kind === "boolean") {
    const { operator, operands } = gate;
    const isWhole = operator === "not" ? operands.length === 1 : operands.length >= 2;
    return isWhole ? null : [operator, operands.length];
  }
  if (gate.kind === "ellipsoid" && gate.axes.length < 2) return ["dimensions", gate.axes.length];
  for (const { channel, compensated, scale } of shapeAxes(gate)) {
    if (channel === "" || !isXmlText(channel)) return ["channel", JSON.stringify(channel)];
    if (compensated && compensation === null) return ["compensation-ref", channel];
    const numbers = scale === null ? [] : Object.values(scale).filter((one) => typeof one === "number");
    if (scale !== null && !(isUsableScale(scale) && numbers.every(Number.isFinite)))
      return ["transformation", JSON.stringify(scale)];
  }
  return null;
}

function uniqueIds(count: number, taken: ReadonlySet<string>): readonly string[] {
  const ids: string[] = [];
  for (let n = 1; ids.length < count; n++) if (!taken.has(`scale${n}`)) ids.push(`scale${n}`);
  return ids;
}

/**
 * The document as Gating-ML 2.0 text; names that an XML id cannot hold are written with `_xHHHH_` and read back whole. Issues:
 * those of `orderGates` and `insideTest`, `cytometry-gating-ml-empty`, `cytometry-gating-ml-matrix`. Source: Gating-ML 2.0
 * (ISAC 2013) and its schema 2.0.121207.
 */
export function writeGatingMl({ gates, compensation }: GatingDocument): Result<string> {
  const ordered = orderGates(gates);
  if (isRefused(ordered)) return ordered;
  if (gates.length === 0) return refused(gatesIssues.raise("cytometry-gating-ml-empty"));
  const matrix = compensation.kind === "matrix" ? compensation.matrix : null;
  const named = matrix === null ? null : toXmlId(matrix.id);
  const reference = compensation.kind === "none" ? null : (named ?? "FCS");
  const ids = new Set(gates.map(({ id }) => toXmlId(id)));
  const words = matrix === null ? [] : [...matrix.fluorochromes, ...matrix.detectors];
  const reserved = named !== null && (["", "FCS", "uncompensated"].includes(named) || ids.has(named));
  if (reserved || !words.every((word) => word !== "" && isXmlText(word)))
    return refused(gatesIssues.raise("cytometry-gating-ml-matrix", { matrix: matrix?.id ?? "", what: "id" }));
  for (const gate of ordered.value) {
    const wrong = whatIsWrong(gate, reference);
    if (wrong) {
      const parameters = { gate: gate.id, what: wrong[0], value: wrong[1] };
      return refused(gatesIssues.raise("cytometry-gate-invalid", parameters));
    }
    const test = gate.kind === "boolean" ? null : insideTest(gate, gate.id);
    if (test !== null && isRefused(test)) return test;
  }
  const axes = gates.flatMap((gate) => (gate.kind === "boolean" ? [] : shapeAxes(gate)));
  const scales = new Map(
    axes.flatMap(({ scale }) => (scale ? [[JSON.stringify(scale), scale] as const] : [])),
  );
  const scaleIds = uniqueIds(scales.size, new Set([...ids, named ?? ""]));
  const names = {
    scales: new Map([...scales.keys()].map((key, i) => [key, scaleIds[i]!])),
    compensation: reference ?? "uncompensated",
  };
  const transformations = [...scales].map(([key, scale]): XmlNode => {
    const attributes = { "transforms:id": names.scales.get(key) };
    return { name: "transforms:transformation", attributes, children: [transformation(scale)] };
  });
  const root: XmlNode = {
    name: "gating:Gating-ML",
    attributes: {
      "xmlns:gating": gatingNamespace,
      "xmlns:transforms": transformationsNamespace,
      "xmlns:data-type": datatypesNamespace,
    },
    children: [
      ...transformations,
      ...(matrix === null ? [] : [matrixNode(named!, matrix)]),
      ...ordered.value.map((gate) => gateNode(gate, names)),
    ],
  };
  return accepted(writeXml(root));
}
