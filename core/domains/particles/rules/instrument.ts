import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { fileSummary, type WarningSummary } from "../analysis/summary.ts";

interface Heard extends WarningSummary {
  readonly capture: string;
}

/** The instrument's own judgements, word for word: one finding for each file and sentence, with the captures it is of. */
export function instrumentFindings(result: DomainResult): Finding[] {
  return result.files.flatMap((analysis) => {
    const groups = new Map<string, Heard[]>();
    for (const heard of heardIn(analysis)) {
      const key = `${heard.severity}|${heard.key}|${heard.words}`;
      groups.set(key, [...(groups.get(key) ?? []), heard]);
    }
    return [...groups.values()].map((group) => finding(analysis.file, group));
  });
}

function heardIn(analysis: DomainResult["files"][number]): Heard[] {
  const summary = fileSummary(analysis);
  const of = (capture: string, warnings: readonly WarningSummary[]) =>
    warnings.map((warning) => ({ ...warning, capture }));
  if (summary.kind === "distribution") {
    const captures = summary.captures.filter(({ role }) => role !== "ignore");
    return [
      ...of("", summary.instrumentWarnings),
      ...captures.flatMap(({ name, instrumentWarnings }) => of(name, instrumentWarnings)),
    ];
  }
  if (summary.kind === "dls")
    return summary.records.flatMap(({ name, instrumentWarnings }) => of(name, instrumentWarnings));
  return summary.kind === "tracks" ? [] : of("", summary.instrumentWarnings);
}

function finding(file: string, group: readonly Heard[]): Finding {
  const { key, words, severity, line } = group[0]!;
  const captures = group.flatMap(({ capture }) => (capture === "" ? [] : [capture]));
  const who = captures.length > 0 ? ` (${captures.join(", ")})` : "";
  return {
    rule: "particles.instrument_warning",
    status: severity === "fail" ? "not met" : "doubtful",
    severity: severity === "fail" ? "fail" : "caution",
    subject: { level: "file", file },
    message: {
      en: `the instrument says of ${key}: "${words}"${who}`,
      ja: `装置の判定 ${key}：「${words}」${who}`,
    },
    remedy: {
      en: "Look at the capture in the instrument's software; set it aside with the role `ignore` in samples.csv if it is not to be used.",
      ja: "装置のソフトウェアでその測定を確認し、使わない場合は samples.csv の role を `ignore` にしてください。",
    },
    clause: `${file}, line ${line}`,
    estimates: [],
  };
}
