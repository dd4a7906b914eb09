import { type Estimate, estimateKey, type Text } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";

/** A headline number that is another than before. */
export interface Change {
  readonly key: string;
  /** The estimate's name. */
  readonly title: Text;
  readonly sample: string;
  /** Names of its qualifiers' values. */
  readonly notes: readonly Text[];
  /** Null where it appeared. */
  readonly before: Estimate | null;
  /** Null where it vanished. */
  readonly after: Estimate | null;
  /** New over old, less one; null where both are no plain numbers of one unit. */
  readonly relative: number | null;
}

/**
 * The headline numbers of samples that changed between two results of a study: the biggest relative change first, then
 * those of which only the interval or limit did, then those that appeared or vanished.
 */
export function headlineChanges(before: ResultDocument, after: ResultDocument): readonly Change[] {
  const changes = pairs(headline(before), headline(after)).flatMap(({ key, was, is }): Change[] => {
    const other = was && is ? otherQualifier(was, is) : null;
    if (was && is && other === null && isSame(was, is)) return [];
    const { estimate, document } = is
      ? { estimate: is, document: after }
      : { estimate: was!, document: before };
    const term = (code: string): Text =>
      Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
    const notes = Object.entries(estimate.qualifiers).map(([name, value]) =>
      name === other ? movedTo(term(was!.qualifiers[name]!), term(value)) : term(value),
    );
    const { sample = "" } = estimate.subject;
    const relative = was && is ? relativeChange(was, is) : null;
    return [{ key, title: term(estimate.id), sample, notes, before: was, after: is, relative }];
  });
  return changes
    .map((change, at) => ({ change, at }))
    .sort((a, b) => rank(b.change) - rank(a.change) || a.at - b.at)
    .map(({ change }) => change);
}

interface Pair {
  readonly key: string;
  readonly was: Estimate | null;
  readonly is: Estimate | null;
}

/**
 * What was beside what is, by key; of those left over, the two that differ in one qualifier alone, where no other comes
 * into question: a concentration above another limit of detection is the same quantity.
 */
function pairs(old: ReadonlyMap<string, Estimate>, now: ReadonlyMap<string, Estimate>): Pair[] {
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, estimate]) => estimate);
  const fresh = [...now].filter(([key]) => !old.has(key)).map(([, estimate]) => estimate);
  const partner = (one: Estimate, among: readonly Estimate[]): Estimate | null => {
    const alike = among.filter((other) => isAbout(one, other) && otherQualifier(one, other) !== null);
    return alike.length === 1 ? alike[0]! : null;
  };
  const taken = new Set<Estimate>();
  const current = [...now].map(([key, is]): Pair => {
    const same = old.get(key);
    if (same) return { key, was: same, is };
    const was = partner(is, gone);
    if (!was || partner(was, fresh) !== is) return { key, was: null, is };
    taken.add(was);
    return { key, was, is };
  });
  const vanished = gone.filter((estimate) => !taken.has(estimate));
  return [...current, ...vanished.map((was) => ({ key: estimateKey(was), was, is: null }))];
}

function isAbout(a: Estimate, b: Estimate): boolean {
  return a.id === b.id && a.subject.sample === b.subject.sample;
}

/** The one qualifier whose value differs; null where none or more do, or where their names do. */
function otherQualifier(a: Estimate, b: Estimate): string | null {
  const names = [...new Set([...Object.keys(a.qualifiers), ...Object.keys(b.qualifiers)])];
  const differing = names.filter((name) => a.qualifiers[name] !== b.qualifiers[name]);
  const [name = ""] = differing;
  const both = a.qualifiers[name] !== undefined && b.qualifiers[name] !== undefined;
  return differing.length === 1 && both ? name : null;
}

function movedTo(was: Text, is: Text): Text {
  return { en: `${was.en} → ${is.en}`, ja: `${was.ja} → ${is.ja}` };
}

function headline(document: ResultDocument): ReadonlyMap<string, Estimate> {
  const ids = new Set(Object.values(document.headline).flat());
  return new Map(
    document.estimates
      .filter(({ id, subject }) => subject.level === "sample" && ids.has(id))
      .map((estimate) => [estimateKey(estimate), estimate]),
  );
}

/** Bigger stands first; a change of the same factor up or down is as big. */
function rank({ before, after, relative }: Change): number {
  if (!before || !after) return -2;
  if (relative === null) return Number.POSITIVE_INFINITY;
  if (relative === 0) return -1;
  return relative > -1 ? Math.abs(Math.log1p(relative)) : Number.MAX_VALUE;
}

function relativeChange(was: Estimate, is: Estimate): number | null {
  const isPlain = was.unit === is.unit && !was.bound && !is.bound && was.value !== 0;
  return isPlain ? is.value / was.value - 1 : null;
}

function isSame(a: Estimate, b: Estimate): boolean {
  return (
    a.value === b.value &&
    a.unit === b.unit &&
    a.bound === b.bound &&
    a.interval?.lower === b.interval?.lower &&
    a.interval?.upper === b.interval?.upper
  );
}
