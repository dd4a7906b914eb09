import type { Setting } from "../../../../kernel/index.ts";
import type { SummaryReading } from "./context.ts";

const sections = [
  "Experiment Details",
  "Conditions",
  "Settings",
  "Exclusion Regions",
  "Results",
  "Concentration Warnings",
  "Information",
  "Data Included",
  "Size Data",
  "Diffusion Coefficient Data",
];
const optional = new Set(["Exclusion Regions", "Diffusion Coefficient Data", "Concentration Warnings"]);

/** Rows that are read, by the only section that they stand in. */
const homes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "Temperature/C": "Conditions",
    "Viscosity/cP": "Conditions",
    "Dilution factor (concentrations adjusted for this factor)": "Results",
    "Concentration (Particles / ml)": "Results",
    "Centres per frame": "Results",
    "Completed tracks": "Results",
    "X-Drift (pix/frame)": "Results",
    "Y-Drift (pix/frame)": "Results",
  }),
);

/** Every row that is not of a table, as written; values are given without the empty cells at the end. */
export function readSettings(reading: SummaryReading): readonly Setting[] {
  const settings: Setting[] = [];
  for (const { section, key, cells, line } of reading.document.rows) {
    if (section !== "" && !key.startsWith("[")) settings.push({ section, key, values: values(cells), line });
  }
  for (const block of reading.document.blocks) {
    const section = `${block.section} / ${block.weighting.cells[0] ?? ""}`;
    for (const { key, cells, line } of block.rows)
      settings.push({ section, key, values: values(cells), line });
  }
  return settings;
}

/** Says which sections are missing, unknown or repeated, and which rows stand in another section than their own. */
export function checkSections(reading: SummaryReading): void {
  const seen = new Set<string>();
  for (const { name, line } of reading.document.sections) {
    if (seen.has(name)) reading.warn("nanosight-section-twice", { section: name }, line);
    else if (!sections.includes(name)) reading.warn("nanosight-section-unknown", { section: name }, line);
    seen.add(name);
  }
  for (const section of sections) {
    if (!seen.has(section) && !optional.has(section)) reading.warn("nanosight-section-missing", { section });
  }
  for (const { key, section, line } of reading.document.rows) {
    const home = homes.get(key);
    if (home !== undefined && home !== section) reading.warn("nanosight-row-misplaced", { key, home }, line);
  }
}

function values(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === "") length--;
  return cells.slice(0, length);
}
