import { tracksFormat } from "./nanosight-tracks.ts";

/** NanoSight `<video>_AllTracks.csv` of NTA 3.x: single tracks of one video. */
export const nanosightAllTracks = tracksFormat("AllTracks", {
  id: "particles.nanosight-all-tracks",
  title: { en: "NanoSight NTA 3.x AllTracks", ja: "NanoSight NTA 3.x AllTracks（全トラック）" },
});
