import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { blocksOf, bytesOf, type Piece, writePieces } from "./pieces.ts";
import { Store } from "./store.ts";
import { temporary } from "./testing/vesica.test-support.ts";

const place = temporary();
afterAll(place.remove);

test("pieces of texts and slices are their bytes one after the other, in blocks of at most a megabyte or a slice", () => {
  const store = new Store(place.folder);
  const length = fc.constantFrom(0, 1, 300, 349_524, 349_525, 349_526, 1_048_576, 1_500_000);
  const text = fc
    .tuple(fc.constantFrom("a", "é", "粒", "𝛍"), length)
    .map(([letter, count]) => letter.repeat(count));
  let key = 0;
  const piece = fc.tuple(text, fc.boolean());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (given) => {
      const pieces = given.map(
        ([content, kept]): Piece => (kept ? store.append(`k${key++}`, Buffer.from(content)) : content),
      );
      const expected = Buffer.from(given.map(([content]) => content).join(""));
      expect(bytesOf(pieces).equals(expected)).toBe(true);
    }),
    { numRuns: 40 },
  );
  store.close();
});

test("a slice whose pack is gone is a fault, not a gap", () => {
  const slice = { pack: join(place.folder, "gone.pack"), offset: 0, length: 4, crc: 0 };
  expect(() => [...blocksOf(["a", slice])]).toThrow(/gone\.pack was changed/);
});

test("writePieces gives the SHA-256 of what it wrote", () => {
  const path = join(place.folder, "deep/abc.txt");
  expect(writePieces(path, ["a", "bc"])).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  expect(readFileSync(path, "utf8")).toBe("abc");
});
