import { isOfDomain, type ResultDocument } from "vesica/study";

/** The part of a document that is of one room; samples and evidence stay whole. */
export function roomDocument(document: ResultDocument, room: string): ResultDocument {
  const { estimates, findings, figures, files, domains, headline } = document;
  const own = new Set(document.evidence.flatMap((node) => (node.kind === "file" ? [node.name] : [])));
  return {
    ...document,
    estimates: estimates.filter(({ id }) => isOfDomain(id, room)),
    findings: findings.filter(({ rule }) => isOfDomain(rule, room)),
    figures: figures.filter(({ id }) => isOfDomain(id, room)),
    files: files.filter(({ name }) => own.has(name)),
    checklists: [],
    issues: [],
    domains: domains.filter((each) => each === room),
    headline: { [room]: headline[room] ?? [] },
  };
}
