import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { layersByPattern } from "./tables/patterns.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

const intensity = { quantity: "intensity", scale: "linear", missing: "zero" } as const;
const count = { quantity: "spectral count", scale: "linear", normalised: "no", missing: "empty" } as const;
/** `Combined` and `Summarized` columns are over all runs. */
const own = "(?!Combined |Summarized )";
const kinds = [
  {
    ...intensity,
    name: "MaxLFQ Intensity",
    pattern: new RegExp(`^${own}(.+) MaxLFQ(?: Razor)? Intensity$`),
    normalised: "yes",
  },
  {
    ...intensity,
    name: "MaxLFQ Unique Intensity",
    pattern: new RegExp(`^${own}(.+) MaxLFQ Unique Intensity$`),
    normalised: "yes",
  },
  {
    ...intensity,
    name: "MaxLFQ Total Intensity",
    pattern: new RegExp(`^${own}(.+) MaxLFQ Total Intensity$`),
    normalised: "yes",
  },
  {
    ...intensity,
    name: "Unique Intensity",
    pattern: new RegExp(`^${own}(.+) Unique Intensity$`),
    normalised: "not stated",
  },
  {
    ...intensity,
    name: "Total Intensity",
    pattern: new RegExp(`^${own}(.+) Total Intensity$`),
    normalised: "not stated",
  },
  {
    ...intensity,
    name: "Intensity",
    pattern: new RegExp(`^${own}(.+?)(?: Razor)? Intensity$`),
    normalised: "not stated",
  },
  { ...count, name: "Unique Spectral Count", pattern: new RegExp(`^${own}(.+) Unique Spectral Count$`) },
  { ...count, name: "Total Spectral Count", pattern: new RegExp(`^${own}(.+) Total Spectral Count$`) },
  { ...count, name: "Spectral Count", pattern: new RegExp(`^${own}(.+?)(?: Razor)? Spectral Count$`) },
] as const;
const first = ["MaxLFQ Intensity", "Intensity", "Spectral Count"];

/** FragPipe's combined_protein.tsv of IonQuant and Philosopher (Yu et al. 2021, doi:10.1016/j.mcpro.2021.100077); an intensity of zero was not measured. */
export const fragpipeProteins: Format<ProteomeMeasurement> = {
  id: "proteome.fragpipe-combined-protein",
  version: "1",
  title: { en: "FragPipe combined proteins", ja: "FragPipe タンパク質統合表（combined_protein）" },
  extensions: [".tsv", ".csv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "A table of an early version with razor intensities; MaxLFQ and later columns by the documentation.",
    ja: "Razor Intensityをもつ初期バージョンの表で検証。MaxLFQや以降の列は文書による。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const isCombined = names.has("protein") && names.has("protein id") && names.has("entry name");
    return isCombined && (names.has("protein probability") || names.has("protein length")) ? 0.97 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const column = columnFinder(header);
    const protein = column("Protein");
    if (protein < 0) return lacks("Protein");
    const { runs, layers } = layersByPattern(header, kinds);
    if (layers.length === 0) return lacks("… Intensity", "… Spectral Count");
    const order = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
    const genes = column("Gene", "Gene Names");
    const length = column("Protein Length");
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers: [...layers].sort((a, b) => order(a.name) - order(b.name)),
      missing: commonMissing,
      feature(row) {
        const id = cellText(row, protein);
        if (id === "") return "no protein named";
        const others = listed(cellText(row, column("Indistinguishable Proteins")), /,/);
        const draft = proteinDraft(id, [id, ...others], {
          genes: listed(cellText(row, genes), /[;,\s]+/),
          description: cellText(row, column("Description", "Protein Description")),
        });
        const residues = cellText(row, length);
        return /^[1-9]\d{0,8}$/.test(residues) ? { ...draft, length: Number(residues) } : draft;
      },
    });
    return measured(fragpipeProteins.id, "FragPipe", quantities);
  },
};
