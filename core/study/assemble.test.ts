import { expect, test } from "vitest";
import { type Checklist, canonicalJson, type Domain, type Json, type StudyDesign } from "../kernel/index.ts";
import { assembleStudy } from "./assemble.ts";
import { headlineIds, isOfDomain } from "./document.ts";
import { documentText } from "./document-text.ts";
import type { FileOutcome } from "./outcome.ts";
import { resultSchema } from "./schema.ts";

const same = (text: string) => ({ en: text, ja: text });

const checklist: Checklist = {
  id: "zoo.list",
  title: same("List"),
  source: "doi:10.0/list",
  note: same(""),
  items: [
    {
      item: "1.1",
      category: same("Before"),
      title: same("Title"),
      asks: same("Asks"),
      applicable: true,
      status: "not reported",
      value: same(""),
      evidence: [],
      comment: same(""),
    },
  ],
};

function domain(id: string, more: Partial<Domain> = {}): Domain {
  return {
    id,
    title: same(id),
    version: "1",
    formats: [],
    operations: [],
    issues: {},
    terms: { estimates: {}, flags: {}, assumptions: {}, intervals: {}, qualifiers: {} },
    headline: [`${id}.count`, `${id}.size`],
    analyseFile: () => ({ file: "", format: "", summary: null, steps: [], issues: [] }),
    analyseStudy: () => ({ steps: [], summary: {}, issues: [] }),
    rules: () => [],
    figures: () => [],
    ...more,
  };
}

const outcome = (name: string, id: string): FileOutcome => ({
  name,
  sha256: "0".repeat(64),
  size: 1,
  format: `${id}.text`,
  status: "read",
  domain: id,
  summary: {},
  estimates: [],
  evidence: [],
  steps: {},
  issues: [],
});

const design: StudyDesign = { title: "", question: "", rows: [], parameters: {}, seed: 1 };
const rooms = [domain("zoo", { checklists: () => [checklist] }), domain("attic"), domain("idle")];
const assembled = () =>
  assembleStudy(rooms, [outcome("a.txt", "attic"), outcome("z.txt", "zoo")], design, "0");

test("domains that had files keep their order, which canonical JSON would sort away", () => {
  const document = assembled();
  const read = JSON.parse([...documentText(document)].join("")) as typeof document;
  expect(read.domains).toEqual(["zoo", "attic"]);
  expect(Object.keys(read.headline)).toEqual(["attic", "zoo"]);
  expect(headlineIds(read)).toEqual(["zoo.count", "zoo.size", "attic.count", "attic.size"]);
});

test("checklists come from the domains that have them, and the document is of its schema", () => {
  const document = assembled();
  expect(document.checklists).toEqual([checklist]);
  expect(resultSchema.safeParse(JSON.parse([...documentText(document)].join(""))).error).toBeUndefined();
  expect([...documentText(document)].join("")).toBe(canonicalJson(document as unknown as Json));
});

test("an id is of the domain that it starts with, not of one whose name it only begins like", () => {
  expect(isOfDomain("zoo.count", "zoo")).toBe(true);
  expect(isOfDomain("zoology.count", "zoo")).toBe(false);
});

test("files of the same bytes are told, but for those that were not read", () => {
  const of = (...files: readonly FileOutcome[]) =>
    assembleStudy(rooms, files, design, "0").issues.filter(({ code }) => code === "file-copies");
  const other = { ...outcome("b.txt", "zoo"), sha256: "1".repeat(64) };
  const ignored = { ...outcome("c.txt", "zoo"), status: "ignored" as const };
  expect(of(outcome("z.txt", "zoo"), outcome("a.txt", "zoo"), other, ignored)).toMatchObject([
    { file: "z.txt", parameters: { first: "a.txt", count: 2 } },
  ]);
  expect(of(outcome("a.txt", "zoo"), other, ignored)).toEqual([]);
});

test("operations and formats that the document names have words, and an estimate of the same id keeps its own", () => {
  const words = { ...domain("zoo").terms, estimates: { "zoo.count": same("Animals") } };
  const operation = (id: string, title: string) =>
    ({ id, title: same(title) }) as unknown as Domain["operations"][number];
  const rooms = [
    domain("zoo", {
      terms: words,
      operations: [
        operation("zoo.count", "Counts animals"),
        operation("zoo.feed", "Feeds"),
        operation("zoo.idle", "-"),
      ],
      analyseStudy: () => ({
        steps: ["zoo.count", "zoo.feed"].map((id) => ({
          key: id,
          operation: { id, version: "1" },
          parameters: {},
          inputs: [],
          estimates: [],
        })),
        summary: {},
        issues: [],
      }),
    }),
  ];
  const design = { title: "", question: "", rows: [], parameters: {}, seed: 1 };
  const { terms } = assembleStudy(rooms, [outcome("a.txt", "zoo")], design, "1");
  expect(terms["zoo.count"]!.en).toBe("Animals");
  expect(terms["zoo.feed"]!.en).toBe("Feeds");
  expect(terms).not.toHaveProperty("zoo.idle");
});
