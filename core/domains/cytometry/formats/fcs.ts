import { bytesOf } from "../../../containers/blob-bytes.ts";
import {
  accepted,
  type Format,
  inFile,
  type ReadContext,
  type Result,
  refused,
  type Setting,
} from "../../../kernel/index.ts";
import type { CytometryMeasurement, FcsDataSet } from "../measurement.ts";
import { isFcs } from "./fcs-header.ts";
import { readInstrument, readInstrumentWarnings, readSampleName } from "./fcs-instrument.ts";
import { mostTextBytes, whole, word } from "./fcs-keywords.ts";
import { FcsNotes } from "./fcs-notes.ts";
import { type FcsHead, readDataSet, readHead } from "./fcs-set.ts";

const id = "fcs";
const mostSets = 1000;

/** Flow cytometry standard 2.0, 3.0, 3.1 and 3.2, and Coulter's list mode files: events stay in the file. */
export const fcs: Format<CytometryMeasurement> = {
  id,
  version: "1",
  title: { en: "Flow cytometry standard (FCS)", ja: "フローサイトメトリー標準ファイル（FCS）" },
  extensions: ["fcs", "lmd"],
  checked: "real files",
  checkedNote: {
    en: "Real files of FCS 2.0, 3.0 and 3.1 from 15 instruments; FCS 3.2 and doubles from a written description only.",
    ja: "15機種のFCS 2.0、3.0、3.1の実ファイルで検証済み。FCS 3.2と倍精度は記述資料のみに基づきます。",
  },
  streams: true,
  sniff(head, name) {
    if (isFcs(head)) return 1;
    return /\.(?:fcs|lmd)$/i.test(name) ? 0.1 : 0;
  },
  read: readFcs,
};

/**
 * Reads HEADER and TEXT of every data set of an FCS file; its events stay in `blob`. What each issue means stands in the
 * `fcs-issues-*` files. A file is refused where its first data set cannot be read; a later one that cannot is left out,
 * with its issues.
 */
export async function readFcs(blob: Blob, context: ReadContext): Promise<Result<CytometryMeasurement>> {
  const notes = new FcsNotes();
  const heads = await readChain(blob, notes);
  const sets: { readonly head: FcsHead; readonly set: FcsDataSet }[] = [];
  for (const [at, head] of (heads ?? []).entries()) {
    const set = await readDataSet(blob, head, notes);
    if (set !== null) sets.push({ head, set });
    else if (at === 0) break;
  }
  const named = sets.map(({ head, set }) => ({
    ...set,
    name: heads!.length === 1 ? "" : `data set ${heads!.indexOf(head) + 1}`,
  }));
  const [first] = named;
  if (first !== undefined) noteSameEvents(named, notes);
  const issues = notes.all().map((issue) => inFile(issue, context.name));
  return first === undefined ? refused(...issues) : accepted(measurement(first, named), issues);
}

/** HEADER and TEXT of all data sets, by `$NEXTDATA`, which always has to point forward; null where the chain is refused. */
async function readChain(blob: Blob, notes: FcsNotes): Promise<readonly FcsHead[] | null> {
  const heads: FcsHead[] = [];
  let base = 0;
  let budget = mostTextBytes;
  for (;;) {
    const head = await readHead(blob, base, budget, notes);
    if (head === null) return heads.length === 0 ? null : heads;
    heads.push(head);
    budget -= head.header.text.end - head.header.text.begin + 1;
    const words = word(head.keywords, "$NEXTDATA");
    if (/^0*$/.test(words)) return heads;
    const next = whole(head.keywords, "$NEXTDATA");
    const place = { key: "$NEXTDATA", byte: base };
    if (next === null) return notes.refuse("fcs-next-backwards", { words }, place);
    base += next;
    if (!isFcs(await bytesOf(blob, base, 10))) {
      notes.warn("fcs-next-missing", { byte: base }, place);
      return heads;
    }
    if (heads.length >= mostSets || budget <= 0)
      return notes.refuse("fcs-too-many-sets", { sets: mostSets, bytes: mostTextBytes }, place);
  }
}

/** Coulter's `.lmd`: FCS 2.0 with compensated 10-bit values, then FCS 3.0 with the same events as measured. */
function noteSameEvents(sets: readonly FcsDataSet[], notes: FcsNotes): void {
  const [first, second] = sets;
  if (first === undefined || second === undefined) return;
  if (first.version !== "FCS2.0" || second.version === "FCS2.0") return;
  if (first.data.events === second.data.events && first.data.events > 0)
    notes.warn("fcs-same-events", { sets: sets.length }, { key: "$NEXTDATA" });
}

function measurement(first: FcsDataSet, sets: readonly FcsDataSet[]): CytometryMeasurement {
  const { keywords } = first;
  return {
    kind: "events",
    format: id,
    instrument: readInstrument(keywords),
    sampleName: readSampleName(keywords),
    capturedAt: [word(keywords, "$DATE"), word(keywords, "$BTIM")].filter((one) => one !== "").join(" "),
    captures: sets,
    settings: sets.flatMap(settingsOf),
    instrumentWarnings: sets.flatMap((set) => readInstrumentWarnings(set.keywords, set.name || undefined)),
  };
}

function settingsOf({ name, keywords }: FcsDataSet): readonly Setting[] {
  const section = name === "" ? "TEXT" : `TEXT, ${name}`;
  return Array.from(keywords, ([key, value]) => ({ section, key, values: [value], line: 0 }));
}
