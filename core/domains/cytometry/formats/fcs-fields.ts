import { portable } from "../../../kernel/index.ts";
import type { EventField, FcsChannel } from "../measurement.ts";
import { asDecimal, decimal, type Keywords, word } from "./fcs-keywords.ts";
import type { FcsNotes } from "./fcs-notes.ts";

const widths = [8, 16, 24, 32];
const types = { I: "uint", F: "float", D: "float" } as const;

/** `$BYTEORD`: whether the lowest byte comes first. Gives `fcs-byte-order-not-read`. */
export function readByteOrder(keywords: Keywords, notes: FcsNotes): boolean | null {
  const words = word(keywords, "$BYTEORD");
  const order = words.replaceAll(/\s/g, "");
  if (["1,2,3,4", "1,2", "1,2,3,4,5,6,7,8"].includes(order)) return true;
  if (["4,3,2,1", "2,1", "8,7,6,5,4,3,2,1"].includes(order)) return false;
  const place = { key: "$BYTEORD" };
  if (words === "") return notes.refuse("fcs-keyword-missing", place, place);
  return notes.refuse("fcs-byte-order-not-read", { words }, place);
}

/**
 * How the value of each channel stands in an event and what makes it linear, by `$DATATYPE`, `$PnDATATYPE` (FCS 3.2),
 * `$PnB`, `$PnR`, `$PnE`, `$PnG` and `$TIMESTEP`. Null with `fcs-keyword-missing`, `fcs-type-not-read`,
 * `fcs-width-not-read`, `fcs-range-unusable` or `fcs-amplification-unusable`.
 */
export function readFields(
  keywords: Keywords,
  channels: readonly FcsChannel[],
  notes: FcsNotes,
): readonly EventField[] | null {
  const fields: EventField[] = [];
  const step = timeStep(keywords, channels, notes);
  let offset = 0;
  for (const channel of channels) {
    const storage = readStorage(keywords, channel.number, notes);
    if (storage === null) return null;
    const { kind, bytes } = storage;
    const mask = kind === "uint" ? readMask(keywords, channel.number, bytes * 8, notes) : null;
    const logarithmic = readAmplifier(keywords, channel, kind, notes);
    if (logarithmic === undefined) return null;
    const factor = isTime(channel) ? step : 1 / readGain(keywords, channel, logarithmic !== null, notes);
    fields.push({ offset, bytes, kind, mask, logarithmic, factor });
    offset += bytes;
  }
  return fields;
}

/** The channel that `$TIMESTEP` is of: the one called time, or typed so by FCS 3.2. */
export function isTime(channel: FcsChannel): boolean {
  return channel.role === "time" && !/^hdr-t$/i.test(channel.name);
}

/** Type and width of one channel's values. */
function readStorage(
  keywords: Keywords,
  n: number,
  notes: FcsNotes,
): Pick<EventField, "kind" | "bytes"> | null {
  const key = word(keywords, `$P${n}DATATYPE`) === "" ? "$DATATYPE" : `$P${n}DATATYPE`;
  const words = word(keywords, key);
  const type = words.toUpperCase();
  if (words === "") return notes.refuse("fcs-keyword-missing", { key }, { key });
  if (!Object.hasOwn(types, type)) return notes.refuse("fcs-type-not-read", { key, words }, { key });
  const kind = types[type as keyof typeof types];
  const widthKey = `$P${n}B`;
  const width = decimal(keywords, widthKey);
  if (kind === "uint") {
    if (width !== null && widths.includes(width)) return { kind, bytes: width / 8 };
    const place = { key: widthKey };
    if (word(keywords, widthKey) === "") return notes.refuse("fcs-keyword-missing", place, place);
    return notes.refuse("fcs-width-not-read", { key: widthKey, words: word(keywords, widthKey) }, place);
  }
  const bits = type === "F" ? 32 : 64;
  if (width !== bits)
    notes.warn(
      "fcs-width-disagrees",
      { key: widthKey, words: word(keywords, widthKey), bits },
      { key: widthKey },
    );
  return { kind, bytes: bits / 8 };
}

/** (Next power of two not below `$PnR`) - 1; null where that keeps all bits. */
function readMask(keywords: Keywords, n: number, bits: number, notes: FcsNotes): number | null {
  const key = `$P${n}R`;
  const range = decimal(keywords, key);
  if (range === null || range < 1) {
    notes.warn("fcs-range-ignored", { key, words: word(keywords, key) }, { key });
    return null;
  }
  let kept = 0;
  while (kept < bits && portable.pow(2, kept) < range) kept++;
  return kept >= bits ? null : portable.pow(2, kept) - 1;
}

/** `$PnE`: null for linear, undefined where it cannot be understood. First value 0 is read as 1 (FCS 3.1). */
function readAmplifier(
  keywords: Keywords,
  channel: FcsChannel,
  kind: EventField["kind"],
  notes: FcsNotes,
): EventField["logarithmic"] | undefined {
  const key = `$P${channel.number}E`;
  const words = channel.amplification;
  if (words === "") {
    notes.warn("fcs-amplification-missing", { key }, { key });
    return null;
  }
  const parts = words.split(",").map((part) => asDecimal(part.trim()));
  const [decades, first] = parts;
  const unusable = () => notes.warn("fcs-amplification-unusable", { key, words }, { key });
  if (parts.length !== 2 || decades == null || first == null || decades < 0 || first < 0) {
    unusable();
    return undefined;
  }
  if (decades === 0) return null;
  if (kind === "float") {
    notes.warn("fcs-log-on-float", { key, words }, { key });
    return null;
  }
  // 10^300 and more would leave the range of numbers
  if (decades > 300) {
    unusable();
    return undefined;
  }
  if (!(channel.range > 0)) {
    const rangeKey = `$P${channel.number}R`;
    notes.warn("fcs-range-unusable", { key: rangeKey, words: word(keywords, rangeKey) }, { key: rangeKey });
    return undefined;
  }
  return { decades, first: first === 0 ? 1 : first, range: channel.range };
}

/** `$PnG`; 1 where it is absent, 0, no number, or of a logarithmic amplifier, which has no gain. */
function readGain(keywords: Keywords, channel: FcsChannel, isLog: boolean, notes: FcsNotes): number {
  const key = `$P${channel.number}G`;
  const words = channel.gain;
  const gain = words === "" ? 1 : decimal(keywords, key);
  if (gain === 0 || gain === 1) return 1;
  if (gain !== null && gain > 0 && Number.isFinite(1 / gain) && !isLog) return gain;
  notes.warn(isLog ? "fcs-gain-with-log" : "fcs-gain-unusable", { key, words }, { key });
  return 1;
}

function timeStep(keywords: Keywords, channels: readonly FcsChannel[], notes: FcsNotes): number {
  const words = word(keywords, "$TIMESTEP");
  if (words === "" || !channels.some(isTime)) return 1;
  const step = asDecimal(words);
  if (step !== null && step > 0) return step;
  notes.warn("fcs-time-step-unusable", { words }, { key: "$TIMESTEP" });
  return 1;
}
