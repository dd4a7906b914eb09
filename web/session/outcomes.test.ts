import type { FileInput } from "@vesica/run/analyse";
import { packOutcome } from "@vesica/run/packed";
import { outcomeWithout } from "vesica/study";
import { expect, test } from "vitest";
import { keepOutcome, knownOutcome } from "./outcomes.ts";

const input = (parameters: Record<string, { level: number }>): FileInput => ({
  name: "a.fcs",
  size: 1,
  rows: [],
  design: { title: "", question: "", parameters, seed: 1 },
  mapping: null,
});
const outcome = (domain: string | null) =>
  packOutcome(
    outcomeWithout({ name: "a.fcs", size: 1, sha256: "", format: "fcs", status: "read" }, [], domain),
  );

test("an outcome is known again when only another room's parameters changed", () => {
  const blob = new Blob(["a"]);
  const made = outcome("cytometry");
  keepOutcome(blob, input({ cytometry: { level: 0.9 } }), made);
  expect(knownOutcome(blob, input({ cytometry: { level: 0.9 }, particles: { level: 0.99 } }))).toBe(made);
  expect(knownOutcome(blob, input({ cytometry: { level: 0.95 } }))).toBeUndefined();
  expect(
    knownOutcome(blob, { ...input({ cytometry: { level: 0.9 } }), mapping: { format: "x" } }),
  ).toBeUndefined();
  expect(knownOutcome(new Blob(["a"]), input({ cytometry: { level: 0.9 } }))).toBeUndefined();
});

test("a file that another room reads now is not taken for the earlier one", () => {
  const blob = new Blob(["a"]);
  keepOutcome(blob, input({}), outcome("particles"));
  keepOutcome(blob, { ...input({}), mapping: { format: "fcs" } }, outcome("cytometry"));
  expect(knownOutcome(blob, input({}))).toBeUndefined();
});
