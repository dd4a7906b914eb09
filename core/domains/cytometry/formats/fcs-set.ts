import { bytesOf } from "../../../containers/blob-bytes.ts";
import type { EventData, FcsDataSet } from "../measurement.ts";
import { readSeconds, readVolume } from "./fcs-acquisition.ts";
import { readChannels } from "./fcs-channels.ts";
import { readByteOrder, readFields } from "./fcs-fields.ts";
import { type FcsHeader, headerBytes, readHeader } from "./fcs-header.ts";
import { type Keywords, readKeywords, whole, word } from "./fcs-keywords.ts";
import { locateData } from "./fcs-layout.ts";
import type { FcsNotes } from "./fcs-notes.ts";
import { readSpillover } from "./fcs-spillover.ts";

export const mostChannels = 4096;
/** What is read at once of each data set: HEADER and most often all of TEXT. */
const headBytes = 8192;

/** HEADER and TEXT of one data set: enough to find the next. */
export interface FcsHead {
  readonly base: number;
  readonly header: FcsHeader;
  readonly keywords: Keywords;
}

/** HEADER and TEXT of the data set that begins at byte `base`; at most `budget` bytes of TEXT are read. */
export async function readHead(
  blob: Blob,
  base: number,
  budget: number,
  notes: FcsNotes,
): Promise<FcsHead | null> {
  const head = await bytesOf(blob, base, headBytes);
  const header = readHeader(head.subarray(0, headerBytes), base, notes);
  if (header === null) return null;
  const keywords = await readKeywords(blob, base, head, header, budget, notes);
  return keywords && { base, header, keywords };
}

/** What one data set says. Null with an error in `notes` where its events cannot be read. */
export async function readDataSet(blob: Blob, head: FcsHead, notes: FcsNotes): Promise<FcsDataSet | null> {
  const { base, header, keywords } = head;
  const count = channelCount(keywords, notes);
  if (count === null) return null;
  const mode = word(keywords, "$MODE");
  // FCS 3.2 has no $MODE: events are all it knows
  if (mode !== "" && mode.toUpperCase() !== "L")
    return notes.refuse("fcs-mode-not-read", { words: mode }, { key: "$MODE" });
  const littleEndian = readByteOrder(keywords, notes);
  if (littleEndian === null) return null;
  const channels = readChannels(keywords, count, notes);
  const fields = readFields(keywords, channels, notes);
  if (fields === null) return null;
  const bytesPerEvent = fields.reduce((sum, { bytes }) => sum + bytes, 0);
  const place = await locateData({ blob, base, header, keywords, bytesPerEvent }, notes);
  if (place === null) return null;
  const data: EventData = { blob, ...place, bytesPerEvent, littleEndian, fields };
  return {
    name: "",
    version: header.version,
    keywords,
    channels,
    data,
    spillover: readSpillover(keywords, channels, notes),
    volume: readVolume(keywords, notes),
    seconds: await readSeconds(keywords, channels, data, notes),
  };
}

function channelCount(keywords: Keywords, notes: FcsNotes): number | null {
  const key = "$PAR";
  const words = word(keywords, key);
  if (words === "") return notes.refuse("fcs-keyword-missing", { key }, { key });
  const count = whole(keywords, key);
  if (count === null) return notes.refuse("fcs-keyword-unreadable", { key, words }, { key });
  if (count >= 1 && count <= mostChannels) return count;
  return notes.refuse("fcs-too-many-channels", { count, limit: mostChannels }, { key });
}
