import { afterEach, describe, expect, test } from "vitest";
import { changedNames, folderChanges } from "./changes.ts";
import type { Snapshot } from "./folder.ts";
import { served } from "./served.test-support.ts";

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});

const snapshot = (files: Readonly<Record<string, string>>, study: string | null = null): Snapshot => ({
  title: "t",
  stamp: JSON.stringify([files, study]),
  entries: Object.entries(files).map(([name, stamp]) => ({ name, size: 1, stamp })),
  papers: { study: study === null ? null : { bytes: new Uint8Array(), sha256: study }, sheet: null },
  issues: [],
  ran: false,
});

/** What is told of a folder that looks like these, one after the other. */
async function toldOf(looks: readonly (Snapshot | null)[]) {
  const end = new AbortController();
  let at = 0;
  const look = async () => {
    const now = looks[at++];
    if (!now) throw new Error("gone");
    return now;
  };
  const wait = async () => {
    if (at >= looks.length) end.abort();
  };
  const told: (readonly string[])[] = [];
  for await (const { names } of folderChanges({ look, wait }, end.signal)) told.push(names);
  return told;
}

test("names are those of files that are new, gone or written again, and of papers", () => {
  const before = snapshot({ "a.txt": "1", "b.txt": "1", "c.txt": "1" }, "x");
  const after = snapshot({ "a.txt": "1", "b.txt": "2", "d.txt": "1" }, "y");
  expect(changedNames(before, after)).toEqual(["b.txt", "c.txt", "d.txt", "study.yaml"]);
});

describe("changes", () => {
  const [a1, a2, a3] = ["1", "2", "3"].map((stamp) => snapshot({ "a.txt": stamp }));

  test("begin with how the folder is, and say nothing while it stays", async () => {
    expect(await toldOf([a1!, a1!, a1!])).toEqual([[]]);
  });

  test("are told once, when two looks are alike", async () => {
    expect(await toldOf([a1!, a2!, a3!, a3!, a3!])).toEqual([[], ["a.txt"]]);
  });

  test("that are taken back while they are made are none", async () => {
    expect(await toldOf([a1!, a2!, a1!, a1!])).toEqual([[]]);
  });

  test("of a file that is written all the time are told all the same", async () => {
    const looks = Array.from({ length: 13 }, (_, index) => snapshot({ "a.txt": String(index) }));
    expect(await toldOf(looks)).toEqual([[], ["a.txt"]]);
  });

  test("of a folder that is gone for a while are told when it is back", async () => {
    expect(await toldOf([a1!, null, null, a2!, a2!])).toEqual([[], ["a.txt"]]);
  });
});

describe("events", () => {
  test("tell files and papers that change, and nothing of our own writing", async () => {
    const place = served({ "a.txt": "a", "study.yaml": "title: A\n" });
    made.push(place);
    const answer = await place.ask("/api/events");
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => {
      const [, event, data] = /event: (\w+)\ndata: (.*)\n\n$/.exec((await reader.read()).value ?? "")!;
      return { event, names: JSON.parse(data!).names };
    };
    expect(await next()).toEqual({ event: "state", names: [] });
    place.write({ "results/result.json": "{}", ".vesica/run.json": "{}", ".vesica/packs/1.pack": "p" });
    place.write({ "b.txt": "b" });
    expect(await next()).toEqual({ event: "changed", names: ["b.txt"] });
    place.write({ "study.yaml": "title: B\n" });
    expect(await next()).toEqual({ event: "changed", names: ["study.yaml"] });
    await reader.cancel();
  });

  test("state the stamp that the study has", async () => {
    const place = served({ "a.txt": "a" });
    made.push(place);
    const { stamp } = await (await place.ask("/api/study")).json();
    const reader = (await place.ask("/api/events")).body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain(stamp);
    await reader.cancel();
  });
});
