import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Design map", ja: "実験計画" },
  intro: {
    en: "Who was measured under what. Repeats of one donor are repeats, not donors.",
    ja: "どのドナーをどの条件で測定したか。同じドナーの反復はドナー数に数えません。",
  },
  table: { en: "Samples by donor and condition", ja: "ドナーと条件ごとの試料" },
  donor: { en: "Donor", ja: "ドナー" },
  empty: { en: "none", ja: "なし" },
  nothing: {
    en: "No sample names both a donor and a condition, so nothing can be compared. Fill them in in the sample sheet.",
    ja: "ドナーと条件の両方を記した試料がないため、比較はできません。試料表に記入してください。",
  },
  paired: {
    en: "{count} of {all} donors were measured under every condition: differences can be taken within donors.",
    ja: "{all} ドナー中 {count} ドナーが全条件で測定されており、ドナー内で差を取れます。",
  },
  single: {
    en: "Only one donor: {list}. What is of the condition and what of the donor cannot be told apart.",
    ja: "ドナーが 1 人の条件：{list}。条件の影響とドナーの個体差を区別できません。",
  },
  apart: {
    en: "No donor in common with another condition: {list}. Condition and donor are compared at once.",
    ja: "他の条件と共通のドナーがない条件：{list}。条件とドナーを同時に比べることになります。",
  },
  open: {
    en: "Donor or condition not given: {list}",
    ja: "ドナーまたは条件が未記入：{list}",
  },
  others: { en: "Beside the samples", ja: "試料以外" },
  role: { en: "Role", ja: "役割" },
  name: { en: "Name", ja: "名前" },
  sheet: { en: "Open the sample sheet", ja: "試料表を開く" },
  blank: { en: "blank", ja: "ブランク" },
  calibrant: { en: "calibrant", ja: "校正用" },
  control: { en: "control", ja: "対照" },
});
