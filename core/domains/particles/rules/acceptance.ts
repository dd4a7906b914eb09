import type { DomainResult, Finding, Text } from "../../../kernel/index.ts";
import { sampleLabel } from "../analysis/captures.ts";
import type { Check, Flag } from "../analysis/checks.ts";
import { type SampleSummary, studySummary } from "../analysis/study-summary.ts";
import { checkMessages } from "./check-messages.ts";
import { type NumbersBehind, numbersBehind } from "./numbers.ts";

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

interface Answer {
  readonly sample: SampleSummary;
  readonly check: Check;
}

/** One finding for each sample and flag that is not met, and one for each flag of the study that all samples meet. */
export function acceptanceFindings(result: DomainResult): Finding[] {
  const { samples } = studySummary(result.study);
  const numbers = numbersBehind(result);
  return (Object.keys(severities) as Flag[]).flatMap((flag) => {
    const answers = samples.flatMap((sample): Answer[] =>
      sample.checks.flatMap((check) => (check.flag === flag ? [{ sample, check }] : [])),
    );
    return flagFindings(flag, answers, numbers);
  });
}

function flagFindings(flag: Flag, answers: readonly Answer[], numbers: NumbersBehind): Finding[] {
  if (answers.length === 0) return [];
  const failing = answers.filter(({ check }) => check.status === "not met");
  if (failing.length > 0 && severities[flag] === "note") return [noteFinding(flag, failing, numbers)];
  if (failing.length > 0) return failing.map((answer) => sampleFinding(flag, answer, numbers));
  return [studyFinding(flag, answers, numbers)];
}

function sampleFinding(flag: Flag, { sample, check }: Answer, numbers: NumbersBehind): Finding {
  const { fails, remedy, clause } = checkMessages[flag];
  const filled = fillBoth(fails, check);
  const { name, instrument } = sample;
  return {
    rule: `particles.${flag}`,
    status: "not met",
    severity: severities[flag],
    subject: { level: "sample", sample: name },
    message:
      instrument === null
        ? filled
        : { en: `${filled.en} (on ${instrument})`, ja: `${filled.ja}（装置：${instrument}）` },
    remedy,
    clause,
    estimates: numbers.ofFlag(flag, name, instrument),
  };
}

/** One note for all samples that it is of. */
function noteFinding(flag: Flag, failing: readonly Answer[], numbers: NumbersBehind): Finding {
  const labels = [...new Set(failing.map(({ sample }) => sampleLabel(sample)))];
  const listed = labels.length > 12 ? `${labels.slice(0, 12).join(", ")} …` : labels.join(", ");
  const said = [...new Map(failing.map(({ check }) => [check.found.en, check])).values()].slice(0, 3);
  const found: Text = {
    en: said.map((check) => check.found.en).join("; "),
    ja: said.map((check) => check.found.ja).join("、"),
  };
  const { fails, remedy, clause } = checkMessages[flag];
  const message = fillBoth(fails, { ...failing[0]!.check, found });
  const count = labels.length;
  return {
    rule: `particles.${flag}`,
    status: "doubtful",
    severity: "note",
    subject: { level: "study" },
    message: {
      en: `${message.en}. ${count === 1 ? "One sample" : `${count} samples`}: ${listed}`,
      ja: `${message.ja}。${count} 試料：${listed}`,
    },
    remedy,
    clause,
    estimates: failing.flatMap(({ sample }) => numbers.ofFlag(flag, sample.name, sample.instrument)),
  };
}

function studyFinding(flag: Flag, answers: readonly Answer[], numbers: NumbersBehind): Finding {
  const { name, remedy, clause } = checkMessages[flag];
  const having = (status: Check["status"]) => answers.filter(({ check }) => check.status === status);
  const [met, unreported] = [having("met"), having("not reported").length];
  const of = answers.length;
  const status = met.length > 0 ? "met" : unreported > 0 ? "not reported" : "not applicable";
  const other = having("not applicable").length;
  const rest = {
    en: `${unreported > 0 ? `; not reported for ${unreported}` : ""}${other > 0 ? `; nothing to check for ${other}` : ""}`,
    ja: `${unreported > 0 ? `、記載なし ${unreported}` : ""}${other > 0 ? `、確認対象なし ${other}` : ""}`,
  };
  const message = {
    met: {
      en: `${name.en}: within the limit for ${met.length} of ${of} samples${rest.en}`,
      ja: `${name.ja}：${of} 試料中 ${met.length} 試料が基準内${rest.ja}`,
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
    message,
    remedy: status === "met" ? { en: "", ja: "" } : remedy,
    clause,
    estimates: met.flatMap(({ sample }) => numbers.measured(flag, sample.name, sample.instrument)),
  };
}

function fillBoth({ en, ja }: Text, { found, limit }: Pick<Check, "found" | "limit">): Text {
  return {
    en: en.replaceAll("{found}", () => found.en).replaceAll("{limit}", () => limit.en),
    ja: ja.replaceAll("{found}", () => found.ja).replaceAll("{limit}", () => limit.ja),
  };
}
