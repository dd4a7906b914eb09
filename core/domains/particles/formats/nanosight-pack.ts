/** File systems hold 255 bytes; a longer name is a cell that is no name. */
const longestName = 400;
const endings = /(?:[-_ ]?ExperimentSummary|_Summary|_ParticleData|_AllTracks)?\.(?:csv|nano|txt)$/i;

/** A file's name without folders and without what the NTA software adds: `a/run 1_ParticleData.csv` is `run 1`. */
export function nanosightStem(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).slice(-longestName);
  return base.replace(endings, "").trim();
}

/**
 * The name that Summary, ParticleData and AllTracks of one run share. The first of video, experiment and file name
 * that is not empty counts, since a video's name is the only one that all three kinds of file know. From it are taken,
 * in this order: folders and endings; the time of day (` 16-10-07`) or the video's number (`_00`, ` 01`); separators
 * left over at the end. So runs of one sample on one day share a pack, and the capture's name tells them apart.
 */
export function nanosightPack(name: string, experimentName: string, videoName: string): string {
  const full = [videoName, experimentName, name].map(nanosightStem).find((stem) => stem !== "") ?? "";
  const untimed = full.replace(/ \d\d-\d\d-\d\d$/, "");
  const short = /\d{4}-\d\d-\d\d$/.test(untimed) ? untimed : untimed.replace(/[_ ]\d\d$/, "");
  return short.replace(/[_ -]+$/, "") || full;
}
