import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { served as servedFolder } from "../../app/serve/served.test-support.ts";
import { decideConflict, openServed, putAsideBack, refreshServed, saveServed } from "./served.ts";
import { noServed, served } from "./served-state.ts";
import { noSession, session } from "./state.ts";

/** Workers that know every file by its name. */
vi.mock("../engine/engine.ts", () => ({
  mapTask: async (_: string, inputs: readonly { name: string }[]) =>
    inputs.map(({ name }) => ({ source: { name, status: "read" }, issues: [] })),
  doTask: async () => ({
    study: encode("title: draft\n"),
    sheet: encode("file,sample\n"),
    unknown: [],
    mapped: {},
  }),
}));

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

let folder: ReturnType<typeof servedFolder>;
function serve(files: Readonly<Record<string, string>>) {
  folder = servedFolder(files);
  vi.stubGlobal("document", { baseURI: "http://127.0.0.1:4747/" });
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    const { pathname, search } = new URL(address);
    return folder.ask(pathname + search, init as Parameters<typeof folder.ask>[1]);
  });
}
const onDisk = (name: string) => readFileSync(join(folder.root, name), "utf8");
const study = () => decode(session.get().papers?.study);
const edit = (text: string) =>
  session.set({ papers: { ...session.get().papers!, study: encode(text) }, edited: true });
const files = { "study.yaml": "title: A\n", "samples.csv": "file,sample\n", "a.txt": "a", "b.txt": "b" };

beforeEach(() => {
  session.set(noSession);
  served.set(noServed);
});
afterEach(() => {
  vi.unstubAllGlobals();
  folder.remove();
});

describe("a served folder", () => {
  test("opens with its papers and files", async () => {
    serve(files);
    await openServed("en");
    expect(session.get()).toMatchObject({ place: "served", stage: "ready", edited: false });
    expect([...session.get().found.keys()]).toEqual(["a.txt", "b.txt"]);
    expect(study()).toBe("title: A\n");
  });

  test("without papers has drafts, which are in the folder once they are saved", async () => {
    serve({ "a.txt": "a" });
    await openServed("en");
    expect(session.get().edited).toBe(true);
    await saveServed();
    expect([onDisk("study.yaml"), onDisk("samples.csv")]).toEqual(["title: draft\n", "file,sample\n"]);
    expect(session.get().edited).toBe(false);
  });

  test("that is empty is refused, and opens when a file comes", async () => {
    serve({});
    await openServed("en");
    expect(session.get()).toMatchObject({ stage: "refused", issues: [{ code: "folder-empty" }] });
    folder.write({ "a.txt": "a" });
    await refreshServed("en");
    expect(session.get()).toMatchObject({ stage: "ready", files: [{ name: "a.txt" }] });
  });

  test("opened without the key says so", async () => {
    serve(files);
    vi.stubGlobal("fetch", async () => Response.json({ refused: "key" }, { status: 401 }));
    await openServed("en");
    expect(served.get().link).toBe("key");
  });

  test("whose server is gone keeps what the page has", async () => {
    serve(files);
    await openServed("en");
    edit("title: mine\n");
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    await saveServed();
    expect(served.get()).toMatchObject({ link: "lost", saving: false });
    expect([study(), session.get().edited]).toEqual(["title: mine\n", true]);
  });
});

describe("what changes on disk", () => {
  test("is taken over; files that stayed keep their Blobs, and it is told", async () => {
    serve(files);
    await openServed("en");
    const [a] = session.get().files;
    folder.write({ "b.txt": "bb", "c.txt": "c", "study.yaml": "title: B\n" });
    await refreshServed("en");
    expect(session.get().files.map(({ name, size }) => [name, size])).toEqual([
      ["a.txt", 1],
      ["b.txt", 2],
      ["c.txt", 1],
    ]);
    expect(session.get().files[0]!.blob).toBe(a!.blob);
    expect([study(), session.get().edited]).toEqual(["title: B\n", false]);
    expect(served.get().told).toEqual({
      changes: { changed: ["b.txt", "study.yaml"], added: ["c.txt"], removed: [] },
      analysed: false,
    });
    await vi.waitFor(() => expect([...session.get().found.keys()]).toEqual(["a.txt", "b.txt", "c.txt"]));
  });

  test("leaves edits of the page alone", async () => {
    serve(files);
    await openServed("en");
    edit("title: mine\n");
    folder.write({ "a.txt": "aa", "samples.csv": "file,sample\na.txt,A\n" });
    await refreshServed("en");
    expect([study(), decode(session.get().papers?.sheet)]).toEqual([
      "title: mine\n",
      "file,sample\na.txt,A\n",
    ]);
    expect([session.get().edited, served.get().theirs]).toEqual([true, null]);
  });

  test("does not touch another study that is open", async () => {
    serve(files);
    await openServed("en");
    session.set({ place: "memory" });
    folder.write({ "c.txt": "c" });
    await refreshServed("en");
    expect(session.get().files).toHaveLength(2);
  });

  test("the page's own saving is no news", async () => {
    serve(files);
    await openServed("en");
    edit("title: mine\n");
    await saveServed();
    await refreshServed("en");
    expect([served.get().told, onDisk("study.yaml")]).toEqual([null, "title: mine\n"]);
  });

  test("a paper that is removed on disk stays in the page, to be saved again", async () => {
    serve(files);
    await openServed("en");
    rmSync(join(folder.root, "study.yaml"));
    await refreshServed("en");
    expect([study(), session.get().edited]).toEqual(["title: A\n", true]);
    await saveServed();
    expect(onDisk("study.yaml")).toBe("title: A\n");
  });
});

describe("a paper that was changed on both sides", () => {
  const conflict = async () => {
    serve(files);
    await openServed("en");
    edit("title: mine\n");
    folder.write({ "study.yaml": "title: theirs\n" });
  };

  test.each([
    ["is found when it is saved", saveServed],
    ["is found when the disk tells", () => refreshServed("en")],
  ])("%s, and nothing is lost", async (_, find) => {
    await conflict();
    await find();
    expect(decode(served.get().theirs?.study?.bytes)).toBe("title: theirs\n");
    expect([study(), onDisk("study.yaml")]).toEqual(["title: mine\n", "title: theirs\n"]);
  });

  test("may be taken from the disk, and back", async () => {
    await conflict();
    await saveServed();
    await decideConflict("disk");
    expect([study(), session.get().edited, served.get().theirs]).toEqual(["title: theirs\n", false, null]);
    await putAsideBack();
    expect([study(), session.get().edited]).toEqual(["title: mine\n", true]);
    await saveServed();
    expect(onDisk("study.yaml")).toBe("title: mine\n");
  });

  test("may be kept from the page, and the disk's put back", async () => {
    await conflict();
    await saveServed();
    await decideConflict("mine");
    expect([onDisk("study.yaml"), session.get().edited]).toEqual(["title: mine\n", false]);
    await putAsideBack();
    await saveServed();
    expect(onDisk("study.yaml")).toBe("title: theirs\n");
  });
});
