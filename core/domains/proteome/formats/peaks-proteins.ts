import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

export const peaksKinds = [
  {
    name: "Area",
    pattern: /^(?:Area|Intensity) (.+)$/i,
    quantity: "intensity",
    scale: "linear",
    normalised: "not stated",
    missing: "zero",
  },
  {
    name: "#Spec",
    pattern: /^#Spec (.+)$/i,
    quantity: "spectral count",
    scale: "linear",
    normalised: "no",
    missing: "empty",
  },
] as const;

/** PEAKS' proteins.csv: areas and spectra of proteins by sample; an area of zero was not measured. */
export const peaksProteins: Format<ProteomeMeasurement> = {
  id: "proteome.peaks-proteins",
  version: "1",
  title: { en: "PEAKS proteins", ja: "PEAKS タンパク質表（proteins.csv）" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "written description",
  checkedNote: {
    en: "By descriptions of the export; compare a file of yours with what PEAKS shows.",
    ja: "出力の説明に基づく実装です。PEAKSの表示と照合してください。",
  },
  sniff(head) {
    const header = sniffHeader(head);
    const names = new Set(header.map(folded));
    if (!names.has("accession") || names.has("peptide") || !names.has("protein group")) return 0;
    return header.some((name) => name.startsWith("-10lgP")) ? 0.97 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const accession = column("Accession");
    if (accession < 0) return lacks("Accession");
    const { runs, layers } = layersByPattern(header, peaksKinds);
    if (layers.length === 0) return lacks("Area …", "#Spec …");
    const description = column("Description");
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers,
      missing: new Set([...commonMissing, "-"]),
      feature(row) {
        const id = cellText(row, accession);
        if (id === "") return "no protein named";
        return proteinDraft(id, listed(id, /[:;]/), { description: cellText(row, description) });
      },
    });
    return measured(peaksProteins.id, "PEAKS", quantities);
  },
};
