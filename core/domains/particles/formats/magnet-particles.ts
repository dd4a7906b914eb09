import { accepted, type Format, type Issue, type Result, refused } from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement, SizeBins } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { decimalSignOf, numberOf } from "./dls-numbers.ts";
import {
  alignRow,
  decodeExport,
  decodeHead,
  delimiterOf,
  firstLine,
  splitTable,
  type TextRow,
  trimHeader,
} from "./dls-text.ts";

const sizeLimit = 8 * 2 ** 20;
/** Tables of this kind run to 801 nm. */
const usualEnd = 801;

/** The table of NTA particle counts published with Mag-Net: centres of even bins, average concentration and its standard deviation. */
export const magnetParticles: Format<DistributionMeasurement> = {
  id: "particles.magnet-particles",
  version: "1",
  title: { en: "Mag-Net particle table", ja: "Mag-Net粒子数の表" },
  extensions: [".csv"],
  checked: "real files",
  checkedNote: {
    en: "Checked with the one published table. It does not name instrument, software or dilution.",
    ja: "公開されている1つの表で確認しました。装置、ソフトウェア、希釈倍率の記載はありません。",
  },
  sniff(head) {
    const line = firstLine(decodeHead(head));
    const cells = splitTable(line, delimiterOf(line)).rows[0]?.cells ?? [];
    return columnsOf(cells) === null ? 0 : 0.95;
  },
  async read(blob, context) {
    if (blob.size > sizeLimit) return refused(dlsIssues.raise("magnet-not-a-table"));
    return readTable(decodeExport(new Uint8Array(await blob.arrayBuffer())), context.name);
  },
};

interface Columns {
  readonly size: number;
  readonly concentration: number;
  readonly deviation: number;
}

function columnsOf(cells: readonly string[]): Columns | null {
  const find = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell));
  const size = find(/^particle size \(nm\)$/i);
  const concentration = find(/^concentration average \(particles ?\/ ?ml\)$/i);
  const deviation = find(/^st(?:andard )?dev(?:iation)?$/i);
  return size < 0 || concentration < 0 ? null : { size, concentration, deviation };
}

function readTable(text: string, name: string): Result<DistributionMeasurement> {
  const { rows, issues: textIssues } = splitTable(text, delimiterOf(firstLine(text)));
  const header = rows[0] === undefined ? undefined : trimHeader(rows[0]);
  const columns = columnsOf(header?.cells ?? []);
  if (header === undefined || columns === null || rows.length < 3) {
    return refused(dlsIssues.raise("magnet-not-a-table"), ...textIssues);
  }
  const body = rows.slice(1);
  const { sign, issues: signIssues } = decimalSignOf(body.flatMap((row) => row.cells));
  const sizes: number[] = [];
  const concentrations: number[] = [];
  for (const row of body) {
    const even = alignRow(row, header.cells.length) !== null;
    const size = numberOf(row.cells[columns.size] ?? "", sign) ?? Number.NaN;
    const concentration = numberOf(row.cells[columns.concentration] ?? "", sign) ?? Number.NaN;
    if (!even || !(size > 0) || !(concentration >= 0)) return refused(unreadable(row), ...textIssues);
    sizes.push(size);
    concentrations.push(concentration);
  }
  const step = sizes[1]! - sizes[0]!;
  const broken = sizes.findIndex((size, i) => i > 0 && Math.abs(size - sizes[i - 1]! - step) > 1e-6 * step);
  if (!(step > 0) || broken > 0 || sizes[0]! < step / 2) {
    return refused(brokenGrid(body[Math.max(0, broken)]!, sizes[Math.max(0, broken)]!, step), ...textIssues);
  }
  const issues: Issue[] = [...textIssues, ...signIssues, dlsIssues.raise("magnet-dilution-unknown")];
  if (sizes.at(-1)! < usualEnd) {
    const parameters = { size: sizes.at(-1)!, concentration: concentrations.at(-1)! };
    issues.push(dlsIssues.raise("magnet-grid-short", parameters, { place: { line: body.at(-1)!.line } }));
  }
  const tails = concentrations.filter((value) => value > 0 && value < 1).length;
  if (tails > 0) issues.push(dlsIssues.raise("magnet-smoothing-tails", { count: tails }));
  const edges = Float64Array.from({ length: sizes.length + 1 }, (_, i) => sizes[0]! + (i - 0.5) * step);
  const bins = { edges, concentration: Float64Array.from(concentrations) };
  return accepted(measurementOf(bins, body, columns, header, name), issues);
}

function unreadable(row: TextRow): Issue {
  const parameters = { line: row.line, cell: row.cells.join(", ").slice(0, 60) };
  return dlsIssues.raise("magnet-value-unreadable", parameters, { place: { line: row.line } });
}

function brokenGrid(row: TextRow, size: number, step: number): Issue {
  return dlsIssues.raise("magnet-grid-broken", { line: row.line, size, step }, { place: { line: row.line } });
}

function measurementOf(
  bins: SizeBins,
  body: readonly TextRow[],
  columns: Columns,
  header: TextRow,
  name: string,
): DistributionMeasurement {
  const stem = name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
  const words = header.cells[columns.concentration]!;
  const capture: Capture = {
    name: stem,
    stated: {},
    dilution: { factor: null, printedConcentrationIs: "unknown", words, line: header.line },
    bins,
    instrumentWarnings: [],
  };
  const deviations = columns.deviation < 0 ? [] : body.map((row) => row.cells[columns.deviation]!);
  const key = header.cells[columns.deviation] ?? "";
  return {
    kind: "distribution",
    format: magnetParticles.id,
    instrument: { vendor: "", model: "", software: "" },
    method: "NTA",
    sampleName: stem.replace(/[- ]*particle distribution$/i, "").trim() || stem,
    capturedAt: "",
    pack: stem,
    captures: [capture],
    statedAverage: {},
    settings: deviations.length === 0 ? [] : [{ section: "", key, values: deviations, line: header.line }],
    instrumentWarnings: [],
  };
}
