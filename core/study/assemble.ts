import {
  type Domain,
  type DomainResult,
  type Estimate,
  type Evidence,
  estimateKey,
  evidenceNode,
  type Figure,
  type FileAnalysis,
  type Finding,
  type Issue,
  type Json,
  type Step,
  type StudyAnalysis,
  type StudyDesign,
  type Text,
} from "../kernel/index.ts";
import type { ResultDocument } from "./document.ts";
import { runIssues } from "./issues.ts";
import type { FileOutcome } from "./run.ts";

/**
 * Makes the result document of a study from what became of its files, in whatever order they come.
 * Steps become evidence; estimates take the evidence of their step.
 */
export async function assembleStudy(
  domains: readonly Domain[],
  outcomes: readonly FileOutcome[],
  design: StudyDesign,
  version: string,
): Promise<ResultDocument> {
  const files = [...outcomes].sort((a, b) => compareText(a.name, b.name));
  const graph = new EvidenceGraph();
  const roots = new Map<string, string>();
  for (const { name, size, sha256 } of files) {
    roots.set(name, await graph.add({ kind: "file", name, size, sha256 }));
  }
  const issues: Issue[] = files.flatMap((file) => file.issues);
  const estimates: Estimate[] = [];
  const findings: Finding[] = [];
  const figures: Figure[] = [];
  const headline: Record<string, readonly string[]> = {};
  const terms: Record<string, Text> = {};
  for (const domain of domains) {
    const analyses = files.filter((file) => file.domain === domain.id).flatMap((file) => file.analysis ?? []);
    if (analyses.length === 0) continue;
    const study = domain.analyseStudy(analyses, design);
    const own = await stampEstimates(graph, roots, analyses, study);
    const result: DomainResult = { estimates: own, files: analyses, study, design };
    estimates.push(...own);
    findings.push(...domain.rules(result));
    figures.push(...domain.figures(result));
    issues.push(...study.issues);
    headline[domain.id] = domain.headline;
    terms[domain.id] = domain.title;
    for (const [code, text] of Object.entries(domain.terms)) terms[code] = text;
  }
  if (!files.some((file) => file.status === "read")) issues.push(runIssues.raise("study-nothing-used"));
  return {
    schemaVersion: "1.0",
    software: { name: "vesica", version },
    study: { title: design.title, question: design.question, samples: samplesOf(design) },
    files: files.map(({ name, sha256, size, format, status }) => ({ name, sha256, size, format, status })),
    estimates: sortedBy(estimates, estimateKey),
    findings: sortedBy(findings, findingKey),
    figures,
    evidence: graph.nodes(),
    issues,
    headline,
    terms,
  };
}

async function stampEstimates(
  graph: EvidenceGraph,
  roots: ReadonlyMap<string, string>,
  analyses: readonly FileAnalysis[],
  study: StudyAnalysis,
): Promise<Estimate[]> {
  const estimates: Estimate[] = [];
  const known = new Map<string, string>();
  for (const analysis of analyses) {
    const local = new Map([["file", roots.get(analysis.file)!]]);
    for (const step of analysis.steps) {
      const id = await graph.addStep(step, local);
      local.set(step.key, id);
      known.set(`${analysis.file}#${step.key}`, id);
      for (const draft of step.estimates) estimates.push({ ...draft, evidence: id });
    }
    known.set(`${analysis.file}#file`, roots.get(analysis.file)!);
  }
  for (const step of study.steps) {
    const id = await graph.addStep(step, known);
    known.set(step.key, id);
    for (const draft of step.estimates) estimates.push({ ...draft, evidence: id });
  }
  return estimates;
}

class EvidenceGraph {
  readonly #nodes = new Map<string, Evidence>();

  async add(content: Parameters<typeof evidenceNode>[0]): Promise<string> {
    const node = await evidenceNode(content);
    this.#nodes.set(node.id, node as Evidence);
    return node.id;
  }

  async addStep(step: Step, known: ReadonlyMap<string, string>): Promise<string> {
    const inputs = step.inputs.map((key) => {
      const id = known.get(key);
      if (id === undefined) throw new Error(`step ${step.key} rests on ${key}, which no step before it made`);
      return id;
    });
    if (!isEmpty(step.parameters))
      inputs.push(await this.add({ kind: "parameters", parameters: step.parameters }));
    const { id: operation, version } = step.operation;
    return this.add({ kind: "operation", operation, version, inputs });
  }

  nodes(): Evidence[] {
    return sortedBy([...this.#nodes.values()], (node) => node.id);
  }
}

function isEmpty(parameters: Json): boolean {
  return parameters === null || (typeof parameters === "object" && Object.keys(parameters).length === 0);
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
  keyed.sort((a, b) => compareText(a.key, b.key));
  return keyed.map(({ item }) => item);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
