import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { domains } from "../core/domains/index.ts";
import { allTerms, type Text } from "../core/kernel/index.ts";
import { reference } from "./reference.ts";
import { failingFindings } from "./reference-findings.ts";
import { catalogues } from "./reference-issues.ts";
import { referenceStudies } from "./reference-studies.ts";
import { carriedCodes } from "./reference-terms.ts";

const folder = fileURLToPath(new URL("../docs/reference", import.meta.url));
const studies = await referenceStudies();
const files = reference(studies);
const documents = studies.map(({ document }) => document);

describe("docs/reference", () => {
  test.each(files.map(({ path, text }) => [path, text] as const))(
    "%s is what `npm run reference` writes",
    (path, text) => {
      const isStale = readFileSync(join(folder, path), "utf8") !== text;
      expect(isStale, `docs/reference/${path} is stale: run npm run reference`).toBe(false);
    },
  );

  test("holds nothing else", () => {
    expect(readdirSync(folder).sort()).toEqual(files.map(({ path }) => path).sort());
  });

  test("is the same when it is made again", async () => {
    expect(reference(await referenceStudies())).toEqual(files);
  });
});

describe("what the studies give is in the reference", () => {
  const estimates = documents.flatMap((document) => document.estimates);
  const terms = Object.assign({}, ...domains.map((domain) => allTerms(domain.terms))) as Record<string, Text>;

  test("every estimate has a listed id with a sentence in both languages", () => {
    const listed = domains.flatMap((domain) => Object.keys(domain.terms.estimates));
    expect([...new Set(estimates.map(({ id }) => id))].filter((id) => !listed.includes(id))).toEqual([]);
  });

  test("every table of features has a listed id", () => {
    const listed = domains.flatMap(({ terms: { tables = {} } }) => Object.keys(tables));
    const given = documents.flatMap(({ tables }) => tables.map(({ id }) => id));
    expect(given.filter((id) => !listed.includes(id))).toEqual([]);
  });

  test.each(Object.entries(carriedCodes(estimates)))(
    "all %s have a sentence in both languages",
    (_, codes) => {
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => !terms[code]?.en || !terms[code]?.ja)).toEqual([]);
    },
  );

  test("rooms say the same code the same way, since a document holds the sentences of all", () => {
    const said = new Map<string, string>();
    const clashes = domains.flatMap((domain) =>
      Object.entries(allTerms(domain.terms)).filter(([code, text]) => {
        const words = JSON.stringify(text);
        const before = said.get(code) ?? words;
        said.set(code, words);
        return before !== words;
      }),
    );
    expect(clashes).toEqual([]);
  });

  test("every finding comes from a listed rule", () => {
    const rules = new Set(failingFindings().map(({ rule }) => rule));
    const given = documents.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    // the items of MIFlowCyt-EV are no rules but lines of a table
    const isRule = (rule: string) => !rule.startsWith("cytometry.miflowcytEv.");
    expect(given.filter((rule) => isRule(rule) && !rules.has(rule))).toEqual([]);
    expect(rules.size).toBe(16);
  });

  test("every issue is of a listed code and has no place left open", () => {
    const codes = new Set(catalogues.flatMap(({ definitions }) => Object.keys(definitions)));
    const issues = documents.flatMap((document) => document.issues);
    expect(issues.length).toBeGreaterThan(0);
    for (const { code, message, remedy } of issues) {
      expect(codes.has(code), code).toBe(true);
      for (const { en, ja } of [message, remedy]) expect(`${en}${ja}`).not.toMatch(/\{[A-Za-z]\w*\}(?!\/)/);
    }
  });

  test("each estimate leads to an operation of its domain or a format", () => {
    const known = new Set(
      domains.flatMap(({ operations, formats, analysisSteps = {} }) => [
        ...[...operations, ...formats].map(({ id }) => id),
        ...Object.keys(analysisSteps),
      ]),
    );
    const operations = documents.flatMap(({ evidence }) =>
      evidence.flatMap((node) => (node.kind === "operation" ? [node.operation] : [])),
    );
    expect([...new Set(operations)].filter((id) => !known.has(id))).toEqual([]);
  });
});
