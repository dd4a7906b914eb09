import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { sha256Hex, sha256OfBlob, sha256OfSmall } from "./sha256.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("SHA-256 gives the examples of FIPS 180-4", () => {
  expect(sha256OfSmall(bytesOf("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  expect(sha256OfSmall(bytesOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
  expect(sha256OfSmall(bytesOf(""))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256OfSmall(new Uint8Array(1_000_000).fill(97))).toBe(
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  );
});

test("SHA-256 of any bytes is that of the platform, at every length around a block", async () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
    expect(sha256OfSmall(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      expect(sha256OfSmall(bytes)).toBe(await sha256Hex(Uint8Array.from(bytes)));
    }),
  );
});

test("SHA-256 of a blob too large to hold is that of its bytes", async () => {
  const sizes = [64 * 1024 * 1024 + 5, 65 * 1024 * 1024];
  for (const size of sizes) {
    const bytes = new Uint8Array(size);
    for (let i = 0; i < size; i += 997) bytes[i] = i % 251;
    expect(await sha256OfBlob(new Blob([bytes]))).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

test("SHA-256 is the same where the platform gives no digest, as in a page over plain http", async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 91) % 256);
  const expected = await sha256Hex(bytes);
  vi.stubGlobal("crypto", {});
  try {
    expect(await sha256Hex(bytes)).toBe(expected);
  } finally {
    vi.unstubAllGlobals();
  }
});
