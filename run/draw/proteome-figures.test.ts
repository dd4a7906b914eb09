import { expect, test } from "vitest";
import {
  analysed,
  type Cells,
  twinStudy,
} from "../../core/domains/proteome/analysis/run-study.test-support.ts";
import { maxquantText } from "../../core/domains/proteome/twins/index.ts";
import { drawFigures } from "./index.ts";

const languages = ["en", "ja"] as const;
const truth = { seed: 3, proteins: 150, batch: { share: 0.5, effect: 1.5, confounding: 0.5 } };

async function drawn(hostile: (row: Cells, at: number) => Cells) {
  const study = twinStudy(truth, maxquantText, "proteinGroups.txt");
  const genes = ["CD63", "CD81", "CD9", "ALB", "APOB", "GAPDH", "HSPA8", "ANXA1", "FLOT1", "PDCD6IP"];
  const sets = ["one", "<b>two</b>", "constructor", "two"]
    .map((name, at) => [name, "", ...genes.slice(at, at + 6)].join("\t"))
    .join("\n");
  const files = [...study.files, { name: "sets.gmt", bytes: new TextEncoder().encode(`${sets}\n`) }];
  const found = await analysed({
    ...study,
    files,
    rows: study.rows.map(hostile),
    parameters: { enrichment: { minSize: 2 } },
  });
  return { figures: found.figures, drawings: await drawFigures(found.figures, languages) };
}

test("every figure is drawn in both languages, without a number that is none", async () => {
  const { figures, drawings } = await drawn((row) => row);
  expect(new Set(figures.map(({ id }) => id.split(".")[1]))).toEqual(
    new Set([
      ...["design", "sides", "volcano", "components", "heatMap", "ranks", "enrichment"],
      ...["meanDifference", "missingness"],
    ]),
  );
  for (const { id } of figures)
    for (const language of languages) {
      const svg = drawings.get(id)![language];
      expect(svg).toMatch(/^<svg/);
      expect(svg, id).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg, id).toMatch(/role-mark/);
    }
});

test("names of samples, conditions and columns are text", async () => {
  const { figures, drawings } = await drawn(({ batch = "", ...row }, at) => ({
    ...row,
    sample: `<script>${at}</script>`,
    condition: row.condition === "control" ? `'"><img src=x>\\` : "__proto__",
    "\"]<b>'": `${batch}</svg>`,
  }));
  expect(figures.length).toBeGreaterThan(6);
  for (const { id } of figures)
    for (const language of languages)
      expect(drawings.get(id)![language], id).not.toMatch(/<(?:script|b|img)[ >]|<\/svg>(?=.)/);
});
