import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import { readFcs } from "./fcs.ts";
import { readColumns } from "./fcs-events.ts";
import golden from "./fcs-write.golden.json" with { type: "json" };
import { written } from "./fcs-write.test-support.ts";
import { writeFcs } from "./fcs-write.ts";

describe.each(Object.entries(written))("%s", (title, input) => {
  const expected = golden.files[title as keyof typeof golden.files];
  const bytes = Buffer.concat([...writeFcs(input)]);

  test("writeFcs gives the bytes that FlowIO was given", () => {
    expect(bytes.toString("base64")).toBe(expected.bytes);
  });

  test("FlowIO found in them what was written", () => {
    expect(expected).toMatchObject({
      version: (input.version ?? "FCS3.1").slice(3),
      names: ["FSC-A", "FL1-A"],
      labels: ["forward/scatter", "CD9 粒子"],
      keywords: { cyt: "a|b", note: "c//d", spillover: "2,FSC-A,FL1-A,1,0.1,0.2,1" },
    });
  });

  test("readColumns finds what FlowIO found", async () => {
    const result = await readFcs(new Blob([bytes]), { name: "x.fcs" });
    if (!isAccepted(result)) throw new Error(result.issues[0]!.message.en);
    const columns = await readColumns(result.value.captures[0]!.data);
    columns.forEach((column, at) => {
      column.forEach((value, event) => {
        const other = expected.columns[at]![event]!;
        expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-15 * Math.abs(other));
      });
    });
  });
});
