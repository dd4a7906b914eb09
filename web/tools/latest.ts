/**
 * Runs one input at a time; of those that come meanwhile only the last. `done` is told of outputs in order, and of
 * none that a later input has made old.
 */
export function latestOnly<I, O>(
  run: (input: I) => Promise<O>,
  done: (output: O) => void,
  failed: (error: unknown) => void,
): (input: I) => void {
  let running = false;
  let next: { readonly input: I } | null = null;
  const begin = async (input: I) => {
    running = true;
    try {
      const output = await run(input);
      if (!next) done(output);
    } catch (error) {
      if (!next) failed(error);
    }
    running = false;
    const waiting = next;
    next = null;
    if (waiting) void begin(waiting.input);
  };
  return (input) => {
    if (running) next = { input };
    else void begin(input);
  };
}
