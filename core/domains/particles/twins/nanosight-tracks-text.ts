import type { Random } from "../../../kernel/random.ts";
import type { NanosightOptions } from "./nanosight-options.ts";
import { localise } from "./nanosight-rows.ts";
import type { SimulatedCapture, SimulatedTrack } from "./nanosight-simulate.ts";

const boltzmann = 1.380649e-23;

/** Stokes-Einstein: D = k T / (3 pi eta d), in nm^2/s. */
function diffusion(options: NanosightOptions, diameter: number): number {
  const kelvin = options.temperature + 273.15;
  return (boltzmann * kelvin * 1e30) / (3 * Math.PI * options.viscosity * diameter);
}

const text = (options: NanosightOptions, rows: readonly (readonly string[])[]) =>
  rows
    .map(
      (row) => row.map((cell) => localise(cell, options.delimiter)).join(options.delimiter) + options.lineEnd,
    )
    .join("");
const flag = (track: SimulatedTrack) => (track.included ? "True" : "False");

/** `*_ParticleData.csv`: one row for each particle. */
export function particleDataText(
  options: NanosightOptions,
  capture: SimulatedCapture,
  stream: Random,
): string {
  const random = stream.split("particles");
  const rows = capture.tracks.map((track, id) => [
    String(id),
    track.diameter.toFixed(4),
    diffusion(options, track.diameter).toFixed(1),
    (6 + 0.8 * random.normal()).toFixed(4),
    String(Math.floor(random.uniform() * 1400)),
    String(track.length),
    flag(track),
  ]);
  return text(options, [
    [
      "Particle ID",
      "Size/nm",
      "Diffusion coefficient/nm^2 s^-1",
      "Ln(Adjusted intensity)/AU",
      "Start frame",
      "Tracklength",
      "Included in distribution?",
    ],
    ...rows,
  ]);
}

/** `*_AllTracks.csv`: one row for each frame of each particle. */
export function allTracksText(options: NanosightOptions, capture: SimulatedCapture, stream: Random): string {
  const random = stream.split("particles");
  const walk = stream.split("walk");
  const rows = capture.tracks.flatMap((track, id) => {
    const intensity = (6 + 0.8 * random.normal()).toFixed(4);
    const start = Math.floor(random.uniform() * 1400);
    let x = walk.uniform() * 1280;
    let y = walk.uniform() * 720;
    return Array.from({ length: track.length }, (_, frame) => {
      x += options.drift.x + 2 * walk.normal();
      y += options.drift.y + 2 * walk.normal();
      const size = [track.diameter.toFixed(4), diffusion(options, track.diameter).toFixed(1)];
      return [String(id), ...size, String(start + frame), x.toFixed(3), y.toFixed(3), intensity, flag(track)];
    });
  });
  return text(options, [
    [
      "Particle ID",
      "Size/nm",
      "Diffusion coefficient/nm^2 s^-1",
      "Frame",
      "X/pixels",
      "Y/pixels",
      "Ln(Adjusted intensity)/AU",
      "Included in distribution?",
    ],
    ...rows,
  ]);
}
