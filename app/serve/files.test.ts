import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { temporary } from "../testing/vesica.test-support.ts";
import { served } from "./served.test-support.ts";

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});
const folder = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const place = served(files);
  made.push(place);
  return place;
};
const file = (name: string, more = "") => `/api/file?name=${encodeURIComponent(name)}${more}`;

describe("study", () => {
  test("is the listing with stamps, the papers, and what is odd", async () => {
    const { ask, root } = folder({
      "study.yaml": "title: T\n",
      "b.txt": "bb",
      "raw/あ.txt": "a",
      "results/result.json": "{}",
      ".vesica/x": "x",
      "study.yaml.partial-0a1b2c3d": "t",
    });
    symlinkSync("/etc/hosts", join(root, "link.txt"));
    const study = await (await ask("/api/study")).json();
    expect(study.entries).toMatchObject([
      { name: "b.txt", size: 2 },
      { name: "raw/あ.txt", size: 1 },
    ]);
    expect(study.papers).toMatchObject({
      study: { bytes: Buffer.from("title: T\n").toString("base64"), sha256: /^[0-9a-f]{64}$/ },
      sheet: null,
    });
    expect(study.issues).toMatchObject([{ code: "link-outside", file: "link.txt" }]);
    expect(study.ran).toBe(false);
  });

  test("is stamped anew when a file is written again, even with as many bytes", async () => {
    const { ask, root } = folder({ "a.txt": "abc" });
    const first = await (await ask("/api/study")).json();
    expect((await (await ask("/api/study")).json()).stamp).toBe(first.stamp);
    utimesSync(join(root, "a.txt"), 1, 1);
    const second = await (await ask("/api/study")).json();
    expect(second.stamp).not.toBe(first.stamp);
    expect(second.entries[0].stamp).not.toBe(first.entries[0].stamp);
  });

  test("that is gone says so as a disk does", async () => {
    const { ask, remove } = folder({ "a.txt": "abc" });
    remove();
    const answer = await ask("/api/study");
    expect([answer.status, await answer.json()]).toMatchObject([503, { issues: [{ code: "disk-error" }] }]);
  });
});

describe("file", () => {
  test("gives bytes, whole and in ranges", async () => {
    const { ask } = folder({ "raw/a b&c.txt": "0123456789" });
    const path = file("raw/a b&c.txt");
    const whole = await ask(path);
    expect([whole.status, whole.headers.get("content-length"), await whole.text()]).toEqual([
      200,
      "10",
      "0123456789",
    ]);
    expect(whole.headers.get("content-disposition")).toBe("attachment");
    const part = await ask(path, { headers: { range: "bytes=2-4" } });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
    const outside = await ask(path, { headers: { range: "bytes=10-" } });
    expect([outside.status, outside.headers.get("content-range")]).toEqual([416, "bytes */10"]);
    const head = await ask(path, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "10", ""]);
  });

  test("gives a large file as it is on the disk", async () => {
    const bytes = new Uint8Array(1_000_000).map((_, index) => (index * 31) % 251);
    const { ask } = folder({ "large.bin": bytes });
    const all = new Uint8Array(await (await ask(file("large.bin"))).arrayBuffer());
    expect(Buffer.compare(all, bytes)).toBe(0);
  });

  test("an empty file has no bytes", async () => {
    const { ask } = folder({ "empty.txt": "" });
    const answer = await ask(file("empty.txt"));
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });

  test("that was written since the page looked is refused", async () => {
    const { ask, write } = folder({ "a.txt": "abc" });
    const [{ stamp }] = (await (await ask("/api/study")).json()).entries;
    const path = file("a.txt", `&stamp=${stamp}`);
    expect((await ask(path)).status).toBe(200);
    write({ "a.txt": "abcd" });
    expect((await ask(path)).status).toBe(412);
  });

  test("none outside the listing is given: papers, results, hidden ones, other folders, links out, pipes", async () => {
    const outside = temporary({ "secret.txt": "secret" });
    made.push(outside);
    const { ask, root } = folder({
      "a.txt": "abc",
      "study.yaml": "title: T\n",
      ".hidden": "h",
      ".vesica/run.json": "{}",
      "results/result.json": "{}",
      "folder/b.txt": "b",
    });
    symlinkSync(join(outside.folder, "secret.txt"), join(root, "link.txt"));
    symlinkSync(outside.folder, join(root, "linked"));
    spawnSync("mkfifo", [join(root, "pipe.txt")]);
    const names = [
      "",
      ".",
      "folder",
      "study.yaml",
      ".hidden",
      ".vesica/run.json",
      "results/result.json",
      "link.txt",
      "linked/secret.txt",
      "pipe.txt",
      "../a.txt",
      "folder/../a.txt",
      "./a.txt",
      "/etc/hosts",
      "..%2fa.txt",
      "a.txt\0",
      "..\\a.txt",
      "nothing.txt",
    ];
    for (const name of names) expect([name, (await ask(file(name))).status]).toEqual([name, 404]);
    expect((await ask("/api/file")).status).toBe(404);
  });

  test("that became a link, a folder or a pipe since it was listed is not given", async () => {
    const outside = temporary({ "secret.txt": "secret" });
    made.push(outside);
    const { ask, root, served: looked } = folder({});
    mkdirSync(join(root, "d"));
    const place = temporary({});
    made.push(place);
    for (const name of ["link.txt", "pipe.txt", "dir.txt"]) {
      const { writeFileSync, rmSync } = await import("node:fs");
      writeFileSync(join(root, name), "abc");
      await looked.look();
      rmSync(join(root, name));
      if (name === "link.txt") symlinkSync(join(outside.folder, "secret.txt"), join(root, name));
      else if (name === "pipe.txt") spawnSync("mkfifo", [join(root, name)]);
      else mkdirSync(join(root, name));
      expect([name, (await ask(file(name))).status]).toEqual([name, 404]);
    }
  });
});

describe("results", () => {
  test("gives what a run writes, and nothing else of the folder", async () => {
    const { ask, root } = folder({
      "results/result.json": '{"a":1}',
      "results/tables/estimates.csv": "a,b\n",
      "results/notes.txt": "mine",
      "results/tables/deeper/x.csv": "x",
      "raw.csv": "r",
    });
    symlinkSync("/etc/hosts", join(root, "results/tables/link.csv"));
    expect(await (await ask("/api/results/result.json")).json()).toEqual({ a: 1 });
    expect(await (await ask("/api/results/tables/estimates.csv")).text()).toBe("a,b\n");
    const names = [
      "notes.txt",
      "tables/deeper/x.csv",
      "tables/link.csv",
      "report.html",
      "..%2fraw.csv",
      "tables/..%2f..%2fraw.csv",
      "",
      "tables",
    ];
    for (const name of names) expect([name, (await ask(`/api/results/${name}`)).status]).toEqual([name, 404]);
  });
});
