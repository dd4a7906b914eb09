import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { formatBytes, formatCount } from "vesica/report";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporary } from "../../app/testing/vesica.test-support.ts";
import { exampleFiles, type StudyFiles } from "./studies.test-support.ts";
import {
  analyse,
  goTo,
  openFolder,
  savedDocument,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();
const good = Object.values(exampleFiles(/^nanosight\/N-D[12].*ExperimentSummary/));

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

function written(name: string, files: StudyFiles): string {
  place.write(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${name}/${path}`, bytes])));
  return join(place.folder, name);
}

test("ten thousand files are listed, scrolled, cancelled without losing anything, and analysed", async () => {
  const notes = Array.from({ length: 9998 }, (_, at): [string, string] => [
    `notes/${String(at).padStart(5, "0")}.txt`,
    `note ${at}\n`,
  ]);
  const folder = written("many", {
    ...Object.fromEntries(notes),
    "zz/a.csv": good[0]!,
    "zz/b.csv": good[1]!,
  });
  const { page, context, faults } = await workbench.open();
  page.setDefaultTimeout(120_000);
  await openFolder(page, folder);
  expect(await page.locator(".next").textContent()).toMatch(/2 of 10000 files recognised/);
  await page.locator(".next .actions button.main").click();
  await page
    .locator(".progress .count")
    .filter({ hasText: /^[1-9]\d* \/ 10000/ })
    .waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator(".progress").waitFor({ state: "hidden" });
  expect(await page.locator(".next").textContent()).toMatch(/2 of 10000 files recognised/);
  await goTo(page, "/files");
  expect(await page.locator(".tally .good b").textContent()).toBe("2");
  expect(await page.locator(".shown").textContent()).toBe(
    `${formatCount(10_000)} of ${formatCount(10_000)} shown`,
  );
  expect(await page.locator(".file-line").count()).toBeLessThan(60);
  await page.getByRole("link", { name: "notes/00000.txt" }).waitFor();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("link", { name: "zz/b.csv" }).waitFor();
  await page.getByLabel("Search by name or format").fill("04321");
  await page.getByText(`1 of ${formatCount(10_000)} shown`).waitFor();
  await goTo(page, "/");
  await analyse(page);
  const result = await savedDocument(page);
  expect(result.files.length).toBe(10_000);
  expect(faults).toEqual([]);
  await context.close();
});

test("a file that changes or goes after it was chosen is told as unreadable, and the rest is analysed", async () => {
  const folder = written("changing", { "a.csv": good[0]!, "b.csv": good[1]!, "c.csv": good[0]! });
  const { page, context, faults } = await workbench.open();
  await openFolder(page, folder);
  writeFileSync(join(folder, "b.csv"), "another content\n");
  rmSync(join(folder, "c.csv"));
  await analyse(page);
  const result = await savedDocument(page);
  expect(result.issues.filter(({ code }) => code === "file-unreadable").map(({ file }) => file)).toEqual([
    "b.csv",
    "c.csv",
  ]);
  expect(result.files.map(({ name, status }) => [name, status])).toEqual([
    ["a.csv", "read"],
    ["b.csv", "refused"],
    ["c.csv", "refused"],
  ]);
  await goTo(page, "/files/b.csv");
  await page.getByText("The file's bytes cannot be read").first().waitFor();
  expect(await page.locator("main").textContent()).toContain("The file cannot be read (changed).");
  expect(faults).toEqual([]);
  await context.close();
});

/** The most memory that a process of the test's browser has held, in bytes. */
function mostMemory(): number {
  const status = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/status`, "utf8");
    } catch {
      return "";
    }
  };
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [pid, /PPid:\s+(\d+)/.exec(status(pid))?.[1] ?? "0"]));
  const isOurs = (pid: string): boolean =>
    pid !== "0" && (parents.get(pid) === String(process.pid) || isOurs(parents.get(pid) ?? "0"));
  const most = all.filter(isOurs).map((pid) => Number(/VmHWM:\s+(\d+)/.exec(status(pid))?.[1] ?? 0) * 1024);
  return Math.max(0, ...most);
}

test("a file of 2 GB beside good ones is told, shown and not held in memory", async () => {
  const folder = written("large", { "a.csv": good[0]!, "large.csv": good[1]! });
  const file = openSync(join(folder, "large.csv"), "r+");
  ftruncateSync(file, 2 ** 31);
  closeSync(file);
  const { page, context, faults } = await workbench.open();
  page.setDefaultTimeout(150_000);
  await openFolder(page, folder);
  await goTo(page, "/files/large.csv");
  await page
    .getByText(formatBytes(2 ** 31))
    .first()
    .waitFor();
  await goTo(page, "/");
  await analyse(page);
  const result = await savedDocument(page);
  expect(result.issues.filter(({ file: name }) => name === "large.csv").map(({ code }) => code)).toEqual([
    "file-too-large",
  ]);
  expect(result.files.find(({ name }) => name === "a.csv")!.status).toBe("read");
  expect(mostMemory()).toBeLessThan(2 ** 30);
  expect(faults).toEqual([]);
  await context.close();
});

const markup = '<img src=x onerror="document.body.dataset.ran=1">';

test("hostile names and contents are shown as text on every page", async () => {
  const names = [`${markup}.csv`, "__proto__.csv", "constructor.csv", "\u202egpj.csv", "a'\"&`b.csv"];
  const folder = written("hostile", {
    ...Object.fromEntries(names.map((name) => [name, good[0]!])),
    "line.csv": `Size,${"x".repeat(1_000_000)}\n1,2\n`,
    "toString.fcs": "FCS3.1",
    "samples.csv": `file,sample,role,donor,condition,dilution\n${names
      .map((name, at) => {
        const file = `"${name.replaceAll('"', '""')}"`;
        const sample = ["__proto__", "constructor", markup.replaceAll('"', '""'), "\u202eabc", "s5"][at];
        return `${file},"${sample}",sample,D${at},${at % 2 ? "__proto__" : '"<b>c</b>"'},800`;
      })
      .join("\n")}\n`,
    "study.yaml": `title: '${markup}'\nquestion: '</script><script>document.body.dataset.ran=1</script>'\n`,
  });
  const { page, context, faults } = await workbench.open();
  await openFolder(page, folder);
  await analyse(page);
  const result = await savedDocument(page);
  expect(result.files.filter(({ status }) => status === "read").map(({ name }) => name)).toEqual(
    [...names].sort(),
  );
  const paths = ["/study", "/rooms/particles", "/design", "/compare", "/samples", "/parameters", "/files"];
  for (const path of [
    ...paths,
    ...[...names, "line.csv"].map((name) => `/files/${encodeURIComponent(name)}`),
  ]) {
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, path);
    await page.locator("main h1").first().waitFor();
    await page.waitForTimeout(150);
    const found = await page.evaluate(() => [
      document.querySelectorAll("main img, main b:has(b), main script, header img").length,
      document.body.dataset.ran ?? "no",
      document.documentElement.scrollWidth <= innerWidth,
    ]);
    expect(found, path).toEqual([0, "no", true]);
  }
  expect(await page.locator("header .study-title").textContent()).toBe("hostile");
  expect(faults).toEqual([]);
  await context.close();
});
