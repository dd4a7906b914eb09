import { portable } from "../../../kernel/index.ts";

/** `n` whole values around `centre` for an operation's example: even quantiles of a log-logistic spread (relative). */
export function exampleValues(centre: number, n: number, spread: number): number[] {
  return Array.from({ length: n }, (_, index) => {
    const share = (index + 0.5) / n;
    return Math.round(centre * portable.pow(share / (1 - share), 0.55 * spread));
  });
}
