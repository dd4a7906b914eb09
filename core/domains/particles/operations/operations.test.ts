import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { canonicalJson, type Json } from "../../../kernel/index.ts";
import { designAssumptions, designFlags, intervalMethods } from "../../../statistics/index.ts";
import { operations } from "./index.ts";
import { particlesIssues } from "./issues.ts";
import { assumptionTerms, flagTerms, intervalTerms } from "./terms.ts";

test("every operation has its own id in the room, a version, and sentences in both languages", () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  for (const { id, version, title, summary } of operations) {
    expect(id).toMatch(/^particles\.[a-z][A-Za-z]+$/);
    expect(version).toMatch(/^\d+$/);
    for (const text of [title, summary]) {
      expect(text.en.length).toBeGreaterThan(5);
      expect(text.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  }
});

test("every field of input and parameters has a unit and a name in both languages", () => {
  type Node = {
    properties?: Record<string, Node>;
    items?: Node;
    anyOf?: Node[];
    label?: { en: string; ja: string };
    unit?: string;
  };
  const check = (node: Node, path: string) => {
    for (const [name, child] of Object.entries(node.properties ?? {})) {
      if (child.properties || child.items?.properties) check(child.items ?? child, `${path}.${name}`);
      else {
        expect(child.unit, `${path}.${name}`).toBeTypeOf("string");
        expect(child.label?.ja, `${path}.${name}`).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      }
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
  const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
  for (const [code, { message, remedy }] of Object.entries(particlesIssues.definitions)) {
    expect(code).toMatch(/^particles-[a-z0-9-]+$/);
    for (const text of [message, remedy]) {
      expect(text.ja, code).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect([...new Set(places(text.ja))], code).toEqual([...new Set(places(text.en))]);
    }
  }
});

test("every flag, assumption and interval method in the sources has its sentence", () => {
  const terms = {
    ...designFlags,
    ...designAssumptions,
    ...flagTerms,
    ...assumptionTerms,
    ...intervalTerms,
    ...intervalMethods,
  };
  const folder = new URL("./", import.meta.url);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "terms.ts")
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const codes = [...sources.matchAll(/"([a-z0-9]+(?:_[a-z0-9]+)+|sphere)"/g)].map((match) => match[1]!);
  const methods = [...sources.matchAll(/method(?::| =) "([a-z-]+)"/g)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(30);
  expect(methods.length).toBeGreaterThan(3);
  expect([...codes, ...methods].filter((name) => !Object.hasOwn(terms, name))).toEqual([]);
  const groups = readFileSync(new URL("../../../statistics/groups/compare.ts", import.meta.url), "utf8");
  const shared = [...groups.matchAll(/"([a-z]+(?:_[a-z]+)+)"/g)].map((match) => match[1]!);
  const used = new Set([...codes, ...methods, ...shared, "independent_donors", "paired_donors"]);
  const own = Object.keys({ ...flagTerms, ...assumptionTerms, ...intervalTerms });
  expect(own.filter((name) => !used.has(name))).toEqual([]);
});

test("an issue about NaN or an infinity is canonical JSON", () => {
  for (const value of [Number.NaN, Number.NEGATIVE_INFINITY]) {
    const issue = particlesIssues.raise("particles-value-invalid", { name: "volume", value });
    expect(canonicalJson(issue as unknown as Json)).toContain(String(value));
  }
});
