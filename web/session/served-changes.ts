import { sheetFileName, studyFileName } from "@vesica/run/names";
import { fillText, type Text } from "vesica/kernel";
import { words } from "../served/words.ts";
import type { DiskPapers } from "../sources/served.ts";
import { versionOf } from "../sources/served.ts";
import type { SourceFile } from "../sources/source.ts";

/** Names of files by what became of them on the disk. */
export interface FolderChanges {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What became of raw files between two listings of a served folder. */
export function fileChanges(before: readonly SourceFile[], after: readonly SourceFile[]): FolderChanges {
  const old = new Map(before.map(({ name, blob }) => [name, versionOf(blob)]));
  const now = new Set(after.map(({ name }) => name));
  const known = after.filter(({ name }) => old.has(name));
  return {
    changed: known.filter(({ name, blob }) => old.get(name) !== versionOf(blob)).map(({ name }) => name),
    added: after.filter(({ name }) => !old.has(name)).map(({ name }) => name),
    removed: before.filter(({ name }) => !now.has(name)).map(({ name }) => name),
  };
}

/** `changes` with the papers that are others on the disk than in `base`. */
export function withPapers(changes: FolderChanges, base: DiskPapers, disk: DiskPapers): FolderChanges {
  const names = { study: studyFileName, sheet: sheetFileName };
  const others = (["study", "sheet"] as const).filter((name) => base[name]?.sha256 !== disk[name]?.sha256);
  const gone = others.filter((name) => !disk[name]).map((name) => names[name]);
  const changed = others.filter((name) => disk[name]).map((name) => names[name]);
  return {
    ...changes,
    changed: [...changes.changed, ...changed],
    removed: [...changes.removed, ...gone],
  };
}

export function isNothing({ changed, added, removed }: FolderChanges): boolean {
  return changed.length + added.length + removed.length === 0;
}

const mostNamed = 3;

/** The changes in words, as a live region tells them. */
export function changesText({ changed, added, removed }: FolderChanges, analysed: boolean): Text {
  const parts = [
    { names: changed, text: words.changed },
    { names: added, text: words.added },
    { names: removed, text: words.removed },
  ].filter(({ names }) => names.length > 0);
  const told = parts.map(({ names, text }) => {
    const list = listed(names);
    return { en: fillText(text, { files: list.en }).en, ja: fillText(text, { files: list.ja }).ja };
  });
  const whole = { en: told.map(({ en }) => en).join("; "), ja: told.map(({ ja }) => ja).join("、") };
  const ending = analysed ? words.again : words.stop;
  return { en: whole.en + ending.en, ja: whole.ja + ending.ja };
}

function listed(names: readonly string[]): Text {
  const more = names.length - mostNamed;
  const some = names.slice(0, mostNamed);
  if (more <= 0) return { en: some.join(", "), ja: some.join("、") };
  const rest = fillText(words.more, { count: more });
  return { en: `${some.join(", ")} ${rest.en}`, ja: `${some.join("、")}${rest.ja}` };
}
