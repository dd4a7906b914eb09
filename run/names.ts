export const studyFileName = "study.yaml";
export const sheetFileName = "samples.csv";
export const resultsFolder = "results";
export const hiddenFolder = ".vesica";
/** Files that one study may have. */
export const mostFiles = 50_000;
/** In bytes. */
export const largestStudyFile = 262_144;
/** In bytes. */
export const largestSheet = 16_777_216;

/** A raw file of a study. */
export interface StudyEntry {
  /** Path inside the study, with `/`. */
  readonly name: string;
  readonly size: number;
}

/** Whether a path inside the study is of Vesica itself: its papers and results. */
export function isOurs(name: string): boolean {
  return name === studyFileName || name === sheetFileName || name.split("/")[0] === resultsFolder;
}

/** Whether a file or folder by its own name is hidden or what offices and systems leave behind. */
export function isLeftBehind(base: string): boolean {
  return base.startsWith(".") || base.startsWith("~$") || /^(thumbs\.db|desktop\.ini)$/i.test(base);
}

/** Whether a name cannot be told again: not valid Unicode, or with control characters. */
export function isUnreadableName(name: string): boolean {
  return !name.isWellFormed() || /[\ufffd\u0000-\u001f\u007f]/.test(name);
}

/** Raw files by name, in code-unit order. */
export function sortedEntries<E extends StudyEntry>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The pattern that the file alone fits: without a slash a name would count in any folder. */
export function patternOf(name: string): string {
  return name.includes("/") ? name : `/${name}`;
}
