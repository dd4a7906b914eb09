import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, type Issue, isRefused } from "../../../kernel/index.ts";
import type { Mark, ProteomeMeasurement } from "../measurement.ts";
import { quantityIssues } from "./issues.ts";
import { columnFinder, lacks, type OpenTable, openBytes, openTable, scanAgain } from "./tables/header.ts";
import { inferredScale } from "./tables/largest.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

const prefix = /^[TNCM]: /;
/** Columns that a test or a summary wrote. */
const statistic =
  /p-?value|q-?value|significan|difference|t-test|anova|fold|ratio|cluster|^-?log|score|count|^(mean|median|sd|std)\b/i;

interface Annotated {
  /** E, T, C, N or M by column; empty where no annotation says it. */
  readonly types: readonly string[];
  /** Groups and such by name, by column. */
  readonly stated: Readonly<Record<string, readonly string[]>>;
}

/** A matrix as Perseus exports it (Tyanova et al. 2016, doi:10.1038/nmeth.3901): rows `#!{Type}` and `#!{C:Group}` below the header, or `T: ` before names of columns. NaN was not measured. */
export const perseusMatrix: Format<ProteomeMeasurement> = {
  id: "proteome.perseus-matrix",
  version: "1",
  title: { en: "Perseus matrix", ja: "Perseus マトリックス" },
  extensions: [".txt", ".csv", ".tsv"],
  checked: "real files",
  checkedNote: {
    en: "Two exports of two laboratories, saved again with commas. Whether numbers are logarithms is inferred.",
    ja: "コンマ区切りで保存し直した2つの研究室の出力で検証。対数かどうかは推定します。",
  },
  sniff(head) {
    const opened = openBytes(head);
    if (isRefused(opened)) return 0;
    const { header } = opened.value;
    if (Object.keys(annotationsOf(opened.value).stated).length > 0) return 0.995;
    if (annotationsOf(opened.value).types.includes("E")) return 0.995;
    return header.filter((name) => prefix.test(name)).length >= 2 ? 0.9 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const table = opened.value;
    const { types, stated } = annotationsOf(table);
    const plain = table.header.map((name) => name.replace(prefix, ""));
    const issues: Issue[] = [];
    const columns =
      types.length > 0
        ? plain.flatMap((_, at) => (types[at] === "E" ? [at] : []))
        : runColumns(table.header, issues);
    const column = columnFinder(plain);
    const id = column(
      "Protein IDs",
      "Majority protein IDs",
      "Protein.Group",
      "PG.ProteinGroups",
      "Accession",
      "Gene names",
      "id",
    );
    if (id < 0) return lacks("Protein IDs");
    const runColumn = columns.filter((at) => at !== id);
    if (runColumn.length === 0) return lacks("#!{Type}E");
    const { scale, issue } = inferredScale(scanAgain(table), runColumn);
    const leading = column("Majority protein IDs");
    const genes = column("Gene names");
    const marks: [number, Mark][] = [
      [column("Reverse"), "decoy"],
      [column("Potential contaminant", "Contaminant"), "contaminant"],
      [column("Only identified by site"), "only identified by site"],
    ];
    const runs = runColumn.map((at) => plain[at]!);
    const quantities = readWide(table, {
      level: "protein",
      runs,
      stated: statedOf(stated, runColumn, runs),
      layers: [
        {
          name: "main columns",
          quantity: "intensity",
          scale,
          normalised: "not stated",
          missing: scale === "linear" ? "zero" : "NaN",
          columns: runColumn,
        },
      ],
      missing: commonMissing,
      feature(row) {
        const written = cellText(row, id);
        if (cellText(row, 0).startsWith("#!{")) return null;
        if (written === "") return "no protein named";
        const first = cellText(row, leading);
        const named = id === genes ? [] : listed(first === "" ? written : first);
        return proteinDraft(written, named, {
          genes: listed(cellText(row, genes)),
          description: cellText(row, column("Protein names")),
          marks: marks.filter(([at]) => cellText(row, at) === "+").map(([, mark]) => mark),
        });
      },
    });
    return measured(perseusMatrix.id, "Perseus", quantities, [issue, ...issues]);
  },
};

/** The rows below the header that begin with `#!{`. */
function annotationsOf(table: OpenTable): Annotated {
  const scanner = scanAgain(table);
  let types: string[] = [];
  const stated: Record<string, string[]> = {};
  while (scanner.next()) {
    const match = /^#!\{(?:[CN]:)?([^}]*)\}(.*)$/s.exec(cellText(scanner.row, 0));
    if (match === null) break;
    const cells = Array.from({ length: scanner.row.count }, (_, at) =>
      at === 0 ? match[2]! : cellText(scanner.row, at),
    );
    if (match[1] === "Type") types = cells;
    else stated[match[1]!] = cells;
  }
  return { types, stated };
}

function statedOf(stated: Annotated["stated"], columns: readonly number[], runs: readonly string[]) {
  const names = Object.keys(stated);
  if (names.length === 0) return {};
  return Object.fromEntries(
    runs.map((run, which) => [
      run,
      Object.fromEntries(
        names.map((name) => [name, stated[name]![columns[which]!] ?? ""]).filter(([, value]) => value !== ""),
      ),
    ]),
  );
}

/** Columns without a type: those that are no statistics and no summary of others, which are named in an issue. */
function runColumns(header: readonly string[], issues: Issue[]): number[] {
  const bare = header.flatMap((name, at) => (name === "" || prefix.test(name) ? [] : [at]));
  const numbered = new Set(bare.map((at) => header[at]!.replace(/[ _.-]\d+$/, "")));
  const isRun = (at: number) => {
    const name = header[at]!;
    const isSummary =
      numbered.has(name) && bare.some((other) => other !== at && header[other]!.startsWith(name));
    return !statistic.test(name) && !isSummary;
  };
  const other = bare.filter((at) => !isRun(at)).map((at) => header[at]!);
  if (other.length > 0) {
    issues.push(
      quantityIssues.raise("proteome-columns-not-runs", { columns: other.join(", ").slice(0, 300) }),
    );
  }
  return bare.filter(isRun);
}
