import { describe, expect, test } from "vitest";
import type { DiskPapers } from "../sources/served.ts";
import { mergePapers, unsavedPapers } from "./served-papers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const papers = (study: string, sheet = "s") => ({ study: bytes(study), sheet: bytes(sheet) });
const disk = (study: string | null, sheet: string | null = "s"): DiskPapers => {
  const paper = (text: string | null) =>
    text === null ? null : { bytes: bytes(text), sha256: `hash of ${text}` };
  return { study: paper(study), sheet: paper(sheet) };
};
const texts = ({ study, sheet }: { study: Uint8Array; sheet: Uint8Array }) =>
  [study, sheet].map((each) => new TextDecoder().decode(each));

describe("papers that are not in the folder yet", () => {
  test("are those with other bytes, and drafts", () => {
    expect(unsavedPapers(papers("a"), disk("a"))).toEqual([]);
    expect(unsavedPapers(papers("b"), disk("a"))).toEqual(["study"]);
    expect(unsavedPapers(papers("a"), disk(null, null))).toEqual(["study", "sheet"]);
  });
});

describe("the disk's papers and the page's", () => {
  test.each([
    ["nothing changed", papers("a"), disk("a"), disk("a"), ["a", "s"], [], []],
    ["only the disk's changed", papers("a"), disk("a"), disk("b"), ["b", "s"], [], []],
    ["only the page's changed", papers("b"), disk("a"), disk("a"), ["b", "s"], [], ["study"]],
    ["both changed alike", papers("b"), disk("a"), disk("b"), ["b", "s"], [], []],
    ["both changed", papers("b"), disk("a"), disk("c"), ["b", "s"], ["study"], ["study"]],
    ["one here, the other there", papers("b"), disk("a"), disk("a", "t"), ["b", "t"], [], ["study"]],
    ["the disk's is gone", papers("a"), disk("a"), disk(null), ["a", "s"], [], ["study"]],
    [
      "a draft, and one was made on disk",
      papers("d"),
      disk(null),
      disk("a"),
      ["d", "s"],
      ["study"],
      ["study"],
    ],
  ])("where %s", (_, mine, base, now, kept, conflicts, unsaved) => {
    const merged = mergePapers(mine, base, now);
    expect(texts(merged.papers)).toEqual(kept);
    expect(merged.conflicts).toEqual(conflicts);
    expect(unsavedPapers(merged.papers, merged.base)).toEqual(unsaved);
  });

  test("that are in conflict stay in conflict until a person decides", () => {
    const first = mergePapers(papers("b"), disk("a"), disk("c"));
    expect(mergePapers(first.papers, first.base, disk("c")).conflicts).toEqual(["study"]);
  });
});
