import type { Engine, MapOptions } from "vesica/study";

/** A thread that does one job after the other. */
export interface Hand {
  /** Does a job; `label` names it in a fault. Rejects with what the task threw. */
  ask(task: string, input: unknown, label: string): Promise<unknown>;
  /** Ends the thread at once, whatever it is doing. */
  end(): unknown;
}

/**
 * Runs tasks on at most `most` hands: the heaviest input first, outputs in the order of the inputs. Hands that stand
 * idle when a map needs fewer are ended where `keep` is false. An aborted signal ends at once those that its map uses
 * and those that stand idle; those of another map go on, and the next map begins new ones.
 */
export function crewEngine(start: () => Hand, most: number, keep: boolean): Engine {
  const idle: Hand[] = [];
  const all = new Set<Hand>();
  const begin = () => {
    const hand = start();
    all.add(hand);
    return hand;
  };
  for (let begun = 0; begun < most; begun++) idle.push(begin());
  const end = async () => {
    const ended = [...all].map((hand) => hand.end());
    all.clear();
    idle.length = 0;
    await Promise.all(ended);
  };

  async function map<I, O>(task: string, inputs: readonly I[], options: MapOptions<I> = {}): Promise<O[]> {
    const { signal, progress, label = (_: I) => task, weight = (_: I) => 0 } = options;
    signal?.throwIfAborted();
    const order = inputs
      .map((_, index) => index)
      .sort((a, b) => weight(inputs[b]!) - weight(inputs[a]!) || a - b);
    const outputs = new Array<O>(inputs.length);
    let done = 0;
    let stopped = false;
    const runOn = async (hand: Hand) => {
      for (let index = order.shift(); index !== undefined && !stopped; index = order.shift()) {
        const input = inputs[index]!;
        outputs[index] = (await hand.ask(task, input, label(input))) as O;
        done++;
        if (!stopped) progress?.({ done, total: inputs.length, label: label(input) });
      }
      idle.push(hand);
    };
    const crew = Array.from({ length: Math.min(most, inputs.length) }, () => idle.pop() ?? begin());
    for (const surplus of keep ? [] : idle.splice(0)) {
      all.delete(surplus);
      void surplus.end();
    }
    const endOwn = async () => {
      const own = [...crew, ...idle.splice(0)].filter((hand) => all.delete(hand));
      await Promise.all(own.map((hand) => hand.end()));
    };
    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener("abort", abort, { once: true });
    });
    try {
      await Promise.race([Promise.all(crew.map(runOn)), aborted]);
      return outputs;
    } catch (error) {
      stopped = true;
      await endOwn();
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  return { map, close: end };
}
