import { canonicalJson, type Estimate, type Json } from "../kernel/index.ts";
import type { ResultDocument } from "./document.ts";

/** Estimates as members of a canonical JSON array, without its brackets; empty for none. */
export function estimatesText(estimates: readonly Estimate[]): string {
  return canonicalJson(estimates as unknown as Json).slice(1, -1);
}

/**
 * The canonical JSON (RFC 8785) of a document in pieces, so that a large one is never held whole. `before` are texts of
 * `estimatesText` that come ahead of the document's own estimates: what files gave, where the document has it left out.
 */
export function* documentText(document: ResultDocument, before: Iterable<string> = []): Generator<string> {
  const { estimates, ...rest } = document;
  yield '{"estimates":[';
  let first = true;
  for (const text of [...before, estimatesText(estimates)]) {
    if (text === "") continue;
    yield first ? text : `,${text}`;
    first = false;
  }
  yield `],${canonicalJson(rest as unknown as Json).slice(1)}`;
}
