import { defineMessages } from "../../../../kernel/index.ts";

/** Names of the estimates that vesicle counting gives. */
export const vesicleEstimateTerms = defineMessages({
  "cytometry.concentration": { en: "Concentration of detected particles", ja: "検出粒子の濃度" },
  "cytometry.positiveFraction": { en: "Positive fraction", ja: "陽性率" },
  "cytometry.bufferShare": {
    en: "Buffer events over sample events",
    ja: "試料に対する緩衝液由来イベントの比",
  },
  "cytometry.detergentRemoved": {
    en: "Events removed by detergent",
    ja: "界面活性剤で消失したイベントの割合",
  },
  "cytometry.multipleShare": { en: "Events of two particles or more", ja: "複数粒子によるイベントの割合" },
  "cytometry.dilutionRateSlope": {
    en: "Slope of event rate on dilution",
    ja: "希釈に対するイベント頻度の傾き",
  },
  "cytometry.dilutionBrightnessSlope": {
    en: "Slope of brightness on dilution",
    ja: "希釈に対する輝度の傾き",
  },
});

/** Sentences for the flags that vesicle counting puts on numbers. */
export const vesicleFlagTerms = defineMessages({
  no_events_in_gate: {
    en: "No events in the gate: an upper limit",
    ja: "ゲート内にイベントがなく、上限値を示す",
  },
  not_above_buffer: {
    en: "Not above the buffer control: an upper limit",
    ja: "緩衝液対照を超えず、上限値を示す",
  },
  not_above_control: { en: "Not above the control: an upper limit", ja: "対照を超えず、上限値を示す" },
  several_in_beam: {
    en: "Several particles are often in the beam together",
    ja: "複数の粒子が同時に検出領域に入る割合が高い",
  },
  detection_limit_not_calibrated: {
    en: "The detection limit is not known in calibrated units",
    ja: "検出限界が校正単位で求められていない",
  },
  buffer_over_limit: {
    en: "Buffer events are over the agreed share",
    ja: "緩衝液由来のイベントが基準を超えている",
  },
  buffer_share_undecided: {
    en: "Too few events to tell whether the buffer is within its share",
    ja: "イベントが少なく、緩衝液の割合が基準内か判定できない",
  },
  detergent_leaves_events: {
    en: "Detergent leaves more events than agreed: they may not be vesicles",
    ja: "界面活性剤処理後も基準を超えるイベントが残り、小胞ではない可能性がある",
  },
  detergent_undecided: {
    en: "Too few events to tell whether detergent removes the agreed share",
    ja: "イベントが少なく、界面活性剤による消失が基準に達したか判定できない",
  },
  detergent_adds_events: {
    en: "More events with detergent than without",
    ja: "界面活性剤処理でイベントが増えている",
  },
  fraction_at_boundary: {
    en: "A donor's fraction is at 0 or 1: mean of plain fractions",
    ja: "陽性率が 0 または 1 のドナーがあり、割合の単純平均を用いた",
  },
  swarm_supported: {
    en: "Brightness falls with dilution: supports several particles per event",
    ja: "希釈により輝度が低下し、1 イベントに複数粒子が含まれることを支持",
  },
  swarm_undecided: {
    en: "Single particles or swarm: not settled by the dilution series",
    ja: "単一粒子かスウォームか、希釈系列では判定できない",
  },
});

/** Reasons of a verdict on a dilution series. */
export const seriesReasonTerms = defineMessages({
  rate_linear_and_brightness_stable: {
    en: "the event rate follows the dilution and brightness stays",
    ja: "イベント頻度が希釈に比例し、輝度が一定",
  },
  brightness_falls_with_dilution: { en: "brightness falls with dilution", ja: "希釈により輝度が低下" },
  brightness_rises_with_dilution: {
    en: "brightness rises with dilution",
    ja: "希釈により輝度が上昇",
  },
  brightness_unclear: {
    en: "the interval of the brightness slope crosses the tolerance",
    ja: "輝度の傾きの信頼区間が許容差をまたぐ",
  },
  brightness_not_given: {
    en: "no brightness was given at three dilutions or more",
    ja: "3 段階以上の希釈での輝度がない",
  },
  event_rate_flatter: {
    en: "the event rate falls less than the dilution: events are lost where it is crowded",
    ja: "イベント頻度の低下が希釈より小さく、高濃度側で数え落としがある",
  },
  event_rate_steeper: {
    en: "the event rate falls more than the dilution: swarm at the threshold, loss to the tube, or a wrong factor",
    ja: "イベント頻度の低下が希釈より大きい（閾値付近のスウォーム、チューブへの吸着、希釈倍率の誤りなど）",
  },
  event_rate_unclear: {
    en: "the interval of the rate's slope crosses the tolerance",
    ja: "イベント頻度の傾きの信頼区間が許容差をまたぐ",
  },
  too_few_dilutions: { en: "fewer usable dilutions than needed", ja: "使用できる希釈段階が不足" },
  dilution_span_too_small: { en: "the dilutions span too little", ja: "希釈の範囲が狭い" },
  dilutions_near_buffer_left_out: {
    en: "dilutions near the buffer rate were left out",
    ja: "緩衝液に近い希釈点を除外",
  },
});

