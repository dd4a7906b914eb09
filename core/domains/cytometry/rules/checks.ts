import { type DomainResult, estimateKey, type Finding, type Text } from "../../../kernel/index.ts";
import { type CheckSummary, studySummary } from "../analysis/study-summary.ts";
import { seriesReasonTerms } from "../operations/vesicles/terms.ts";

type Check = CheckSummary["check"];

interface CheckWords {
  readonly name: Text;
  /** `{share}` and its like are filled in. */
  readonly met: Text;
  readonly fails: Text;
  /** In place of `fails` where the number found has the wrong sign (`found.reversed`). */
  readonly reversed?: Text;
  readonly doubtful: Text;
  readonly unreported: Text;
  readonly remedy: Text;
  readonly clause: string;
  readonly severity: Finding["severity"];
  /** Estimates that it looks at or bears on. */
  readonly estimates: readonly string[];
}

/** What each check of a sample says. */
export const checkWords: Readonly<Record<Check, CheckWords>> = {
  buffer_share: {
    name: { en: "Buffer-only control", ja: "緩衝液のみの対照" },
    met: {
      en: "The buffer gives {share} of the sample's event rate (limit {limit})",
      ja: "緩衝液のイベントレートは試料の {share}（上限 {limit}）",
    },
    fails: {
      en: "The buffer alone gives {share} of the sample's event rate, over {limit}: what is counted is not only the sample",
      ja: "緩衝液だけで試料のイベントレートの {share}（上限 {limit}）に達し、計数の一部は試料由来ではない",
    },
    doubtful: {
      en: "The buffer gives {share} of the sample's event rate; too few events to tell whether it is within {limit}",
      ja: "緩衝液のイベントレートは試料の {share}。イベントが少なく {limit} 以内か判断できない",
    },
    unreported: {
      en: "No buffer-only control with a known volume: background is in the numbers",
      ja: "体積の分かる緩衝液のみの対照がなく、数値に背景が含まれる",
    },
    remedy: {
      en: "Measure the diluent alone at the same settings, name it `buffer` in the column `control`, and measure the sample less diluted.",
      ja: "同じ設定で希釈液のみを測定して `control` 列に `buffer` と書き、必要なら試料の希釈倍率を下げてください。",
    },
    clause: "MIFlowCyt-EV 3.1",
    severity: "fail",
    estimates: ["cytometry.bufferShare", "cytometry.concentration"],
  },
  detergent: {
    name: { en: "Detergent control", ja: "界面活性剤対照" },
    met: {
      en: "Detergent removes {removed} of the particles (at least {limit} agreed): supports membrane vesicles",
      ja: "界面活性剤で粒子の {removed} が消失（基準 {limit} 以上）：膜小胞であることを支持",
    },
    fails: {
      en: "Detergent removes only {removed} of the particles, under {limit}: much of what is counted may not be vesicles",
      ja: "界面活性剤で消失した粒子は {removed} のみ（基準 {limit}）で、計数の多くが小胞でない可能性がある",
    },
    reversed: {
      en: "There are more particles with detergent than without ({limit} should be removed): much of what is counted may not be vesicles",
      ja: "界面活性剤処理で粒子が増えており（基準は {limit} 以上の消失）、計数の多くが小胞でない可能性がある",
    },
    doubtful: {
      en: "Detergent removes {removed} of the particles; too few events to tell whether it reaches {limit}",
      ja: "界面活性剤で粒子の {removed} が消失。イベントが少なく {limit} に達するか判断できない",
    },
    unreported: {
      en: "No detergent control: particles may be anything that scatters",
      ja: "界面活性剤対照がなく、粒子が小胞かどうか確認できない",
    },
    remedy: {
      en: "Lyse a part of the sample, measure it at the same dilution, and name it `detergent` in the column `control`.",
      ja: "試料の一部を界面活性剤で処理して同じ希釈で測定し、`control` 列に `detergent` と書いてください。",
    },
    clause: "MIFlowCyt-EV 3.8",
    severity: "caution",
    estimates: ["cytometry.detergentRemoved", "cytometry.concentration"],
  },
  dilution: {
    name: { en: "Dilution series", ja: "希釈系列" },
    met: {
      en: "The dilution series supports single particles: {reasons}",
      ja: "希釈系列は単一粒子の検出を支持：{reasons}",
    },
    fails: {
      en: "The dilution series supports a swarm, several particles counted as one: {reasons}",
      ja: "希釈系列からスウォーム（複数粒子の同時計数）が疑われる：{reasons}",
    },
    doubtful: {
      en: "The dilution series does not tell single particles from a swarm: {reasons}",
      ja: "希釈系列から単一粒子かスウォームか判断できない：{reasons}",
    },
    unreported: {
      en: "No dilution series: a swarm would not be noticed",
      ja: "希釈系列がなく、スウォームを検出できない",
    },
    remedy: {
      en: "Measure three dilutions or more that span a factor of four, and work where rate and brightness follow.",
      ja: "4 倍以上の範囲で 3 段階以上の希釈を測定し、レートと輝度が適切に振る舞う範囲で測定してください。",
    },
    clause: "MIFlowCyt-EV 3.7",
    severity: "fail",
    estimates: [
      "cytometry.dilutionRateSlope",
      "cytometry.dilutionBrightnessSlope",
      "cytometry.concentration",
    ],
  },
};

