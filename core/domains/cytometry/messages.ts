import { defineMessages, type Text } from "../../kernel/index.ts";

export const title: Text = { en: "Flow cytometry of single particles", ja: "単一粒子フローサイトメトリー" };

/** Sentences for every id and code that this domain's estimates use. */
export const terms = defineMessages({});
