import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, type Issue, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { runNames } from "./tables/names.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

export const spectronautMissing: ReadonlySet<string> = new Set([...commonMissing, "filtered", "profiled"]);

const kinds = [
  {
    name: "PG.Quantity",
    quantity: "intensity",
    scale: "linear",
    normalised: "not stated",
    missing: "NaN",
    pattern: /^(?:\[\d+\] )?(.+)\.PG\.Quantity$/,
  },
  {
    name: "PG.Log2Quantity",
    quantity: "intensity",
    scale: "log2",
    normalised: "not stated",
    missing: "NaN",
    pattern: /^(?:\[\d+\] )?(.+)\.PG\.Log2Quantity$/,
  },
  {
    name: "PG.IBAQ",
    quantity: "intensity",
    scale: "linear",
    normalised: "no",
    missing: "zero",
    pattern: /^(?:\[\d+\] )?(.+)\.PG\.IBAQ$/i,
  },
] as const;

/** Spectronaut's pivot report: `[1] name.raw.PG.Quantity` by run; `NaN` and `Filtered` were not measured. */
export const spectronautPivot: Format<ProteomeMeasurement> = {
  id: "proteome.spectronaut-pivot",
  version: "1",
  title: { en: "Spectronaut pivot report", ja: "Spectronaut ピボットレポート" },
  extensions: [".tsv", ".csv", ".txt", ".xls"],
  checked: "written description",
  checkedNote: {
    en: "By descriptions of the report; compare a file of yours with what Spectronaut shows.",
    ja: "レポートの説明に基づく実装です。Spectronautの表示と照合してください。",
  },
  sniff(head) {
    const header = sniffHeader(head);
    if (columnFinder(header)("PG.ProteinGroups", "PG.ProteinAccessions") < 0) return 0;
    return layersByPattern(header, kinds).runs.length > 0 ? 0.98 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const group = column("PG.ProteinGroups", "PG.ProteinAccessions");
    if (group < 0) return lacks("PG.ProteinGroups");
    const { runs, layers } = layersByPattern(header, kinds);
    if (layers.length === 0) return lacks("[1] ….PG.Quantity");
    const issues: Issue[] = [];
    const quantities = readWide(opened.value, {
      level: "protein",
      runs: runNames(runs, issues),
      layers,
      missing: spectronautMissing,
      feature(row) {
        const id = cellText(row, group);
        if (id === "") return "no protein named";
        return proteinDraft(id, listed(id), {
          genes: listed(cellText(row, column("PG.Genes"))),
          description: cellText(row, column("PG.ProteinDescriptions")),
        });
      },
    });
    return measured(spectronautPivot.id, "Spectronaut", quantities, issues);
  },
};
