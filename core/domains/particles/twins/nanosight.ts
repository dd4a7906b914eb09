import { createRandom, type TwinFile } from "../../../kernel/index.ts";
import { type NanosightOptions, nanosightDefaults } from "./nanosight-options.ts";
import { encodeText } from "./nanosight-rows.ts";
import { simulateCapture } from "./nanosight-simulate.ts";
import { summaryText } from "./nanosight-text.ts";
import { allTracksText, particleDataText } from "./nanosight-tracks-text.ts";

/**
 * Files of one run as a NanoSight with NTA 3.2 or 3.4 writes them, made from a known truth; the same options give the
 * same bytes. First the experiment's summary, then for each video what `options.files` asks for.
 */
export function nanosightPack(
  given: Pick<NanosightOptions, "truth"> & Partial<NanosightOptions>,
): readonly TwinFile[] {
  const options: NanosightOptions = { ...nanosightDefaults, ...given };
  const random = createRandom(options.seed).split("nanosight");
  const captures = Array.from({ length: options.captures }, (_, at) =>
    simulateCapture(options, videoName(options, at), at, random.split("capture", at)),
  );
  const experiment =
    options.version === "3.2" ? `${options.sampleName}_` : `${options.sampleName} ${options.started}`;
  const file = (name: string, text: string): TwinFile => ({
    name,
    bytes: encodeText(text, options.encoding),
  });
  const files = [file(`${experiment}-ExperimentSummary.csv`, summaryText(options, captures, "Experiment"))];
  captures.forEach((capture, at) => {
    const { singles, particleData, allTracks } = options.files;
    if (singles)
      files.push(file(`${capture.name}_Summary.csv`, summaryText(options, [capture], "Single Analysis")));
    const tracks = random.split("tracks", at);
    if (particleData)
      files.push(file(`${capture.name}_ParticleData.csv`, particleDataText(options, capture, tracks)));
    if (allTracks) files.push(file(`${capture.name}_AllTracks.csv`, allTracksText(options, capture, tracks)));
  });
  return files;
}

/** 3.2 numbers the videos of a run, 3.4 names them by the time of day that each was started. */
function videoName({ version, sampleName, started }: NanosightOptions, at: number): string {
  if (version === "3.2") return `${sampleName}_${String(at).padStart(2, "0")}`;
  const [date, time] = started.split(" ");
  const [hours, minutes, seconds] = time!.split("-").map(Number);
  const total = hours! * 3600 + minutes! * 60 + seconds! + 25 + 69 * at;
  const parts = [Math.floor(total / 3600) % 24, Math.floor(total / 60) % 60, total % 60];
  return `${sampleName} ${date} ${parts.map((part) => String(part).padStart(2, "0")).join("-")}`;
}
