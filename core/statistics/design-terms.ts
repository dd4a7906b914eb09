import { defineMessages } from "../kernel/index.ts";

/** Doubts about a design, said the same way in every room. */
export const designFlags = defineMessages({
  few_donors: { en: "Fewer than three donors", ja: "ドナーが 3 例未満" },
  no_biological_replicates: {
    en: "A single donor: the interval is not of biology",
    ja: "ドナーが 1 例のみで、区間は生物学的ばらつきを含まない",
  },
  no_interval: { en: "No interval can be given", ja: "信頼区間を示せない" },
  dilution_not_recorded: { en: "No dilution factor is recorded", ja: "希釈倍率の記録がない" },
});

/** Assumptions of a design, said the same way in every room. */
export const designAssumptions = defineMessages({
  donors_are_replicates: {
    en: "Donors are the replicates; measurements and preparations are averaged first",
    ja: "反復の単位はドナー。測定と単離は先に平均",
  },
  independent_donors: { en: "Donors of the conditions are independent", ja: "条件間のドナーは独立" },
  paired_donors: {
    en: "The same donors in both conditions: compared in pairs",
    ja: "両条件で同じドナー：対応のある比較",
  },
  lognormal_between_donors: { en: "Log-normal between donors", ja: "ドナー間は対数正規分布" },
});
