import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { evidenceNode } from "./evidence.ts";
import { sha256Hex } from "./sha256.ts";

it("sha256Hex equals the FIPS 180-4 example and node:crypto", async () => {
  const abc = new TextEncoder().encode("abc");
  expect(await sha256Hex(abc)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const long = new Uint8Array(100_000).map((_, k) => k * 31);
  expect(await sha256Hex(long)).toBe(createHash("sha256").update(long).digest("hex"));
});

it("an evidence id is ev: and half of the SHA-256 of the canonical JSON of its content", async () => {
  const content = { kind: "parameters", parameters: { level: 0.95, bins: [1, 2] } } as const;
  const digest = createHash("sha256").update(canonicalJson(content)).digest("hex");
  expect(evidenceNode(content)).toEqual({ id: `ev:${digest.slice(0, 32)}`, ...content });
});

it("an evidence id does not depend on the order of members, and changes with every one of them", async () => {
  const file = { kind: "file", name: "a.csv", size: 10, sha256: "00" } as const;
  const same = evidenceNode({ sha256: "00", size: 10, name: "a.csv", kind: "file" } as const);
  expect(evidenceNode(file).id).toBe(same.id);
  const others = [{ name: "b.csv" }, { size: 11 }, { sha256: "01" }].map((change) => ({
    ...file,
    ...change,
  }));
  const ids = await Promise.all(others.map(async (content) => evidenceNode(content).id));
  expect(new Set([same.id, ...ids]).size).toBe(4);
});
