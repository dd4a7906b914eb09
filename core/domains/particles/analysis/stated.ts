import type { EstimateDraft, InstrumentWarning, Subject } from "../../../kernel/index.ts";
import type { Stated } from "../measurement.ts";
import type { WarningSummary } from "./summary.ts";

/** The vendor's own numbers as estimates `particles.stated.*`, exactly as printed. */
export function statedEstimates(
  stated: Readonly<Record<string, Stated | undefined>>,
  subject: Subject,
  technical: number | null,
  qualifiers: Readonly<Record<string, string>> = {},
): EstimateDraft[] {
  return Object.entries(stated).flatMap(([name, number]) => {
    if (number === undefined) return [];
    const estimate: EstimateDraft = {
      id: `particles.stated.${name}`,
      subject,
      value: number.value,
      unit: number.unit,
      interval: null,
      n: { technical, biological: null },
      basis: "stated",
      assumptions: [],
      flags: [],
      qualifiers: name === "concentration" ? qualifiers : {},
      printed: number.printed,
    };
    return [estimate];
  });
}

/** The instrument's warnings without what the summary does not need. */
export function warningSummaries(warnings: readonly InstrumentWarning[]): WarningSummary[] {
  return warnings.map(({ key, words, severity, line }) => ({ key, words, severity, line }));
}

/** The numbers that are finite: others have no form in a result document. */
export function finiteStated(
  stated: Readonly<Record<string, Stated | undefined>>,
): Readonly<Record<string, Stated>> {
  return Object.fromEntries(
    Object.entries(stated).filter(
      (entry): entry is [string, Stated] => entry[1] !== undefined && Number.isFinite(entry[1].value),
    ),
  );
}
