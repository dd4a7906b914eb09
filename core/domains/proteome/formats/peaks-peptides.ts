import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { peaksKinds } from "./peaks-proteins.ts";
import { columnFinder, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

/** PEAKS' protein-peptides.csv: areas and spectra of peptides by sample, a row for every protein that a peptide is in. */
export const peaksPeptides: Format<ProteomeMeasurement> = {
  id: "proteome.peaks-protein-peptides",
  version: "1",
  title: { en: "PEAKS peptides of proteins", ja: "PEAKS ペプチド表（protein-peptides.csv）" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "written description",
  checkedNote: {
    en: "By descriptions of the export; compare a file of yours with what PEAKS shows.",
    ja: "出力の説明に基づく実装です。PEAKSの表示と照合してください。",
  },
  sniff(head) {
    const column = columnFinder(sniffHeader(head));
    const isOurs = column("Protein Accession") >= 0 && column("Peptide") >= 0 && column("-10lgP") >= 0;
    return isOurs ? 0.97 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const accession = column("Protein Accession");
    const peptide = column("Peptide");
    if (accession < 0) return lacks("Protein Accession");
    if (peptide < 0) return lacks("Peptide");
    const { runs, layers } = layersByPattern(header, peaksKinds);
    if (layers.length === 0) return lacks("Area …", "#Spec …");
    const quantities = readWide(opened.value, {
      level: "peptide",
      runs,
      layers,
      missing: new Set([...commonMissing, "-"]),
      feature(row) {
        const group = cellText(row, accession);
        if (group === "") return "no protein named";
        return proteinDraft(`${group} ${cellText(row, peptide)}`, [group], { group });
      },
    });
    return measured(peaksPeptides.id, "PEAKS", quantities);
  },
};
