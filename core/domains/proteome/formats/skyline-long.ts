import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { readLong } from "./tables/long.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";

/** Skyline's report of one row per replicate and peptide, precursor or transition; `#N/A` and zero were not measured. */
export const skylineLong: Format<ProteomeMeasurement> = {
  id: "proteome.skyline-report",
  version: "1",
  title: { en: "Skyline report", ja: "Skyline レポート" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "written description",
  checkedNote: {
    en: "By Skyline's names of report columns; no real report of this form was seen.",
    ja: "Skylineのレポート列名に基づく実装で、実際の出力では未検証です。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const has = (...some: string[]) => some.some((name) => names.has(name));
    const isLong =
      has("protein", "protein name") &&
      has("replicate", "replicate name", "file name") &&
      has("peptide", "peptide sequence", "peptide modified sequence") &&
      has("total area", "area", "normalized area", "total area ms1", "total area fragment");
    return isLong ? 0.95 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const column = columnFinder(opened.value.header);
    const protein = column("Protein", "Protein Name");
    const run = column("Replicate", "Replicate Name", "File Name");
    const peptide = column("Peptide Modified Sequence", "Peptide", "Peptide Sequence");
    const area = column("Normalized Area", "Total Area", "Total Area Fragment", "Area", "Total Area MS1");
    if (protein < 0) return lacks("Protein");
    if (run < 0) return lacks("Replicate", "File Name");
    if (peptide < 0) return lacks("Peptide");
    if (area < 0) return lacks("Total Area", "Area");
    const charge = column("Precursor Charge", "Precursor Mz");
    const fragment = column("Fragment Ion");
    const productCharge = column("Product Charge");
    const key = [peptide, charge, fragment, productCharge].filter((at) => at >= 0);
    const name = opened.value.header[area]!;
    const condition = column("Condition");
    const quantities = readLong(opened.value, {
      run: [run],
      paths: true,
      ...(condition >= 0 ? { stated: { Condition: condition } } : {}),
      missing: commonMissing,
      matrices: [
        {
          level: fragment >= 0 ? "fragment" : charge >= 0 ? "precursor" : "peptide",
          key: [protein, ...key],
          repeats: "second left out",
          layers: [
            {
              name,
              quantity: "intensity",
              scale: "linear",
              normalised: /normalized/i.test(name) ? "yes" : "no",
              missing: "zero",
              column: area,
            },
          ],
          feature(row) {
            const group = cellText(row, protein);
            if (group === "") return "no protein named";
            const id = key.map((at) => cellText(row, at)).join("_");
            return proteinDraft(id, listed(group, /[;/]/), { group });
          },
        },
      ],
    });
    return measured(skylineLong.id, "Skyline", quantities);
  },
};
