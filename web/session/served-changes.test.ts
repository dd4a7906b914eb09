import { expect, test } from "vitest";
import { RemoteBlob } from "../sources/remote-blob.ts";
import type { DiskPapers } from "../sources/served.ts";
import { changesText, fileChanges, isNothing, withPapers } from "./served-changes.ts";

const file = (name: string, stamp: string) => {
  const address = `http://127.0.0.1/${name}?${stamp}`;
  return { name, size: 1, blob: new RemoteBlob({ kind: "remote file", address, start: 0, end: 1 }) };
};
const nothing = { changed: [], added: [], removed: [] };

test("files are told apart by name and version", () => {
  const before = [file("a", "1"), file("b", "1"), file("c", "1")];
  const after = [file("a", "1"), file("b", "2"), file("d", "1")];
  expect(fileChanges(before, after)).toEqual({ changed: ["b"], added: ["d"], removed: ["c"] });
  expect(isNothing(fileChanges(before, before))).toBe(true);
});

test("papers are told by their files' names", () => {
  const paper = (sha256: string) => ({ bytes: new Uint8Array(), sha256 });
  const base: DiskPapers = { study: paper("1"), sheet: paper("1") };
  expect(withPapers(nothing, base, { study: paper("2"), sheet: null })).toEqual({
    changed: ["study.yaml"],
    added: [],
    removed: ["samples.csv"],
  });
  expect(withPapers(nothing, base, base)).toEqual(nothing);
});

test.each([
  [
    { ...nothing, changed: ["A03.csv"] },
    true,
    "A03.csv changed on disk; analysed again.",
    "A03.csv がディスク上で変更されました。再解析しました。",
  ],
  [
    { ...nothing, added: ["a", "b"] },
    false,
    "a, b: new in the folder.",
    "a、b がフォルダーに追加されました。",
  ],
  [
    { ...nothing, removed: ["a", "b", "c", "d", "e"] },
    false,
    "a, b, c and 2 more: gone from the folder.",
    "a、b、cほか 2 件 がフォルダーからなくなりました。",
  ],
  [
    { changed: ["a"], added: [], removed: ["b"] },
    true,
    "a changed on disk; b: gone from the folder; analysed again.",
    "a がディスク上で変更されました、b がフォルダーからなくなりました。再解析しました。",
  ],
])("%o is told in a sentence", (changes, analysed, en, ja) => {
  expect(changesText(changes, analysed)).toEqual({ en, ja });
});
