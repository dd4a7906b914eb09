import type { Evidence } from "vesica/kernel";
import { expect, test } from "vitest";
import { filesUnder } from "./files-under.ts";

const file = (id: string, name: string): Evidence => ({ id, kind: "file", name, size: 1, sha256: "0" });
const step = (id: string, ...inputs: string[]): Evidence => ({
  id,
  kind: "operation",
  operation: "o",
  version: "1",
  inputs,
});

test("finds the files under a step once each, by name, and ends where steps rest on each other", () => {
  const all = [
    file("f1", "b"),
    file("f2", "a"),
    step("s1", "f1", "s2"),
    step("s2", "f2", "f1", "s1", "gone"),
  ];
  const nodes = new Map(all.map((node) => [node.id, node]));
  expect(filesUnder("s1", nodes).map(({ name }) => name)).toEqual(["a", "b"]);
});
