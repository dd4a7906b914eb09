import { expect, test } from "vitest";
import { z } from "zod";
import { proteomeOperations as operations } from "./index.ts";
import { inputIssues } from "./input-issues.ts";

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

test("every operation has its own id in the room, a version, and sentences in both languages", () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  for (const { id, version, title, summary } of operations) {
    expect(id).toMatch(/^proteome\.[a-z][A-Za-z]+$/);
    expect(version).toMatch(/^\d+$/);
    for (const text of [title, summary]) {
      expect(text.en.length).toBeGreaterThan(5);
      expect(text.ja).toMatch(japanese);
    }
  }
});

test("every field of input and parameters has a unit and a name in both languages", () => {
  type Node = {
    properties?: Record<string, Node>;
    items?: Node;
    oneOf?: Node[];
    label?: { en: string; ja: string };
    unit?: string;
  };
  const check = (node: Node, path: string) => {
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      expect(child.unit, `${path}.${name}`).toBeTypeOf("string");
      expect(child.label?.ja, `${path}.${name}`).toMatch(japanese);
      for (const inner of [child.items ?? child, ...(child.oneOf ?? [])]) check(inner, `${path}.${name}`);
    }
  };
  for (const operation of operations) {
    check(z.toJSONSchema(operation.input, { io: "input" }) as Node, `${operation.id} input`);
    check(z.toJSONSchema(operation.parameters, { io: "input" }) as Node, `${operation.id} parameters`);
  }
});

test("empty parameters are enough for every operation", () => {
  for (const { id, parameters } of operations) expect(parameters.safeParse({}).success, id).toBe(true);
});

test("issues: codes of the room, both languages with the same places", () => {
  const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { message, remedy }] of Object.entries(inputIssues.definitions)) {
    expect(code).toMatch(/^proteome-[a-z0-9-]+$/);
    for (const text of [message, remedy]) {
      expect(text.ja, code).toMatch(japanese);
      expect(places(text.ja), code).toEqual(places(text.en));
    }
  }
});
