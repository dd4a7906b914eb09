// Writes the table of FCS files read, beside what an independent reader gives, into docs/methods/cytometry.md.
// node tools/fcs-agreement.mjs [--check] [--page FILE]   Real files: VESICA_DATA, default ../shared/data.
// --check writes nothing and ends with 1 where the page is not what would be written.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fcs } from "../core/dist/domains/cytometry/formats/fcs.js";
import { readColumns } from "../core/dist/domains/cytometry/formats/fcs-events.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const data = join(process.env.VESICA_DATA ?? join(root, "../shared/data"), "flow-cytometry");
const named = process.argv.indexOf("--page");
const page = named < 0 ? join(root, "docs/methods/cytometry.md") : process.argv[named + 1];
const golden = JSON.parse(readFileSync(join(root, "core/domains/cytometry/formats/fcs.golden.json"), "utf8"));

function statistics(values) {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  const middle = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const scale = values.reduce((all, value) => all + Math.abs(value), 0);
  return { min: sorted[0], max: sorted.at(-1), median: middle, sum: sum + lost, scale };
}

const apart = (found, expected, scale = Math.abs(expected)) =>
  found === expected ? 0 : Math.abs(found - expected) / scale;

async function largestDifference(set, expected) {
  const names = set.channels.map(({ name }) => name);
  if (
    set.data.events !== expected.events ||
    names.join("\n") !== expected.channels.map(({ name }) => name).join("\n")
  )
    throw new Error("other events or channels than the oracle");
  const columns = await readColumns(set.data);
  const differences = columns.flatMap((values, at) => {
    const found = statistics(values);
    const { min, max, median, sum } = expected.channels[at];
    return [
      apart(found.min, min),
      apart(found.max, max),
      apart(found.median, median),
      apart(found.sum, sum, found.scale),
    ];
  });
  return Math.max(...differences);
}

// to the next power of ten, so that the last bit of a machine's power function does not change the page
const shown = (difference) => (difference === 0 ? "0" : `under 1e${Math.ceil(Math.log10(difference))}`);

const kinds = { uint: (field) => `I${field.bytes * 8}`, float: (field) => (field.bytes === 4 ? "F" : "D") };

async function rowOf(name, expected) {
  const result = await fcs.read(new Blob([readFileSync(join(data, name))]), { name });
  if (!("value" in result)) throw new Error(`${name} was not read`);
  const { captures, instrument } = result.value;
  if (captures.length !== expected.length) throw new Error(`${name}: other data sets than the oracle`);
  const differences = [];
  for (const [at, set] of captures.entries()) differences.push(await largestDifference(set, expected[at]));
  const types = captures.map(({ data: { fields, littleEndian } }) => {
    const types = [...new Set(fields.map((field) => kinds[field.kind](field)))];
    return `${types.join(" ")} ${littleEndian ? "LE" : "BE"}`;
  });
  return [
    name,
    captures.map(({ version }) => version.slice(3)).join(", "),
    instrument.model.replaceAll("|", "/"),
    String(captures.length),
    captures.map((set) => set.data.events).join(", "),
    captures.map(({ channels }) => channels.length).join(", "),
    types.join(", "),
    [...new Set(expected.map(({ how }) => how[0]))].join(", "),
    shown(Math.max(...differences)),
    [...new Set(result.warnings.map(({ code }) => code.replace("fcs-", "")))].join(", "),
  ];
}

const head = [
  "file",
  "FCS",
  "cytometer",
  "data sets",
  "events",
  "channels",
  "type",
  "oracle",
  "largest relative difference",
  "doubts told (fcs-)",
];
const rows = [];
for (const [name, expected] of Object.entries(golden.files)) {
  if (!existsSync(join(data, name))) throw new Error(`${join(data, name)} is not there`);
  rows.push(await rowOf(name, expected));
}
const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const lines = [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
const text = readFileSync(page, "utf8");
const [start, end] = ["<!-- fcs-agreement -->", "<!-- /fcs-agreement -->"];
const next = `${text.slice(0, text.indexOf(start) + start.length)}\n${lines.join("\n")}\n\nOracle: ${golden.maker}.\n${text.slice(text.indexOf(end))}`;
if (process.argv.includes("--check")) {
  if (next !== text) {
    console.error(`${page} is not what tools/fcs-agreement.mjs writes; run it and look at what changed`);
    process.exit(1);
  }
} else writeFileSync(page, next);
console.log(`${rows.length} files`);
