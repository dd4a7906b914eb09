import type { Output } from "../output.ts";
import type { Setup } from "../setup.ts";

/** What every command is given besides its own arguments. */
export interface CommandContext {
  readonly setup: Setup;
  readonly output: Output;
  /** Aborted by Ctrl-C and by a request to end. */
  readonly signal: AbortSignal;
}
