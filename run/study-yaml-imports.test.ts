import fc from "fast-check";
import { pathMatches, studyText } from "vesica/study";
import { expect, test } from "vitest";
import { patternOf } from "./names.ts";
import { readStudyYaml } from "./study-yaml.ts";
import { editStudyFiles, type FilesEdit } from "./study-yaml-imports.ts";

function edited(text: string, ...edits: readonly FilesEdit[]): string {
  return edits.reduce((known, edit) => {
    const result = editStudyFiles(known, edit, []);
    if (!("value" in result)) throw new Error(result.issues[0]!.message.en);
    return result.value;
  }, text);
}

const text = `# the head
title: Kept # beside
imports:
  # by hand
  - match: "*.csv"
    format: particles.mapped-table
    columns: { size: d }

ignore:
  - notes # of the week
seed: 7

# the end
`;
const mapping = {
  kind: "map",
  entry: { match: "/a.csv", format: "particles.mapped-table", columns: { size: "Ø: nm #1", dilution: 10 } },
} as const;

test("an ignored file is one line more, comments and other keys stay", () => {
  expect(edited(text, { kind: "ignore", pattern: "/photo 1.jpg" })).toBe(
    text.replace("of the week\n", "of the week\n  - /photo 1.jpg\n"),
  );
});

test("a mapping stands first, since the first that fits counts", () => {
  const study = readStudyYaml(edited(text, mapping), []);
  expect(study).toMatchObject({
    value: { imports: [mapping.entry, { match: "*.csv", format: "particles.mapped-table" }], seed: 7 },
  });
  for (const comment of ["# the head", "# beside", "# by hand", "# of the week", "# the end"])
    expect(edited(text, mapping)).toContain(comment);
});

test("a mapping of the same files takes the place of the one before", () => {
  const again = { ...mapping, entry: { ...mapping.entry, columns: { size: "other" } } };
  expect(readStudyYaml(edited(text, mapping, again), [])).toMatchObject({
    value: { imports: [{ columns: { size: "other" } }, { match: "*.csv" }] },
  });
});

test("an edit and its contrary give the same study, and a list that is empty goes", () => {
  const bare = "title: a\n";
  const there = edited(bare, { kind: "ignore", pattern: "b" }, mapping);
  expect(there).toContain("ignore:\n  - b\n");
  const back = edited(there, { kind: "unignore", pattern: "b" }, { kind: "unmap", match: "/a.csv" });
  expect(back).toBe(bare);
});

test("the same pattern is written once", () => {
  const edit = { kind: "ignore", pattern: "notes" } as const;
  expect(edited(text, edit)).toBe(text);
});

test("a list in brackets stays so, and CRLF too", () => {
  expect(edited("title: a\r\n", { kind: "ignore", pattern: "b" })).toBe("title: a\r\nignore:\r\n  - b\r\n");
  expect(edited("title: a\nignore: [ c ]\n", { kind: "ignore", pattern: "b" })).toBe(
    "title: a\nignore: [ c, b ]\n",
  );
});

test("the draft of a study takes edits and keeps its notes", () => {
  const draft = studyText("研究", [{ en: "the donors", ja: "ドナー" }], "ja");
  const after = edited(draft, mapping, { kind: "ignore", pattern: "x" });
  expect(after.startsWith(draft.trimEnd().split("\n")[0]!)).toBe(true);
  expect(after).toContain("ドナー");
});

test("what is no study, or would be none, is refused", () => {
  expect(editStudyFiles("title: [", { kind: "ignore", pattern: "a" }, [])).toHaveProperty("issues");
  expect(editStudyFiles(text, { kind: "ignore", pattern: "a".repeat(401) }, [])).toHaveProperty("issues");
});

test("whatever the name, its pattern fits it and comes back from the text", () => {
  const name = fc
    .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
    .filter((word) => !word.includes("/"));
  fc.assert(
    fc.property(name, (word) => {
      const pattern = patternOf(word);
      expect(pathMatches(pattern, word)).toBe(true);
      expect(pathMatches(patternOf(`x/${word}`), `x/${word}`)).toBe(true);
      const after = readStudyYaml(edited(text, { kind: "ignore", pattern }), []);
      expect(after).toMatchObject({ value: { ignore: ["notes", pattern] } });
    }),
  );
});
