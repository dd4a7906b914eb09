import { cellNumber, cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { type LongLayer, type LongMatrix, readLong } from "./tables/long.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";

/** The limit of q-values that DIA-NN's documentation gives for its main report. */
const limit = 0.01;

const proteinQuantities = [
  ["PG.MaxLFQ", "yes"],
  ["PG.Quantity", "no"],
  ["PG.Normalised", "yes"],
] as const;
const precursorQuantities = [
  ["Precursor.Normalised", "yes"],
  ["Precursor.Quantity", "no"],
] as const;

/** DIA-NN's main report, a row per precursor and run (Demichev et al. 2020, doi:10.1038/s41592-019-0638-x). Rows whose Q.Value or PG.Q.Value is above 0.01 are left out; a quantity of 0 was not measured. */
export const diannReport: Format<ProteomeMeasurement> = {
  id: "proteome.diann-report",
  version: "1",
  title: { en: "DIA-NN report", ja: "DIA-NN レポート" },
  extensions: [".tsv", ".csv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "A report of DIA-NN 1.7 saved again with commas; columns of later versions by their documentation. Parquet is not read.",
    ja: "コンマ区切りで保存し直したDIA-NN 1.7のレポートで検証。以降のバージョンの列は文書による。Parquetには未対応。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const isLong = names.has("protein group") && (names.has("run") || names.has("file name"));
    if (!isLong || !(names.has("precursor id") || names.has("modified sequence"))) return 0;
    return names.has("q value") ? 0.99 : 0.7;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const group = column("Protein.Group");
    const run = column("Run", "File.Name");
    const q = [column("Q.Value"), column("PG.Q.Value")].filter((at) => at >= 0);
    if (group < 0) return lacks("Protein.Group");
    if (run < 0) return lacks("Run", "File.Name");
    if (column("Q.Value") < 0) return lacks("Q.Value");
    const layers = (kinds: typeof proteinQuantities | typeof precursorQuantities): LongLayer[] =>
      kinds.flatMap(([name, normalised]) => {
        const at = column(name);
        if (at < 0) return [];
        return [{ name, quantity: "intensity", scale: "linear", normalised, missing: "zero", column: at }];
      });
    const genes = column("Genes");
    const protein: LongMatrix = {
      level: "protein",
      key: [group],
      layers: layers(proteinQuantities),
      repeats: "agree",
      feature(row) {
        const id = cellText(row, group);
        if (id === "") return "no protein named";
        const description = cellText(row, column("First.Protein.Description"));
        return proteinDraft(id, listed(id), { genes: listed(cellText(row, genes)), description });
      },
    };
    const id = column("Precursor.Id");
    const key = id >= 0 ? [id] : [column("Modified.Sequence"), column("Precursor.Charge")];
    const precursor: LongMatrix = {
      level: "precursor",
      key,
      layers: layers(precursorQuantities),
      repeats: "second left out",
      feature(row) {
        const proteins = cellText(row, group);
        if (proteins === "") return "no protein named";
        const written = key.map((at) => cellText(row, at)).join("");
        return proteinDraft(written, listed(proteins), {
          genes: listed(cellText(row, genes)),
          group: proteins,
        });
      },
    };
    const hasPrecursors = precursor.layers.length > 0 && key.every((at) => at >= 0);
    const matrices = [protein, ...(hasPrecursors ? [precursor] : [])].filter((one) => one.layers.length > 0);
    if (matrices.length === 0) return lacks("PG.MaxLFQ", "PG.Quantity");
    const quantities = readLong(opened.value, {
      run: [run],
      paths: true,
      missing: commonMissing,
      limit,
      refuses(row, tally) {
        const passes = q.every((at) => cellNumber(row, at, tally.signs) <= limit);
        return passes ? null : "above the producer's q-value limit";
      },
      matrices,
    });
    return measured(diannReport.id, "DIA-NN", quantities);
  },
};
