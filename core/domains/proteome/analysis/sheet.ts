import { type RoomColumn, roomCell, type SheetRow } from "../../../kernel/index.ts";

/** The columns of `samples.csv` that this room alone reads. */
export const proteomeColumns = {
  data_set: {
    names: ["data set", "データセット"],
    words: {
      en: "Files whose proteins are compared as one; empty: those of one format",
      ja: "一つのデータとして比較するファイルの名前（空の場合は同じ形式のファイル）",
    },
  },
  particles: {
    names: ["particles", "particle number", "粒子数"],
    words: {
      en: "Number of particles that were digested, for normalisation to the particle number",
      ja: "消化した粒子数（粒子数による正規化に使用）",
    },
  },
} as const satisfies Readonly<Record<string, RoomColumn>>;

/** Particles of the sample; NaN where the cell is no number. */
export function particlesOf(row: Pick<SheetRow, "extra">): number {
  const cell = roomCell(row, proteomeColumns.particles);
  return cell === "" ? Number.NaN : Number(cell);
}

/** The data set that a row's runs belong to, as the sheet names it; empty where it does not. */
export function dataSetOf(row: Pick<SheetRow, "extra"> | undefined): string {
  return row ? roomCell(row, proteomeColumns.data_set) : "";
}
