/** Does jobs one after the other, in the order in which they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does `job` when those before have ended; rejects without doing it where the signal is aborted by then. */
  take<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = this.#last.then(async () => {
      signal?.throwIfAborted();
      return job();
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Resolves when all that was asked for has ended. */
  async ended(): Promise<void> {
    for (let last: unknown = null; last !== this.#last; ) {
      last = this.#last;
      await this.#last;
    }
  }
}
