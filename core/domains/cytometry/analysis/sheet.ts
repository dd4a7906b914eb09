import { type Issue, plainWord, type RoomColumn, roomCell, type SheetRow } from "../../../kernel/index.ts";
import { type ControlKind, controlKinds } from "../operations/vesicles/controls.ts";
import { analysisIssues } from "./issues.ts";

/** What the sheet says of a file beyond the columns that every room has. */
export interface CytometryRow {
  readonly sample: string;
  readonly role: SheetRow["role"];
  readonly donor: string | null;
  readonly condition: string | null;
  readonly dilution: number | null;
  readonly control: ControlKind | null;
  /** Of an `fmo` control: the channel whose dye it lacks, by name or label. */
  readonly lacking: string | null;
  /** In uL. */
  readonly volume: number | null;
  readonly calibrant: string | null;
}

/** The columns of `samples.csv` that this room alone reads. */
export const cytometryColumns = {
  control: {
    names: ["control", "対照"],
    words: {
      en: `What the file is a control of: ${controlKinds.join(", ")}, fmo with the channel that is left out (fmo PE-A); empty for a sample`,
      ja: `どの対照か（${controlKinds.join("、")}。fmo は除いたチャンネルも書く：fmo PE-A）。試料では空にする`,
    },
    values: controlKinds,
  },
  volume_uL: {
    names: ["volume ul", "volume µl", "volume μl", "acquired volume ul", "測定体積", "体積 ul"],
    words: {
      en: "Acquired volume in uL; in place of what the file says",
      ja: "測定体積（uL）。ファイルの記載より優先",
    },
  },
  calibrant: {
    names: ["calibrant", "beads", "bead set", "校正粒子", "ビーズ"],
    words: {
      en: "Bead set that the file measures, by its name under `parameters: cytometry: beads:`",
      ja: "測定したビーズの名前（`parameters: cytometry: beads:` に書いたもの）",
    },
  },
} as const satisfies Readonly<Record<string, RoomColumn>>;

const kindWords: Readonly<Record<ControlKind, readonly string[]>> = {
  buffer: ["buffer", "buffer only", "blank", "緩衝液"],
  reagent: ["reagent", "buffer reagent", "buffer and reagent", "buffer+reagent", "試薬"],
  unstained: ["unstained", "未染色"],
  isotype: ["isotype", "アイソタイプ"],
  fmo: ["fmo", "fluorescence minus one"],
  "single-stain": ["single stain", "single stained", "単染色"],
  detergent: ["detergent", "lysis", "triton", "界面活性剤", "溶解"],
  procedural: ["procedural", "procedure", "手順"],
};

const minusOne = /^(?:fmo|fluorescence[ _-]minus[ _-]one)[\s:_-]+(?<lacking>\S.*)$/iu;

/** A sheet row as this room reads it: `control`, `volume_uL` and `calibrant` are its own columns. Issues: `cytometry-sheet-value`, `cytometry-sheet-control`. */
export function cytometryRow(row: SheetRow): {
  readonly value: CytometryRow;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const place = { file: "samples.csv", place: { line: row.line } };
  const wrong = (column: string, value: string, wanted: string) =>
    issues.push(analysisIssues.raise("cytometry-sheet-value", { column, value, wanted }, place));
  const controlWords = roomCell(row, cytometryColumns.control);
  const lacking = minusOne.exec(controlWords.normalize("NFKC"))?.groups?.lacking ?? null;
  const control =
    lacking !== null
      ? "fmo"
      : (controlKinds.find((kind) =>
          kindWords[kind].some((word) => plainWord(word) === plainWord(controlWords)),
        ) ?? null);
  const unnamed = row.role === "control" && controlWords === "";
  const wanted = controlKinds.join(", ");
  if (unnamed)
    issues.push(analysisIssues.raise("cytometry-sheet-control", { sample: row.sample, wanted }, place));
  if (controlWords !== "" && control === null) wrong("control", controlWords, wanted);
  if (control === "fmo" && lacking === null) wrong("control", controlWords, "fmo PE-A");
  const volumeWords = roomCell(row, cytometryColumns.volume_uL);
  const number = Number(volumeWords.normalize("NFKC"));
  const volume = volumeWords !== "" && number > 0 && Number.isFinite(number) ? number : null;
  if (volumeWords !== "" && volume === null) wrong("volume_uL", volumeWords, "42.5");
  const { sample, role, donor = null, condition = null, dilution = null } = row;
  const calibrant = roomCell(row, cytometryColumns.calibrant) || null;
  const own = control ?? (role === "blank" ? "buffer" : null);
  return {
    value: { sample, role, donor, condition, dilution, control: own, lacking, volume, calibrant },
    issues,
  };
}
