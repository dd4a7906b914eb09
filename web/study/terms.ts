import type { Subject, Text } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";

/** The document's sentence for an id or code, else the code itself. */
export function termOf({ terms }: Pick<ResultDocument, "terms">, code: string): Text {
  return Object.hasOwn(terms, code) ? terms[code]! : { en: code, ja: code };
}

/** What a number is about, by its names: `EV-01 · a.csv · video 1`. */
export function subjectName({ sample, group, file, capture }: Subject): string {
  return [sample, group, file, capture].filter((name) => name !== undefined).join(" · ");
}
