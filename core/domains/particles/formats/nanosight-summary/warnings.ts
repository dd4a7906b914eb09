import type { InstrumentWarning } from "../../../../kernel/index.ts";
import type { SummaryReading } from "./context.ts";
import type { Row } from "./document.ts";

/** Words that raise no doubt; `N/A` stands where the same column already says `Not Calibrated`. */
const calm = new Set(["ok", "no", "n/a"]);
const fail = /unreliable|not calibrated|invalid|failed/i;

const judged = [
  "Validity of concentration measurement",
  "Completed Tracks",
  "Particles per frame",
  "Noise level",
  "Brightness",
  "Detection Threshold",
  "Camera Histogram Lower Limit",
];
const informed = [
  "Completed Tracks",
  "Concentration",
  "Video length",
  "Noise level",
  "Vibration detected",
  "Vibration correction applied",
  "Settings changed?",
  "Errors (1)",
  "Errors (2)",
];

/** Every judgement of the instrument's software that is not free of doubt, word for word, in the file's order. */
export function readInstrumentWarnings(reading: SummaryReading): readonly InstrumentWarning[] {
  const warnings: InstrumentWarning[] = [];
  for (const [section, expected] of [
    ["Concentration Warnings", judged],
    ["Information", informed],
  ] as const) {
    const rows = reading.section(section).filter((row) => !row.key.startsWith("["));
    if (rows.length > 0) for (const key of expected) reading.find(rows, section, key);
    for (const row of rows) readJudgements(reading, row, warnings);
  }
  const processed = reading.section("Experiment Details").find((row) => row.key === "Processed");
  if (processed) readJudgements(reading, processed, warnings, "yes");
  return warnings;
}

function readJudgements(
  reading: SummaryReading,
  row: Row,
  warnings: InstrumentWarning[],
  calmWord?: string,
): void {
  const errors = row.key.startsWith("Errors");
  if (!errors) reading.checkColumns(row);
  const key = `${row.section} / ${row.key}`;
  reading.captures.forEach((capture, at) => {
    const words = row.cells[at] ?? "";
    const lower = words.toLowerCase();
    if (words === "") {
      if (!errors) reading.warn("nanosight-value-unreadable", { printed: "", key, capture }, row.line);
    } else if (calmWord === undefined ? !calm.has(lower) : lower !== calmWord) {
      warnings.push({ capture, key, words, severity: fail.test(words) ? "fail" : "caution", line: row.line });
    }
  });
  for (const words of errors ? row.cells.slice(reading.captures.length) : []) {
    if (words !== "") warnings.push({ key, words, severity: "caution", line: row.line });
  }
}
