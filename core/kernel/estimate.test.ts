import { expect, it } from "vitest";
import { estimateKey } from "./estimate.ts";

it("estimateKey joins id, subject and qualifiers", () => {
  const subject = { level: "capture", file: "a.csv", capture: "video 1" } as const;
  expect(estimateKey({ id: "particles.d50", subject, qualifiers: {} })).toBe(
    "particles.d50|capture|a.csv|video 1||",
  );
});

it("estimateKey does not depend on the order of the qualifiers", () => {
  const subject = { level: "sample", sample: "S1" } as const;
  const one = estimateKey({
    id: "x",
    subject,
    qualifiers: { weighting: "number", dilutionState: "original" },
  });
  const two = estimateKey({
    id: "x",
    subject,
    qualifiers: { dilutionState: "original", weighting: "number" },
  });
  expect(one).toBe(two);
  expect(one).toBe("x|sample|||S1||dilutionState=original|weighting=number");
});

it("estimateKey tells subjects of different levels apart", () => {
  const keys = [
    { level: "file", file: "S1" },
    { level: "sample", sample: "S1" },
    { level: "group", group: "S1" },
    { level: "study" },
  ].map((subject) => estimateKey({ id: "x", subject: subject as never, qualifiers: {} }));
  expect(new Set(keys).size).toBe(4);
});
