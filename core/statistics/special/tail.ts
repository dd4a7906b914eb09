import * as portable from "../../kernel/portable/index.ts";

/**
 * One tail of a distribution, `exp(log) * factor`, and which side of the point it lies on; the other is its
 * complement. The smaller tail is the one that is held, so that both are accurate relative to themselves.
 */
export interface Tail {
  readonly side: "lower" | "upper";
  readonly log: number;
  readonly factor: number;
}

/** The probability on `side`. */
export function probabilityOf(tail: Tail, side: Tail["side"]): number {
  const held = portable.exp(tail.log) * tail.factor;
  return Math.min(1, Math.max(0, tail.side === side ? held : 1 - held));
}

/** The natural logarithm of the probability on `side`, also where the probability itself underflows. */
export function logProbabilityOf(tail: Tail, side: Tail["side"]): number {
  if (tail.side === side) return Math.min(0, tail.log + portable.log(tail.factor));
  return portable.log1p(-Math.min(1, portable.exp(tail.log) * tail.factor));
}
