import type { Text } from "../../../../kernel/index.ts";
import type { EnrichmentClass } from "./enrichment.ts";

/** What the classes are called. */
export const enrichmentTerms: Readonly<Record<EnrichmentClass, Text>> = {
  enriched: { en: "enriched in EV", ja: "EVで濃縮" },
  depleted: { en: "depleted in EV", ja: "EVで減少" },
  "not told apart": { en: "not told apart", ja: "差を判別できない" },
  "carry-over": {
    en: "carry-over: abundance in EV explained by source abundance",
    ja: "持ち込み：EV画分の量が由来試料の量で説明される",
  },
  "only in EV": { en: "measured in EV only", ja: "EV画分のみで検出" },
  "only in source": { en: "measured in source only", ja: "由来試料のみで検出" },
  "no interval": { en: "no interval can be given", ja: "区間を示せない" },
};
