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
  const [old, now] = [headline(before), headline(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const changes = keys.flatMap((key): Change[] => {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null];
    if (was && is && isSame(was, is)) return [];
    const { estimate, document } = is
      ? { estimate: is, document: after }
      : { estimate: was!, document: before };
    const term = (code: string): Text =>
      Object.hasOwn(document.terms, code) ? document.terms[code]! : { en: code, ja: code };
    const notes = Object.values(estimate.qualifiers).map(term);
    const { sample = "" } = estimate.subject;
    const relative = was && is ? relativeChange(was, is) : null;
    return [{ key, title: term(estimate.id), sample, notes, before: was, after: is, relative }];
  });
  return changes
    .map((change, at) => ({ change, at }))
    .sort((a, b) => rank(b.change) - rank(a.change) || a.at - b.at)
    .map(({ change }) => change);
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
