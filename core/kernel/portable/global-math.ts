import * as portable from "./index.ts";

const { square: _square, cube: _cube, ...functions } = portable;

/**
 * Gives this thread's `Math` the functions whose last bit is the same in every engine, for libraries that draw: they
 * compute ticks, scales and shapes with it, and it has to be called before they are loaded. Idempotent.
 */
export function makeMathPortable(): void {
  Object.assign(Math, functions);
}

/**
 * What `work` returns where `Math` has the portable functions, which it loses again afterwards. For libraries that compute;
 * `work` may not be asynchronous, nor the library have kept a function of `Math` before.
 */
export function withPortableMath<T>(work: () => T): T {
  const names = Object.keys(functions) as (keyof typeof functions)[];
  const before = Object.fromEntries(names.map((name) => [name, Math[name]]));
  makeMathPortable();
  try {
    return work();
  } finally {
    Object.assign(Math, before);
  }
}
