import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { fileSummary, type WarningSummary } from "../analysis/summary.ts";
import { type NumbersBehind, numbersBehind } from "./numbers.ts";

interface Heard extends WarningSummary {
  readonly capture: string;
  /** Null where the warning is not of a sample's own numbers. */
  readonly sample: string | null;
}

/** The instrument's own judgements, word for word: one finding for each file and sentence, with the captures it is of. */
export function instrumentFindings(result: DomainResult): Finding[] {
  const numbers = numbersBehind(result);
  return result.files.flatMap((analysis) => {
    const groups = new Map<string, Heard[]>();
    for (const heard of heardIn(analysis)) {
      const key = `${heard.severity}|${heard.key}|${heard.words}`;
      groups.set(key, [...(groups.get(key) ?? []), heard]);
    }
    return [...groups.values()].map((group) => finding(analysis.file, group, numbers));
  });
}

function heardIn(analysis: DomainResult["files"][number]): Heard[] {
  const summary = fileSummary(analysis);
  const of = (capture: string, sample: string | null, warnings: readonly WarningSummary[]) =>
    warnings.map((warning) => ({ ...warning, capture, sample }));
  if (summary.kind === "distribution") {
    const captures = summary.captures.filter(({ role }) => role !== "ignore");
    const samples = [...new Set(captures.map(({ sample }) => sample ?? analysis.file))];
    return [
      ...samples.flatMap((sample) => of("", sample, summary.instrumentWarnings)),
      ...captures.flatMap(({ name, sample, instrumentWarnings }) =>
        of(name, sample ?? analysis.file, instrumentWarnings),
      ),
    ];
  }
  if (summary.kind === "dls")
    return summary.records.flatMap(({ name, instrumentWarnings }) => of(name, null, instrumentWarnings));
  return summary.kind === "tracks" ? [] : of("", null, summary.instrumentWarnings);
}

function finding(file: string, group: readonly Heard[], numbers: NumbersBehind): Finding {
  const { key, words, severity, line } = group[0]!;
  const captures = group.flatMap(({ capture }) => (capture === "" ? [] : [capture]));
  const who = {
    en: captures.length > 0 ? ` (${captures.join(", ")})` : "",
    ja: captures.length > 0 ? `（${captures.join("、")}）` : "",
  };
  const samples = [...new Set(group.flatMap(({ sample }) => sample ?? []))];
  return {
    rule: "particles.instrument_warning",
    status: severity === "fail" ? "not met" : "doubtful",
    severity: severity === "fail" ? "fail" : "caution",
    subject: { level: "file", file },
    message: {
      en: `The instrument says of ${key}: “${words}”${who.en}`,
      ja: `${key} に関する装置の表示：「${words}」${who.ja}`,
    },
    remedy: {
      en: "Look at the capture in the instrument's software; set it aside with the role `ignore` in samples.csv if it is not to be used.",
      ja: "装置のソフトウェアでその測定を確認し、使わない場合は samples.csv の role を `ignore` にしてください。",
    },
    clause: line > 0 ? `${file}, line ${line}` : file,
    estimates: numbers.ofSamples(samples),
  };
}
