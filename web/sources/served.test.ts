import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "./served.ts";

test.each([0, 1, 2, 3, 32_767, 32_768, 32_769, 100_000])(
  "%s bytes written as Base64 are the same bytes when read",
  (length) => {
    const bytes = new Uint8Array(length).map((_, index) => (index * 37) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(Buffer.compare(fromBase64(toBase64(bytes)), bytes)).toBe(0);
  },
);
