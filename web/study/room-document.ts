import type { Estimate } from "vesica/kernel";
import { isOfDomain, type ResultDocument } from "vesica/study";

/** The part of a document that is of one room; evidence and files stay whole. */
export function roomDocument(document: ResultDocument, room: string): ResultDocument {
  const { study, findings, tables, figures, domains, headline } = document;
  const estimates = document.estimates.filter(({ id }) => isOfDomain(id, room));
  const [own, all] = [samplesOf(estimates), samplesOf(document.estimates)];
  return {
    ...document,
    study: { ...study, samples: study.samples.filter(({ name }) => own.has(name) || !all.has(name)) },
    estimates,
    findings: findings.filter(({ rule }) => isOfDomain(rule, room)),
    tables: tables.filter(({ id }) => isOfDomain(id, room)),
    figures: figures.filter(({ id }) => isOfDomain(id, room)),
    checklists: [],
    issues: [],
    domains: domains.filter((each) => each === room),
    headline: { [room]: headline[room] ?? [] },
  };
}

function samplesOf(estimates: readonly Estimate[]): ReadonlySet<string> {
  return new Set(estimates.flatMap(({ subject }) => subject.sample ?? []));
}
