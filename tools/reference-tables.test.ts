import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { domains } from "../core/domains/index.ts";

const folder = fileURLToPath(new URL("../core/domains/", import.meta.url));

/** Ids of the tables of features that a source makes: objects that begin with `id`, `name` and `subject`. */
function madeTables(text: string): string[] {
  const heads = text.matchAll(/\bid: (?:"([^"]+)"|([^\n]+)),\s*name\b[^\n]*,\s*subject\b/g);
  return [...heads].map(([, id, expression]) => id ?? expression!);
}

describe.each(domains.map((domain) => [domain.id, domain] as const))("tables of %s", (id, { terms }) => {
  const sources = readdirSync(`${folder}${id}`, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !/\.(test|test-support)\.ts$/.test(name),
  );
  const made = sources.flatMap((name) => madeTables(readFileSync(`${folder}${id}/${name}`, "utf8")));

  test("every kind that the sources make is listed with a sentence, and none besides", () => {
    expect([...new Set(made)].sort()).toEqual(Object.keys(terms.tables ?? {}).sort());
  });

  test("ids are of the room, and sentences of both languages", () => {
    for (const [table, { en, ja }] of Object.entries(terms.tables ?? {})) {
      expect(table.startsWith(`${id}.`)).toBe(true);
      expect(en).not.toBe("");
      expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });
});

test("a table is known by its first members, also where its id is no plain text", () => {
  const made = madeTables(
    '{ id: "a.b",\n name,\n subject,\n}; { id: kind, name: of(a), subject: { level } }; { id: "x" }',
  );
  expect(made).toEqual(["a.b", "kind"]);
});
