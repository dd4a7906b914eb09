// Writes what becomes of published bead values on real files into docs/methods/cytometry.md: the analysis of a study, nothing set by hand.
// node tools/bead-agreement.mjs [--check]   Real files: VESICA_DATA, default ../shared/data.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cytometry } from "../core/dist/domains/cytometry/index.js";
import { analyseBytes, assembleStudy } from "../core/dist/study/index.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const data = join(process.env.VESICA_DATA ?? join(root, "../shared/data"), "flow-cytometry");
const page = join(root, "docs/methods/cytometry.md");
const preset = (name) =>
  JSON.parse(
    readFileSync(join(data, "ev-beads-apogee-rosettax/fluorescence_reference_presets", name), "utf8"),
  ).mesf_values;

const sets = {
  flowcal: {
    file: "flowcal/examples/FCFiles/sample001.fcs",
    beads: {
      kind: "fluorescence",
      unit: "MEF",
      alongside: ["FL3"],
      model: "offset",
      channels: { FL1: [null, 792, 2079, 6588, 16_471, 47_497, 137_049, 271_647] },
    },
    from: "FlowCal's experiment.xlsx (MEFL)",
  },
  tasbe: {
    file: "cytoflow-instruments/tasbe/beads.fcs",
    beads: {
      kind: "fluorescence",
      unit: "MEF",
      scatterFraction: 1,
      channels: { "PE-Tx-Red-YG-A": [null, 207, 750, 2198, 6063, 12_887, 51_686, 170_219] },
    },
    from: "RCP-30-5A, lot AA01 to GAA01-R (MEPTR, 488 nm)",
  },
  fitc: {
    file: "ev-beads-apogee-rosettax/sample-files/apogee_rainbow_beads.fcs",
    beads: {
      kind: "fluorescence",
      unit: "MESF",
      scatterFraction: 1,
      channels: { "488Grn(Peak)": [null, null, ...preset("06_summer_school_apogee_fitc.json"), null, null] },
    },
    from: "preset Apogee FITC",
  },
  apc: {
    file: "ev-beads-apogee-rosettax/sample-files/apogee_rainbow_beads.fcs",
    beads: {
      kind: "fluorescence",
      unit: "MESF",
      scatterFraction: 1,
      channels: { "638DRed(Peak)": [null, null, ...preset("05_summer_school_apogee_apc.json"), null] },
    },
    from: "preset Apogee APC",
  },
};

async function studyOf(name, { file, beads }) {
  const design = {
    title: "",
    question: "",
    seed: 1,
    parameters: { cytometry: { beads: { [name]: beads } } },
  };
  const row = { line: 2, file, sample: "beads", role: "calibrant", extra: { calibrant: name } };
  const blob = new Blob([readFileSync(join(data, file))]);
  const outcome = await analyseBytes([cytometry], blob, { name: file, rows: [row], design });
  let summary = null;
  const heard = {
    ...cytometry,
    rules: (result) => {
      summary = result.study.summary;
      return [];
    },
    figures: () => [],
    checklists: () => [],
  };
  const document = assembleStudy([heard], [outcome], { ...design, rows: [row] }, "0");
  return { document, summary };
}

const three = (value) => Number(value.toPrecision(4)).toString();
const rows = [];
for (const [name, set] of Object.entries(sets)) {
  const { document, summary } = await studyOf(name, set);
  const [found] = summary.fluorescence;
  const told = document.issues
    .map(({ code }) => code.replace("cytometry-", ""))
    .filter((code) => !code.startsWith("fcs-"));
  if (!found) throw new Error(`${name}: ${told.join(", ")}`);
  const { channel, unit, model, slope, slopeInterval, points, flags, rSquared } = found;
  const interval = slopeInterval ? `${three(slopeInterval.lower)} to ${three(slopeInterval.upper)}` : "";
  const largest = Math.max(...points.map(({ residual }) => Math.abs(residual)));
  rows.push([
    set.file.split("/").at(-1),
    set.from,
    channel,
    `${unit}, ${model}`,
    `${points.length} of ${Object.values(set.beads.channels)[0].filter((value) => value !== null).length}`,
    `${three(slope)} (${interval})`,
    rSquared === null ? "" : rSquared.toFixed(5),
    `${three(100 * largest)} %`,
    [...new Set([...flags, ...told])].join(", "),
  ]);
}
const head = [
  "file",
  "assigned values",
  "channel",
  "unit, model",
  "peaks used",
  "slope (95 %)",
  "R²",
  "largest residual",
  "doubts told",
];
const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const lines = [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
const text = readFileSync(page, "utf8");
const [start, end] = ["<!-- bead-agreement -->", "<!-- /bead-agreement -->"];
if (!text.includes(start)) throw new Error(`${page} has no ${start}`);
const next = `${text.slice(0, text.indexOf(start) + start.length)}\n${lines.join("\n")}\n${text.slice(text.indexOf(end))}`;
if (process.argv.includes("--check")) {
  if (next !== text) {
    console.error(`${page} is not what tools/bead-agreement.mjs writes; run it and look at what changed`);
    process.exit(1);
  }
} else writeFileSync(page, next);
console.log(lines.join("\n"));
