import { canonicalJson, type Estimate, estimateText, type Json } from "../kernel/index.ts";
import type { ResultDocument } from "./document.ts";

/** Estimates as members of a canonical JSON array, without its brackets; empty for none. */
export function estimatesText(estimates: readonly Estimate[]): string {
  return estimates.map(estimateText).join(",");
}

/**
 * The canonical JSON (RFC 8785) of a document in pieces, so that a large one is never held whole. `before` stand for
 * texts of `estimatesText`, none of them empty, that come ahead of the document's own estimates: what files gave, where
 * the document has it left out. They are handed on as they are, so they may be places where the texts are kept.
 */
export function* documentText<P = never>(
  document: ResultDocument,
  before: Iterable<P> = [],
): Generator<string | P> {
  const { estimates, checklists, domains, ...rest } = document;
  yield `${canonicalJson({ checklists, domains } as unknown as Json).slice(0, -1)},"estimates":[`;
  let first = true;
  for (const piece of before) {
    if (!first) yield ",";
    yield piece;
    first = false;
  }
  const own = estimatesText(estimates);
  if (own !== "") yield first ? own : `,${own}`;
  yield `],${canonicalJson(rest as unknown as Json).slice(1)}`;
}
