import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileBlob } from "./file-blob.ts";

test("a file's blob gives the same slices and stream as the bytes in memory", async () => {
  const folder = mkdtempSync(join(tmpdir(), "vesica-blob-"));
  try {
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, i) => (i * 31) % 256);
    const path = join(folder, "raw.fcs");
    writeFileSync(path, bytes);
    const [file, memory] = [new FileBlob(path), new Blob([bytes])];
    expect(file.size).toBe(memory.size);
    for (const [start, end] of [
      [0, 10],
      [5],
      [-7],
      [10, -10],
      [20, 10],
      [3_000_000, 4_000_000],
      [9_000_000],
    ]) {
      const expected = Buffer.from(await memory.slice(start, end).arrayBuffer());
      expect(expected.equals(Buffer.from(await file.slice(start, end).arrayBuffer()))).toBe(true);
      const twice = await file.slice(start, end).slice(1, -1).arrayBuffer();
      expect(expected.subarray(1, -1).equals(Buffer.from(twice))).toBe(true);
    }
    const middle = new Uint8Array(5);
    file.slice(100, 2_000_000).readInto(middle, 7);
    expect([...middle]).toEqual([...bytes.subarray(107, 112)]);
    expect(Buffer.from(await new Response(file.stream()).arrayBuffer()).equals(bytes)).toBe(true);
    truncateSync(path, 100);
    await expect(file.slice(90, 200).arrayBuffer()).rejects.toThrow("became shorter");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
