import { expect, test } from "vitest";
import { z } from "zod";
import { mappingOf, parseStudyFile, studyDesign } from "./study-file.ts";

const parameters = z.strictObject({ level: z.number().gt(0).lt(1).default(0.95) });
const options = { name: "study.yaml", domains: [{ id: "fake", parameters }, { id: "free" }] };
const codes = (parsed: unknown) => {
  const result = parseStudyFile(parsed, options);
  return "issues" in result ? result.issues.map(({ code, place }) => [code, place?.key]) : [];
};

test("a title is enough; the seed is 1", () => {
  expect(parseStudyFile({ title: "T" }, options)).toMatchObject({
    value: { title: "T", question: "", seed: 1, reference: null, parameters: {}, imports: [], ignore: [] },
  });
});

test.each([
  ["no mapping", ["a"], [["study-not-a-mapping", undefined]]],
  ["nothing", null, [["study-not-a-mapping", undefined]]],
  ["a misspelt key", { titel: "T" }, [["study-unknown-key", "titel"]]],
  [
    "a misspelt key further down",
    { design: { referense: "x" } },
    [["study-unknown-key", "design.referense"]],
  ],
  ["a title that is a number", { title: 3 }, [["study-value", "title"]]],
  ["a seed with a fraction", { seed: 1.5 }, [["study-value", "seed"]]],
  ["an import without format", { imports: [{ match: "*" }] }, [["study-value", "imports.0.format"]]],
  ["a number that is not finite", { parameters: { free: Number.NaN } }, [["study-value", "parameters.free"]]],
  ["parameters of no domain", { parameters: { fkae: {} } }, [["study-unknown-domain", "parameters.fkae"]]],
  [
    "a parameter out of range",
    { parameters: { fake: { level: 2 } } },
    [["study-value", "parameters.fake.level"]],
  ],
  [
    "an unknown parameter",
    { parameters: { fake: { levle: 0.9 } } },
    [["study-unknown-key", "parameters.fake.levle"]],
  ],
])("%s is refused, naming the key", (_, parsed, expected) => {
  expect(codes(parsed)).toEqual(expected);
});

test("a misspelt key in a list, a map or a choice names the keys that fit there", () => {
  const bead = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("big"), diameter: z.number().optional() }),
    z.strictObject({ kind: z.literal("bright"), values: z.array(z.number()).optional() }),
  ]);
  const fake = z.strictObject({ beads: z.record(z.string(), bead), gates: z.array(bead).optional() });
  const remedies = (value: object) => {
    const domains = [{ id: "fake", parameters: fake }];
    const parsed = parseStudyFile({ parameters: { fake: value } }, { ...options, domains });
    return "issues" in parsed ? parsed.issues.map((issue) => issue.remedy.en) : [];
  };
  expect(remedies({ beads: { mine: { kind: "bright", diameter: 3 } } })).toEqual([
    "Known here: kind, values.",
  ]);
  expect(remedies({ beads: {}, gates: [{ kind: "big", diametr: 3 }] })).toEqual([
    "Known here: diameter, kind.",
  ]);
});

test("a misspelt key names the nearest known one first, a wrong value says why in both languages", () => {
  const misspelt = parseStudyFile({ titel: "T" }, options);
  expect("issues" in misspelt && misspelt.issues[0]!.remedy.en).toMatch(/^Known here: title,/);
  const wrong = parseStudyFile({ title: 3 }, options);
  expect("issues" in wrong && wrong.issues[0]!.message.ja).toBe(
    "「title」の値は使えません: 無効な入力: stringが期待されましたが、数値が入力されました",
  );
});

test("the reference has to be a condition of the sheet", () => {
  const study = parseStudyFile({ design: { reference: "control" } }, options);
  if (!("value" in study)) throw new Error("refused");
  const row = { line: 2, file: "a", sample: "S", role: "sample", extra: {} } as const;
  expect(studyDesign(study.value, [{ ...row, condition: "control" }], "study.yaml")).toMatchObject({
    value: { reference: "control", seed: 1 },
  });
  expect(studyDesign(study.value, [{ ...row, condition: "treated" }], "study.yaml")).toMatchObject({
    issues: [{ code: "study-reference-unknown", place: { key: "design.reference" } }],
  });
});

test("the first import that fits a file gives its columns and format", () => {
  const imports = [
    { match: "raw/*.csv", format: "f.table", columns: { size: "d" } },
    { match: "*", format: "f.other", columns: {} },
  ];
  expect(mappingOf({ imports }, "raw/a.csv")).toEqual({ size: "d", format: "f.table" });
  expect(mappingOf({ imports }, "b.csv")).toEqual({ format: "f.other" });
  expect(mappingOf({ imports: [] }, "b.csv")).toBeNull();
});
