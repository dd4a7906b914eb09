import { describe, expect, test } from "vitest";
import {
  dependsOn,
  freshName,
  type Gate,
  gatesFrom,
  gatesJson,
  gateTree,
  possibleParents,
  removed,
  renamed,
} from "./gates.ts";

const box = (id: string, parent: string | null = null): Gate => ({
  kind: "rectangle",
  id,
  parent,
  bounds: [{ channel: "A", min: 1, max: null }],
});
const join = (id: string, ...operands: string[]): Gate => ({
  kind: "boolean",
  id,
  parent: null,
  operator: "and",
  operands: operands.map((gate) => ({ gate })),
});
const gates = [box("a"), box("b", "a"), box("c", "b"), join("d", "b", "c"), join("e", "c")];

test("gates come from study.yaml and go back without what is the default", () => {
  const json = [
    { kind: "rectangle", id: "a", bounds: [{ channel: "A", min: 1 }] },
    {
      kind: "polygon",
      id: "b",
      parent: "a",
      axes: [{ channel: "A", cofactor: 3 }, { channel: "B" }],
      vertices: [],
    },
  ];
  expect(gatesJson(gatesFrom(json as never))).toEqual(json);
  expect(gatesFrom(json as never)[0]).toMatchObject({ parent: null, bounds: [{ min: 1, max: null }] });
  expect(gatesFrom(undefined)).toEqual([]);
});

describe("a gate that is taken out", () => {
  test("gives its children to its parent and leaves joined gates without it", () => {
    const rest = removed(gates, "b");
    expect(rest.map(({ id, parent }) => [id, parent])).toEqual([
      ["a", null],
      ["c", "a"],
      ["d", null],
      ["e", null],
    ]);
    expect(rest[2]).toMatchObject({ operands: [{ gate: "c" }] });
  });

  test("takes joined gates with it that join nothing any more", () => {
    expect(removed([...gates, box("f", "e")], "c").map(({ id }) => id)).toEqual(["a", "b", "d", "f"]);
  });

  test("leaves the gates as they were", () => {
    const before = structuredClone(gates);
    removed(gates, "b");
    renamed(gates, "b", "x");
    expect(gates).toEqual(before);
  });
});

describe("another name", () => {
  test("is taken on wherever the gate is named", () => {
    const next = renamed(gates, "b", "x")!;
    expect(next.map(({ id }) => id)).toEqual(["a", "x", "c", "d", "e"]);
    expect(next[2]!.parent).toBe("x");
    expect(next[3]).toMatchObject({ operands: [{ gate: "x" }, { gate: "c" }] });
  });

  test("is refused where it is empty, too long or another gate's", () => {
    for (const name of ["", "a", "x".repeat(101)]) expect(renamed(gates, "b", name)).toBeNull();
    expect(renamed(gates, "b", "b")).toEqual(gates);
  });
});

test("a gate cannot be put inside what needs it", () => {
  expect(possibleParents(gates, "a")).toEqual([]);
  expect(possibleParents(gates, "c")).toEqual(["a", "b"]);
  expect(dependsOn([join("x", "y"), join("y", "x")], "x", "z")).toBe(false);
});

test("the tree has children under their parents, also where a parent is not known or gates hold each other", () => {
  expect(
    gateTree([box("c", "b"), box("b"), box("z", "?")]).map(({ gate, depth }) => [gate.id, depth]),
  ).toEqual([
    ["b", 0],
    ["c", 1],
    ["z", 0],
  ]);
  expect(gateTree([box("a", "b"), box("b", "a")])).toEqual([]);
});

test("a new gate's name is free", () => {
  expect(freshName([box("Gate 1"), box("Gate 3")], "Gate")).toBe("Gate 2");
});
