import type { FileInput } from "@vesica/run/analyse";
import { outcomeOf, type PackedOutcome } from "@vesica/run/packed";
import { canonicalJson, type Json } from "vesica/kernel";

interface Kept {
  /** The room that read the file; null where none did. */
  readonly room: string | null;
  readonly byInput: Map<string, PackedOutcome>;
}

const outcomes = new WeakMap<Blob, Kept>();
const mostOutcomes = 4;

/** What the file gave before for an input that differs at most in the parameters of other rooms. */
export function knownOutcome(blob: Blob, input: FileInput): PackedOutcome | undefined {
  const kept = outcomes.get(blob);
  return kept?.byInput.get(inputKey(input, kept.room));
}

/** Keeps what a file gave; the last few of each file, as long as its bytes are held. */
export function keepOutcome(blob: Blob, input: FileInput, outcome: PackedOutcome): void {
  const room = outcomeOf(outcome).domain;
  const before = outcomes.get(blob);
  const kept = before?.room === room ? before : { room, byInput: new Map<string, PackedOutcome>() };
  kept.byInput.set(inputKey(input, room), outcome);
  if (kept.byInput.size > mostOutcomes) kept.byInput.delete(kept.byInput.keys().next().value!);
  outcomes.set(blob, kept);
}

/** What decides a file's outcome besides its bytes: of the study's parameters only those of its room. */
function inputKey(input: FileInput, room: string | null): string {
  const { parameters } = input.design;
  const own = room !== null && Object.hasOwn(parameters, room) ? { [room]: parameters[room]! } : {};
  return canonicalJson({ ...input, design: { ...input.design, parameters: own } } as unknown as Json);
}
