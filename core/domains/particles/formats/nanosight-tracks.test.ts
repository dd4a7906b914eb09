import { describe, expect, test } from "vitest";
import { type Accepted, isAccepted, isRefused } from "../../../kernel/index.ts";
import type { DistributionMeasurement, TracksMeasurement } from "../measurement.ts";
import { nanosightPack } from "../twins/nanosight.ts";
import { nanosightAllTracks } from "./nanosight-all-tracks.ts";
import { nanosightParticleData } from "./nanosight-particle-data.ts";
import { readSummary } from "./nanosight-summary.ts";
import { readTracks } from "./nanosight-tracks.ts";

const heading =
  "Particle ID,Size/nm,Diffusion coefficient/nm^2 s^-1,Ln(Adjusted intensity)/AU,Start frame,Tracklength,Included in distribution?";
const frames =
  "Particle ID,Size/nm,Diffusion coefficient/nm^2 s^-1,Frame,X/pixels,Y/pixels,Ln(Adjusted intensity)/AU,Included in distribution?";
const name = "run/EV 2024-05-14 10-00-25_ParticleData.csv";

function read(source: TracksMeasurement["source"], ...rows: readonly string[]): Accepted<TracksMeasurement> {
  const lines = [source === "ParticleData" ? heading : frames, ...rows, ""];
  const result = readTracks(new TextEncoder().encode(lines.join("\r\n")), source, { name });
  if (!isAccepted(result)) throw new Error(result.issues[0]!.message.en);
  return result;
}
const columns = ({ value }: Accepted<TracksMeasurement>) =>
  value.table.columns.map((column) => Array.from(column.values as Float64Array));
const codes = ({ warnings }: Accepted<unknown>) => warnings.map(({ code }) => code);

describe("ParticleData", () => {
  test("a row for each particle, included or not", () => {
    const found = read("ParticleData", "1,98.5,4900000,6.1,0,15,True", "7,201.25,2400000,7.3,12,6,False");
    expect(columns(found)).toEqual([
      [1, 7],
      [98.5, 201.25],
      [15, 6],
      [1, 0],
    ]);
    expect(found.value).toMatchObject({
      particles: { total: 2, included: 1 },
      pack: "EV 2024-05-14",
      capture: "EV 2024-05-14 10-00-25",
    });
    expect(found.warnings).toEqual([]);
  });
  test("what cannot be used is absent and told of", () => {
    const found = read("ParticleData", "1,-5,1,1,0,15,True", "2,80,1,1,0,9,perhaps", "2,90,1,1,0");
    expect(columns(found)[1]).toEqual([Number.NaN, 80, 90]);
    expect(found.value.particles).toEqual({ total: 3, included: 1 });
    expect(codes(found)).toEqual([
      "nanosight-tracks-rows",
      "nanosight-table-columns",
      "nanosight-tracks-repeated",
    ]);
    expect(found.warnings[0]!.place?.line).toBe(2);
  });
  test("no rows, a missing column, a last row without its end", () => {
    expect(codes(read("ParticleData"))).toEqual(["nanosight-tracks-empty"]);
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(isRefused(readTracks(bytes("Particle ID,Size/nm\r\n1,2\r\n"), "ParticleData", { name }))).toBe(
      true,
    );
    const cut = readTracks(bytes(`${heading}\r\n1,98.5,4900000,6.1,0,15,Tru`), "ParticleData", { name });
    expect(isAccepted(cut) && codes(cut)).toEqual(["nanosight-tracks-rows", "nanosight-file-cut"]);
  });
});

describe("AllTracks", () => {
  test("a track is as long as it has frames", () => {
    const found = read("AllTracks", "1,98.5,1,0,5,5,6,True", "1,98.5,1,1,6,5,6,True", "4,70,1,3,9,9,6,False");
    expect(columns(found)).toEqual([
      [1, 4],
      [98.5, 70],
      [2, 1],
      [1, 0],
    ]);
    expect(codes(found)).toEqual([]);
  });
  test("a particle whose size, flag or order of frames changes is told of", () => {
    const found = read(
      "AllTracks",
      "1,98.5,1,0,5,5,6,True",
      "1,99,1,1,6,5,6,True",
      "2,70,1,3,9,9,6,False",
      "2,70,1,3,9,9,6,False",
    );
    expect(codes(found)).toEqual(["nanosight-tracks-repeated"]);
    expect(found.warnings[0]!.parameters.particles).toBe(2);
  });
});

test("the three files of one video agree, and share a pack", async () => {
  const files = { singles: false, particleData: true, allTracks: true };
  const truth = { distribution: { median: 110, sigma: 0.3 }, concentration: 3e11, dilution: 1000 };
  for (const delimiter of [",", ";"] as const) {
    const pack = nanosightPack({
      truth,
      captures: 2,
      tracksPerCapture: 150,
      trackLength: 12,
      delimiter,
      files,
    });
    const summary = readSummary(pack[0]!.bytes, { name: pack[0]!.name }) as Accepted<DistributionMeasurement>;
    for (const { name, bytes } of pack.slice(1)) {
      const format = [nanosightParticleData, nanosightAllTracks].find((one) => one.sniff(bytes, name) === 1)!;
      const result = (await format.read(new Blob([bytes as Uint8Array<ArrayBuffer>]), {
        name,
      })) as Accepted<TracksMeasurement>;
      expect(result.warnings).toEqual([]);
      expect(result.value.pack).toBe(summary.value.pack);
      const capture = summary.value.captures.find((one) => one.name === result.value.capture)!;
      expect(result.value.particles.included).toBe(capture.stated.validTracks!.value);
    }
  }
});
