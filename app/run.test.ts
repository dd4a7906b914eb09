import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { build, type Ended, temporary, vesica } from "./testing/vesica.test-support.ts";

beforeAll(build);
const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});

function study(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const place = temporary({
    "study.yaml": "title: T\n",
    "samples.csv": "file,sample\na.txt,A\nraw/b.txt,試料\n",
    "a.txt": "COUNTS v1\nv1,100\nv2,20\n",
    "raw/b.txt": "COUNTS v1\nv1,50\n",
    ...files,
  });
  made.push(place);
  return place;
}

const withTables = (count: number) => `title: T\nparameters:\n  fake:\n    tables: ${count}\n`;
const resultBytes = (folder: string) => readFileSync(join(folder, "results/result.json"), "utf8");
const json = (ended: Ended) => JSON.parse(ended.out);
const leavings = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /tmp|partial|previous|lock/.test(name));

describe("run", () => {
  test("writes results, tells the headline in aligned columns and leaves nothing behind", async () => {
    const { folder } = study();
    const { status, out, err } = await vesica(["run", folder]);
    expect({ status, err }).toEqual({ status: 0, err: "Analysing: 2/2\nWriting the report: 1/1\n" });
    expect(out.split("\n").slice(1, 6)).toEqual([
      "Fake",
      "Sample  Count               Flags",
      "        particles",
      "A        120    [108, 132]",
      "試料    50.0  [45.0, 55.0]  1",
    ]);
    expect(readdirSync(join(folder, "results")).sort()).toEqual(["report.html", "result.json", "tables"]);
    expect(leavings(folder)).toEqual([]);
  });

  test("tells each table with the first number of its group, and its rows to a machine", async () => {
    const { folder } = study({ "study.yaml": withTables(14) });
    const { out } = await vesica(["run", folder]);
    expect(out).toContain("\nSamples, G1: Count: 2; table: results/tables/fake-samples-1.csv\n");
    expect(out).toContain("\n… and 2 more tables in results/tables\n");
    const japanese = await vesica(["run", folder, "--lang", "ja"]);
    expect(japanese.out).toContain(
      "\nSamples（日本語）（G12）：Count（日本語） 2、表: results/tables/fake-samples-12.csv\n",
    );
    expect(json(await vesica(["run", folder, "--json"])).tables[13]).toEqual({
      id: "fake.samples",
      name: "G14",
      title: { en: "Samples", ja: "Samples（日本語）" },
      subject: { level: "group", group: "G14" },
      file: "tables/fake-samples-14.csv",
      rows: 2,
    });
  });

  test("leaves no table of an earlier run, and takes no file of a person for one", async () => {
    const place = study({ "study.yaml": withTables(3) });
    const { folder, write } = place;
    const tables = () =>
      readdirSync(join(folder, "results/tables")).filter((name) => name.startsWith("fake"));
    await vesica(["run", folder]);
    expect(tables()).toEqual(["fake-samples-1.csv", "fake-samples-2.csv", "fake-samples-3.csv"]);
    write({ "study.yaml": withTables(1) });
    await vesica(["run", folder]);
    expect(tables()).toEqual(["fake-samples-1.csv"]);
    write({ "results/tables/fake-samples-2.csv": "mine\n", "study.yaml": withTables(0) });
    const refused = await vesica(["run", folder]);
    expect(refused).toMatchObject({ status: 3, err: expect.stringContaining("tables/fake-samples-2.csv") });
    expect(tables()).toEqual(["fake-samples-1.csv", "fake-samples-2.csv"]);
    rmSync(join(folder, "results/tables/fake-samples-2.csv"));
    rmSync(join(folder, ".vesica"), { recursive: true });
    expect((await vesica(["run", folder])).status).toBe(0);
    expect(tables()).toEqual([]);
  });

  test("gives the same bytes with one worker, with many, with and without the cache", async () => {
    const { folder } = study();
    await vesica(["run", folder, "--workers", "1"]);
    const first = resultBytes(folder);
    await vesica(["run", folder, "--no-cache"]);
    expect(resultBytes(folder)).toBe(first);
    writeFileSync(join(folder, ".vesica/run.json"), "{");
    await vesica(["run", folder]);
    expect(resultBytes(folder)).toBe(first);
  });

  test("tells the same again without computing when nothing changed, and computes when a byte did", async () => {
    const { folder, write } = study();
    const first = await vesica(["run", folder, "--json"]);
    const second = await vesica(["run", folder, "--json"]);
    expect(json(first)).toMatchObject({ unchanged: false, exitStatus: 0 });
    expect(json(second)).toEqual({ ...json(first), unchanged: true });
    write({ "a.txt": "COUNTS v1\nv1,100\nv2,21\n" });
    const third = json(await vesica(["run", folder, "--json"]));
    expect(third).toMatchObject({ unchanged: false });
    expect(third.headline[0]).toMatchObject({ id: "fake.count", value: 121, subject: { sample: "A" } });
    write({ "results/result.json": "{}" });
    expect(json(await vesica(["run", folder, "--json"]))).toMatchObject({ unchanged: false });
    expect(resultBytes(folder)).toContain('"value":121');
  });

  test("ignores cache entries whose bytes are damaged", async () => {
    let changed = 0;
    const { folder } = study();
    await vesica(["run", folder]);
    const first = resultBytes(folder);
    const packs = join(folder, ".vesica/packs");
    for (const name of readdirSync(packs)) {
      const path = join(packs, name);
      const bytes = readFileSync(path, "latin1");
      const damaged = bytes.replace(/"value":\d/g, '"value":9');
      writeFileSync(path, damaged, "latin1");
      changed += Number(damaged !== bytes);
    }
    expect(changed).toBeGreaterThan(0);
    writeFileSync(join(folder, ".vesica/run.json"), "");
    await vesica(["run", folder]);
    expect(resultBytes(folder)).toBe(first);
  });

  test.each([
    ["a finding fails", { "a.txt": "COUNTS v1\nv1,5\n" }, 1, /FAILS: A: fewer than 10/],
    [
      "a file of the sheet is refused",
      { "a.txt": "COUNTS v1\nv1,many\n" },
      1,
      /a\.txt, line 2, column 4: "many" is no count \[fake-count\]/,
    ],
    ["an unknown file lies beside", { "notes.doc": "hello" }, 0, /notes\.doc: no format recognises/],
    ["nothing can be used", { "a.txt": "x", "raw/b.txt": "y" }, 3, /none of the study's files could be used/],
    [
      "the sheet is faulty",
      { "samples.csv": "file,sample,dilution\na.txt,A,1:10\n" },
      3,
      /samples\.csv, line 2, column 9: "1:10"/,
    ],
    [
      "the sheet names a file that is not there",
      { "samples.csv": "file,sample\nA.txt,A\n" },
      3,
      /Did you mean "a\.txt"\?/,
    ],
    [
      "the YAML is broken",
      { "study.yaml": "title: a\nquestion: 'b\n" },
      3,
      /study\.yaml, line \d+, column \d+: .*not valid YAML/,
    ],
    [
      "a key is misspelt",
      { "study.yaml": "title: a\ndesign:\n  refrence: b\n" },
      3,
      /study\.yaml, line 3, column 3, design\.refrence/,
    ],
    [
      "a parameter is out of range",
      { "study.yaml": "parameters:\n  fake:\n    limit: x\n" },
      3,
      /study\.yaml, line 3, column 5, parameters\.fake\.limit/,
    ],
    [
      "aliases grow without end",
      {
        "study.yaml": `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
          .split("")
          .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
          .join("\n")}\n`,
      },
      3,
      /study\.yaml.*not valid YAML/,
    ],
    [
      "a reader has a bug",
      { "a.txt": "COUNTS v1\nbug,1\n" },
      4,
      /fault of Vesica.*a\.txt: a bug in the reader/,
    ],
  ])("when %s ends with its status and says so", async (_, files, status, sentence) => {
    const { folder } = study(files as Record<string, string>);
    const ended = await vesica(["run", folder]);
    expect(ended.out + ended.err).toMatch(sentence);
    expect(ended.status).toBe(status);
    expect(existsSync(join(folder, "results"))).toBe(status < 2);
    expect(leavings(folder)).toEqual([]);
  });

  test("a study that is refused leaves the earlier results as they were", async () => {
    const { folder, write } = study();
    await vesica(["run", folder]);
    const before = resultBytes(folder);
    write({ "a.txt": "x", "raw/b.txt": "y" });
    expect((await vesica(["run", folder])).status).toBe(3);
    expect(resultBytes(folder)).toBe(before);
  });

  test("needs study.yaml and samples.csv and says how to make them", async () => {
    const place = temporary({ "a.txt": "COUNTS v1\nv1,1\n" });
    made.push(place);
    const { status, err } = await vesica(["run", place.folder]);
    expect(status).toBe(3);
    expect(err).toContain("vesica init");
  });

  test("does not replace a results folder that holds a person's files", async () => {
    const { folder } = study({ "results/my notes.txt": "precious" });
    const { status, err } = await vesica(["run", folder]);
    expect(status).toBe(3);
    expect(err).toContain("my notes.txt");
    expect(readFileSync(join(folder, "results/my notes.txt"), "utf8")).toBe("precious");
  });

  test("does not follow links out of the folder, hidden files and what is ignored", async () => {
    const { folder, write } = study({
      "study.yaml": 'title: T\nignore: ["old/**"]\n',
      "old/c.txt": "COUNTS v1\nv1,7\n",
    });
    const outside = temporary({ "secret.txt": "COUNTS v1\nv1,7\n" });
    made.push(outside);
    write({ ".hidden.txt": "COUNTS v1\nv1,7\n" });
    symlinkSync(join(outside.folder, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(folder, join(folder, "loop"));
    const ended = await vesica(["run", folder, "--json"]);
    expect(json(ended).files).toEqual({ read: 2 });
    expect(json(ended).issues.map(({ code, file }: { code: string; file: string }) => [code, file])).toEqual([
      ["link-outside", "link.txt"],
      ["link-outside", "loop"],
    ]);
  });

  test("a role of ignore keeps a file out, with its hash", async () => {
    const { folder } = study({ "samples.csv": "file,sample,role\na.txt,A,\nraw/b.txt,,ignore\n" });
    expect(json(await vesica(["run", folder, "--json"])).files).toEqual({ read: 1, ignored: 1 });
    expect(JSON.parse(resultBytes(folder)).files[1]).toMatchObject({
      status: "ignored",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("says so, without a stack, when its own folder cannot be made", async () => {
    const { folder } = study({ ".vesica": "a file" });
    const { status, err } = await vesica(["run", folder]);
    expect({ status, stack: /\n\s+at /.test(err) }).toEqual({ status: 3, stack: false });
    expect(err).toMatch(/\.vesica.*The disk refused: E\w+\. \[disk-error\]/);
  });

  test("says so when a file or the folder may not be touched", async () => {
    const { folder } = study();
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if ((await vesica(["--version"], nobody)).status !== 0) return;
    if (nobody.uid) {
      for (const name of ["", "raw", "a.txt", "raw/b.txt"])
        chownSync(join(folder, name), nobody.uid, nobody.uid);
    }
    chmodSync(join(folder, "a.txt"), 0);
    const unreadable = await vesica(["run", folder], nobody);
    expect(unreadable).toMatchObject({ status: 1, err: expect.stringContaining("cannot be read (EACCES)") });
    rmSync(join(folder, ".vesica"), { recursive: true });
    chmodSync(folder, 0o500);
    const { status, err } = await vesica(["run", folder], nobody);
    chmodSync(folder, 0o700);
    expect(err).toContain("You may not write or read here (EACCES). [disk-permission]");
    expect({ status, stack: /\n\s+at /.test(err) }).toEqual({ status: 3, stack: false });
  });

  test("refuses a second run on the same folder while one works, and takes over the lock of one that is gone", async () => {
    const { folder } = study();
    mkdirSync(join(folder, ".vesica"));
    const lock = join(folder, ".vesica/lock");
    const { hostname } = await import("node:os");
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }));
    expect(await vesica(["run", folder])).toMatchObject({
      status: 3,
      err: expect.stringContaining(`process ${process.pid}`),
    });
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 - 1, host: hostname() }));
    expect((await vesica(["run", folder])).status).toBe(0);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s ends with 130, the earlier results and nothing half written",
    async (signal) => {
      const { folder, write } = study();
      await vesica(["run", folder]);
      const before = resultBytes(folder);
      write({ "a.txt": "COUNTS v1\nslow,20000\nv1,1\n" });
      const ended = await vesica(["run", folder], {
        begun: async (child) => {
          while (!existsSync(join(folder, ".vesica/lock"))) await pause(20);
          await pause(300);
          child.kill(signal);
        },
      });
      expect(ended.status).toBe(130);
      expect(ended.err).toContain("Cancelled");
      expect(resultBytes(folder)).toBe(before);
      expect(leavings(folder)).toEqual([]);
    },
  );
});

describe("verify", () => {
  test("recomputes the same bytes and writes nothing", async () => {
    const { folder } = study();
    await vesica(["run", folder]);
    const names = readdirSync(folder, { recursive: true }).sort();
    const { status, out } = await vesica(["verify", folder]);
    expect(status).toBe(0);
    expect(out).toBe("Verified: 2 files are unchanged and 7 results are recomputed byte for byte.\n");
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(names);
  });

  test("names the first changed byte of a raw file and the first difference of the results", async () => {
    const { folder, write } = study();
    await vesica(["run", folder, "--no-cache"]);
    write({ "a.txt": "COUNTS v1\nv1,100\nv2,90\n" });
    const { status, out } = await vesica(["verify", folder]);
    expect(status).toBe(1);
    expect(out).toContain(
      'CHANGED  a.txt: the byte at offset 20 (line 3, column 4) was 0x32 "2", is 0x39 "9"\n  was: v2,20\n  is:  v2,90\n',
    );
    expect(out).toMatch(/DIFFERS {2}results\/result\.json at \/estimates\/0\/evidence/);
    const report = json(await vesica(["verify", folder, "--json"]));
    expect(report).toMatchObject({ command: "verify", exitStatus: 1, same: false });
    expect(report.inputs).toMatchObject([
      { file: "a.txt", kind: "changed", difference: { byte: 20, line: 3, column: 4 } },
    ]);
  });

  test("without the kept copy names the file and both hashes", async () => {
    const { folder, write } = study();
    await vesica(["run", folder]);
    rmSync(join(folder, ".vesica"), { recursive: true });
    write({ "a.txt": "COUNTS v1\nv1,100\nv2,90\n" });
    expect((await vesica(["verify", folder])).out).toMatch(
      /CHANGED {2}a\.txt: its SHA-256 was [0-9a-f]{64}, is [0-9a-f]{64}/,
    );
  });

  test("names files that are missing, new, or the changed place of the sheet", async () => {
    const { folder, write } = study();
    await vesica(["run", folder]);
    write({ "c.txt": "COUNTS v1\nv1,1\n", "samples.csv": "file,sample\na.txt,B\nraw/b.txt,試料\n" });
    const { out } = await vesica(["verify", folder]);
    expect(out).toContain("NEW      c.txt");
    expect(out).toContain(
      'CHANGED  samples.csv: the byte at offset 18 (line 2, column 7) was 0x41 "A", is 0x42 "B"',
    );
    rmSync(join(folder, "a.txt"));
    const gone = await vesica(["verify", folder]);
    expect(gone.out).toContain("MISSING  a.txt");
    expect(gone.err).toContain("not recomputed");
    expect(gone.status).toBe(1);
  });

  test.each([
    [
      "result.json",
      (text: string) => text.replace('"value":120', '"value":121'),
      "at /estimates/0/value: the file has 121, recomputed 120",
    ],
    ["result.json", (text: string) => text.replace(",", ", "), "from offset"],
    ["result.json", (text: string) => text.slice(0, -1), "DAMAGED"],
    ["report.html", (text: string) => `${text} `, "DIFFERS  results/report.html from offset"],
    [
      "tables/estimates.csv",
      (text: string) => text.replace("120", "121"),
      "DIFFERS  results/tables/estimates.csv, row 1 (fake.count), column value: the file has 121, recomputed 120",
    ],
    [
      "tables/fake-samples-1.csv",
      (text: string) => text.replace("G1,試料,50", "G1,試料,51"),
      "DIFFERS  results/tables/fake-samples-1.csv, table G1, row 2 (試料), column total: the file has 51, recomputed 50",
    ],
    [
      "result.json",
      (text: string) => text.replace('"values":[120,50]', '"values":[120,null]'),
      "DIFFERS  results/result.json, table fake.samples G1, row 2 (試料), column total: the file has null, recomputed 50",
    ],
    [
      "tables/fake-samples-1.csv",
      (text: string) => text.replaceAll("\r\n", "\n"),
      "DIFFERS  results/tables/fake-samples-1.csv from offset",
    ],
  ])("names the change of %s", async (name, change, sentence) => {
    const { folder } = study({ "study.yaml": withTables(1) });
    await vesica(["run", folder]);
    const path = join(folder, "results", name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    const { status, out } = await vesica(["verify", folder]);
    expect(out).toContain(sentence);
    expect(status).toBe(1);
  });

  test("names a table that the study does not give", async () => {
    const { folder, write } = study();
    await vesica(["run", folder]);
    write({ "results/tables/fake-samples-1.csv": "table,sample\n" });
    const { status, out } = await vesica(["verify", folder]);
    expect(status).toBe(1);
    expect(out).toContain("EXTRA    results/tables/fake-samples-1.csv: the study does not give this table");
  });

  test("without results says how to make them", async () => {
    const { folder } = study();
    expect(await vesica(["verify", folder])).toMatchObject({
      status: 3,
      err: expect.stringContaining("vesica run"),
    });
  });
});

describe("init and demo", () => {
  test("init drafts a study that run takes, and overwrites nothing", async () => {
    const place = temporary({
      "a.txt": "COUNTS v1\nx_1,100\nx_2,20\ny_1,9\n",
      "b.txt": "COUNTS v1\nv1,50\n",
      "c.pdf": "%PDF",
    });
    made.push(place);
    const { folder } = place;
    const { status, out } = await vesica(["init", folder]);
    expect(status).toBe(0);
    expect(out).toContain("not recognised");
    expect(out).toContain(
      "one file holds captures of several names; each name was taken for a sample: a.txt",
    );
    expect(readFileSync(join(folder, "samples.csv"), "utf8")).toBe(
      "file,capture,sample,role,shade,donor,preparation,condition,replicate,dilution\n" +
        "a.txt,x_*,x,sample,,,,,,\na.txt,y_1,y,sample,,,,,,\nb.txt,,b,sample,,,,,,\n",
    );
    expect(out).toContain("column shade: Shade of the tube");
    const again = await vesica(["init", folder]);
    expect(again).toMatchObject({ status: 3, err: expect.stringContaining("nothing was written") });
    place.write({ "d.txt": "COUNTS v1\nv1,50\n" });
    expect((await vesica(["init", "--update", folder])).out).toContain("Rows added to samples.csv: 1");
    expect(readFileSync(join(folder, "samples.csv"), "utf8")).toMatch(
      /b,sample,,,,,,\nd\.txt,,d,sample,,,,,,\n$/,
    );
    expect((await vesica(["run", folder])).status).toBeLessThan(2);
  });

  test("init in Japanese writes Japanese notes, and the same rows", async () => {
    const place = temporary({ "a.txt": "COUNTS v1\nv1,100\n" });
    made.push(place);
    await vesica(["init", place.folder, "--lang", "ja"]);
    expect(readFileSync(join(place.folder, "study.yaml"), "utf8")).toContain(
      "# ファイルからは分からず、記入が必要なこと:",
    );
  });

  test("init of a folder without a known file writes drafts to fill in and ends with 3", async () => {
    const place = temporary({ "a.xyz": "?" });
    made.push(place);
    const { status, err } = await vesica(["init", place.folder]);
    expect(status).toBe(3);
    expect(err).toContain("vesica formats");
    expect(existsSync(join(place.folder, "study.yaml"))).toBe(true);
  });

  test("demo makes and runs the example, again too, and refuses a folder with other things in it", async () => {
    const place = temporary({ "mine/study.yaml": "title: mine\n", "mine/samples.csv": "file,sample\n" });
    made.push(place);
    const first = await vesica(["demo"], { cwd: place.folder });
    expect(first.status).toBe(0);
    expect(first.out).toContain(join("vesica-demo", "results", "report.html"));
    expect((await vesica(["demo", "vesica-demo", "--json"], { cwd: place.folder })).status).toBe(0);
    const refused = await vesica(["demo", "mine"], { cwd: place.folder });
    expect(refused.status).toBe(2);
    expect(readFileSync(join(place.folder, "mine/study.yaml"), "utf8")).toBe("title: mine\n");
  });
});
