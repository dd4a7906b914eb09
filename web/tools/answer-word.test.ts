import { domains } from "vesica/domains";
import { allTerms, parseUnit } from "vesica/kernel";
import { parametersSchema, runOperation } from "vesica/study";
import { describe, expect, test } from "vitest";
import { type AnswerPart, answerParts } from "./answer-shape.ts";
import { type AnswerNames, answerWord, codeText } from "./answer-word.ts";

const cases = domains.flatMap((domain) =>
  domain.operations.map((operation) => [operation.id, domain, operation] as const),
);

function pathsOf({ path, shape }: AnswerPart): string[] {
  if (shape.kind === "group") return [path, ...shape.parts.flatMap(pathsOf)];
  return shape.kind === "table" ? [path, ...shape.columns.map((column) => column.path)] : [path];
}

describe("every part of an answer has a name in both languages", () => {
  test.each(cases)("%s", (_, domain, operation) => {
    const { input, parameters = {} } = operation.example!;
    const result = runOperation(operation, { input, parameters });
    if (!("value" in result)) throw new Error("refused");
    const names: AnswerNames = {
      room: { answers: domain.answers!, terms: allTerms(domain.terms) },
      operation: { id: operation.id, input: parametersSchema({ parameters: operation.input }) },
    };
    const paths = answerParts(result.value.value, input)
      .flatMap(pathsOf)
      .map((path) => path.replace(/\.(lower|upper|\d+)$/, ""));
    const nameless = paths.filter((path) => answerWord(names, path).isKnown !== true);
    expect([...new Set(nameless)]).toEqual([]);
  });
});

test("units of answers are units", () => {
  for (const { answers = {} } of domains)
    for (const [key, { unit }] of Object.entries(answers))
      if (unit !== "") expect("value" in parseUnit(unit), key).toBe(true);
});

test("a code without a sentence and a key without a word are told as they are", () => {
  const names: AnswerNames = {
    room: { answers: {}, terms: {} },
    operation: { id: "a.b", input: { properties: { it: { label: { en: "It", ja: "それ" }, unit: "nm" } } } },
  };
  expect(codeText(names, "x_y")).toEqual({ en: "x_y", ja: "x_y" });
  expect(answerWord(names, "deep.meanValue").words.ja).toBe("mean value");
  expect(answerWord(names, "input.it")).toMatchObject({ words: { ja: "それ" }, unit: "nm" });
});
