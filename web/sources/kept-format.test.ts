import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type KeptManifest,
  packPapers,
  parseManifest,
  sameFiles,
  samePapers,
  unpackPapers,
} from "./kept-format.ts";

const manifest: KeptManifest = {
  version: 1,
  title: "研究",
  files: [{ name: "a/b.csv", size: 3 }],
  raw: true,
  whole: false,
  since: 1,
};

test("papers come back as they were kept, whatever their bytes", () => {
  const paper = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(paper, paper, (study, sheet) => {
      const back = unpackPapers(packPapers({ study, sheet }));
      expect(back).toEqual({ study, sheet });
      expect(samePapers(back!, { study, sheet })).toBe(true);
    }),
  );
});

test("papers that are cut are none", () => {
  const packed = packPapers({ study: Uint8Array.of(1, 2, 3), sheet: new Uint8Array() });
  for (let length = 0; length < packed.length; length++)
    expect(unpackPapers(packed.subarray(0, length))).toBeNull();
});

test("a manifest is read as it was written; anything else is none", () => {
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  const others = [
    { ...manifest, version: 2 },
    { ...manifest, files: [null] },
    { ...manifest, files: [{ name: 1 }] },
  ];
  for (const text of ["", "{", "null", "[]", ...others.map((each) => JSON.stringify(each))])
    expect(parseManifest(text)).toBeNull();
});

test("files are the same by names and sizes", () => {
  expect(sameFiles(manifest.files, [{ name: "a/b.csv", size: 3 }])).toBe(true);
  expect(sameFiles(manifest.files, [{ name: "a/b.csv", size: 4 }])).toBe(false);
  expect(sameFiles(manifest.files, [])).toBe(false);
});
