import type { Edit } from "./edits.ts";

/** A sheet as it was, with its bytes where it was read from them. */
export interface Moment extends Edit {
  readonly bytes: Uint8Array | null;
}

/** What was, what is and what was undone. */
export interface History {
  readonly past: readonly Moment[];
  readonly present: Moment;
  readonly future: readonly Moment[];
}

const mostMoments = 200;

export function begun(present: Moment): History {
  return { past: [], present, future: [] };
}

/** A change that can be undone; what was undone before is gone. A selection alone is no change. */
export function changed(history: History, edit: Edit): History {
  if (edit.grid === history.present.grid)
    return { ...history, present: { ...history.present, selection: edit.selection } };
  const past = [...history.past, history.present].slice(-mostMoments);
  return { past, present: { ...edit, bytes: null }, future: [] };
}

export function undone({ past, present, future }: History): History | null {
  const last = past.at(-1);
  return last ? { past: past.slice(0, -1), present: last, future: [present, ...future] } : null;
}

export function redone({ past, present, future }: History): History | null {
  const [next, ...rest] = future;
  return next ? { past: [...past, present], present: next, future: rest } : null;
}
