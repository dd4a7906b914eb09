import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RemoteBlob } from "./remote-blob.ts";

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);
const asked: string[] = [];
let address = "";
/** Gives ranges of `bytes`; `/short` fewer than asked for, `/changed` refuses. */
const server = createServer((request, answer) => {
  const range = request.headers.range ?? "";
  asked.push(range);
  const [, start = 0, end = 0] = /^bytes=(\d+)-(\d+)$/.exec(range)?.map(Number) ?? [];
  if (request.url === "/changed") return answer.writeHead(412).end();
  const last = request.url === "/short" ? end : end + 1;
  return answer.writeHead(206).end(bytes.subarray(start, last));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const blobAt = (path = "/file", end = bytes.length) =>
  new RemoteBlob({ kind: "remote file", address: `${address}${path}`, start: 0, end });
const plain = new Blob([bytes]);

test.each([
  [0, 10],
  [990, 2000],
  [-10, undefined],
  [-10, -5],
  [5, 5],
  [7, 3],
  [undefined, undefined],
])("a slice from %s to %s is the bytes that any Blob's is", async (start, end) => {
  const slice = blobAt().slice(start, end);
  const same = plain.slice(start, end);
  expect(slice.size).toBe(same.size);
  expect(new Uint8Array(await slice.arrayBuffer())).toEqual(new Uint8Array(await same.arrayBuffer()));
});

test("a slice of a slice counts from the slice", async () => {
  const slice = blobAt().slice(100, 200).slice(-50, 70);
  expect(new Uint8Array(await slice.arrayBuffer())).toEqual(bytes.subarray(150, 170));
});

test("only what is asked for is fetched, nothing for nothing", async () => {
  asked.length = 0;
  const blob = blobAt();
  await blob.slice(3, 3).arrayBuffer();
  await blob.slice(10, 20).slice(2, 4).text();
  expect(asked).toEqual(["bytes=12-13"]);
});

test("a stream gives all bytes", async () => {
  const all = new Uint8Array(await new Response(blobAt().slice(1, 900).stream()).arrayBuffer());
  expect(all).toEqual(bytes.subarray(1, 900));
});

test.each(["/changed", "/short"])("a file that is another by now is unreadable: %s", async (path) => {
  const blob = blobAt(path);
  await expect(blob.arrayBuffer()).rejects.toMatchObject({ name: "NotReadableError" });
  await expect(blob.text()).rejects.toMatchObject({ name: "NotReadableError" });
  await expect(new Response(blob.stream()).arrayBuffer()).rejects.toThrow();
});

test("a server that is gone makes files unreadable", async () => {
  const blob = new RemoteBlob({ kind: "remote file", address: "http://127.0.0.1:1/x", start: 0, end: 3 });
  await expect(blob.arrayBuffer()).rejects.toMatchObject({ name: "NotReadableError" });
});
