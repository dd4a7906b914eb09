import type { Json } from "vesica/kernel";
import { describe, expect, test } from "vitest";
import { flow, study, type TestFile } from "../../core/domains/cytometry/analysis/studies.test-support.ts";
import { fluorescenceBeadFile, scatterBeadFile } from "../../core/domains/cytometry/twins/example-beads.ts";
import { powerLawBeadScatter } from "../../core/domains/cytometry/twins/populations.ts";
import { drawFigures } from "./index.ts";

const languages = ["en", "ja"] as const;
const hostile = 'PE"><script>alert(1)</script>';
const events = (n: number, from: number, channel = "PE-A") => ({
  "SSC-A": Array.from({ length: n }, (_, i) => 200 + (i % 97)),
  [channel]: Array.from({ length: n }, (_, i) => from + (i % 89) - 20),
});
const tube = (file: string, n: number, row: object, channel?: string, from = 100): TestFile => ({
  file,
  bytes: flow({ channels: events(n, from, channel) }),
  rows: [{ extra: { volume_uL: "10" }, ...row }],
});
const isotype = (channel?: string) =>
  tube("iso.fcs", 500, { sample: "iso", role: "control", extra: { control: "isotype" } }, channel, 0);

async function drawn(files: readonly TestFile[], parameters: Json) {
  const { figures } = await study(files, { parameters });
  return { figures, drawings: await drawFigures(figures, languages) };
}

test("every figure is drawn in both languages, in words, without a place left open", async () => {
  const beads = (
    name: string,
    calibrant: string,
    [twin]: ReturnType<typeof fluorescenceBeadFile>,
  ): TestFile => ({
    file: name,
    bytes: twin!.bytes as Uint8Array<ArrayBuffer>,
    rows: [{ sample: name, role: "calibrant", extra: { calibrant } }],
  });
  const series = [4000, 2000, 1000].map((n, i) =>
    tube(`s${i}.fcs`, n, { sample: "S", dilution: 10 * 2 ** i }),
  );
  const { figures, drawings } = await drawn(
    [
      ...series,
      isotype(),
      beads("rainbow.fcs", "rainbow", fluorescenceBeadFile(1, "rainbow.fcs")),
      beads("size.fcs", "size", scatterBeadFile(2, "size.fcs", powerLawBeadScatter)),
    ],
    {
      markers: ["PE-A"],
      beads: {
        rainbow: {
          kind: "fluorescence",
          unit: "MESF",
          channels: { "PE-A": [null, 620, 2400, 9800, 38_000, 152_000] },
        },
        size: { kind: "scatter", channel: "SSC-A", diameters: [100, 125, 160, 210], index: 1.63 },
      },
      optics: { wavelength: 405, mediumIndex: 1.343 },
    },
  );
  expect(figures.map(({ id }) => id)).toEqual(
    expect.arrayContaining(
      ["densities", "markers", "positives", "calibration", "dilutionSeries"].map(
        (name) => `cytometry.${name}`,
      ),
    ),
  );
  for (const { id, title, description } of figures)
    for (const language of languages) {
      expect(title[language]).not.toBe("");
      expect(description[language]).not.toMatch(/undefined|NaN|\{|null/);
      const svg = drawings.get(id)![language];
      expect(svg).toMatch(/^<svg/);
      expect(svg, id).not.toMatch(/NaN|undefined|Infinity/);
    }
});

test("names of channels, samples and files are text", async () => {
  const row = { sample: '<b id="x">', condition: "</svg>", donor: "D" };
  const { figures, drawings } = await drawn(
    [tube('a"><img src=x>.fcs', 500, row, hostile), isotype(hostile)],
    { markers: [hostile] },
  );
  expect(figures.length).toBeGreaterThanOrEqual(3);
  for (const { id } of figures)
    for (const language of languages)
      expect(drawings.get(id)![language]).not.toMatch(/<(?:script|b|img)[ >]|<\/svg>(?=.)/);
});

describe("figures of many files", () => {
  test("hold a bounded number of rows and say what they leave out", async () => {
    const many = Array.from({ length: 150 }, (_, i) =>
      tube(`f${String(i).padStart(3, "0")}.fcs`, 60, { sample: `s${String(i).padStart(3, "0")}` }),
    );
    const { figures } = await study([...many, isotype()], { parameters: { markers: ["PE-A"] } });
    const rows = (name: string) => {
      const figure = figures.find(({ id }) => id === `cytometry.${name}`)!;
      expect(figure.description.en).toMatch(/ more (?:files|are)/);
      expect(figure.description.ja).toMatch(/残り|ほかの/);
      return Object.values(figure.data).reduce((sum, { length }) => sum + length, 0);
    };
    expect(rows("positives")).toBe(120);
    expect(rows("densities")).toBeLessThanOrEqual(4 * 32 * 32);
    expect(rows("markers")).toBeLessThan(3 * 6 * 200);
  });

  test("files of one name and one kind have panels of their own", async () => {
    const { figures } = await study([
      tube("a/x.fcs", 60, { sample: "b", role: "blank" }),
      tube("b/y.fcs", 60, { sample: "b", role: "blank" }),
    ]);
    const cells = figures.find(({ id }) => id === "cytometry.densities")!.data.cells!;
    expect(new Set(cells.map(({ panel }) => panel)).size).toBe(2);
  });

  test("one picture is of the same two channels throughout", async () => {
    const other = tube("z.fcs", 60, { sample: "z" }, "APC-A");
    const { figures } = await study([tube("a.fcs", 60, { sample: "a" }), other]);
    const { data, description } = figures.find(({ id }) => id === "cytometry.densities")!;
    expect(new Set(data.cells!.map(({ panel }) => panel))).toEqual(new Set(["a (a.fcs)"]));
    expect(description.en).toContain("1 more files");
  });

  test("a sample on two instruments has a curve for each", async () => {
    const on = (instrument: string) => ({
      file: `${instrument}.fcs`,
      bytes: flow({ channels: events(100, 100), keywords: { $CYT: instrument } }),
      rows: [{ sample: "S" }],
    });
    const { figures } = await study([on("A"), on("B")], { parameters: { thresholds: { "PE-A": 128 } } });
    const names = (figure: string, table: string) =>
      new Set(
        figures.find(({ id }) => id === `cytometry.${figure}`)!.data[table]!.map(({ sample }) => sample),
      );
    expect(names("markers", "curves")).toEqual(new Set(["S (A)", "S (B)"]));
    expect(names("positives", "fractions")).toEqual(new Set(["S · A", "S · B"]));
  });
});

test("a study without events has none", async () => {
  expect((await study([])).figures).toEqual([]);
  const empty = { file: "a.fcs", bytes: flow({ channels: { "SSC-A": [], "PE-A": [] } }), rows: [{}] };
  expect((await study([empty])).figures).toEqual([]);
});
