import {
  accepted,
  type Format,
  type Issue,
  inFile,
  type ReadContext,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import type { ZetaMeasurement } from "../measurement.ts";
import {
  listedIssues,
  type OpenedZetaview,
  zetaviewChecked,
  zetaviewHead,
  zetaviewReader,
} from "./zetaview-file.ts";
import { ZetaviewHeader } from "./zetaview-header.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { zetaviewName } from "./zetaview-name.ts";
import { isBlank, type ZetaviewLine, zetaviewNumber } from "./zetaview-text.ts";

const columns = [
  { name: "position", heading: /^Position/i },
  { name: "positive", heading: /^Positive/i },
  { name: "negative", heading: /^Negative/i },
  { name: "average", heading: /^Average/i },
  { name: "fit", heading: /^Parabola/i },
  { name: "zeta", heading: /^ZP/i },
] as const;

/**
 * ZetaView `..._prof_488.txt`: zeta potential with the profile across the cell. The fitted parabola stays in the
 * settings; the units of the profile's columns are those that its headings print, none where they print none.
 */
export const zetaviewProfile: Format<ZetaMeasurement> = {
  id: "particles.zetaview-profile",
  version: "1",
  title: { en: "ZetaView zeta potential profile", ja: "ZetaView ゼータ電位プロファイル" },
  extensions: ["txt"],
  ...zetaviewChecked,
  sniff(head, name) {
    const { text, isZetaview } = zetaviewHead(head);
    if (!isZetaview || /^Size \/ nm\tNumber\t/m.test(text)) return 0;
    if (/^(Parabola:|ZP Profile|Zeta Potential \/ mV)/m.test(text)) return 1;
    return /_prof(_|\.|$)/i.test(name) ? 0.7 : 0;
  },
  read: zetaviewReader(readLines),
};

function isHeading(text: string): boolean {
  const [first, ...others] = text.slice(0, 2000).toLowerCase().split("\t");
  const positive = others.findIndex((field) => field.includes("positive"));
  return (
    first === "position" &&
    positive >= 0 &&
    others.slice(positive + 1).some((field) => field.includes("negative"))
  );
}

function readLines(
  { lines, issues: opening }: OpenedZetaview,
  context: ReadContext,
): Result<ZetaMeasurement> {
  const start = lines.findIndex(({ text }) => isHeading(text));
  const header = new ZetaviewHeader(start < 0 ? lines : lines.slice(0, start));
  if (!header.find("ZetaView S/N") && !header.find("Software")) {
    return refused(zetaviewIssues.raise("zetaview-no-header"));
  }
  const profile = readProfile(start < 0 ? [] : lines.slice(start), header);
  const zetaPotential = header.number(/^Zeta Potential \/ ?mV$/, "mV");
  if (!zetaPotential && profile.rows.length === 0)
    return refused(zetaviewIssues.raise("zetaview-no-profile"));

  const issues = [...opening, ...profile.issues];
  if (!zetaPotential) issues.push(zetaviewIssues.raise("zetaview-no-zeta"));
  const measurement: ZetaMeasurement = {
    kind: "zeta",
    format: zetaviewProfile.id,
    instrument: header.instrument(),
    settings: header.settings,
    instrumentWarnings: header.checks(),
    pack: zetaviewName(context.name).pack,
    sampleName: header.text("Sample"),
    zetaPotential,
    fwhm: header.number(/^FWHM\b/, "mV"),
    // um/s per V/cm is um.cm/(V.s); the value at 25 degrees Celsius has a line of its own.
    mobility: header.number(/^Mobility \/\W*m\/s\/V\/cm$/, "um.cm/(V.s)"),
    table: {
      name: "profile",
      columns: columns.map(({ name }, i) => ({
        name,
        unit: profile.units[i]!,
        values: Float64Array.from(profile.rows, (row) => row[i]!),
      })),
    },
  };
  return accepted(
    measurement,
    [...listedIssues(issues), ...header.issues].map((issue) => inFile(issue, context.name)),
  );
}

/** Whether one of `places`, ascending, is within 0.06 of `x`. */
function hasNear(places: Float64Array, x: number): boolean {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (places[middle]! < x) from = middle + 1;
    else to = middle;
  }
  return [places[from - 1], places[from]].some((place) => place !== undefined && Math.abs(place - x) < 0.06);
}

function readProfile(lines: readonly ZetaviewLine[], header: ZetaviewHeader) {
  const headings = (lines[0]?.text ?? "").split("\t").map((field) => field.trim());
  const at = columns.map(({ heading }) => headings.findIndex((field) => heading.test(field)));
  const units = at.map((i) => /\/ ?(.+)$/.exec(headings[i] ?? "")?.[1]?.replace(/^[µμ]/, "u") ?? "");
  const rows: number[][] = [];
  const issues: Issue[] = [];
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  for (const { number, text } of lines.slice(1, last + 1)) {
    const fields = text.split("\t");
    const values = at.map((i) => zetaviewNumber(fields[i]));
    // The last cell, ZP, is often blank; a row may end before it.
    const broken = at.some((i, c) => i >= 0 && Number.isNaN(values[c]) && !isBlank(fields[i]));
    const short = at.slice(0, 5).some((i) => i >= fields.length);
    if (!Number.isNaN(values[0]) && !broken && !short) rows.push(values);
    else {
      const place = { place: { line: number } };
      issues.push(zetaviewIssues.raise("zetaview-profile-row-unreadable", { words: text.trim() }, place));
    }
  }
  const expected = header.number("Positions", "1")?.value;
  const positions = rows.map((row) => row[0]!);
  // Positions are taken symmetrically across the cell, 0 to 1.
  const places = Float64Array.from(positions).sort();
  const alone = positions.filter((x) => !hasNear(places, 1 - x));
  if (rows.length === 0) issues.push(zetaviewIssues.raise("zetaview-no-profile-rows"));
  else if (expected !== undefined && rows.length !== expected) {
    issues.push(zetaviewIssues.raise("zetaview-positions-missing", { found: rows.length, expected }));
  } else if (alone.length > 0) {
    issues.push(zetaviewIssues.raise("zetaview-profile-uneven", { positions: alone.join(", ") }));
  }
  return { rows, units, issues };
}
