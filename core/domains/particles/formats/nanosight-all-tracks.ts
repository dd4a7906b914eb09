import type { Format } from "../../../kernel/index.ts";
import type { TracksMeasurement } from "../measurement.ts";
import { readTracks, sniffTracks } from "./nanosight-tracks.ts";

/** NanoSight `<video>_AllTracks.csv` of NTA 3.x: single tracks of one video. */
export const nanosightAllTracks: Format<TracksMeasurement> = {
  id: "particles.nanosight-all-tracks",
  version: "1",
  title: { en: "NanoSight NTA 3.x AllTracks", ja: "NanoSight NTA 3.x AllTracks（全トラック）" },
  extensions: ["csv"],
  checked: "written description",
  checkedNote: {
    en: "Made from a description of the columns; no real file was at hand. A file cut at the end of a line looks whole: compare with the summary's tracks.",
    ja: "列の記述資料のみに基づきます（実ファイル未検証）。行末で切れたファイルは完全に見えるため、サマリーのトラック数と照合してください。",
  },
  sniff(head) {
    return sniffTracks(head, "AllTracks");
  },
  async read(blob, context) {
    return readTracks(new Uint8Array(await blob.arrayBuffer()), "AllTracks", context);
  },
};
