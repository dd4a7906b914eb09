import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { readStudyYaml } from "../run/study-yaml.ts";
import { build, temporary, vesica } from "./testing/vesica.test-support.ts";

beforeAll(build);
const made: { remove(): void }[] = [];
afterEach(() => {
  for (const place of made.splice(0)) place.remove();
});

function place(files: Readonly<Record<string, string>>): string {
  const folder = temporary(files);
  made.push(folder);
  return folder.folder;
}

const study = () =>
  place({
    "study.yaml": "title: T\n",
    "samples.csv": "file,sample\na.txt,A\n",
    "a.txt": "COUNTS v1\nv1,100\n",
  });

async function refused(folder: string, command = "run"): Promise<readonly string[]> {
  const { status, out } = await vesica([command, folder, "--json"]);
  expect(status).toBe(3);
  return (JSON.parse(out) as { issues: { code: string }[] }).issues.map(({ code }) => code);
}

const pipe = (path: string) => expect(spawnSync("mkfifo", [path]).status).toBe(0);

describe.skipIf(process.platform === "win32")("a study whose parts are not files", () => {
  test.each(["study.yaml", "samples.csv"])("%s that is a pipe made the run wait for ever", async (name) => {
    const folder = study();
    rmSync(join(folder, name));
    pipe(join(folder, name));
    expect(await refused(folder)).toEqual(["not-a-file"]);
  });

  test.each(["/dev/zero", "/etc/hosts", "."])("samples.csv that is a link to %s", async (target) => {
    const folder = study();
    rmSync(join(folder, "samples.csv"));
    symlinkSync(target, join(folder, "samples.csv"));
    expect(await refused(folder)).toEqual(["not-a-file"]);
  });

  test(".vesica that is a link let a run remove files of another folder", async () => {
    const folder = study();
    const other = place({ "tmp/precious": "x", "previous-results/precious": "x" });
    symlinkSync(other, join(folder, ".vesica"));
    expect(await refused(folder)).toEqual(["hidden-foreign"]);
    expect(existsSync(join(other, "tmp/precious"))).toBe(true);
    expect(readdirSync(other)).toHaveLength(2);
  });

  test("a pipe in the place of the last run's record made run and verify wait for ever", async () => {
    const folder = study();
    await vesica(["run", folder]);
    rmSync(join(folder, ".vesica/run.json"));
    pipe(join(folder, ".vesica/run.json"));
    expect(await refused(folder)).toEqual(["hidden-foreign"]);
    expect(await refused(folder, "verify")).toEqual(["hidden-foreign"]);
  });

  test("a folder in the place of the lock was told as a fault of Vesica", async () => {
    const folder = study();
    mkdirSync(join(folder, ".vesica/lock"), { recursive: true });
    expect(await refused(folder)).toEqual(["hidden-foreign"]);
  });

  test("a result document that names a link to a device made verify read it for ever", async () => {
    const folder = study();
    await vesica(["run", folder]);
    symlinkSync("/dev/zero", join(folder, "z.txt"));
    const path = join(folder, "results/result.json");
    writeFileSync(path, readFileSync(path, "utf8").replaceAll('"name":"a.txt"', '"name":"z.txt"'));
    const { out } = await vesica(["verify", folder, "--json"]);
    expect(JSON.parse(out).inputs).toContainEqual(
      expect.objectContaining({ kind: "missing", after: null, difference: null }),
    );
  });

  test("a pipe among the raw files is told and left out, and the others are read", async () => {
    const folder = study();
    pipe(join(folder, "b.txt"));
    const { out } = await vesica(["run", folder, "--json"]);
    const { files, issues } = JSON.parse(out) as {
      files: Record<string, number>;
      issues: { code: string; file: string }[];
    };
    expect(files).toEqual({ read: 1 });
    expect(issues).toContainEqual(expect.objectContaining({ code: "not-a-file", file: "b.txt" }));
  });

  test("a name with a line end or an escape is left out with a warning, since no sheet can hold it", async () => {
    const folder = study();
    writeFileSync(join(folder, "b\nc.txt"), "x");
    writeFileSync(join(folder, "\u001b[31m.txt"), "x");
    const { out } = await vesica(["run", folder, "--json"]);
    const codes = (JSON.parse(out) as { issues: { code: string }[] }).issues.map(({ code }) => code);
    expect(codes.filter((code) => code === "file-name-unreadable")).toHaveLength(2);
  });
});

test.each([
  ["a list of 130,000 items threw a RangeError", `parameters: {x: [${"0,".repeat(130_000)}0]}`],
  ["100,000 bad escapes took the square of their number", `title: "${"\\x".repeat(100_000)}`],
  ["bytes for a title threw a RangeError", `title: !!binary ${"A".repeat(250_000)}`],
])("study.yaml: %s", (_, text) => {
  expect(readStudyYaml(text, [])).toHaveProperty("issues");
});
