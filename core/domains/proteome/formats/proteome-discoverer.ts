import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

const intensity = { quantity: "intensity", scale: "linear", missing: "empty" } as const;
const kinds = [
  {
    ...intensity,
    name: "Abundances (Normalized)",
    pattern: /^Abundances? \(Normalized\): (.+)$/i,
    normalised: "yes",
  },
  { ...intensity, name: "Abundance", pattern: /^Abundances?: (.+)$/i, normalised: "no" },
  {
    ...intensity,
    name: "Abundances (Scaled)",
    pattern: /^Abundances? \(Scaled\): (.+)$/i,
    normalised: "yes",
  },
] as const;

/** Proteome Discoverer's Proteins.txt: `Abundance: F1: Sample, …` by file or channel; an empty cell was not measured. Proteins that are not the master of their group are left out. */
export const proteomeDiscoverer: Format<ProteomeMeasurement> = {
  id: "proteome.proteome-discoverer",
  version: "1",
  title: { en: "Proteome Discoverer proteins", ja: "Proteome Discoverer タンパク質表（Proteins.txt）" },
  extensions: [".txt", ".tsv", ".csv"],
  checked: "written description",
  checkedNote: {
    en: "By descriptions of the export; compare a file of yours with what Proteome Discoverer shows.",
    ja: "出力の説明に基づく実装です。Proteome Discovererの表示と照合してください。",
  },
  sniff(head) {
    const header = sniffHeader(head);
    const column = columnFinder(header);
    if (column("Accession") < 0 || column("Annotated Sequence", "Sequence", "Peptide") >= 0) return 0;
    if (layersByPattern(header, kinds).runs.length > 0) return 0.97;
    return column("Master") >= 0 && column("Protein FDR Confidence: Combined") >= 0 ? 0.9 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const accession = column("Accession");
    if (accession < 0) return lacks("Accession");
    const { runs, layers } = layersByPattern(header, kinds);
    if (layers.length === 0) return lacks("Abundance: F1: Sample");
    const master = column("Master");
    const contaminant = column("Contaminant");
    const length = column("# AAs", "Number of AAs");
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers,
      missing: commonMissing,
      feature(row) {
        const id = cellText(row, accession);
        if (id === "") return "no protein named";
        const isMaster = /^(?:|IsMasterProtein|Master Protein)$/i;
        if (!isMaster.test(cellText(row, master))) return "not the master protein of its group";
        const draft = proteinDraft(id, listed(id), {
          genes: listed(cellText(row, column("Gene Symbol"))),
          description: cellText(row, column("Description")),
          marks: /^true$/i.test(cellText(row, contaminant)) ? ["contaminant"] : [],
        });
        const residues = cellText(row, length);
        return /^[1-9]\d{0,8}$/.test(residues) ? { ...draft, length: Number(residues) } : draft;
      },
    });
    return measured(proteomeDiscoverer.id, "Proteome Discoverer", quantities);
  },
};
