import { xlsxIssues } from "../../../containers/xlsx-issues.ts";
import type { Format } from "../../../kernel/index.ts";
import type { ProteomeMeasurement } from "../measurement.ts";
import { alphapeptProteins } from "./alphapept.ts";
import { diannReport } from "./diann.ts";
import { diannMatrix } from "./diann-matrix.ts";
import { fragpipeProteins } from "./fragpipe.ts";
import { quantityIssues } from "./issues.ts";
import { libraryFormats, libraryIssues } from "./libraries/index.ts";
import { longTable } from "./long-table.ts";
import { proteinMatrix } from "./matrix.ts";
import { maxquantProteinGroups } from "./maxquant.ts";
import { msstatsTable } from "./msstats.ts";
import { mztab } from "./mztab.ts";
import { openswath } from "./openswath.ts";
import { peaksPeptides } from "./peaks-peptides.ts";
import { peaksProteins } from "./peaks-proteins.ts";
import { peaksPsm } from "./peaks-psm.ts";
import { perseusMatrix } from "./perseus.ts";
import { proteomeDiscoverer } from "./proteome-discoverer.ts";
import { skylineGrid } from "./skyline-grid.ts";
import { skylineLong } from "./skyline-long.ts";
import { spectronautPivot } from "./spectronaut-pivot.ts";
import { spectronautReport } from "./spectronaut-report.ts";

/** Every format of the proteome room. */
export const proteomeFormats: readonly Format<ProteomeMeasurement>[] = [
  maxquantProteinGroups,
  diannReport,
  diannMatrix,
  fragpipeProteins,
  spectronautReport,
  spectronautPivot,
  skylineGrid,
  skylineLong,
  peaksProteins,
  peaksPeptides,
  peaksPsm,
  proteomeDiscoverer,
  openswath,
  msstatsTable,
  mztab,
  alphapeptProteins,
  perseusMatrix,
  proteinMatrix,
  longTable,
  ...libraryFormats,
];

/** Every issue that the formats can give. */
export const proteomeFormatIssues = {
  ...quantityIssues.definitions,
  ...libraryIssues,
  ...xlsxIssues.definitions,
};
