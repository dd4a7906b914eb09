import type { Estimate, Subject, Text } from "vesica/kernel";
import { formatEstimate, markerOf, markerQualifiers, markersOf, unitText } from "vesica/report";
import type { ResultDocument } from "vesica/study";

/** One number of the headline: as a machine takes it, and as a person reads it. */
export interface HeadlineRow {
  /** The domain's id. */
  readonly domain: string;
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
    /** Title of the domain. */
    readonly domain: Text;
    readonly value: string;
    readonly interval: string;
    readonly unit: Text;
    /** What tells the number from others of its quantity, that have columns of their own; empty for nothing. */
    readonly marker: Text;
    readonly notes: readonly Text[];
  } | null;
}

export type ShownRow = HeadlineRow & { readonly text: NonNullable<HeadlineRow["text"]> };

/** Samples of a domain that a terminal shows. */
export const mostShown = 60;

/**
 * The headline numbers of every sample, or of files where there are none of samples; in the domains' order, and those
 * of several markers in the order in which the document first names these.
 */
export function headlineRows(document: ResultDocument): HeadlineRow[] {
  const markers = new Map(markersOf(document.estimates).map((marker, index) => [marker, index]));
  return document.domains.flatMap((domain) =>
    (document.headline[domain] ?? []).flatMap((id) => {
      const all = document.estimates.filter((estimate) => estimate.id === id);
      const levels = ["sample", "file", "capture"] as const;
      const level = levels.find((each) => all.some((estimate) => estimate.subject.level === each));
      const own = all.filter((estimate) => estimate.subject.level === level);
      const ofSeveral = new Set(own.map(markerOf)).size > 1;
      if (ofSeveral) own.sort((a, b) => markers.get(markerOf(a))! - markers.get(markerOf(b))!);
      const shown = new Set<string>();
      return own.map((each) => {
        const { sample = "", file = "", capture = "" } = each.subject;
        shown.add(`${sample}|${file}|${capture}`);
        return headlineRow(each, domain, document, { shown: shown.size <= mostShown, ofSeveral });
      });
    }),
  );
}

function headlineRow(
  estimate: Estimate,
  domain: string,
  document: ResultDocument,
  { shown, ofSeveral }: { readonly shown: boolean; readonly ofSeveral: boolean },
): HeadlineRow {
  const { id, subject, value, unit, interval, bound = null, qualifiers, flags, evidence } = estimate;
  const term = (code: string): Text =>
    Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
  return {
    domain,
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
    text: shown ? { domain: term(domain), ...rowText(estimate, ofSeveral, term) } : null,
  };
}

function rowText(estimate: Estimate, ofSeveral: boolean, term: (code: string) => Text) {
  const { value, interval } = formatEstimate(estimate);
  const told = Object.entries(estimate.qualifiers).filter(
    ([name]) => !(ofSeveral && markerQualifiers.includes(name)),
  );
  const notes = told.map(([, each]) => term(each));
  const marker = ofSeveral ? term(markerOf(estimate)) : { en: "", ja: "" };
  return { value, interval: interval ?? "", unit: unitText(estimate.unit), marker, notes };
}
