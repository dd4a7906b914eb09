import type { Subject } from "./estimate.ts";
import type { Text } from "./text.ts";

interface ColumnHead {
  /** Stable, in camel case: the head in CSV. */
  readonly name: string;
  readonly title: Text;
  /** Stands in the report's short form too. */
  readonly brief: boolean;
}

export interface FeatureNumbers extends ColumnHead {
  readonly kind: "number";
  /** UCUM code. */
  readonly unit: string;
  /** Null where there is no number. */
  readonly values: readonly (number | null)[];
}

export interface FeatureWords extends ColumnHead {
  readonly kind: "text";
  readonly values: readonly string[];
}

/** Answers of one step for thousands of features, by columns: proteins, RNAs, lipids. What holds for one holds for all. */
export interface FeatureTable {
  /** Kind of table, listed in the reference: `proteome.contrast`. */
  readonly id: string;
  /** Unique in the document together with the id: the contrast's or comparison's name; empty where there is one. */
  readonly name: string;
  readonly subject: Subject;
  readonly title: Text;
  /** What a row is, how it was made and in which order the rows stand. */
  readonly description: Text;
  readonly columns: readonly (FeatureNumbers | FeatureWords)[];
  /** Codes as those of estimates. */
  readonly assumptions: readonly string[];
  readonly flags: readonly string[];
  /** Id of the evidence node that gave it. */
  readonly evidence: string;
}

/** A table before the run has given it its evidence. */
export type FeatureTableDraft = Omit<FeatureTable, "evidence">;

/** A key that is the same for the same id and name: `proteome.contrast|AD against the rest`. */
export function featureTableKey({ id, name }: Pick<FeatureTable, "id" | "name">): string {
  return `${id}|${name}`;
}

/** Numbers of a column; NaN and infinities become null, which canonical JSON can hold. */
export function featureNumbers(
  name: string,
  title: Text,
  unit: string,
  values: ArrayLike<number>,
  brief = true,
): FeatureNumbers {
  const finite = Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  return { kind: "number", name, title, unit, brief, values: finite };
}

export function featureWords(
  name: string,
  title: Text,
  values: readonly string[],
  brief = true,
): FeatureWords {
  return { kind: "text", name, title, brief, values };
}
