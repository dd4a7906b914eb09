import type { Format } from "../../../kernel/index.ts";
import type { ParticlesMeasurement } from "../measurement.ts";
import { nanosightAllTracks } from "./nanosight-all-tracks.ts";
import { nanosightIssues } from "./nanosight-issues.ts";
import { nanosightParticleData } from "./nanosight-particle-data.ts";
import { nanosightSummary } from "./nanosight-summary.ts";
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
];

export const particlesFormatIssues = { ...nanosightIssues.definitions, ...zetaviewIssues.definitions };
