import { cellNumber, cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { spectronautMissing } from "./spectronaut-pivot.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { type LongMatrix, readLong } from "./tables/long.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";

/** The limit of q-values that Spectronaut filters by unless told otherwise. */
const limit = 0.01;

/** Spectronaut's long report: a row per run and protein group, or precursor or fragment of it. Rows whose EG.Qvalue or PG.Qvalue is above 0.01 are left out, where the report has them. */
export const spectronautReport: Format<ProteomeMeasurement> = {
  id: "proteome.spectronaut-report",
  version: "1",
  title: { en: "Spectronaut report", ja: "Spectronaut レポート" },
  extensions: [".tsv", ".csv", ".txt", ".xls"],
  checked: "written description",
  checkedNote: {
    en: "By descriptions of the report; compare a file of yours with what Spectronaut shows.",
    ja: "レポートの説明に基づく実装です。Spectronautの表示と照合してください。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const isLong = names.has("r filename") || names.has("r label");
    return isLong && (names.has("pg proteingroups") || names.has("pg proteinaccessions")) ? 0.98 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const column = columnFinder(opened.value.header);
    const group = column("PG.ProteinGroups", "PG.ProteinAccessions");
    const run = column("R.FileName", "R.Label");
    if (group < 0) return lacks("PG.ProteinGroups");
    if (run < 0) return lacks("R.FileName");
    const layer = (name: string, at: number) =>
      ({
        name,
        quantity: "intensity",
        scale: "linear",
        normalised: "not stated",
        missing: "NaN",
        column: at,
      }) as const;
    const matrices: LongMatrix[] = [];
    const genes = column("PG.Genes");
    const quantity = column("PG.Quantity");
    if (quantity >= 0) {
      matrices.push({
        level: "protein",
        key: [group],
        layers: [layer("PG.Quantity", quantity)],
        repeats: "agree",
        feature(row) {
          const id = cellText(row, group);
          if (id === "") return "no protein named";
          const description = cellText(row, column("PG.ProteinDescriptions"));
          return proteinDraft(id, listed(id), { genes: listed(cellText(row, genes)), description });
        },
      });
    }
    const precursor = column("EG.PrecursorId");
    const precursorQuantity = column("FG.Quantity", "EG.TotalQuantity (Settings)");
    if (precursor >= 0 && precursorQuantity >= 0) {
      matrices.push({
        level: "precursor",
        key: [precursor],
        layers: [layer(opened.value.header[precursorQuantity]!, precursorQuantity)],
        // A report with fragments repeats the precursor's quantity in every row.
        repeats: "agree",
        feature(row) {
          const id = cellText(row, group);
          if (id === "") return "no protein named";
          return proteinDraft(cellText(row, precursor), listed(id), { group: id });
        },
      });
    }
    if (matrices.length === 0) return lacks("PG.Quantity", "FG.Quantity");
    const q = [column("EG.Qvalue"), column("PG.Qvalue")].filter((at) => at >= 0);
    const stated = Object.fromEntries(
      ["R.Condition", "R.Replicate"].flatMap((name) =>
        column(name) < 0 ? [] : [[name.slice(2), column(name)]],
      ),
    );
    const quantities = readLong(opened.value, {
      run: [run],
      paths: true,
      stated,
      missing: spectronautMissing,
      limit,
      refuses(row, tally) {
        const passes = q.every((at) => cellNumber(row, at, tally.signs) <= limit);
        return passes ? null : "above the producer's q-value limit";
      },
      matrices,
    });
    return measured(spectronautReport.id, "Spectronaut", quantities);
  },
};
