import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogues } from "./reference-issues.ts";
import { raiseSites } from "./reference-raises.test-support.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const definitions = catalogues.flatMap((one) => Object.entries(one.definitions));

/** Codes that two catalogues use with different sentences. */
const ambiguous: readonly string[] = [];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : sources(path);
    return /\.ts$/.test(entry.name) && !/\.(test|test-support|oracle)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const texts = ["core", "run", "app", "web"].flatMap(sources).map((path) => ({
  path,
  text: readFileSync(join(root, path), "utf8"),
}));

/** `{particles}/mL` and its like are units, not places. */
function places(sentence: string): string[] {
  const found = [...sentence.matchAll(/\{([A-Za-z]\w*)\}(?!\/)/g)].map((match) => match[1]!);
  return [...new Set(found)].sort();
}

describe("issue catalogues", () => {
  test("all that the sources declare are listed", () => {
    const declaring = texts.filter(
      ({ path, text }) => /= defineIssues\(/.test(text) && path !== "core/kernel/issue.ts",
    );
    expect(declaring.map(({ path }) => path).sort()).toEqual(catalogues.map(({ source }) => source).sort());
  });

  test("a code is in one catalogue only, and no catalogue writes one twice", () => {
    const codes = catalogues.flatMap((one) => Object.keys(one.definitions));
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual(ambiguous);
    const literal = texts
      .filter(({ text }) => /severity: "(error|warning|note)",\s+message:/.test(text))
      .flatMap(({ text }) =>
        [...text.matchAll(/^ +"?([a-z0-9-]+)"?: \{\s+severity:/gm)].map((match) => match[1]!),
      );
    expect(literal.filter((code, i) => literal.indexOf(code) !== i)).toEqual(ambiguous);
    expect(literal.length).toBeGreaterThan(200);
  });

  test.each(catalogues.map((one) => [one.source, one] as const))(
    "%s: both languages say something, with the same places",
    (_, { definitions }) => {
      for (const [code, { message, remedy }] of Object.entries(definitions)) {
        expect(message.en && message.ja, code).not.toBe("");
        expect(remedy.en === "", code).toBe(remedy.ja === "");
        for (const text of [message, remedy]) {
          const [en, ja] = [places(text.en), places(text.ja)];
          // a place with `Ja` behind its name holds the same words in Japanese
          expect(ja.map((name) => (en.includes(name) ? name : name.replace(/Ja$/, ""))).sort(), code).toEqual(
            en,
          );
        }
      }
    },
  );

  test("every raise gives a parameter for each place of its sentences", () => {
    const sites = texts.flatMap(({ path, text }) => raiseSites(text).map((site) => ({ path, ...site })));
    const checked = sites.filter(({ parameters }) => parameters !== null);
    const wrong = checked.flatMap(({ path, code, parameters }) => {
      const own = definitions.filter(([name]) => name === code);
      if (own.length === 0) return [`${path}: ${code} is in no catalogue`];
      const missing = own.map(([, { message, remedy }]) => {
        const needed = [message.en, message.ja, remedy.en, remedy.ja].flatMap(places);
        return [...new Set(needed)].filter((name) => !parameters!.includes(name));
      });
      if (missing.some((names) => names.length === 0)) return [];
      return [`${path}: ${code} without ${missing[0]!.join(", ")}`];
    });
    expect(wrong).toEqual([]);
    expect(checked.length / sites.length).toBeGreaterThan(0.7);
  });
});
