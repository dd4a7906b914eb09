import type { Estimate, Subject, Text } from "vesica/kernel";
import { formatEstimate, unitText } from "vesica/report";
import type { ResultDocument } from "vesica/study";

/** One number of the headline: as a machine takes it, and as a person reads it. */
export interface HeadlineRow {
  readonly id: string;
  readonly title: Text;
  readonly subject: Subject;
  readonly value: number;
  readonly unit: string;
  readonly interval: Estimate["interval"];
  readonly bound: Estimate["bound"] | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  readonly evidence: string;
  readonly text: {
    readonly value: string;
    readonly interval: string;
    readonly unit: Text;
    readonly notes: readonly Text[];
  };
}

/** The headline numbers of every sample, or of files where there are none of samples; in the domains' order. */
export function headlineRows(document: ResultDocument): HeadlineRow[] {
  return Object.values(document.headline).flatMap((ids) =>
    ids.flatMap((id) => {
      const all = document.estimates.filter((estimate) => estimate.id === id);
      const levels = ["sample", "file", "capture"] as const;
      const level = levels.find((each) => all.some((estimate) => estimate.subject.level === each));
      return all
        .filter((estimate) => estimate.subject.level === level)
        .map((each) => headlineRow(each, document));
    }),
  );
}

function headlineRow(estimate: Estimate, document: ResultDocument): HeadlineRow {
  const { id, subject, value, unit, interval, bound = null, qualifiers, flags, evidence } = estimate;
  const formatted = formatEstimate(estimate);
  const term = (code: string): Text => document.terms[code] ?? { en: code, ja: code };
  const notes = Object.values(qualifiers).map(term);
  return {
    id,
    title: term(id),
    subject,
    value,
    unit,
    interval,
    bound,
    qualifiers,
    flags,
    evidence,
    text: {
      value: formatted.value,
      interval: formatted.interval ?? "",
      unit: unitText(unit),
      notes,
    },
  };
}
