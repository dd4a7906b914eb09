import { expect, test } from "vitest";
import { asTyped } from "./invocation.ts";

test.each([
  ["Make a draft: vesica init x", "Make a draft: npm run vesica -- init x"],
  ["Run `vesica formats` for the names.", "Run `npm run vesica -- formats` for the names."],
  ["先に実行してください: vesica run x", "先に実行してください: npm run vesica -- run x"],
  ["vesica demo, or vesica init F", "npm run vesica -- demo, or npm run vesica -- init F"],
  ["/data/vesica run/a.csv", "/data/vesica run/a.csv"],
  ["See: vesica --help", "See: npm run vesica -- --help"],
  ["vesica reads it", "vesica reads it"],
])("asTyped gives commands through npm where npm began the process: %s", (text, typed) => {
  for (const command of ["run", "run-script"]) expect(asTyped(text, { npm_command: command })).toBe(typed);
  expect(asTyped(text, {})).toBe(text);
});
