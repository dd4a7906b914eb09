import { plainWord, type SheetRow } from "../kernel/index.ts";

export type SheetColumn = Exclude<keyof SheetRow, "line" | "extra">;
export type Role = SheetRow["role"];

/** Header names that mean a column, after `plainWord`; the first is what Vesica writes. */
export const sheetColumns: Readonly<Record<SheetColumn, readonly string[]>> = {
  file: ["file", "filename", "file name", "path", "ファイル", "ファイル名"],
  capture: ["capture", "captures", "video", "run", "キャプチャ", "動画", "測定"],
  sample: [
    "sample",
    "sample name",
    "sample id",
    "試料",
    "試料名",
    "サンプル",
    "サンプル名",
    "検体",
    "検体名",
  ],
  role: ["role", "sample type", "役割", "種別", "区分"],
  donor: ["donor", "donor id", "subject", "patient", "individual", "ドナー", "提供者", "被験者", "患者"],
  preparation: ["preparation", "prep", "isolation", "調製", "単離", "精製"],
  condition: ["condition", "group", "treatment", "条件", "群", "処理", "グループ"],
  replicate: ["replicate", "rep", "repeat", "反復", "繰り返し", "レプリケート"],
  dilution: ["dilution", "dilution factor", "df", "希釈倍率", "希釈", "希釈係数"],
};

const roleWords: Readonly<Record<Role, readonly string[]>> = {
  sample: ["sample", "試料", "サンプル", "検体"],
  blank: ["blank", "ブランク", "空試験", "溶媒"],
  calibrant: ["calibrant", "校正", "校正用", "標準粒子"],
  control: ["control", "対照", "コントロール"],
  ignore: ["ignore", "除外", "無視"],
};

export const roles = Object.keys(roleWords) as readonly Role[];

/** The column that a header names, or null. */
export function sheetColumn(header: string): SheetColumn | null {
  return wordKey(sheetColumns, plainWord(header));
}

/** The role that a cell names; an empty cell is a sample, an unknown word null. */
export function roleOf(cell: string): Role | null {
  return cell.trim() === "" ? "sample" : wordKey(roleWords, plainWord(cell));
}

function wordKey<K extends string>(words: Readonly<Record<K, readonly string[]>>, word: string): K | null {
  for (const key of Object.keys(words) as K[]) if (words[key].includes(word)) return key;
  return null;
}

/** A header's column, or the header's own words where Vesica does not know it; null for an empty header. */
export type HeaderName = { readonly column: SheetColumn } | { readonly extra: string } | null;

/** How a sheet is to be read. */
export interface SheetOptions {
  /** The sheet's name, for messages. */
  readonly name: string;
  /** Paths of the files in the study folder, with `/`; without them no file is looked for. */
  readonly files?: readonly string[];
}
