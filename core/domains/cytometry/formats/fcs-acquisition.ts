import type { EventData, FcsChannel, FcsDataSet } from "../measurement.ts";
import { readColumns } from "./fcs-events.ts";
import { isTime } from "./fcs-fields.ts";
import { asDecimal, type Keywords, word } from "./fcs-keywords.ts";
import type { FcsNotes } from "./fcs-notes.ts";

/** `$VOL`, which FCS 3.1 gives in nL. Gives `fcs-volume-unusable`. */
export function readVolume(keywords: Keywords, notes: FcsNotes): FcsDataSet["volume"] {
  const words = word(keywords, "$VOL");
  if (words === "") return null;
  const nanolitres = asDecimal(words);
  if (nanolitres !== null && nanolitres > 0) return { microlitres: nanolitres / 1000, words };
  if (nanolitres !== 0) notes.warn("fcs-volume-unusable", { words }, { key: "$VOL" });
  return null;
}

/**
 * Duration in s: the time channel's last less its first event (FCS 3.0: that one is 0; Accuri's is not), checked against
 * `$BTIM` and `$ETIM`; those alone where the channel has no step. Null where neither says it or both disagree by more
 * than 2 s and 5 %, with `fcs-time-disagrees`.
 */
export async function readSeconds(
  keywords: Keywords,
  channels: readonly FcsChannel[],
  data: EventData,
  notes: FcsNotes,
): Promise<number | null> {
  const clock = clockSeconds(keywords);
  const at = channels.findIndex(isTime);
  const step = asDecimal(word(keywords, "$TIMESTEP"));
  if (at < 0 || step === null || step <= 0 || data.events === 0) return clock;
  const timeOf = async (from: number) =>
    (await readColumns(data, { channels: [at], from, count: 1 }))[0]![0]!;
  const channel = (await timeOf(data.events - 1)) - (await timeOf(0));
  if (!Number.isFinite(channel) || channel <= 0) return clock;
  if (clock === null || Math.abs(channel - clock) <= Math.max(2, 0.05 * clock)) return channel;
  const shown = { channel: Number(channel.toPrecision(6)), clock: Number(clock.toPrecision(6)) };
  notes.warn("fcs-time-disagrees", shown, { key: "$TIMESTEP" });
  return null;
}

function clockSeconds(keywords: Keywords): number | null {
  const begin = timeOfDay(word(keywords, "$BTIM"));
  const end = timeOfDay(word(keywords, "$ETIM"));
  if (begin === null || end === null || begin === end) return null;
  return end > begin ? end - begin : end - begin + 86400;
}

/** hh:mm:ss, with a fraction in 1/60 s (FCS 3.0 `:tt`), in hundredths (FCS 3.1 `.cc`) or in ms (CyFlow `:ttt`). */
function timeOfDay(words: string): number | null {
  const parts = /(?:^|[ T])(\d{1,2}):(\d{2}):(\d{2})(?:([:.])(\d{1,6}))?$/.exec(words);
  if (parts === null) return null;
  const [, hours, minutes, seconds, mark, fraction = ""] = parts;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (fraction === "") return whole;
  return whole + (mark === ":" && fraction.length <= 2 ? Number(fraction) / 60 : Number(`0.${fraction}`));
}
