import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryBlob } from "./memory-blob.ts";

test("a MemoryBlob reads as a Blob of the same bytes does, whole and in slices", async () => {
  const position = fc.integer({ min: -40, max: 40 });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 30 }), position, position, async (given, start, end) => {
      const bytes = Uint8Array.from(given);
      const [ours, theirs] = [new MemoryBlob(bytes), new Blob([bytes])];
      expect(ours.size).toBe(theirs.size);
      expect(await ours.text()).toBe(await theirs.text());
      const [part, other] = [ours.slice(start, end), theirs.slice(start, end)];
      expect(part.size).toBe(other.size);
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array(await other.arrayBuffer()));
      expect(await new Response(ours.stream()).arrayBuffer()).toEqual(await theirs.arrayBuffer());
    }),
  );
});

test("a MemoryBlob of a part of a buffer holds that part only", async () => {
  const part = Uint8Array.from([1, 2, 3, 4]).subarray(1, 3);
  expect(new Uint8Array(await new MemoryBlob(part).arrayBuffer())).toEqual(Uint8Array.from([2, 3]));
});
