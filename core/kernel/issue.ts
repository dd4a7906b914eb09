import { fillText, type Text, type TextParameters } from "./text.ts";

/** `error`: what the issue names could not be used. `warning`: used, with the doubt kept. `note`: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** Where in a file: lines and columns count from 1, bytes from 0; `key` is the file's own word or a JSON path. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly byte?: number;
  readonly key?: string;
}

/** Something a person has to know about the input: a stable code, where it is, and what to do. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly file?: string;
  readonly place?: Place;
  readonly parameters: TextParameters;
  readonly message: Text;
  readonly remedy: Text;
}

/** The catalogue's entry for a code. `message` and `remedy` may hold `{name}` places. */
export interface IssueDefinition {
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
}

export interface IssueCatalogue<Code extends string> {
  readonly definitions: Readonly<Record<Code, IssueDefinition>>;
  /** Makes the issue of `code` with its sentences filled in. */
  raise(code: Code, parameters?: TextParameters, where?: { file?: string; place?: Place }): Issue;
}

/** More characters of one parameter than this are cut out of its middle, so that a hostile cell is not repeated in every sentence. */
const longestParameter = 1000;

function clipped(parameters: TextParameters): TextParameters {
  const isLong = (value: string | number) => typeof value === "string" && value.length > longestParameter;
  if (!Object.values(parameters).some(isLong)) return parameters;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      isLong(value) ? shortened(String(value)) : value,
    ]),
  );
}

function shortened(value: string): string {
  const half = longestParameter / 2;
  return `${value.slice(0, half)} … ${value.slice(-half)}`.toWellFormed();
}

/** Declares the issues that a module can give. Codes are stable, in kebab case with the module in front: `nanosight-no-size-data`. */
export function defineIssues<const T extends Readonly<Record<string, IssueDefinition>>>(
  definitions: T,
): IssueCatalogue<keyof T & string> {
  return {
    definitions,
    raise(code, given = {}, where = {}) {
      const definition = definitions[code]!;
      const parameters = clipped(printable(given));
      return {
        code,
        severity: definition.severity,
        ...where,
        parameters,
        message: fillText(definition.message, parameters),
        remedy: fillText(definition.remedy, parameters),
      };
    },
  };
}

/** The same issue, told of `file` where it names none. */
export function inFile(issue: Issue, file: string): Issue {
  return issue.file === undefined ? { ...issue, file } : issue;
}

/** NaN and infinities as words: an issue is kept as JSON, which has no form for them. */
function printable(parameters: TextParameters): TextParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    ]),
  );
}
