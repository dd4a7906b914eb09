import { cellText, interner } from "../../../containers/delimited/index.ts";
import { accepted, type Format, isRefused, type Result, refused } from "../../../kernel/index.ts";
import type { Feature, ProteomeMeasurement, Quantities } from "../measurement.ts";
import { quantityIssues } from "./issues.ts";
import {
  columnFinder,
  folded,
  lacks,
  type OpenTable,
  openTable,
  scannerIssues,
  sniffHeader,
} from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { runNames, twiceIssue } from "./tables/names.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { rowLengths } from "./tables/row-lengths.ts";
import { leaveOut, leftOutOf, newTally, tallyIssues } from "./tables/tally.ts";
import { mostNumbers, tooLarge } from "./tables/wide.ts";

/** PEAKS' "DB search psm" export: a row per spectrum, counted for every protein that it matches; a run per source file. */
export const peaksPsm: Format<ProteomeMeasurement> = {
  id: "proteome.peaks-psm",
  version: "1",
  title: { en: "PEAKS spectrum matches", ja: "PEAKS スペクトル同定（DB search psm）" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "Four exports of PEAKS 10. Counts are of rows; the export has no protein groups and no decoys.",
    ja: "PEAKS 10の出力4件で検証。行数を数えます。出力にはタンパク質グループとデコイがありません。",
  },
  sniff(head) {
    const header = sniffHeader(head);
    const names = new Set(header.map(folded));
    const isPsm = header.includes("-10lgP") && names.has("peptide") && names.has("accession");
    return isPsm && (names.has("scan") || names.has("source file")) ? 0.98 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const column = columnFinder(opened.value.header);
    const accession = column("Accession");
    const run = column("Source File", "Fraction");
    if (accession < 0) return lacks("Accession");
    if (run < 0) return lacks("Source File", "Fraction");
    return measured(peaksPsm.id, "PEAKS", countSpectra(opened.value, accession, run));
  },
};

function countSpectra(table: OpenTable, accession: number, run: number): Result<Quantities> {
  const { scanner, bytes } = table;
  const { row } = scanner;
  const runKey = interner(bytes);
  const cellKey = interner(bytes);
  const paths: string[] = [];
  const features: Feature[] = [];
  const known = new Map<string, number>();
  /** Features that each accession cell names. */
  const named: (readonly number[])[] = [];
  const counts: Map<number, number>[] = [];
  const lengths = rowLengths(table.header.length, Math.max(accession, run));
  const tally = newTally();
  const shared = { count: 0, line: 0 };
  while (scanner.next()) {
    if (!lengths.fits(row)) {
      leaveOut(tally, "line with another number of cells", row.line);
      continue;
    }
    lengths.note(row);
    const cell = cellKey.indexOf(row, accession);
    if (cell === named.length) {
      const proteins = new Set(listed(cellText(row, accession), /[:;]/));
      named.push(
        [...proteins].map((id) => {
          if (!known.has(id)) {
            known.set(id, features.length);
            features.push({ ...proteinDraft(id, [id]), line: row.line });
          }
          return known.get(id)!;
        }),
      );
    }
    const matched = named[cell]!;
    if (matched.length === 0) {
      leaveOut(tally, "no protein named", row.line);
      continue;
    }
    const at = runKey.indexOf(row, run);
    if (at === paths.length) {
      paths.push(cellText(row, run));
      counts.push(new Map());
    }
    if (matched.length > 1 && shared.count++ === 0) shared.line = row.line;
    const count = counts[at]!;
    for (const feature of matched) count.set(feature, (count.get(feature) ?? 0) + 1);
  }
  const issues = [
    ...scannerIssues(scanner),
    ...lengths.issues(),
    ...tallyIssues(tally, { expected: table.header.length }),
  ];
  if (shared.count > 0) {
    const parameters = { ...shared, entries: features.length, groups: toldApart(named, features.length) };
    issues.push(
      quantityIssues.raise("proteome-shared-spectra", parameters, { place: { line: shared.line } }),
    );
  }
  if (features.length === 0) return refused(quantityIssues.raise("proteome-no-rows"), ...issues);
  const runs = runNames(paths, issues);
  const twice = twiceIssue(runs, "PSM");
  if (twice !== null) return refused(twice, ...issues);
  if (features.length * runs.length > mostNumbers) return tooLarge(features.length * runs.length);
  const values = new Float64Array(features.length * runs.length);
  for (const [at, count] of counts.entries()) {
    for (const [feature, spectra] of count) values[feature * runs.length + at] = spectra;
  }
  const layer = {
    name: "PSM",
    quantity: "spectral count",
    scale: "linear",
    normalised: "no",
    missing: "empty",
    values,
  } as const;
  return accepted(
    {
      kind: "quantities",
      runs,
      stated: {},
      matrices: [{ level: "protein", features, layers: [layer] }],
      leftOut: leftOutOf(tally),
    },
    issues,
  );
}

/** Sets of features that no accession cell names apart. */
function toldApart(named: readonly (readonly number[])[], features: number): number {
  const cells: number[][] = Array.from({ length: features }, () => []);
  named.forEach((own, cell) => {
    for (const feature of own) cells[feature]!.push(cell);
  });
  return new Set(cells.map((own) => own.join())).size;
}
