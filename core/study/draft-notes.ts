import { fillText, type RoomColumn, type Text } from "../kernel/index.ts";
import type { DraftRow, DraftSource } from "./draft.ts";
import { fileStem } from "./names.ts";

const notes = {
  design: {
    en: "donor and condition: no instrument file says whose sample it is; fill in both columns, and design: reference: in study.yaml if conditions are compared",
    ja: "ドナーと条件: 装置のファイルには書かれていません。2 つの列を記入し、条件を比較する場合は study.yaml の design: reference: も書いてください",
  },
  dilution: {
    en: "dilution is not recorded in {count} of {all} rows: {list}",
    ja: "希釈倍率が記録されていない行: {all} 行中 {count} 行 ({list})",
  },
  stem: {
    en: "sample name taken from the file's name, since the file gives none: {list}",
    ja: "ファイル内に試料名がないため、ファイル名を試料名としたもの: {list}",
  },
  differs: {
    en: "sample name inside the file differs from the file's name; the one inside was taken: {list}",
    ja: "ファイル内の試料名とファイル名が異なるため、ファイル内の名前を採用したもの: {list}",
  },
  shared: {
    en: "several files give the same sample name and would count as one sample: {list}",
    ja: "複数のファイルが同じ試料名を持ち、1 つの試料として扱われるもの: {list}",
  },
  copies: {
    en: "copies of one acquisition, which would be counted more than once; keep one and set the role of the others to ignore: {list}",
    ja: "同じ測定の写しで、二重に数えられるもの。1 つだけを残し、ほかは role を ignore にしてください: {list}",
  },
  groups: {
    en: "one file holds captures of several names; each name was taken for a sample: {list}",
    ja: "1 つのファイルに複数の名前のキャプチャがあり、名前ごとに別の試料としたもの: {list}",
  },
  alike: {
    en: "sample names that differ only by case, spaces or width were numbered; give them one name if they are one sample: {list}",
    ja: "大文字小文字、空白、全角半角だけが異なる試料名に番号を付けました。同じ試料なら同じ名前にしてください: {list}",
  },
  blank: {
    en: "blanks are not marked in the files; set role to blank if these are: {list}",
    ja: "ブランクかどうかはファイルに書かれていません。ブランクなら role を blank にしてください: {list}",
  },
  beads: {
    en: "beads are not marked in the files; set role to calibrant if these are: {list}",
    ja: "ビーズかどうかはファイルに書かれていません。校正用ビーズなら role を calibrant にしてください: {list}",
  },
  control: {
    en: "controls are not marked in the files; set role to control if these are: {list}",
    ja: "対照かどうかはファイルに書かれていません。対照なら role を control にしてください: {list}",
  },
  column: { en: "column {name}: {words}", ja: "列 {name}: {words}" },
  unread: {
    en: "not in the sheet, since no format could read it: {list}",
    ja: "読める形式ではないため試料表に入れなかったもの: {list}",
  },
} as const satisfies Record<string, Text>;

/** One sentence for each thing that the files leave open, with the names that it is about. */
export function draftNotes(
  sources: readonly DraftSource[],
  rows: readonly DraftRow[],
  renamed: ReadonlySet<string>,
): Text[] {
  const read = sources.filter((source) => source.status === "read" && !source.reference);
  // runs of a table are samples that nobody dilutes for it
  const tabled = new Set(
    read
      .filter(({ captures }) => captures.some(({ sample }) => sample !== undefined))
      .map(({ name }) => name),
  );
  const told: Text[] = [];
  const tell = (note: Text, names: readonly string[], parameters = {}) => {
    if (names.length > 0)
      told.push(fillText(note, { ...parameters, count: names.length, list: listed(names) }));
  };
  const diluted = rows.filter(({ file }) => !tabled.has(file));
  const undiluted = diluted.filter((row) => row.dilution === null).map(rowName);
  tell(notes.dilution, undiluted, { all: diluted.length });
  if (rows.length > 0) told.push(notes.design);
  const grouped = new Set(rows.filter((row) => row.capture !== "").map((row) => row.file));
  tell(
    notes.groups,
    [...grouped].filter((name) => !tabled.has(name)),
  );
  tell(
    notes.stem,
    read.filter((file) => !file.sampleName && !grouped.has(file.name)).map((file) => file.name),
  );
  const differs = read.filter((file) => file.sampleName && !alike(file.sampleName, fileStem(file.name)));
  tell(
    notes.differs,
    differs.map((file) => `${file.name} (${file.sampleName})`),
  );
  const copies = filesBy(read, ({ format, pack, captures }) =>
    pack === "" || captures.length === 0
      ? ""
      : JSON.stringify([format, pack, captures.map(({ name }) => name)]),
  );
  tell(
    notes.copies,
    [...copies.values()]
      .filter((files) => files.length > 1)
      .map((files) => files.map(({ name }) => name).join(" = ")),
  );
  const samples = new Map(
    rows.filter(({ capture }) => capture === "").map(({ file, sample }) => [file, sample]),
  );
  const shared = [...filesBy(read, ({ name }) => samples.get(name) ?? "")].map(
    ([sample, files]) => [sample, new Set(files.map(({ pack, name }) => pack || name)).size] as const,
  );
  tell(
    notes.shared,
    shared.filter(([, packs]) => packs > 1).map(([sample, packs]) => `${sample} (${packs})`),
  );
  tell(notes.alike, [...renamed]);
  const named = (pattern: RegExp) => [
    ...new Set(
      rows.flatMap(({ file, sample }) =>
        pattern.test(sample) ? [sample] : pattern.test(fileStem(file)) ? [`${sample} (${file})`] : [],
      ),
    ),
  ];
  const blank = /blank|(^|[^a-z])(pbs|buffer|water|media|medium|diluent)([^a-z]|$)|ブランク|緩衝液|溶媒/i;
  tell(notes.blank, named(blank));
  tell(notes.beads, named(/(^|[^a-z])(micro|calibration )?beads?([^a-z]|$)|rainbow|ビーズ/i));
  tell(
    notes.control,
    named(/isotype|unstained|(^|[^a-z])fmo([^a-z]|$)|triton|detergent|アイソタイプ|未染色|界面活性剤/i),
  );
  tell(
    notes.unread,
    sources.filter((source) => source.status !== "read").map((source) => source.name),
  );
  return told;
}

/** One sentence for each column that only the rooms of the files read. */
export function columnNotes(columns: Readonly<Record<string, RoomColumn>>): Text[] {
  return Object.entries(columns).map(([name, { words }]) => ({
    en: fillText(notes.column, { name, words: words.en }).en,
    ja: fillText(notes.column, { name, words: words.ja }).ja,
  }));
}

function filesBy(
  files: readonly DraftSource[],
  key: (file: DraftSource) => string,
): ReadonlyMap<string, readonly DraftSource[]> {
  const groups = new Map<string, DraftSource[]>();
  for (const file of files) {
    const name = key(file);
    if (name !== "") groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return groups;
}

function rowName(row: DraftRow): string {
  return row.capture === "" ? row.file : `${row.file} [${row.capture}]`;
}

function alike(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_.-]+/g, "");
  return plain(b).includes(plain(a)) || plain(a).includes(plain(b));
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown}, … (+${names.length - 5})` : shown;
}
