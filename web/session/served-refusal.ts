import { ServerRefusal } from "../sources/served.ts";
import { served } from "./served-state.ts";
import { session } from "./state.ts";

/** Tells why the server did not do what it was asked; anything else is a fault of ours. */
export function tellRefusal(error: unknown): void {
  if (!(error instanceof ServerRefusal)) {
    session.set({ fault: error instanceof Error ? error.message : String(error) });
  } else if (error.why !== "study") served.set({ link: error.why });
  else if (error.issues.length > 0) session.set({ issues: error.issues });
  else session.set({ fault: error.message });
}