/** One finding for each sample that fails or is doubtful, and one note for each check that all samples meet or none reports. */
export function checkFindings(result: DomainResult): readonly Finding[] {
  const { checks } = studySummary(result.study);
  return (Object.keys(checkWords) as Check[]).flatMap((check) => {
    const own = checks.filter((one) => one.check === check);
    if (own.length === 0) return [];
    const open = own.filter(({ status }) => status === "not met" || status === "doubtful");
    const rest = own.filter(({ status }) => status === "met");
    return [
      ...open.map((one) => sampleFinding(one, result)),
      ...rest.map((one) => sampleFinding(one, result)),
      ...unreportedFinding(check, own),
    ];
  });
}

function sampleFinding(check: CheckSummary, result: DomainResult): Finding {
  const words = checkWords[check.check];
  const fails = check.found.reversed === undefined ? words.fails : (words.reversed ?? words.fails);
  const message = check.status === "met" ? words.met : check.status === "not met" ? fails : words.doubtful;
  const keys = result.estimates.flatMap((estimate) =>
    estimate.subject.sample === check.sample && words.estimates.includes(estimate.id)
      ? [estimateKey(estimate)]
      : [],
  );
  const severity = check.status === "met" ? "note" : check.status === "doubtful" ? "caution" : words.severity;
  return {
    rule: `cytometry.${check.check}`,
    status: check.status,
    severity,
    subject: { level: "sample", sample: check.sample },
    message: filled(message, check.found),
    remedy: check.status === "met" ? { en: "", ja: "" } : words.remedy,
    clause: words.clause,
    estimates: keys,
  };
}

function unreportedFinding(check: Check, own: readonly CheckSummary[]): Finding[] {
  const samples = own.filter(({ status }) => status === "not reported").map(({ sample }) => sample);
  if (samples.length === 0) return [];
  const { unreported, remedy, clause } = checkWords[check];
  const listed = samples.length > 12 ? `${samples.slice(0, 12).join(", ")} …` : samples.join(", ");
  return [
    {
      rule: `cytometry.${check}`,
      status: "not reported",
      severity: samples.length === own.length ? "caution" : "note",
      subject: { level: "study" },
      message: { en: `${unreported.en}. Samples: ${listed}`, ja: `${unreported.ja}。試料：${listed}` },
      remedy,
      clause,
      estimates: [],
    },
  ];
}

function filled({ en, ja }: Text, found: CheckSummary["found"]): Text {
  const reasons = String(found.reasons ?? "")
    .split(",")
    .filter((code) => code !== "");
  const words = (language: keyof Text, by: string) =>
    reasons
      .map((code) => seriesReasonTerms[code as keyof typeof seriesReasonTerms]?.[language] ?? code)
      .join(by);
  const fill = (text: string, language: keyof Text) =>
    Object.entries({ ...found, reasons: words(language, language === "ja" ? "、" : "; ") }).reduce(
      (sentence, [name, value]) => sentence.replaceAll(`{${name}}`, () => String(value)),
      text,
    );
  return { en: fill(en, "en"), ja: fill(ja, "ja") };
}
