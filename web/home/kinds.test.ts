import { unknownFile } from "@vesica/run/describe";
import { expect, test } from "vitest";
import { countKinds } from "./kinds.ts";

test("formats are counted over files that were read, the most first", () => {
  const { source } = unknownFile("a");
  const read = { ...source, status: "read" } as const;
  const kinds = countKinds([
    { format: "fcs", source: read },
    { format: "nanosight", source: read },
    { format: "fcs", source: read },
    { format: "fcs", source: { ...source, status: "refused" } },
    { format: null, source },
  ]);
  expect(kinds).toEqual([
    { format: "fcs", count: 2 },
    { format: "nanosight", count: 1 },
  ]);
});
