import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { readLong } from "./tables/long.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";

const columns = [
  "ProteinName",
  "PeptideSequence",
  "PrecursorCharge",
  "FragmentIon",
  "ProductCharge",
  "IsotopeLabelType",
] as const;

/** The long table of MSstats (Choi et al. 2014, doi:10.1093/bioinformatics/btu305), which FragPipe writes as MSstats.csv: a row per fragment or precursor and run; NA and zero were not measured. */
export const msstatsTable: Format<ProteomeMeasurement> = {
  id: "proteome.msstats",
  version: "1",
  title: { en: "MSstats table (FragPipe MSstats.csv)", ja: "MSstats 表（FragPipe MSstats.csv）" },
  extensions: [".csv", ".tsv", ".txt"],
  checked: "real files",
  checkedNote: {
    en: "A label-free MSstats.csv of FragPipe; fragments and isotope labels by the written description.",
    ja: "FragPipeのラベルフリーMSstats.csvで検証。フラグメントと同位体標識は文書による。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const all = ["proteinname", "peptidesequence", "condition", "bioreplicate", "run", "intensity"];
    return all.every((name) => names.has(name)) ? 0.98 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const column = columnFinder(opened.value.header);
    const run = column("Run");
    const intensity = column("Intensity");
    const protein = column("ProteinName");
    if (protein < 0) return lacks("ProteinName");
    if (run < 0) return lacks("Run");
    if (intensity < 0) return lacks("Intensity");
    const key = columns.map((name) => column(name)).filter((at) => at >= 0);
    const named = key.filter((at) => at !== protein && at !== column("IsotopeLabelType"));
    const label = column("IsotopeLabelType");
    const stated = Object.fromEntries(
      ["Condition", "BioReplicate"].flatMap((name) => (column(name) < 0 ? [] : [[name, column(name)]])),
    );
    const quantities = readLong(opened.value, {
      run: [run],
      paths: true,
      stated,
      missing: commonMissing,
      matrices: [
        {
          level: "fragment",
          key,
          repeats: "second left out",
          layers: [
            {
              name: "Intensity",
              quantity: "intensity",
              scale: "linear",
              normalised: "not stated",
              missing: "zero",
              column: intensity,
            },
          ],
          feature(row) {
            const group = cellText(row, protein);
            if (group === "") return "no protein named";
            const parts = named.map((at) => cellText(row, at)).filter((part) => part !== "" && part !== "NA");
            if (cellText(row, label) === "H") parts.push("H");
            return proteinDraft(parts.join("_"), listed(group), { group });
          },
        },
      ],
    });
    return measured(msstatsTable.id, "", quantities);
  },
};