/** Sentences for the assumptions that vesicle counting names. */
export const vesicleAssumptionTerms = defineMessages({
  volume_stated_by_file: {
    en: "The acquired volume is that of the file",
    ja: "取り込み体積はファイルの記載による",
  },
  volume_from_sheet: {
    en: "The acquired volume is that of the sample sheet",
    ja: "取り込み体積は試料表による",
  },
  volume_from_flow_rate: {
    en: "The acquired volume is the set flow rate times the time; the flow rate is not checked",
    ja: "取り込み体積は設定流量と時間の積（流量は未検証）",
  },
  counting_beads_concentration: {
    en: "The concentration of counting beads in the tube is as stated, and they mix evenly",
    ja: "チューブ内の計数ビーズ濃度は記載のとおりで、均一に混ざっている",
  },
  single_particles_above_detection_limit: {
    en: "Each event is one particle; only particles above the detection limit of the channel are counted",
    ja: "1 イベントを 1 粒子とみなし、当該チャンネルの検出限界を超える粒子のみを計数",
  },
  buffer_events_independent_of_dilution: {
    en: "The buffer gives the same events per volume in the sample as alone",
    ja: "緩衝液由来のイベントは、単独でも試料中でも体積あたり同じ",
  },
  counting_interval_only: {
    en: "The interval holds counting only: the least uncertainty there can be",
    ja: "区間は計数のみによるもので、不確かさの下限",
  },
  dilution_uncertainty_stated: {
    en: "The uncertainty of one dilution is as set, and is widened where the points scatter more",
    ja: "1 回の希釈の不確かさは設定値による（点のばらつきが大きい場合は拡大）",
  },
  no_buffer_subtracted: { en: "No buffer control was subtracted", ja: "緩衝液対照を差し引いていない" },
  logit_normal_between_donors: {
    en: "Logits of the fractions are normal between donors",
    ja: "割合のロジットはドナー間で正規分布",
  },
  control_fraction_subtracted: {
    en: "Events above the threshold in the control are subtracted",
    ja: "対照で閾値を超えたイベントの割合を差し引く",
  },
  buffer_events_in_denominator: {
    en: "Events of the buffer are among those that the fraction is of: they lower it",
    ja: "分母のイベントには緩衝液由来のものも含まれ、その分だけ陽性率は低くなる",
  },
  no_control_subtracted: { en: "No control fraction was subtracted", ja: "対照の割合を差し引いていない" },
});

/** What the interval methods of vesicle counting are. */
export const vesicleIntervalTerms = defineMessages({
  "poisson-exact-propagated": {
    en: "Exact Poisson interval with the stated relative uncertainty added on the logarithmic scale",
    ja: "正確なポアソン信頼区間に、設定した相対不確かさを対数尺度で合成",
  },
  "poisson-ratio-exact": {
    en: "Exact conditional interval of a ratio of two counts",
    ja: "2 つの計数の比の正確な条件付き信頼区間",
  },
  "poisson-ratio-exact-propagated": {
    en: "Exact interval of a ratio of counts with the stated relative uncertainty added on the logarithmic scale",
    ja: "計数比の正確な信頼区間に、設定した相対不確かさを対数尺度で合成",
  },
  "poisson-ratio-mover": {
    en: "Interval of a ratio from the limits of both rates (MOVER)",
    ja: "両者の信頼限界から求めた比の信頼区間（MOVER）",
  },
  "poisson-difference": {
    en: "Interval of a difference from the exact limits of both rates (MOVER)",
    ja: "両者の正確な信頼限界から求めた差の信頼区間（MOVER）",
  },
  "poisson-difference-propagated": {
    en: "Interval of a difference of rates with the stated relative uncertainty added on the logarithmic scale",
    ja: "頻度の差の信頼区間に、設定した相対不確かさを対数尺度で合成",
  },
  "binomial-exact": {
    en: "Exact binomial interval of counting (Clopper-Pearson)",
    ja: "計数の正確な二項信頼区間（Clopper-Pearson）",
  },
  "newcombe-score": {
    en: "Hybrid score interval of a difference of two proportions (Newcombe)",
    ja: "2 つの割合の差のスコア信頼区間（Newcombe）",
  },
  "t-logit-donors": {
    en: "t-interval of the donors' logits, back on the fraction scale",
    ja: "ドナーのロジットの t 信頼区間を割合に戻したもの",
  },
  "t-plain-donors": { en: "t-interval of the donors' fractions", ja: "ドナーの割合の t 信頼区間" },
  "weighted-line-birge": {
    en: "Slope weighted by known uncertainties, widened by the Birge ratio",
    ja: "既知の不確かさで重み付けした傾き（Birge 比で拡大）",
  },
});

/** Names of the qualifiers of vesicle counting. */
export const vesicleQualifierTerms = defineMessages({
  dilutionState: { en: "concentration of", ja: "濃度の対象" },
  "as measured": { en: "as measured", ja: "測定時" },
  original: { en: "original sample", ja: "原試料" },
  detectedAbove: { en: "above the detection limit of", ja: "検出限界（チャンネル）" },
  gate: { en: "gate", ja: "ゲート" },
  channel: { en: "channel", ja: "チャンネル" },
});

/** Every sentence of vesicle counting. */
export const vesicleTerms = {
  ...vesicleEstimateTerms,
  ...vesicleFlagTerms,
  ...seriesReasonTerms,
  ...vesicleAssumptionTerms,
  ...vesicleIntervalTerms,
  ...vesicleQualifierTerms,
};
