import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each layer may import besides itself: arrows point one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  "core/kernel": [],
  "core/statistics": ["core/kernel"],
  "core/containers": ["core/kernel"],
  "core/domains": ["core/kernel", "core/statistics", "core/containers"],
  "core/study": ["core/kernel"],
  "core/report": ["core/kernel", "core/study"],
  run: ["core/kernel", "core/study", "core/report"],
  app: ["core/kernel", "core/statistics", "core/domains", "core/study", "core/report", "run"],
  web: ["core/kernel", "core/study", "core/report", "run"],
  "web/worker": ["core/kernel", "core/containers", "core/domains", "core/study", "core/report", "run"],
};

const packages: Readonly<Record<string, readonly string[]>> = {
  core: ["zod", "read-excel-file", "umap-js"],
  run: ["vega", "vega-interpreter", "vega-lite", "yaml"],
  app: ["commander", "hono", "@hono/node-server"],
  web: ["react", "react-dom", "@tanstack/react-router", "@tanstack/react-virtual"],
};

const workspaces = Object.keys(packages);

/** One shape for every room of the laboratory. */
const domainShape = [
  "README.md",
  "index.ts",
  "measurement.ts",
  "messages.ts",
  "analysis",
  "formats",
  "operations",
  "rules",
  "figures",
  "twins",
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["dist", "node_modules"].includes(entry.name) ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const all = workspaces.flatMap(sourceFiles);
const isTest = (path: string) => /\.(test|test-support|oracle)\.tsx?$|\.config\.ts$/.test(path);
const product = all.filter((path) => !isTest(path));

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const statements = /(?:^|\n)(?:import|export)\b[^"';]*\bfrom\s*"([^"]+)"|\bimport\s*\(?\s*"([^"]+)"/g;
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2]!);
}

/** The code of a source without its comments and strings, as far as lines tell. */
function withoutText(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/.*/g, "").replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

function layerOf(path: string): string {
  const [first, second] = path.split("/");
  const whole = `${first}/${second}`;
  return first === "core" || whole in mayImport ? whole : first!;
}

function target(path: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return relative(root, resolve(root, dirname(path), specifier));
  if (specifier.startsWith("vesica/")) return `core/${specifier.slice("vesica/".length)}`;
  if (specifier.startsWith("@vesica/")) return specifier.slice("@vesica/".length);
  return null;
}

describe("architecture", () => {
  test("imports follow the table of allowed layers", () => {
    const wrong = product.flatMap((path) =>
      importsOf(path).flatMap((specifier) => {
        const aim = target(path, specifier);
        if (aim === null) return [];
        const from = layerOf(path);
        const to = layerOf(aim);
        const own = from === to || from.split("/")[0] === to.split("/")[0];
        const allowed = (own && !from.startsWith("core")) || from === to || mayImport[from]?.includes(to);
        return allowed ? [] : [`${path} -> ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("a domain imports no other domain, and others import only its index", () => {
    const room = (path: string) => /^core\/domains\/([^/]+)\//.exec(path)?.[1];
    const wrong = product.flatMap((path) =>
      importsOf(path).flatMap((specifier) => {
        const aim = target(path, specifier);
        const there = aim === null ? undefined : (room(aim) ?? room(`${aim}/index.ts`));
        if (there === undefined || there.endsWith(".ts") || room(path) === there) return [];
        const isIndex = aim === `core/domains/${there}/index.ts` || aim === `core/domains/${there}`;
        return isIndex && room(path) === undefined ? [] : [`${path} -> ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("only app uses Node's modules, and every workspace only its listed packages", () => {
    const wrong = product.flatMap((path) =>
      importsOf(path).filter((specifier) => {
        if (target(path, specifier) !== null || specifier === "virtual:report.css") return false;
        const workspace = path.split("/")[0]!;
        if (specifier.startsWith("node:")) return workspace !== "app";
        const name = specifier
          .split("/")
          .slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/");
        return !packages[workspace]!.includes(name);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("core asks neither the clock nor chance nor the locale", () => {
    const forbidden =
      /Date\.now|new Date\(|Math\.random|toLocale|Intl\.|localeCompare|performance\.now|\beval\(|new Function/;
    const wrong = product.filter(
      (path) => path.startsWith("core/") && forbidden.test(readFileSync(join(root, path), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  test("core's numbers are the same in every engine: portable functions, no `**` but of literal powers of two", () => {
    const approximate =
      /\bMath\s*\.\s*(?!(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|LOG2E|LOG10E|PI|SQRT1_2|SQRT2)\b)\w+|\bMath\b(?!\s*\.)/;
    const power = /(?<!(?<![\w.])2 )\*\*|\*\*(?! -?\d+\b(?!\.))/;
    const wrong = product
      .filter((path) => path.startsWith("core/") && !path.startsWith("core/kernel/portable/"))
      .flatMap((path) => {
        const code = withoutText(readFileSync(join(root, path), "utf8"));
        return [approximate, power].flatMap(
          (pattern) => pattern.exec(code)?.map((found) => `${path}: ${found}`) ?? [],
        );
      });
    expect(wrong).toEqual([]);
  });

  test.each(
    readdirSync(join(root, "core/domains"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )("the domain %s has the shape of a domain", (name) => {
    const folder = join(root, "core/domains", name);
    const missing = domainShape.filter((part) => !statSync(join(folder, part), { throwIfNoEntry: false }));
    const surplus = readdirSync(folder).filter(
      (part) => !domainShape.includes(part) && !part.endsWith(".test.ts"),
    );
    expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
  });

  test("a source file has at most 400 lines, nearly all under 250, the median under 100", () => {
    const lengths = product.map((path) => ({
      path,
      lines: readFileSync(join(root, path), "utf8").split("\n").length,
    }));
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    expect(lengths.filter(({ lines }) => lines > 250).length).toBeLessThanOrEqual(
      Math.ceil(lengths.length * 0.05),
    );
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });

  test("no exported default, no open end, no silenced check", () => {
    const marks = /export default|\bTODO\b|\bFIXME\b|@ts-(ignore|nocheck|expect-error)|as any\b/;
    expect(product.filter((path) => marks.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
  });
});
