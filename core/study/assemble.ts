import {
  allTerms,
  type Checklist,
  type Domain,
  type DomainResult,
  type Estimate,
  type Evidence,
  type FeatureTable,
  type Figure,
  type Finding,
  type Issue,
  type StudyDesign,
  type Text,
} from "../kernel/index.ts";
import type { ResultDocument } from "./document.ts";
import { EvidenceGraph } from "./evidence-graph.ts";
import { runIssues } from "./issues.ts";
import type { FileOutcome } from "./outcome.ts";

/**
 * Makes the result document of a study from what became of its files, in whatever order they come: the estimates of
 * the files in order of their names, then those of the study.
 */
export function assembleStudy(
  domains: readonly Domain[],
  outcomes: readonly FileOutcome[],
  design: StudyDesign,
  version: string,
): ResultDocument {
  const files = sortedBy(outcomes, (outcome) => outcome.name);
  const graph = new EvidenceGraph();
  const known = new Map<string, string>();
  for (const { name, steps } of files) {
    for (const [key, id] of Object.entries(steps)) known.set(`${name}#${key}`, id);
  }
  const issues: Issue[] = [...files.flatMap((file) => file.issues), ...copyIssues(files)];
  const estimates: Estimate[] = files.flatMap((file) => file.estimates);
  const findings: Finding[] = [];
  const tables: FeatureTable[] = [];
  const figures: Figure[] = [];
  const checklists: Checklist[] = [];
  const told: string[] = [];
  const headline: Record<string, readonly string[]> = {};
  const terms: Record<string, Text> = {};
  for (const domain of domains) {
    const analysed = files.flatMap(({ name, format, summary, domain: id }) =>
      id === domain.id && format !== null && summary !== null ? [{ file: name, format, summary }] : [],
    );
    if (analysed.length === 0) continue;
    const study = domain.analyseStudy(analysed, design);
    const given = graph.addSteps(study.steps, known);
    const result: DomainResult = { estimates: given.estimates, files: analysed, study, design };
    for (const estimate of given.estimates) estimates.push(estimate);
    tables.push(...given.tables);
    findings.push(...domain.rules(result));
    figures.push(...domain.figures(result));
    checklists.push(...(domain.checklists?.(result) ?? []));
    told.push(domain.id);
    issues.push(...study.issues);
    headline[domain.id] = domain.headline;
    Object.assign(terms, { [domain.id]: domain.title }, allTerms(domain.terms));
  }
  const evidence = onceById([...files.flatMap((file) => file.evidence), ...graph.nodes()]);
  if (!files.some((file) => file.status === "read")) issues.push(runIssues.raise("study-nothing-used"));
  return {
    schemaVersion: "1.1",
    software: { name: "vesica", version },
    study: { title: design.title, question: design.question, samples: samplesOf(design) },
    files: files.map(({ name, sha256, size, format, status }) => ({ name, sha256, size, format, status })),
    estimates,
    findings: sortedBy(findings, findingKey),
    tables,
    figures,
    checklists,
    evidence,
    issues,
    domains: told,
    headline,
    terms: { ...namesOfUsed(domains, files, evidence), ...terms },
  };
}

/** Titles of the operations, steps and formats that this document names; an estimate of the same id has its own. */
function namesOfUsed(
  domains: readonly Domain[],
  files: readonly FileOutcome[],
  evidence: readonly Evidence[],
): Record<string, Text> {
  const used = new Set<string>(files.flatMap(({ format }) => format ?? []));
  for (const node of evidence) if (node.kind === "operation") used.add(node.operation);
  const names = domains.flatMap(({ operations, formats, analysisSteps = {} }) => [
    ...[...operations, ...formats].map(({ id, title }) => [id, title] as const),
    ...Object.entries(analysisSteps),
  ]);
  return Object.fromEntries(names.filter(([id]) => used.has(id)));
}

/** One warning for each file that was read and has the bytes of an earlier one. */
function copyIssues(files: readonly FileOutcome[]): Issue[] {
  const groups = new Map<string, string[]>();
  for (const { name, sha256, status } of files)
    if (status === "read") groups.set(sha256, [...(groups.get(sha256) ?? []), name]);
  return [...groups.values()].flatMap(([first = "", ...others]) =>
    others.map((file) => runIssues.raise("file-copies", { first, count: others.length + 1 }, { file })),
  );
}

function onceById(nodes: readonly Evidence[]): Evidence[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

function samplesOf(design: StudyDesign): ResultDocument["study"]["samples"] {
  const samples = new Map<string, ResultDocument["study"]["samples"][number]>();
  for (const row of design.rows) {
    if (row.role === "ignore" || samples.has(row.sample)) continue;
    const { sample: name, role, condition = null, donor = null } = row;
    samples.set(row.sample, { name, role, condition, donor });
  }
  return sortedBy([...samples.values()], (sample) => sample.name);
}

function findingKey(finding: Finding): string {
  const { level, file = "", capture = "", sample = "", group = "" } = finding.subject;
  return [finding.rule, level, file, capture, sample, group].join("|");
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: key(item) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
