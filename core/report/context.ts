import type { Estimate, Evidence, Subject, Text } from "../kernel/index.ts";
import { estimateKey } from "../kernel/index.ts";
import { headlineIds, type ResultDocument } from "../study/index.ts";
import { markersOf } from "./markers.ts";

/** From this many estimates on, captures are shown by their headline numbers only. */
export const largeDocument = 5000;

/** A document with the look-ups that the sections share. */
export interface ReportContext {
  readonly document: ResultDocument;
  /** The study's samples, and after them those that only estimates name. */
  readonly samples: ResultDocument["study"]["samples"];
  /** More than `largeDocument` estimates, with those of files that the document has left out. */
  readonly large: boolean;
  /** Samples that have a part of their own: all, or of a large study the first that carry a doubt. */
  readonly detailed: ReadonlySet<string>;
  /** Ids of the headline table, of all domains. */
  readonly headline: ReadonlySet<string>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Anchor of an evidence node that the report shows. */
  readonly anchors: ReadonlyMap<string, string>;
  /** What the shown estimates of an evidence node are about. */
  readonly subjects: ReadonlyMap<string, readonly Subject[]>;
  /** Anchor of an assumption's code: `a1`. */
  readonly assumptions: ReadonlyMap<string, string>;
  /** Estimates that the report shows with a link, by `estimateKey`. */
  readonly shown: ReadonlyMap<string, Estimate>;
  /** Every marker that numbers are of, in the order in which the document first names them. */
  readonly markers: readonly string[];
  /** The document's sentence for an id or code, else the code itself. */
  term(code: string): Text;
}

export const isDetail = (estimate: Estimate): boolean =>
  estimate.subject.level === "capture" || estimate.subject.level === "file";

export function reportContext(document: ResultDocument, leftOut = 0): ReportContext {
  const large = document.estimates.length + leftOut > largeDocument;
  const headline = new Set(headlineIds(document));
  const evidence = new Map(document.evidence.map((node) => [node.id, node]));
  const samples = allSamples(document);
  const detailed = detailedSamples(document, samples, headline, large);
  const shown = new Map<string, Estimate>();
  for (const estimate of document.estimates) {
    const { sample } = estimate.subject;
    const wanted = sample === undefined ? !isDetail(estimate) : detailed.has(sample);
    const brief = isDetail(estimate) && !headline.has(estimate.id);
    if (!large || (wanted && !brief)) shown.set(estimateKey(estimate), estimate);
  }
  const reached = reachable(
    [...shown.values(), ...document.tables].map(({ evidence: node }) => node),
    evidence,
    large ? mostNodes : Number.POSITIVE_INFINITY,
  );
  const anchors = new Map<string, string>();
  for (const node of document.evidence)
    if (reached.has(node.id)) anchors.set(node.id, `e${anchors.size + 1}`);
  const subjects = subjectsOf([...shown.values()]);
  const assumptions = new Map<string, string>();
  for (const { assumptions: codes } of [...document.estimates, ...document.tables]) {
    for (const code of codes) if (!assumptions.has(code)) assumptions.set(code, `a${assumptions.size + 1}`);
  }
  const term = (code: string): Text =>
    Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
  return {
    document,
    samples,
    large,
    detailed,
    headline,
    evidence,
    anchors,
    subjects,
    assumptions,
    shown,
    markers: markersOf(document.estimates),
    term,
  };
}

const mostDetailed = 100;

function detailedSamples(
  { estimates }: ResultDocument,
  samples: ReportContext["samples"],
  headline: ReadonlySet<string>,
  large: boolean,
): ReadonlySet<string> {
  if (!large) return new Set(samples.map(({ name }) => name));
  const doubtful = new Set(
    estimates.flatMap(({ id, flags, subject }) =>
      headline.has(id) && flags.length > 0 ? (subject.sample ?? []) : [],
    ),
  );
  return new Set(samples.flatMap(({ name }) => (doubtful.has(name) ? [name] : [])).slice(0, mostDetailed));
}

function subjectsOf(estimates: readonly Estimate[]): ReadonlyMap<string, readonly Subject[]> {
  const subjects = new Map<string, Map<string, Subject>>();
  for (const { evidence, subject } of estimates) {
    const known = subjects.get(evidence) ?? new Map<string, Subject>();
    known.set(JSON.stringify(Object.entries(subject).sort()), subject);
    subjects.set(evidence, known);
  }
  return new Map([...subjects].map(([id, known]) => [id, [...known.values()]]));
}

/** Evidence that the report of a large study lists; the rest is in the result document. */
const mostNodes = 1000;

function reachable(
  from: readonly string[],
  evidence: ReadonlyMap<string, Evidence>,
  most: number,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  while (waiting.length > 0 && reached.size < most) {
    const id = waiting.pop()!;
    if (reached.has(id)) continue;
    reached.add(id);
    const node = evidence.get(id);
    if (node?.kind === "operation") waiting.push(...node.inputs);
  }
  return reached;
}

function allSamples(document: ResultDocument): ResultDocument["study"]["samples"] {
  const known = new Set(document.study.samples.map(({ name }) => name));
  const named = new Set(document.estimates.flatMap(({ subject }) => subject.sample ?? []));
  const others = [...named].filter((name) => !known.has(name));
  return [
    ...document.study.samples,
    ...others.map((name) => ({ name, role: "sample", condition: null, donor: null })),
  ];
}
