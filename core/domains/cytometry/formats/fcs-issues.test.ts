import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fcsIssues } from "./fcs-issues.ts";

const folder = new URL(".", import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => /^fcs.*\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));
const isTest = (name: string) => /\.test(-support)?\.ts$/.test(name);
const mentions = (code: string, wanted: (name: string) => boolean) =>
  texts.some(({ name, text }) => wanted(name) && !/^fcs-issues/.test(name) && text.includes(`"${code}"`));
const places = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();

describe.each(Object.entries(fcsIssues.definitions))("%s", (code, { message, remedy }) => {
  test("is raised by the reader, and in a test", () => {
    expect(mentions(code, (name) => !isTest(name))).toBe(true);
    expect(mentions(code, isTest)).toBe(true);
  });

  test("has the same places in both languages", () => {
    expect(places(message.ja)).toEqual(places(message.en));
    expect(places(remedy.ja)).toEqual(places(remedy.en));
    expect(message.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});
