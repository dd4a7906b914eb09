import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, type Issue, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { runNames } from "./tables/names.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

/** Columns that describe the group; DIA-NN 2 adds the last two. */
const describing = new Set([
  "protein group",
  "protein ids",
  "protein names",
  "genes",
  "first protein description",
  "n sequences",
  "n proteotypic sequences",
]);

/** DIA-NN's report.pg_matrix.tsv: MaxLFQ quantities of protein groups by run; an empty cell was not measured. */
export const diannMatrix: Format<ProteomeMeasurement> = {
  id: "proteome.diann-pg-matrix",
  version: "1",
  title: { en: "DIA-NN protein matrix", ja: "DIA-NN タンパク質マトリックス（pg_matrix）" },
  extensions: [".tsv", ".csv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "A matrix of DIA-NN 1.8 whose runs were renamed; paths as run names by the documentation.",
    ja: "ラン名が変更されたDIA-NN 1.8のマトリックスで検証。パスのラン名は文書による。",
  },
  sniff(head) {
    const header = sniffHeader(head).map(folded);
    const names = new Set(header);
    if (!names.has("protein group") || names.has("run") || names.has("file name")) return 0;
    if (!names.has("protein names") && !names.has("first protein description")) return 0;
    return names.has("genes") && header[0] === "protein group" ? 0.95 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const group = column("Protein.Group");
    if (group < 0) return lacks("Protein.Group");
    const columns = header.flatMap((name, at) => (describing.has(folded(name)) || name === "" ? [] : [at]));
    if (columns.length === 0) return lacks("*.raw");
    const issues: Issue[] = [];
    const runs = runNames(
      columns.map((at) => header[at]!),
      issues,
    );
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers: [
        {
          name: "PG.MaxLFQ",
          quantity: "intensity",
          scale: "linear",
          normalised: "yes",
          missing: "empty",
          columns,
        },
      ],
      missing: commonMissing,
      feature(row) {
        const id = cellText(row, group);
        if (id === "") return "no protein named";
        return proteinDraft(id, listed(id), {
          genes: listed(cellText(row, column("Genes"))),
          description: cellText(row, column("First.Protein.Description")),
        });
      },
    });
    return measured(diannMatrix.id, "DIA-NN", quantities, issues);
  },
};
