import type { AnswerWord, Text } from "vesica/kernel";
import type { JsonSchema } from "vesica/study";
import { labelOf, unitOf } from "vesica/study";
import type { ListedOperation, ListedRoom } from "../worker/operations.ts";

/** What is needed to name the parts of an answer. */
export interface AnswerNames {
  readonly room: Pick<ListedRoom, "answers" | "terms">;
  readonly operation: Pick<ListedOperation, "id" | "input">;
}

/** A part's name and unit, and whether the room knows it. */
export interface NamedPart extends AnswerWord {
  readonly isKnown: boolean;
}

/** What the member at `path` is; where nothing says so its own key, as words. */
export function answerWord({ room, operation }: AnswerNames, path: string): NamedPart {
  const keys = path.split(".");
  if (keys[0] === "input" && keys[1] !== undefined) {
    const schema: JsonSchema = operation.input.properties?.[keys[1]] ?? {};
    return { words: labelOf(keys[1], schema), unit: unitOf(schema), isKnown: true };
  }
  const name = operation.id.slice(operation.id.indexOf(".") + 1);
  const places = [`${name}.${path}`, ...keys.map((_, index) => keys.slice(index).join("."))];
  const found = places.find((place) => Object.hasOwn(room.answers, place));
  if (found !== undefined) return { ...room.answers[found]!, isKnown: true };
  const last = keys.at(-1)!;
  if (/^\d+$/.test(last) && keys.length > 1)
    return numbered(answerWord({ room, operation }, keys.slice(0, -1).join(".")), last);
  const plain = last.replace(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);
  return { words: { en: plain, ja: plain }, unit: "", isKnown: false };
}

function numbered({ words, unit, isKnown }: NamedPart, place: string): NamedPart {
  return { words: { en: `${words.en} ${place}`, ja: `${words.ja} ${place}` }, unit, isKnown };
}

/** The sentence of a code, else the code itself. */
export function codeText({ room }: AnswerNames, code: string): Text {
  if (Object.hasOwn(room.terms, code)) return room.terms[code]!;
  return Object.hasOwn(room.answers, code) ? room.answers[code]!.words : { en: code, ja: code };
}
