/** What can be taken back and done again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

const most = 200;

export function beginning<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A step on; what was taken back before is gone. */
export function changed<T>({ past, present }: History<T>, next: T): History<T> {
  return { past: [...past, present].slice(-most), present: next, future: [] };
}

/** The last step made another: what a key that is held down does is one step. */
export function amended<T>(history: History<T>, next: T): History<T> {
  return history.past.length === 0 ? changed(history, next) : { ...history, present: next, future: [] };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (past.length === 0) return history;
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  if (future.length === 0) return history;
  return { past: [...past, present], present: future[0]!, future: future.slice(1) };
}
