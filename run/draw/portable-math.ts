import { portable } from "vesica/kernel";

/**
 * Gives this thread's `Math` the functions whose last bit is the same in every engine. Libraries that draw compute
 * ticks, scales and shapes with it; it has to be called before they are loaded. Idempotent.
 */
export function makeMathPortable(): void {
  const { square, cube, ...functions } = portable;
  Object.assign(Math, functions);
}
