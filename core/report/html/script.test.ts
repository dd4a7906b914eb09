import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pageScript, pageScriptHash } from "./script.ts";

test("the policy's hash is the script's SHA-256", () => {
  expect(pageScriptHash).toBe(`sha256-${createHash("sha256").update(pageScript).digest("base64")}`);
});
