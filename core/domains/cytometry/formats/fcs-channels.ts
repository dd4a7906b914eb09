import type { FcsChannel } from "../measurement.ts";
import { asDecimal, type Keywords, word } from "./fcs-keywords.ts";
import type { FcsNotes } from "./fcs-notes.ts";

/** The light-scatter names of FCS 3.0 (FS, SS, AE), of the vendors (VSSC, SALS ...), and anything called scatter. */
const scatter = /(?:^|[^a-z])(?:[a-z]{0,3}[fsb]sc[ahw]?|fs|ss|ae|[smlf]als)(?![a-z])|scatter/i;
/** What is neither light: counters, widths of the trigger, the instrument's own state. */
const other =
  /^(?:HDR-|event|pulse ?width|width$|doublet|time |computed|sort|index|count|classif|drop|tlsw|tmsw|cs$|cv$)/i;

/** What a channel measures, by `$PnTYPE` of FCS 3.2 or by its names. */
export function channelRole(name: string, label: string, type = ""): FcsChannel["role"] {
  if (/^time$/i.test(type) || /^(?:time|hdr-t)$/i.test(name)) return "time";
  if (/scatter/i.test(type)) return "scatter";
  if (/fluorescence/i.test(type)) return "fluorescence";
  if (other.test(name)) return "other";
  return scatter.test(name) || /scatter/i.test(label) ? "scatter" : "fluorescence";
}

const pulses = { a: "area", h: "height", p: "height", w: "width" } as const;

/** Area, height or width by the ending of a channel's name: `FL1-A`, `FL1 LogH`, `405Org(Peak)`. */
export function channelPulse(name: string): FcsChannel["pulse"] {
  const found = /(?:[-_. ](?:log|lin)?|log|lin|[fs]sc)([ahw])$|(area|height|peak|width)\)?$/i.exec(
    name.trim(),
  );
  const letter = (found?.[1] ?? found?.[2]?.[0])?.toLowerCase();
  return letter === undefined ? null : pulses[letter as keyof typeof pulses];
}

/** The channels of a data set with `count` parameters. Gives `fcs-name-missing` and `fcs-name-twice`. */
export function readChannels(keywords: Keywords, count: number, notes: FcsNotes): readonly FcsChannel[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1;
    const of = (letter: string) => word(keywords, `$P${number}${letter}`);
    const name = uniqueName(of("N"), number, taken, notes);
    const label = of("S");
    return {
      number,
      name,
      label,
      range: asDecimal(of("R")) ?? 0,
      role: channelRole(name, label, of("TYPE")),
      pulse: channelPulse(name),
      voltage: of("V"),
      gain: of("G"),
      amplification: of("E"),
      excitation: of("L"),
      filter: of("F"),
      detector: of("T"),
      power: of("O"),
    };
  });
}

function uniqueName(words: string, number: number, taken: Set<string>, notes: FcsNotes): string {
  const key = `$P${number}N`;
  let name = words === "" ? `P${number}` : words;
  for (let copy = 2; taken.has(name); copy++) name = `${words || `P${number}`} (${copy})`;
  taken.add(name);
  if (words === "") notes.warn("fcs-name-missing", { key, name }, { key });
  else if (name !== words) notes.warn("fcs-name-twice", { key, words, name }, { key });
  return name;
}
