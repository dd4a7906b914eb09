import { expect, test } from "vitest";
import { listingOf } from "./listing.ts";

const blob = (text: string) => new Blob([text]);
const codes = (listing: Awaited<ReturnType<typeof listingOf>>) =>
  "value" in listing ? listing.value.issues.map(({ code }) => code) : listing.issues.map(({ code }) => code);

test("lists raw files by name; hidden files, results and papers are none", async () => {
  const listing = await listingOf("a study", [
    { name: "z.fcs", blob: blob("z") },
    { name: "a/b.csv", blob: blob("bb") },
    { name: ".DS_Store", blob: blob("") },
    { name: "a/~$b.xlsx", blob: blob("") },
    { name: ".vesica/packs/x", blob: blob("") },
    { name: "results/result.json", blob: blob("{}") },
    { name: "study.yaml", blob: blob("title: a") },
    { name: "bad\u0007name.csv", blob: blob("x") },
  ]);
  if (!("value" in listing)) throw new Error("refused");
  expect(listing.value.files.map(({ name, size }) => [name, size])).toEqual([
    ["a/b.csv", 2],
    ["z.fcs", 1],
  ]);
  expect(new TextDecoder().decode(listing.value.papers.study!)).toBe("title: a");
  expect(listing.value.papers.sheet).toBeNull();
  expect(codes(listing)).toEqual(["file-name-unreadable"]);
});

test("a folder without raw files, papers too large to be papers, and one that cannot be read are refused", async () => {
  expect(codes(await listingOf("", [{ name: "study.yaml", blob: blob("") }]))).toEqual(["folder-empty"]);
  const raw = { name: "a.fcs", blob: blob("a") };
  const large = { name: "study.yaml", blob: blob("#".repeat(262_145)) };
  expect(codes(await listingOf("", [raw, large]))).toEqual(["study-too-large"]);
  const gone = blob("file,sample");
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  expect(codes(await listingOf("", [raw, { name: "samples.csv", blob: gone }]))).toEqual(["file-unreadable"]);
});
