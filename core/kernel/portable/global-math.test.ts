import { expect, test } from "vitest";
import { makeMathPortable, withPortableMath } from "./global-math.ts";
import * as portable from "./index.ts";

const { square: _square, cube: _cube, ...functions } = portable;
const names = Object.keys(functions) as (keyof typeof functions)[];
const now = () => names.map((name) => Math[name]);

test("Math is portable within, as it was after, also where the work throws", () => {
  const before = now();
  expect(before).not.toContain(portable.exp);
  const within = withPortableMath(now);
  expect(within).toEqual(names.map((name) => functions[name]));
  expect(now()).toEqual(before);
  expect(() =>
    withPortableMath(() => {
      throw new Error("a library's fault");
    }),
  ).toThrow("a library's fault");
  expect(now()).toEqual(before);
  expect(["square", "cube"].filter((name) => name in Math)).toEqual([]);
});

test("work within work keeps Math portable until the outer ends", () => {
  const before = now();
  withPortableMath(() => {
    withPortableMath(() => Math.exp(1));
    expect(Math.exp).toBe(portable.exp);
  });
  expect(now()).toEqual(before);
});

test("a Math that was made portable stays so", () => {
  const before = now();
  makeMathPortable();
  withPortableMath(() => 2 ** 0.5);
  expect(Math.pow).toBe(portable.pow);
  names.forEach((name, k) => {
    Object.assign(Math, { [name]: before[k] });
  });
  expect(now()).toEqual(before);
});
