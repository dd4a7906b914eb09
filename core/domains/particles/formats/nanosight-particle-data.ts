import { tracksFormat } from "./nanosight-tracks.ts";

/** NanoSight `<video>_ParticleData.csv` of NTA 3.x: single particles of one video. */
export const nanosightParticleData = tracksFormat("ParticleData", {
  id: "particles.nanosight-particle-data",
  title: { en: "NanoSight NTA 3.x ParticleData", ja: "NanoSight NTA 3.x ParticleData（粒子データ）" },
});
