import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { bandFigure, exampleFigures, facetFigure, pointsFigure } from "./figures.test-support.ts";
import { drawFigure, drawFigures } from "./index.ts";

const ids = (svg: string): string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
const references = (svg: string): string[] =>
  [...svg.replace(/>[^<]*</g, "><").matchAll(/url\(#([^)]*)\)/g)].map((match) => match[1]!);

test("the same figures give the same bytes, whatever was drawn before", async () => {
  const first = await drawFigures(exampleFigures, ["en", "ja"]);
  await drawFigure(facetFigure, "ja");
  expect(await drawFigures([...exampleFigures].reverse(), ["ja", "en"])).toEqual(first);
  expect([...first.keys()]).toEqual(exampleFigures.map(({ id }) => id));
});

test("ids are prefixed by figure and language, and every reference has its id", async () => {
  const drawings = [...(await drawFigures(exampleFigures, ["en", "ja"])).values()].flatMap(({ en, ja }) => [
    en,
    ja,
  ]);
  const all = drawings.flatMap(ids);
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((id) => !id.startsWith("f-example-2e-"))).toEqual([]);
  for (const svg of drawings) expect(references(svg).filter((id) => !ids(svg).includes(id))).toEqual([]);
});

test("a picture has its name in its own language", async () => {
  const { en, ja } = (await drawFigures([bandFigure], ["en", "ja"])).get("example.band")!;
  expect(en).toContain(
    '<svg role="img" lang="en" aria-label="Size distribution. Concentration per nanometre',
  );
  expect(ja).toContain('<svg role="img" lang="ja" aria-label="粒径分布. 3 試料について');
  expect(ja).toContain(">流体力学的径 (nm)</text>");
  expect(ja).toContain("Hiragino Sans, Yu Gothic, Noto Sans CJK JP");
});

test("names of samples are text: no markup, no references, no bidirectional controls", async () => {
  const figure = {
    ...pointsFigure,
    data: {
      concentrations: ["<script>", '"><b id="clip1">', "url(#clip1)", "a\u202Eb"].map((sample, index) => ({
        sample,
        value: 1e9 * (index + 1),
        lower: 9e8 * (index + 1),
        upper: 2e9 * (index + 1),
      })),
    },
  };
  const svg = await drawFigure(figure, "en");
  expect(svg).not.toMatch(/<(script|b)[ >]/);
  expect(svg).toContain(">url(#clip1)</text>");
  expect(svg).toContain(">a‹U+202E›b</text>");
  expect(svg).not.toContain("\u202e");
});

test("powers of ten stand on a logarithmic axis", async () => {
  const svg = await drawFigure(pointsFigure, "en");
  expect(svg).toContain(">10⁹</text>");
  expect(svg).toContain(">2\u2009×\u200910⁹</text>");
});

test("a specification that cannot be drawn names its figure", async () => {
  const broken = { ...bandFigure, spec: { en: { mark: 7 }, ja: {} } };
  await expect(drawFigure(broken, "en")).rejects.toThrow("figure example.band (en) cannot be drawn");
});

test("vega is not imported where the module is loaded", async () => {
  const sources = await Promise.all(
    ["index.ts", "vega.ts", "ids.ts", "text-width.ts"].map((name) =>
      readFile(new URL(name, import.meta.url), "utf8"),
    ),
  );
  expect(sources.flatMap((source) => source.match(/^import .* from "vega(-lite)?"/gm) ?? [])).toEqual([]);
});

test.each(["constructor", "toString", "valueOf", "__proto__", "a\u2028b", "\u202eb"])(
  "a channel called %j is drawn, in titles, in filters and in data",
  async (name) => {
    const text = { en: "Brightness", ja: "輝度" };
    const spec = {
      title: { text: name },
      data: { name: "curves" },
      transform: [{ filter: { field: "channel", equal: name } }],
      mark: "point",
      encoding: { x: { field: "value", type: "quantitative", title: name } },
    };
    const data = { curves: [{ channel: name, value: 1 }] };
    const figure = {
      id: "example.names",
      title: text,
      description: text,
      data,
      spec: { en: spec, ja: spec },
    };
    const svg = await drawFigure(figure, "en");
    expect(svg).toMatch(/role-mark marks"[^>]*><path/);
    expect(svg).not.toMatch(/[\u2028\u202e]/);
  },
);
