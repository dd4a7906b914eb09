import { cellNumber, cellText } from "../../../containers/delimited/index.ts";
import { type Format, isRefused } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { columnFinder, folded, lacks, openTable, sniffHeader } from "./tables/header.ts";
import { readLong } from "./tables/long.ts";
import { measured } from "./tables/measurement-of.ts";
import { proteinDraft } from "./tables/proteins.ts";
import { commonMissing } from "./tables/tally.ts";

/** The usual limit of PyProphet's m-score, which is a q-value. */
const limit = 0.01;

/** `1/sp|P1|A_HUMAN` and `2/P1/P2`: the count of proteins stands before them. */
function proteinsOf(cell: string): readonly string[] {
  const match = /^(DECOY_)?(\d+)\/(.+)$/.exec(cell);
  if (match === null) return cell.split(";").filter((name) => name !== "");
  return match[3]!.split("/").map((name) => `${match[1] ?? ""}${name}`);
}

/** OpenSWATH's table of peak groups (Röst et al. 2014, doi:10.1038/nbt.2841), a row per precursor and run, scored by PyProphet. Rows whose m-score is above 0.01 are left out; zero was not measured. */
export const openswath: Format<ProteomeMeasurement> = {
  id: "proteome.openswath",
  version: "1",
  title: { en: "OpenSWATH results", ja: "OpenSWATH 結果表" },
  extensions: [".tsv", ".csv", ".txt"],
  checked: "written description",
  checkedNote: {
    en: "By the documentation of OpenSWATH and PyProphet; no real export was seen.",
    ja: "OpenSWATHとPyProphetの文書に基づく実装で、実際の出力では未検証です。",
  },
  sniff(head) {
    const names = new Set(sniffHeader(head).map(folded));
    const isOurs = names.has("transition group id") && names.has("proteinname") && names.has("intensity");
    return isOurs ? 0.97 : 0;
  },
  async read(blob) {
    const opened = await openTable(blob);
    if (isRefused(opened)) return opened;
    const column = columnFinder(opened.value.header);
    const protein = column("ProteinName");
    const group = column("transition_group_id");
    const run = column("filename", "run_id", "align_origfilename");
    const intensity = column("Intensity");
    const score = column("m_score");
    const decoy = column("decoy");
    const peptide = column("FullPeptideName", "Sequence");
    const charge = column("Charge");
    if (protein < 0) return lacks("ProteinName");
    if (group < 0) return lacks("transition_group_id");
    if (run < 0) return lacks("filename", "run_id");
    if (intensity < 0) return lacks("Intensity");
    // Transition groups may be numbered by run; peptide and charge are not.
    const key = peptide >= 0 && charge >= 0 ? [protein, peptide, charge] : [group];
    const quantities = readLong(opened.value, {
      run: [run],
      paths: true,
      missing: commonMissing,
      limit,
      refuses(row, tally) {
        if (score < 0 || cellNumber(row, score, tally.signs) <= limit) return null;
        return "above the producer's q-value limit";
      },
      matrices: [
        {
          level: "precursor",
          key: decoy < 0 ? key : [...key, decoy],
          repeats: "second left out",
          layers: [
            {
              name: "Intensity",
              quantity: "intensity",
              scale: "linear",
              normalised: "no",
              missing: "zero",
              column: intensity,
            },
          ],
          feature(row) {
            const written = cellText(row, protein);
            if (written === "") return "no protein named";
            const id =
              key.length === 1 ? cellText(row, group) : `${cellText(row, peptide)}_${cellText(row, charge)}`;
            const isDecoy = /^(?:1|true)$/i.test(cellText(row, decoy));
            return proteinDraft(id, proteinsOf(written), { group: written, marks: isDecoy ? ["decoy"] : [] });
          },
        },
      ],
    });
    return measured(openswath.id, "OpenSWATH", quantities);
  },
};
