import type { DomainResult, Finding } from "../../../kernel/index.ts";
import type { Check, Flag } from "../analysis/checks.ts";
import { type SampleSummary, studySummary } from "../analysis/study-summary.ts";
import { checkMessages } from "./check-messages.ts";

/** Flags that make a number unfit; the others are cautions or notes. */
const severities: Readonly<Record<Flag, Finding["severity"]>> = {
  drift: "caution",
  low_count: "caution",
  high_density: "caution",
  "blank>10%": "fail",
  "CV>20%": "caution",
  nonlinear: "fail",
  T_missing: "caution",
  viscosity_assumed: "note",
  truncated_below_dmin: "caution",
};

/** One finding for each sample and flag that is not met, and one for each flag of the study that all samples meet. */
export function acceptanceFindings(result: DomainResult): Finding[] {
  const { samples } = studySummary(result.study);
  return (Object.keys(severities) as Flag[]).flatMap((flag) => flagFindings(flag, samples));
}

function flagFindings(flag: Flag, samples: readonly SampleSummary[]): Finding[] {
  const answers = samples.flatMap(({ name, checks }) =>
    checks.filter((check) => check.flag === flag).map((check) => ({ name, check })),
  );
  const failing = answers.filter(({ check }) => check.status === "not met");
  if (failing.length > 0 && severities[flag] === "note") return [noteFinding(flag, failing)];
  if (failing.length > 0) return failing.map(({ name, check }) => sampleFinding(flag, name, check));
  const met = answers.filter(({ check }) => check.status === "met").length;
  const reported = answers.filter(({ check }) => check.status !== "not applicable").length;
  if (met > 0) return [studyFinding(flag, "met", met, answers.length)];
  return answers.length > 0
    ? [studyFinding(flag, reported > 0 ? "not reported" : "not applicable", 0, answers.length)]
    : [];
}

function sampleFinding(flag: Flag, sample: string, { found, limit }: Check): Finding {
  const { fails, remedy, clause } = checkMessages[flag];
  return {
    rule: `particles.${flag}`,
    status: "not met",
    severity: severities[flag],
    subject: { level: "sample", sample },
    message: fillBoth(fails, { found, limit }),
    remedy,
    clause,
    estimates: [],
  };
}

/** One note for all samples that it is of. */
function noteFinding(
  flag: Flag,
  failing: readonly { readonly name: string; readonly check: Check }[],
): Finding {
  const names = [...new Set(failing.map(({ name }) => name))];
  const listed = names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ");
  const finding = sampleFinding(flag, "", failing[0]!.check);
  const message = {
    en: `${finding.message.en}: ${names.length} sample(s), ${listed}`,
    ja: `${finding.message.ja}：${names.length} 試料、${listed}`,
  };
  return { ...finding, status: "doubtful", subject: { level: "study" }, message };
}

function studyFinding(
  flag: Flag,
  status: "met" | "not reported" | "not applicable",
  met: number,
  of: number,
): Finding {
  const { name, remedy, clause } = checkMessages[flag];
  const state = {
    met: {
      en: `${name.en}: in order for ${met} of ${of} samples`,
      ja: `${name.ja}：${of} 試料中 ${met} 試料で問題なし`,
    },
    "not reported": { en: `${name.en}: the files do not report it`, ja: `${name.ja}：ファイルに記載なし` },
    "not applicable": {
      en: `${name.en}: the study has nothing to check it with`,
      ja: `${name.ja}：この研究には確認する材料がない`,
    },
  }[status];
  return {
    rule: `particles.${flag}`,
    status,
    severity: "note",
    subject: { level: "study" },
    message: state,
    remedy: status === "met" ? { en: "", ja: "" } : remedy,
    clause,
    estimates: [],
  };
}

function fillBoth(
  text: Finding["message"],
  { found, limit }: { found: string; limit: string },
): Finding["message"] {
  const fill = (sentence: string) =>
    sentence.replaceAll("{found}", () => found).replaceAll("{limit}", () => limit);
  return { en: fill(text.en), ja: fill(text.ja) };
}
