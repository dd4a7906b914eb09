import { expect, it } from "vitest";
import { fillText } from "./text.ts";

it("fills the places of every language", () => {
  expect(fillText({ en: "{count} of {total}", ja: "{total}件中{count}件" }, { count: 3, total: 10 })).toEqual(
    {
      en: "3 of 10",
      ja: "10件中3件",
    },
  );
});

it("leaves a place without a parameter as it is written", () => {
  expect(fillText({ en: "{a} {b}", ja: "{b}" }, { a: 0 })).toEqual({ en: "0 {b}", ja: "{b}" });
});

it("does not fill places that come with a parameter, nor inherited names", () => {
  expect(fillText({ en: "{a} {toString}", ja: "{a}" }, { a: "{b}", b: 1 }).en).toBe("{b} {toString}");
});

it("takes units such as {particles}/mL as text only where no parameter has their name", () => {
  expect(fillText({ en: "{value} {particles}/mL", ja: "{value} {particles}/mL" }, { value: 5 }).ja).toBe(
    "5 {particles}/mL",
  );
});
