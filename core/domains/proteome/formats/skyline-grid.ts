import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

const intensity = { quantity: "intensity", scale: "linear", missing: "zero" } as const;
const kinds = [
  { ...intensity, name: "Normalized Area", pattern: /^(.+?) (?:Sum )?Normalized ?Area$/i, normalised: "yes" },
  {
    ...intensity,
    name: "Protein Abundance",
    pattern: /^(.+?) Protein ?Abundance$/i,
    normalised: "not stated",
  },
  { ...intensity, name: "Total Area", pattern: /^(.+?) (?:Sum )?(?:Total ?)?Area$/i, normalised: "no" },
] as const;

/** Skyline's document grid with replicates side by side (MacLean et al. 2010, doi:10.1093/bioinformatics/btq054): summed areas of proteins; zero and `#N/A` were not measured. */
export const skylineGrid: Format<ProteomeMeasurement> = {
  id: "proteome.skyline-grid",
  version: "1",
  title: { en: "Skyline protein areas by run", ja: "Skyline タンパク質面積（ラン別）" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "Two exports of one laboratory.",
    ja: "1つの研究室の出力2件で検証。",
  },
  sniff(head) {
    const header = sniffHeader(head);
    const column = columnFinder(header);
    if (column("Protein", "Protein Name") < 0 || column("Peptide", "Peptide Sequence") >= 0) return 0;
    const count = layersByPattern(header, kinds).runs.length;
    return count === 0
      ? 0
      : column("Protein Description", "ProteinDescription", "Protein Gene", "ProteinGene") >= 0
        ? 0.95
        : 0.7;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const protein = column("Protein", "Protein Name");
    if (protein < 0) return lacks("Protein");
    const { runs, layers } = layersByPattern(header, kinds);
    if (layers.length === 0) return lacks("… Sum Normalized Area", "… Total Area");
    const genes = column("Protein Gene", "ProteinGene");
    const description = column("Protein Description", "ProteinDescription");
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers,
      missing: commonMissing,
      feature(row) {
        const id = cellText(row, protein);
        if (id === "") return "no protein named";
        return proteinDraft(id, listed(id, /[;/]/), {
          genes: listed(cellText(row, genes), /[;,/\s]+/),
          description: cellText(row, description),
        });
      },
    });
    return measured(skylineGrid.id, "Skyline", quantities);
  },
};
