import { expect, test } from "vitest";
import { RemoteBlob } from "../sources/remote-blob.ts";
import { received, sent } from "./crossing.ts";

const file = { kind: "remote file", address: "http://127.0.0.1/x", start: 2, end: 9 } as const;
const blob = new RemoteBlob(file);

test.each([
  ["itself", blob, file],
  ["as a member", { name: "a", blob }, { name: "a", blob: file }],
  ["in a list of files", { files: [{ blob }, { blob: null }] }, { files: [{ blob: file }, { blob: null }] }],
])("a remote Blob crosses %s as where its bytes are, and is one again", (_, input, crossing) => {
  const over = structuredClone(sent(input));
  expect(over).toEqual(crossing);
  const back = received(over);
  const found = (value: unknown): RemoteBlob =>
    value instanceof RemoteBlob
      ? value
      : found(Object.values(value as object).at(-1)?.[0] ?? Object.values(value as object).at(-1));
  expect(found(back).file).toEqual(file);
});

test("everything else crosses as it is", () => {
  const plain = new Blob(["x"]);
  const bytes = new Uint8Array([1]);
  const input = {
    blob: plain,
    bytes,
    map: new Map([["a", 1]]),
    list: ["x", null, 3],
    inner: { deep: { deeper: { deepest: blob } } },
  };
  expect(sent(input)).toBe(input);
  expect(received(input)).toBe(input);
});

test("what was given is not changed", () => {
  const input = { files: [{ blob }] };
  sent(input);
  expect(input.files[0]!.blob).toBe(blob);
});
