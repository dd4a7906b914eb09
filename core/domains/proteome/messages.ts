import type { DomainTerms, Text } from "../../kernel/index.ts";

export const title: Text = { en: "Proteome", ja: "Proteome" };

/** Sentences for every id and code that this domain's estimates use. */
export const terms: DomainTerms = {
  estimates: {},
  flags: {},
  assumptions: {},
  intervals: {},
  qualifiers: {},
};
