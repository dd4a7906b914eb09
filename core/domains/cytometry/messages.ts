import type { DomainTerms, Text } from "../../kernel/index.ts";

export const title: Text = { en: "Flow cytometry of single particles", ja: "単一粒子フローサイトメトリー" };

/** Sentences for every id and code that this room's estimates use. */
export const terms: DomainTerms = {
  estimates: {},
  flags: {},
  assumptions: {},
  intervals: {},
  qualifiers: {},
};
