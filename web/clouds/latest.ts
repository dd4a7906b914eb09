/** Asks one question at a time; of those that come meanwhile only the newest is asked next. */
export interface Latest<Q> {
  ask(question: Q): void;
  /** Answers from now on are told to nobody. */
  stop(): void;
}

export function latest<Q, A>(
  run: (question: Q) => Promise<A>,
  tell: (question: Q, answer: A) => void,
  fail: (error: unknown) => void,
): Latest<Q> {
  let waiting: { readonly question: Q } | null = null;
  let busy = false;
  let stopped = false;
  const next = async () => {
    while (waiting && !stopped) {
      const { question }: { readonly question: Q } = waiting;
      waiting = null;
      busy = true;
      try {
        const answer = await run(question);
        if (!stopped) tell(question, answer);
      } catch (error) {
        if (!stopped) fail(error);
      }
    }
    busy = false;
  };
  return {
    ask(question) {
      waiting = { question };
      if (!busy) void next();
    },
    stop() {
      stopped = true;
      waiting = null;
    },
  };
}
