import { defineMessages } from "../../../../kernel/index.ts";

/** Names of the estimates of gates. */
export const gateEstimateTerms = defineMessages({
  "cytometry.gateCount": { en: "Events in the gate", ja: "ゲート内イベント数" },
  "cytometry.gateFraction": { en: "Fraction of the parent gate", ja: "親ゲートに対する割合" },
  "cytometry.controlThreshold": { en: "Threshold from the control", ja: "コントロールから求めた閾値" },
});

/** Doubts that gates put on numbers. */
export const gateFlagTerms = defineMessages({
  few_control_events: {
    en: "The control has too few events to place the threshold inside them",
    ja: "コントロールのイベントが少なく、閾値をその範囲内に定められない",
  },
  threshold_interval_open: {
    en: "The control has too few events to limit the threshold from above",
    ja: "コントロールのイベントが少なく、閾値の上限を定められない",
  },
  events_dropped_in_time: {
    en: "Events of disturbed time slices were left out",
    ja: "乱れのあった時間帯のイベントを除いた",
  },
  drift_not_judged: {
    en: "Drift of brightness was not judged: the medians of the slices do not spread",
    ja: "時間帯ごとの中央値にばらつきがなく、輝度のドリフトを評価していない",
  },
});

/** What gates and their counts assume. */
export const gateAssumptionTerms = defineMessages({
  counting_only: {
    en: "The interval covers the counting of events only, not samples or donors",
    ja: "区間はイベント計数の統計誤差のみを含み、試料間やドナー間のばらつきを含まない",
  },
  singlet_gate: {
    en: "Single events keep one ratio of area to height; those outside a robust band around it are taken for doublets",
    ja: "単一イベントでは面積と高さの比が一定とみなし、頑健な帯域から外れたイベントを重なりとみなす",
  },
  density_gate: {
    en: "The densest part of the scatter plot is taken for the beads",
    ja: "散乱光プロットで最も密な領域をビーズとみなす",
  },
  stable_flow: {
    en: "The usual rate and brightness of the run are those of undisturbed flow",
    ja: "測定中の代表的な頻度と輝度を、乱れのない流れの値とみなす",
  },
  control_like_sample: {
    en: "Negative events of the sample are as bright as those of the control",
    ja: "試料の陰性イベントの輝度はコントロールと同じ",
  },
});

/** How the intervals of gates are made. */
export const gateIntervalTerms = defineMessages({
  "binomial-exact": {
    en: "Exact binomial interval (Clopper-Pearson)",
    ja: "二項分布の正確な信頼区間（Clopper-Pearson）",
  },
});

/** What gate counts are of. */
export const gateQualifierTerms = defineMessages({
  gate: { en: "Gate", ja: "ゲート" },
  parent: { en: "Parent gate", ja: "親ゲート" },
});
