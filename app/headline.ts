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
  /** Null beyond the samples that a terminal shows. */
  readonly text: {
    readonly value: string;
    readonly interval: string;
    readonly unit: Text;
    readonly notes: readonly Text[];
  } | null;
}

export type ShownRow = HeadlineRow & { readonly text: NonNullable<HeadlineRow["text"]> };

/** Samples that a terminal shows. */
export const mostShown = 60;

/** The headline numbers of every sample, or of files where there are none of samples; in the domains' order. */
export function headlineRows(document: ResultDocument): HeadlineRow[] {
  return Object.values(document.headline).flatMap((ids) =>
    ids.flatMap((id) => {
      const all = document.estimates.filter((estimate) => estimate.id === id);
      const levels = ["sample", "file", "capture"] as const;
      const level = levels.find((each) => all.some((estimate) => estimate.subject.level === each));
      const shown = new Set<string>();
      return all
        .filter((estimate) => estimate.subject.level === level)
        .map((each) => {
          const { sample = "", file = "", capture = "" } = each.subject;
          shown.add(`${sample}|${file}|${capture}`);
          return headlineRow(each, document, shown.size <= mostShown);
        });
    }),
  );
}

function headlineRow(estimate: Estimate, document: ResultDocument, shown: boolean): HeadlineRow {
  const { id, subject, value, unit, interval, bound = null, qualifiers, flags, evidence } = estimate;
  const term = (code: string): Text =>
    Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
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
    text: shown ? rowText(estimate, term) : null,
  };
}

function rowText(estimate: Estimate, term: (code: string) => Text): HeadlineRow["text"] {
  const { value, interval } = formatEstimate(estimate);
  const notes = Object.values(estimate.qualifiers).map(term);
  return { value, interval: interval ?? "", unit: unitText(estimate.unit), notes };
}
