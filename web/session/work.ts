import { noSession, session } from "./state.ts";

let controller = new AbortController();

/** Ends what is going on and gives the signal for what begins. */
export function begin(): AbortSignal {
  controller.abort();
  controller = new AbortController();
  return controller.signal;
}

/** Ends what is going on; what was there before stays. A folder of which nothing is known yet is let go. */
export function cancelWork(): void {
  begin();
  const { result, papers } = session.get();
  session.set(papers ? { progress: null, stage: result ? "done" : "ready" } : noSession);
}

/** Tells a bug; work that was cancelled tells nothing. */
export function failed(error: unknown, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { result, papers } = session.get();
  const fault = error instanceof Error ? error.message : String(error);
  session.set({ fault, progress: null, stage: result ? "done" : papers ? "ready" : "none" });
}
