import { sqliteIssues } from "../../../containers/sqlite-issues.ts";
import { xlsxIssues } from "../../../containers/xlsx-issues.ts";
import type { Format } from "../../../kernel/index.ts";
import type { ParticlesMeasurement } from "../measurement.ts";
import { dlsIssues } from "./dls-issues.ts";
import { dynaproCorrelogram } from "./dynapro-correlogram.ts";
import { magnetParticles } from "./magnet-particles.ts";
import { mappedIssues } from "./mapped-issues.ts";
import { mappedTable } from "./mapped-table.ts";
import { nanosightAllTracks } from "./nanosight-all-tracks.ts";
import { nanosightIssues } from "./nanosight-issues.ts";
import { nanosightParticleData } from "./nanosight-particle-data.ts";
import { nanosightSummary } from "./nanosight-summary.ts";
import { stunnerWorkbook } from "./stunner-workbook.ts";
import { zetasizerText } from "./zetasizer-text.ts";
import { zetasizerZmes } from "./zetasizer-zmes.ts";
import { zetaviewIssues } from "./zetaview-issues.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";
import { zetaviewSize } from "./zetaview-size.ts";

/** Every format of the particles room. */
export const particlesFormats: readonly Format<ParticlesMeasurement>[] = [
  nanosightSummary,
  nanosightParticleData,
  nanosightAllTracks,
  zetaviewSize,
  zetaviewPositions,
  zetaviewProfile,
  zetasizerZmes,
  zetasizerText,
  stunnerWorkbook,
  dynaproCorrelogram,
  magnetParticles,
  mappedTable,
];

/** Every issue that the formats can give. */
export const particlesFormatIssues = {
  ...nanosightIssues.definitions,
  ...zetaviewIssues.definitions,
  ...dlsIssues.definitions,
  ...mappedIssues.definitions,
  ...sqliteIssues.definitions,
  ...xlsxIssues.definitions,
};
