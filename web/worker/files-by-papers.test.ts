import { expect, test } from "vitest";
import { editStudyFiles } from "./edit-study-files.ts";
import { filesByPapers } from "./files-by-papers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const names = ["a.csv", "deep/a.csv", "photo.jpg"];
const study = bytes(
  'title: t\nignore: ["*.jpg"]\nimports: [{ match: /a.csv, format: f, columns: { size: d } }]\n',
);
const sheet = bytes("file,sample\na.csv,s1\ndeep/a.csv,s2\n");

test("the papers say of each file whether it is ignored, how it is read and its rows", async () => {
  const said = await filesByPapers({ papers: { study, sheet }, names });
  expect(said.ignored).toEqual({ "photo.jpg": "*.jpg" });
  expect(said.mapped).toEqual({ "a.csv": { match: "/a.csv", mapping: { format: "f", size: "d" } } });
  expect(said.rows.map(({ file, sample }) => [file, sample])).toEqual([
    ["a.csv", "s1"],
    ["deep/a.csv", "s2"],
  ]);
});

test("of a paper that cannot be read nothing is said, of the other all", async () => {
  const broken = await filesByPapers({ papers: { study: bytes("title: ["), sheet }, names });
  expect(broken).toMatchObject({ ignored: {}, mapped: {} });
  expect(broken.rows).toHaveLength(2);
  const none = await filesByPapers({ papers: { study: null, sheet: null }, names });
  expect(none).toEqual({ ignored: {}, mapped: {}, rows: [] });
});

test("an edit is written into the bytes and found again", async () => {
  const edit = { kind: "ignore", pattern: "deep/a.csv" } as const;
  const edited = await editStudyFiles({ study, edit });
  if (!("value" in edited)) throw new Error("refused");
  const said = await filesByPapers({ papers: { study: edited.value, sheet: null }, names });
  expect(Object.keys(said.ignored)).toEqual(["deep/a.csv", "photo.jpg"]);
});
