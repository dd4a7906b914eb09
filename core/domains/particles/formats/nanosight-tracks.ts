import { decodeText } from "../../../containers/delimited/decode.ts";
import {
  accepted,
  type Format,
  type Issue,
  inFile,
  type ReadContext,
  type Result,
  refused,
} from "../../../kernel/index.ts";
import type { TracksMeasurement } from "../measurement.ts";
import { nanosightIssues } from "./nanosight-issues.ts";
import { nanosightPack, nanosightStem } from "./nanosight-pack.ts";
import {
  mostTrackRows,
  particleColumns,
  readTrackRows,
  type TrackRows,
  trackColumns,
} from "./nanosight-track-rows.ts";

type Source = TracksMeasurement["source"];

const identifying: Readonly<Record<Source, readonly string[]>> = {
  ParticleData: ["Particle ID", "Size/nm", "Tracklength"],
  AllTracks: ["Particle ID", "Size/nm", "Frame", "X/pixels"],
};

/** The format of one kind of file of single tracks. */
export function tracksFormat(
  source: Source,
  { id, title }: Pick<Format<TracksMeasurement>, "id" | "title">,
): Format<TracksMeasurement> {
  return {
    id,
    version: "1",
    title,
    extensions: ["csv"],
    checked: "written description",
    checkedNote: {
      en: "Made from a description of the columns; no real file was at hand. A file cut at the end of a line looks whole: compare with the summary's tracks.",
      ja: "列の記述資料のみに基づきます（実ファイル未検証）。行末で切れたファイルは完全に見えるため、サマリーのトラック数と照合してください。",
    },
    sniff: (head) => sniffTracks(head, source),
    async read(blob, context) {
      return readTracks(new Uint8Array(await blob.arrayBuffer()), source, context);
    },
  };
}

/** 1 where the first line names the columns that only this kind of file has. */
export function sniffTracks(head: Uint8Array, source: Source): number {
  const { text } = decodeText(head.subarray(0, head.length - (head.length % 2)));
  const first = text.slice(0, 1000).split("\n", 1)[0]!;
  return identifying[source].every((column) => first.includes(column)) ? 1 : 0;
}

/** Reads `ParticleData` (a row for each particle) or `AllTracks` (a row for each frame of each particle). */
export function readTracks(
  bytes: Uint8Array,
  source: Source,
  context: ReadContext,
): Result<TracksMeasurement> {
  const issues: Issue[] = [];
  const file = context.name;
  const { text } = decodeText(bytes);
  const rows = readTrackRows(text, source === "ParticleData" ? particleColumns : trackColumns);
  if (rows === null) {
    return refused(nanosightIssues.raise("nanosight-tracks-too-long", { rows: mostTrackRows }, { file }));
  }
  if (Array.isArray(rows)) {
    const missing = rows.join(", ");
    return refused(
      nanosightIssues.raise("nanosight-tracks-header", { missing }, { file, place: { line: 1 } }),
    );
  }
  const warn = (code: keyof typeof nanosightIssues.definitions, parameters = {}, line?: number) =>
    issues.push(nanosightIssues.raise(code, parameters, line === undefined ? {} : { place: { line } }));
  const { unusable, uneven, cut } = rows;
  if (unusable.rows > 0) warn("nanosight-tracks-rows", { rows: unusable.rows }, unusable.line);
  if (uneven.rows > 0) warn("nanosight-table-columns", { rows: uneven.rows, table: source }, uneven.line);
  if (cut) warn("nanosight-file-cut");
  const particles = source === "ParticleData" ? byRow(rows) : byParticle(rows);
  if (particles.id.length === 0) warn("nanosight-tracks-empty");
  if (particles.repeated > 0) warn("nanosight-tracks-repeated", { particles: particles.repeated });
  const column = (name: string, unit: string, values: readonly number[]) => ({
    name,
    unit,
    values: Float64Array.from(values),
  });
  const value: TracksMeasurement = {
    kind: "tracks",
    format:
      source === "ParticleData" ? "particles.nanosight-particle-data" : "particles.nanosight-all-tracks",
    instrument: { vendor: "Malvern Panalytical", model: "NanoSight", software: "" },
    settings: [],
    instrumentWarnings: [],
    pack: nanosightPack(file, "", file),
    capture: nanosightStem(file),
    source,
    particles: {
      total: particles.id.length,
      included: particles.included.reduce((sum, flag) => sum + (flag === 1 ? 1 : 0), 0),
    },
    table: {
      name: source,
      columns: [
        column("id", "1", particles.id),
        column("size", "nm", particles.size),
        column("trackLength", "{frames}", particles.trackLength),
        column("included", "1", particles.included),
      ],
    },
  };
  return accepted(
    value,
    issues.map((issue) => inFile(issue, file)),
  );
}

interface Particles {
  readonly id: number[];
  readonly size: number[];
  readonly trackLength: number[];
  readonly included: number[];
  repeated: number;
}

function byRow({ columns }: TrackRows): Particles {
  const [id, size, trackLength, included] = columns.map((values) => Array.from(values));
  const distinct = new Set(id).size;
  return {
    id: id!,
    size: size!,
    trackLength: trackLength!,
    included: included!,
    repeated: id!.length - distinct,
  };
}

/** One particle for each ID, in the order of first sight; its track is as long as it has frames. */
function byParticle({ columns }: TrackRows): Particles {
  const particles: Particles = { id: [], size: [], trackLength: [], included: [], repeated: 0 };
  const places = new Map<number, number>();
  const lastFrames: number[] = [];
  const changed = new Set<number>();
  const [id, size, frame, included] = columns;
  for (let row = 0; row < id!.length; row++) {
    const own = id![row]!;
    if (Number.isNaN(own)) continue;
    const place = places.get(own);
    if (place === undefined) {
      places.set(own, particles.id.length);
      particles.id.push(own);
      particles.size.push(size![row]!);
      particles.trackLength.push(1);
      particles.included.push(included![row]!);
      lastFrames.push(frame![row]!);
      continue;
    }
    particles.trackLength[place]!++;
    const same = particles.size[place] === size![row] && particles.included[place] === included![row];
    if (!same || !(frame![row]! > lastFrames[place]!)) changed.add(own);
    lastFrames[place] = frame![row]!;
  }
  particles.repeated = changed.size;
  return particles;
}
