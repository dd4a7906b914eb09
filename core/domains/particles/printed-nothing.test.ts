import { expect, test } from "vitest";
import { analyseBytes, mappingOf } from "../../study/index.ts";
import { domains } from "../index.ts";

const delays = Array.from({ length: 40 }, (_, i) => Number((0.1 * 1.6 ** i).toPrecision(4)));
const optics = { wavelength: 633, angle: 173, temperature: 298.15 };
const design = { title: "", question: "", parameters: { particles: optics }, seed: 1 };
const bins = Array.from(
  { length: 21 },
  (_, i) => `${20 + 40 * i},${1e8 * Math.exp(-(((i - 3) / 2) ** 2))},1`,
);

function analyse(name: string, text: string, columns?: Record<string, string>) {
  const imports = [{ match: "*.csv", format: "particles.mapped-table", columns: columns ?? {} }];
  const mapping = columns ? mappingOf({ imports }, name) : null;
  return analyseBytes(domains, new Blob([text]), { name, rows: [], design, ...(mapping ? { mapping } : {}) });
}

test("a table is read by the columns that study.yaml gives, beside the name of its format", async () => {
  const outcome = await analyse("trps.csv", "Size\n95\n110\n", {
    method: "TRPS",
    kind: "particles",
    size: "Size",
    sizeUnit: "nm",
  });
  expect([outcome.status, outcome.issues.map(({ code }) => code)]).toEqual(["read", ["mapped-not-checked"]]);
});

test("sizes of a file that prints no number of its own rest on its reading", async () => {
  const head = "Particle Size (nm),Concentration Average (particles / ml),Stdev";
  const outcome = await analyse("Sample 14-Particle Distribution.csv", [head, ...bins, ""].join("\r\n"));
  expect(outcome.estimates.map(({ id }) => id)).toContain("particles.d50");
});

test("cumulants of a correlogram alone rest on its reading", async () => {
  const rows = delays.map((delay) => `${delay},${(0.25 * Math.exp(-delay / 300)).toPrecision(6)}`);
  const outcome = await analyse("dynapro.csv", ["Time (us),EV A1", ...rows, ""].join("\n"));
  expect(outcome.estimates.map(({ id }) => id)).toContain("particles.zAverage");
});
