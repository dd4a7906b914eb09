import type { Measurement, RoomColumn, SheetRow, Text } from "../kernel/index.ts";
import { columnNotes, draftNotes } from "./draft-notes.ts";
import { globsOverlap } from "./glob.ts";
import { fileStem, placeOfName, withoutExtensionOf } from "./names.ts";

/** What a draft of the sample sheet can rest on: what one file says of itself. */
export interface DraftSource {
  readonly name: string;
  readonly status: "read" | "refused" | "not recognised";
  /** The file is of no sample. */
  readonly reference?: true;
  readonly sampleName: string;
  /** The name that files of one acquisition share; empty where there is none. */
  readonly pack: string;
  /** The format's id; files of one pack and format with the same captures are copies. */
  readonly format: string;
  /** `sample`: the capture is a sample of its own, by this name; without it, names with a running number are repeats. */
  readonly captures: readonly {
    readonly name: string;
    readonly dilution: number | null;
    readonly sample?: string;
  }[];
}

export type DraftRow = Pick<SheetRow, "file" | "sample"> & {
  readonly capture: string;
  /** As the file records it; null where it does not. */
  readonly dilution: number | null;
};

export interface Draft {
  readonly rows: readonly DraftRow[];
  /** Columns that only the rooms of these files read, by the name that Vesica writes; all their cells are empty. */
  readonly columns: readonly string[];
  /** What the files do not say and a person has to. */
  readonly unknown: readonly Text[];
}

/** What `measurement`, of any domain, says of its sample, pack and captures. */
export function draftSource(name: string, measurement: Measurement): DraftSource {
  const said = measurement as unknown as Readonly<Record<string, unknown>>;
  const word = (key: string) => (typeof said[key] === "string" ? (said[key] as string) : "");
  const captures = [said.captures, said.records].find(Array.isArray) ?? [];
  return {
    name,
    status: "read",
    sampleName: plainName(withoutExtensionOf(name, word("sampleName"))),
    pack: plainName(word("pack")),
    format: word("format"),
    captures: captures.map((capture) => ({
      name: String(capture?.name ?? ""),
      dilution: typeof capture?.dilution?.factor === "number" ? capture.dilution.factor : null,
      ...(typeof capture?.sample === "string" ? { sample: capture.sample } : {}),
    })),
  };
}

/**
 * Drafts the rows of `samples.csv` for files that were read; donor, condition, the `columns` of the files' rooms and
 * what no file records stay empty.
 */
export function draftSheet(
  sources: readonly DraftSource[],
  columns: Readonly<Record<string, RoomColumn>> = {},
): Draft {
  const read = sources.filter((source) => source.status === "read" && !source.reference);
  const named = new Map<string, string>();
  for (const { pack, sampleName } of read) if (pack && sampleName) named.set(pack, sampleName);
  const rows = read.flatMap((source) => {
    const whole = source.sampleName || named.get(source.pack) || source.pack || fileStem(source.name);
    return captureGroups(source).map(({ capture, sample, dilution }) => ({
      file: source.name,
      capture,
      sample: plainName(sample ?? whole) || "sample",
      dilution,
    }));
  });
  const distinct = toldApart(rows);
  const renamed = new Set(
    distinct.map((row) => row.sample).filter((sample, at) => sample !== rows[at]!.sample),
  );
  const unknown = [...draftNotes(sources, distinct, renamed), ...columnNotes(columns)];
  return { rows: distinct, columns: Object.keys(columns), unknown };
}

interface CaptureGroup {
  readonly capture: string;
  readonly sample: string | null;
  readonly dilution: number | null;
}

function captureGroups({ captures }: DraftSource): CaptureGroup[] {
  if (captures.length > 0 && captures.every(({ sample }) => sample !== undefined))
    return captures.map(({ name, sample = "", dilution }) => ({ capture: name, sample, dilution }));
  const plate = isPlate(captures);
  const stems = new Map<string, typeof captures>();
  for (const capture of captures) {
    const stem = plate ? capture.name : captureStem(capture.name);
    stems.set(stem, [...(stems.get(stem) ?? []), capture]);
  }
  if (stems.size <= 1) return [{ capture: "", sample: null, dilution: sameDilution(captures) }];
  if ([...stems].some(([stem, group]) => stem === "" || group.some(({ name }) => name.includes("*")))) {
    return [{ capture: "", sample: null, dilution: sameDilution(captures) }];
  }
  const patterns = [...stems].map(([stem, group]) => ({
    sample: stem.replace(/[-_ .]+$/, ""),
    pattern: group.length === 1 ? group[0]!.name : `${stem}*`,
    group,
  }));
  const apart = patterns.every(({ pattern }, index) =>
    patterns.every((other, at) => at === index || !globsOverlap(pattern, other.pattern)),
  );
  return patterns.flatMap(({ sample, pattern, group }) =>
    (apart ? [pattern] : group.map(({ name }) => name)).map((capture) => ({
      capture,
      sample,
      dilution: sameDilution(group),
    })),
  );
}

/** A capture's name without its running number or moment: `std_yes_2_` of `std_yes_2_00`, `buffer ` of `buffer 12:02:17`. */
function captureStem(name: string): string {
  const moment = /(?:\d{4}-\d\d-\d\d[-_ T])?\d\d([-:])\d\d\1\d\d$/;
  return moment.test(name) ? name.replace(moment, "") : name.replace(/\d+$/, "");
}

/** Whether every name ends in a well and the wells are of several rows, so that a number is no repeat: `blank_A3`, `sample_B3`. */
function isPlate(captures: DraftSource["captures"]): boolean {
  const wells = captures.map(({ name }) => /[-_ ]([A-P])\d{1,2}$/.exec(name)?.[1]);
  return wells.every((row) => row !== undefined) && new Set(wells).size > 1;
}

function sameDilution(captures: DraftSource["captures"]): number | null {
  const first = captures[0]?.dilution ?? null;
  return captures.every(({ dilution }) => dilution === first) ? first : null;
}

function plainName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\u0000-\u001f\u007f]+/g, " ")
    .trim()
    .replace(/^[=+@]+/, "")
    .slice(0, 150)
    .trim();
}

/** Names that differ only in case or width would be one place on a disk: later spellings get a number. */
function toldApart(rows: readonly DraftRow[]): DraftRow[] {
  const owners = new Map<string, string>();
  return rows.map((row) => {
    let sample = row.sample;
    for (let number = 2; (owners.get(placeOfName(sample)) ?? row.sample) !== row.sample; number++)
      sample = `${row.sample} (${number})`;
    owners.set(placeOfName(sample), row.sample);
    return { ...row, sample };
  });
}
