import { session } from "../session/state.ts";

/** Whether another study may take the place of the one that is open. */
export function mayClose(question: string): boolean {
  const { edited, place, result, unknown } = session.get();
  return place !== "memory" || !edited || (unknown.length > 0 && !result) || confirm(question);
}
