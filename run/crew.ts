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
 * idle when a map needs fewer are ended where `keep` is false. An aborted signal ends the hands of its own map at
 * once; what other maps are doing meanwhile goes on, and the next map begins new ones.
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
    const busy = new Set<Hand>();
    const runOn = async (hand: Hand) => {
      busy.add(hand);
      for (let index = order.shift(); index !== undefined && !stopped; index = order.shift()) {
        const input = inputs[index]!;
        outputs[index] = (await hand.ask(task, input, label(input))) as O;
        done++;
        if (!stopped) progress?.({ done, total: inputs.length, label: label(input) });
      }
      if (stopped) return;
      busy.delete(hand);
      idle.push(hand);
    };
    const crew = Array.from({ length: Math.min(most, inputs.length) }, () => idle.pop() ?? begin());
    for (const surplus of keep ? [] : idle.splice(0)) {
      all.delete(surplus);
      void surplus.end();
    }
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
      for (const hand of busy) all.delete(hand);
      await Promise.all([...busy].map((hand) => hand.end()));
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  return { map, close: end };
}
