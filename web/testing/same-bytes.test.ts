import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { largeDocument } from "vesica/report";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, temporary, vesica } from "../../app/testing/vesica.test-support.ts";
import { exampleStudy } from "../../core/domains/example-study.ts";
import { largeStudy, mappedStudy, messyFolder, twoDataSets } from "./studies.test-support.ts";
import {
  analyse,
  openExample,
  openFolder,
  savedPaper,
  savedResult,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();

beforeAll(async () => {
  build();
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

/** Writes a study into a folder of its own. */
function written(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  place.write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${name}/${path}`, bytes])));
  return join(place.folder, name);
}

/** Every file of a results folder, by path. */
function resultsOf(folder: string): readonly string[] {
  const tables = readdirSync(join(folder, "results/tables"));
  return ["result.json", "report.html", ...tables.map((name) => `tables/${name}`)];
}

/** Runs the command on a folder of a study. */
async function run(folder: string): Promise<void> {
  const { status, err } = await vesica(["run", folder], { shipped: true });
  expect([0, 1], err).toContain(status);
}

/** Compares every file of the results in the folder with what the page gives. */
async function expectSameResults(page: Page, folder: string): Promise<void> {
  for (const path of resultsOf(folder)) {
    const ofPage = await savedResult(page, path.split("/").at(-1)!);
    const [inPage, onDisk] = firstDifference(ofPage, readFileSync(join(folder, "results", path)));
    expect(inPage, path).toBe(onDisk);
  }
}

/** Where two files part, with what stands around; empty where they are the same. */
function firstDifference(a: Buffer, b: Buffer): readonly [string, string] {
  if (a.equals(b)) return ["", ""];
  let at = 0;
  while (a[at] === b[at]) at++;
  const around = (bytes: Buffer) => `byte ${at}: ${bytes.toString("utf8", Math.max(0, at - 100), at + 60)}`;
  return [around(a), around(b)];
}

/** Runs a study folder by the command and in the page, and compares every file of the results. */
async function expectSame(folder: string): Promise<void> {
  await run(folder);
  const { page, context, faults } = await workbench.open();
  await openFolder(page, folder);
  await analyse(page);
  await expectSameResults(page, folder);
  expect(faults).toEqual([]);
  await context.close();
}

test("the example study made in the page gives the bytes that the command writes", async () => {
  const folder = join(place.folder, "demo");
  expect((await vesica(["demo", folder], { shipped: true })).status).toBe(0);
  const { page, context, faults } = await workbench.open();
  await openExample(page);
  await expectSameResults(page, folder);
  expect(faults).toEqual([]);
  await context.close();
  await expectSame(folder);
});

test("papers that the page drafts are those of the command, and beside the raw files give the page's bytes", async () => {
  const raw = exampleStudy(1).filter(({ name }) => /^(nanosight\/[NH]-D[12]|zetaview\/)/.test(name));
  const files = Object.fromEntries(raw.map(({ name, bytes }) => [name, bytes]));
  const folder = written("raw", files);
  const { page, context, faults } = await workbench.open();
  await openFolder(page, folder);
  await analyse(page);
  const papers = {
    "study.yaml": await savedPaper(page, "study.yaml"),
    "samples.csv": await savedPaper(page, "samples.csv"),
  };
  const other = join(place.folder, "other/raw");
  cpSync(folder, other, { recursive: true });
  expect((await vesica(["init", other], { shipped: true })).status).toBe(0);
  for (const [name, text] of Object.entries(papers))
    expect(text, name).toBe(readFileSync(join(other, name), "utf8"));
  written("raw", papers);
  await run(folder);
  await expectSameResults(page, folder);
  expect(faults).toEqual([]);
  await context.close();
});

test("refused, unknown, empty and ignored files and names in Japanese give the same bytes", async () => {
  const folder = written("散らかった研究", messyFolder());
  await expectSame(folder);
  const { files } = JSON.parse(readFileSync(join(folder, "results/result.json"), "utf8"));
  const statuses = new Set((files as { status: string }[]).map(({ status }) => status));
  expect([...statuses].sort()).toEqual(["ignored", "not recognised", "read", "refused"]);
});

test("tables whose columns study.yaml maps give the same bytes", async () => {
  await expectSame(written("mapped", mappedStudy()));
});

test("a list-mode file of two data sets gives the same bytes", async () => {
  await expectSame(written("data-sets", twoDataSets()));
});

test("a study so large that its report leaves files out gives the same bytes", async () => {
  const folder = written("large", largeStudy());
  await expectSame(folder);
  const { estimates } = JSON.parse(readFileSync(join(folder, "results/result.json"), "utf8"));
  expect(estimates.length).toBeGreaterThan(largeDocument);
});
