import { cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { lacks, openTable, sniffHeader } from "./tables/header.ts";
import { measured } from "./tables/measurement-of.ts";
import { listed, proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";
import { readWide } from "./tables/wide.ts";

const lfq = /^(.+)_LFQ$/;

/** AlphaPept's results_proteins.csv (Strauss et al. 2024, doi:10.1038/s41467-024-46485-4): no name above the proteins, `A_LFQ` and `A` for every run; zero was not measured. */
export const alphapeptProteins: Format<ProteomeMeasurement> = {
  id: "proteome.alphapept-proteins",
  version: "1",
  title: { en: "AlphaPept proteins", ja: "AlphaPept タンパク質表" },
  extensions: [".csv"],
  checked: "real files",
  checkedNote: { en: "One result of two runs.", ja: "2ランの結果1件で検証。" },
  sniff(head) {
    const header = sniffHeader(head);
    return header[0] === "" && runsOf(header).length > 0 ? 0.9 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const { header } = opened.value;
    const runs = runsOf(header);
    if (runs.length === 0) return lacks("…_LFQ");
    const layer = { quantity: "intensity", scale: "linear", missing: "zero" } as const;
    const at = (suffix: string) => runs.map((run) => header.indexOf(`${run}${suffix}`));
    const quantities = readWide(opened.value, {
      level: "protein",
      runs,
      layers: [
        { ...layer, name: "LFQ", normalised: "yes", columns: at("_LFQ") },
        { ...layer, name: "Intensity", normalised: "no", columns: at("") },
      ],
      missing: commonMissing,
      feature(row) {
        const id = cellText(row, 0);
        if (id === "") return "no protein named";
        return proteinDraft(id, listed(id, /[;,]/));
      },
    });
    return measured(alphapeptProteins.id, "AlphaPept", quantities);
  },
};

/** Runs that have a column with and one without the suffix. */
function runsOf(header: readonly string[]): string[] {
  return header.flatMap((name) => {
    const run = lfq.exec(name)?.[1];
    return run !== undefined && header.includes(run) ? [run] : [];
  });
}
