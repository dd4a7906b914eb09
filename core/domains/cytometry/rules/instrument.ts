import type { DomainResult, Finding } from "../../../kernel/index.ts";
import { fileSummary } from "../analysis/summary.ts";

/** The instrument's own warnings, word for word. */
export function instrumentFindings({ files }: DomainResult): readonly Finding[] {
  return files.flatMap((analysis) =>
    fileSummary(analysis).instrumentWarnings.map(({ key, words, severity }): Finding => {
      return {
        rule: "cytometry.instrument_warning",
        status: severity === "fail" ? "not met" : "doubtful",
        severity,
        subject: { level: "file", file: analysis.file },
        message: {
          en: `The instrument wrote: ${key} ${words}`,
          ja: `装置の記載：${key} ${words}`,
        },
        remedy: {
          en: "Look the keyword up in the instrument's manual; events may have been lost or the run aborted.",
          ja: "装置の説明書でキーワードを確認してください。イベントの欠落や測定の中断の可能性があります。",
        },
        clause: key,
        estimates: [],
      };
    }),
  );
}
