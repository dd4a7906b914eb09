import { expect, test } from "vitest";
import type { Interval } from "../kernel/index.ts";
import type { ReportContext } from "./context.ts";
import { intervalText } from "./wording.ts";

const context = { term: (code: string) => ({ en: code, ja: code }) } as unknown as ReportContext;
const interval = (kind: Interval["kind"], level: number): Interval => ({
  kind,
  level,
  lower: 1,
  upper: 2,
  method: "how",
});

test("a range of assumptions holds all of them and says no share", () => {
  expect(intervalText(interval("range", 1), context)).toEqual({
    en: "range of assumptions (how)",
    ja: "仮定による範囲（how）",
  });
  expect(intervalText(interval("confidence", 0.95), context).en).toBe("95\u00a0% confidence interval (how)");
});
