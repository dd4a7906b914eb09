import type { Issue, Place, TextParameters } from "../../../kernel/index.ts";
import { type FcsCode, fcsIssues } from "./fcs-issues.ts";

const mostIssues = 100;

/** Collects what is to be said of one file; beyond 100 issues only errors are kept and the rest is counted. */
export class FcsNotes {
  readonly #issues: Issue[] = [];
  #left = 0;

  warn(code: FcsCode, parameters: TextParameters = {}, place: Place = {}): void {
    const issue = fcsIssues.raise(code, parameters, { place });
    if (this.#issues.length < mostIssues || issue.severity === "error") this.#issues.push(issue);
    else this.#left++;
  }

  /** Notes an error; null, so that a reading can end with `return notes.refuse(...)`. */
  refuse(code: FcsCode, parameters: TextParameters = {}, place: Place = {}): null {
    this.warn(code, parameters, place);
    return null;
  }

  all(): readonly Issue[] {
    if (this.#left === 0) return this.#issues;
    return [
      ...this.#issues,
      fcsIssues.raise("fcs-more-issues", { count: this.#left }, { place: { byte: 0 } }),
    ];
  }
}
