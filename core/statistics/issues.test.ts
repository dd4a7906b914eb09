import { expect, test } from "vitest";
import { value } from "./golden.test-support.ts";
import { intervalMethods } from "./interval-methods.ts";
import { statisticsIssues } from "./issues.ts";
import { meanInterval } from "./mean-interval.ts";
import { mixedModelIssues } from "./mixed-models/index.ts";
import { nestedMean } from "./nested-means.ts";
import { normalisationIssues } from "./normalisation/index.ts";
import { straightLine } from "./straight-line.ts";
import { pairedRatio, welchRatio } from "./t-test.ts";

const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();

const definitions = {
  ...statisticsIssues.definitions,
  ...normalisationIssues.definitions,
  ...mixedModelIssues.definitions,
};

test.each(Object.entries(definitions))("%s has the same places in both languages", (_, one) => {
  for (const text of [one.message, one.remedy]) {
    expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(places(text.ja)).toEqual(places(text.en));
  }
});

test("every interval carries a method that has a sentence", () => {
  const made = [
    value(meanInterval([1, 2, 4])).interval!,
    value(nestedMean([1, 2, 4], [])).interval!,
    value(straightLine([1, 2, 3], [1, 2, 4])).slope.interval,
    value(welchRatio([1, 2], [3, 5])).interval,
    value(pairedRatio([1, 2], [3, 5])).interval,
  ];
  for (const { method } of made) expect(Object.keys(intervalMethods)).toContain(method);
});
