import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { sha256OfBytes } from "../hash.ts";
import { temporary } from "../testing/vesica.test-support.ts";
import { paperChanges } from "./papers.ts";
import { served } from "./served.test-support.ts";

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});
const folder = (files: Readonly<Record<string, string>>) => {
  const place = served(files);
  made.push(place);
  const put = (body: unknown) => place.ask("/api/papers", { method: "PUT", body: JSON.stringify(body) });
  return { ...place, put, read: (name: string) => readFileSync(join(place.root, name), "utf8") };
};
const base64 = (text: string) => Buffer.from(text).toString("base64");
const change = (text: string, was: string | null) => ({
  bytes: base64(text),
  was: was === null ? null : sha256OfBytes(was),
});

test("papers are written where the disk has what the page began with", async () => {
  const { put, read, root } = folder({ "study.yaml": "title: A\n" });
  const answer = await put({
    study: change("title: B\n", "title: A\n"),
    sheet: change("file,sample\n", null),
  });
  expect(answer.status).toBe(200);
  expect((await answer.json()).papers).toEqual({
    study: { bytes: base64("title: B\n"), sha256: sha256OfBytes("title: B\n") },
    sheet: { bytes: base64("file,sample\n"), sha256: sha256OfBytes("file,sample\n") },
  });
  expect([read("study.yaml"), read("samples.csv")]).toEqual(["title: B\n", "file,sample\n"]);
  expect(readdirSync(root).sort()).toEqual(["samples.csv", "study.yaml"]);
});

test.each([
  ["written by another meanwhile", { "study.yaml": "title: X\n" }, "title: A\n"],
  ["made by another meanwhile", { "study.yaml": "title: X\n" }, null],
  ["gone meanwhile", {}, "title: A\n"],
])("a paper %s is a conflict: nothing is written, the disk's version is given", async (_, files, was) => {
  const { put, read, root } = folder({
    ...(files as Record<string, string>),
    "samples.csv": "file,sample\n",
  });
  const answer = await put({ study: change("title: B\n", was), sheet: change("changed", "file,sample\n") });
  expect(answer.status).toBe(409);
  const { papers } = await answer.json();
  expect(papers.study).toEqual(
    "study.yaml" in files ? { bytes: base64("title: X\n"), sha256: sha256OfBytes("title: X\n") } : null,
  );
  expect(read("samples.csv")).toBe("file,sample\n");
  expect(existsSync(join(root, "study.yaml"))).toBe("study.yaml" in files);
});

test("the same bytes written twice are no conflict", async () => {
  const { put } = folder({ "study.yaml": "title: B\n" });
  expect((await put({ study: change("title: B\n", "title: A\n") })).status).toBe(200);
});

test("of two pages that write at once one is told of the other", async () => {
  const { put, read } = folder({ "study.yaml": "title: A\n" });
  const both = await Promise.all([
    put({ study: change("title: B\n", "title: A\n") }),
    put({ study: change("title: C\n", "title: A\n") }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 409]);
  expect(read("study.yaml")).toBe("title: B\n");
});

test("a paper that is a link out of the folder is neither read nor written", async () => {
  const outside = temporary({ "theirs.yaml": "title: theirs\n" });
  made.push(outside);
  const { put, ask, root } = folder({});
  symlinkSync(join(outside.folder, "theirs.yaml"), join(root, "study.yaml"));
  expect((await (await ask("/api/study")).json()).papers.study).toBeNull();
  const answer = await put({ study: change("title: B\n", null) });
  expect([answer.status, await answer.json()]).toMatchObject([422, { issues: [{ code: "not-a-file" }] }]);
  expect(readFileSync(join(outside.folder, "theirs.yaml"), "utf8")).toBe("title: theirs\n");
});

test.each([
  null,
  [],
  {},
  "text",
  { other: { bytes: "", was: null } },
  { study: null },
  { study: { bytes: 1, was: null } },
  { study: { bytes: "YQ==" } },
  { study: { bytes: "not base64!", was: null } },
])("%j is no change of papers", async (body) => {
  expect(paperChanges(body)).toBeNull();
  const { put, root } = folder({});
  expect((await put(body)).status).toBe(400);
  expect(readdirSync(root)).toEqual([]);
});

test("a paper larger than any is refused", async () => {
  const { put, root } = folder({});
  expect((await put({ study: change("x".repeat(262_145), null) })).status).toBe(400);
  expect(readdirSync(root)).toEqual([]);
});

test("a body larger than papers can be is refused, and one that is no JSON", async () => {
  const { ask } = folder({});
  const put = (body: string) => ask("/api/papers", { method: "PUT", body });
  expect((await put("x".repeat(25 * 1024 * 1024))).status).toBe(413);
  expect((await put("{")).status).toBe(400);
});
