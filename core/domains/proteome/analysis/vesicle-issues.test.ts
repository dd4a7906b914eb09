import { expect, test } from "vitest";
import { libraryIssues } from "../formats/libraries/index.ts";
import { markerIntervalTerms, panelStatusTerms, panelTerms } from "./markers/terms.ts";
import { categoryVersions } from "./markers/versions.ts";
import { vesicleIssues } from "./vesicle-issues.ts";

const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

test.each(Object.entries({ ...vesicleIssues, ...libraryIssues }))(
  "%s: Japanese and English name the same places",
  (_, { message, remedy }) => {
    expect(places(message.ja)).toEqual(places(message.en));
    expect(message.ja).toMatch(/[\u3040-\u9fff]/);
    expect(remedy.ja).toMatch(/[\u3040-\u9fff]/);
  },
);

test("panel, intervals and versions have Japanese words", () => {
  const versions = Object.values(categoryVersions);
  const texts = [panelTerms, panelStatusTerms, markerIntervalTerms].flatMap((terms) => Object.values(terms));
  const meanings = versions.flatMap(({ table }) => Object.values(table).map((one) => one.meaning));
  for (const { ja } of [...texts, ...meanings, ...versions.map(({ note }) => note)]) {
    expect(ja).toMatch(/[\u3040-\u9fff]|^核$/);
  }
});
