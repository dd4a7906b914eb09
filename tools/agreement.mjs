// Writes the table of agreement between what vendors printed and what Vesica derives into docs/methods/particles.md.
// node tools/agreement.mjs [--check] [--page FILE]   Real files: VESICA_DATA, default ../shared/data.
// --check writes nothing and ends with 1 where the page is not what would be written.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { domains } from "../core/dist/domains/index.js";
import { analyseBytes } from "../core/dist/study/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const data = process.env.VESICA_DATA ?? join(root, "../shared/data");
const named = process.argv.indexOf("--page");
const page = named < 0 ? join(root, "docs/methods/particles.md") : process.argv[named + 1];
const folders = ["nta/nanosight-tidynano", "nta/nanosight-alteromonas-mv"];
const names = ["mean", "mode", "sd", "d10", "d50", "d90"];
const titles = ["mean", "mode", "SD", "D10", "D50", "D90"];

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

async function compare(path) {
  const blob = new Blob([readFileSync(path)]);
  const design = { title: "", question: "", parameters: {}, seed: 1 };
  const outcome = await analyseBytes(domains, blob, { name: basename(path), rows: [], design });
  if (outcome.status !== "read") return null;
  const estimates = outcome.estimates.filter(({ subject }) => subject.level === "capture");
  const of = (id, capture) =>
    estimates.find((one) => one.id === id && one.subject.capture === capture)?.value;
  const captures = [...new Set(estimates.map(({ subject }) => subject.capture))];
  const worst = names.map((name) =>
    Math.max(
      ...captures.map((capture) =>
        Math.abs(of(`particles.${name}`, capture) - of(`particles.stated.${name}`, capture)),
      ),
    ),
  );
  const ratios = captures.map(
    (capture) => of("particles.concentration", capture) / of("particles.stated.concentration", capture),
  );
  return {
    name: basename(path),
    captures: captures.length,
    worst,
    ratios: [Math.min(...ratios), Math.max(...ratios)],
  };
}

const rows = [];
for (const folder of folders) {
  for (const path of filesIn(join(data, folder))) {
    if (!/ExperimentSummary\.csv$|beads\.csv$/.test(path)) continue;
    const row = await compare(path);
    if (row === null) throw new Error(`${path} was not read`);
    if (![...row.worst, ...row.ratios].every(Number.isFinite))
      throw new Error(`${path}: a stated or a derived number is missing`);
    rows.push(row);
  }
}
const head = ["file", "captures", ...titles, "concentration, derived / stated"];
const cells = rows.map(({ name, captures, worst, ratios }) => [
  name,
  String(captures),
  ...worst.map((value) => value.toFixed(2)),
  ratios.map((ratio) => ratio.toFixed(4)).join(" to "),
]);
const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => row[column].length)));
const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const lines = [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)];
const text = readFileSync(page, "utf8");
const [start, end] = ["<!-- agreement -->", "<!-- /agreement -->"];
const next = `${text.slice(0, text.indexOf(start) + start.length)}\n${lines.join("\n")}\n${text.slice(text.indexOf(end))}`;
if (process.argv.includes("--check")) {
  if (next !== text) {
    console.error(`${page} is not what tools/agreement.mjs writes; run it and look at what changed`);
    process.exit(1);
  }
} else writeFileSync(page, next);
console.log(`${rows.length} files, ${rows.reduce((sum, { captures }) => sum + captures, 0)} captures`);
