import { fileInputs } from "@vesica/run/analyse";
import { readStudy } from "@vesica/run/study";
import type { Page } from "playwright-core";
import { domains } from "vesica/domains";
import { cytometry } from "vesica/domains/cytometry";
import { isRefused, type Json, MemoryBlob, type PointCloud } from "vesica/kernel";
import { formatCount, formatNumber } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleStudy } from "../../core/domains/example-study.ts";
import {
  goTo,
  type OpenPage,
  openExample,
  savedDocument,
  savedPaper,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const files = exampleStudy(1);

beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench?.close());

async function openClouds(name: string): Promise<OpenPage> {
  const open = await workbench.open();
  await openExample(open.page);
  await goTo(open.page, "/clouds");
  await open.page.getByRole("combobox", { name: "File" }).selectOption(name);
  return open;
}

/** The cloud that the room gives in this process for a file under the papers of the page, with the study's gates. */
async function cloudOf(page: Page, name: string): Promise<{ cloud: PointCloud; gates: Json }> {
  const bytes = async (paper: "study.yaml" | "samples.csv") =>
    new TextEncoder().encode(await savedPaper(page, paper));
  const papers = { study: await bytes("study.yaml"), sheet: await bytes("samples.csv") };
  const raw = files.filter((file) => !["study.yaml", "samples.csv"].includes(file.name));
  const entries = raw.map((file) => ({ name: file.name, size: file.bytes.length }));
  const study = readStudy(papers, entries, domains);
  if (isRefused(study)) throw new Error(study.issues[0]!.message.en);
  const { rows, design } = fileInputs(study.value).find((input) => input.name === name)!;
  const content = new MemoryBlob(raw.find((file) => file.name === name)!.bytes);
  const read = await cytometry.formats[0]!.read(content, { name });
  if (isRefused(read)) throw new Error(read.issues[0]!.message.en);
  const [cloud] = cytometry.clouds!.of(read.value, { file: name, rows, design });
  const own = (design.parameters.cytometry ?? {}) as Readonly<Record<string, Json>>;
  return { cloud: cloud!, gates: own.gates ?? [] };
}

/** Events in a gate of the study, counted in this process. */
async function countedHere(page: Page, name: string, gate: string): Promise<number> {
  const { cloud, gates } = await cloudOf(page, name);
  const view = await cloud.view(cloud.suggested.x);
  if (isRefused(view)) throw new Error(view.issues[0]!.message.en);
  const counts = await cloud.histogram({ x: view.value, bins: 1, within: null, gates });
  if (isRefused(counts)) throw new Error(counts.issues[0]!.message.en);
  return counts.value.gates.find((tally) => tally.gate === gate)!.events;
}

const gateCount = ({ estimates }: ResultDocument, file: string, gate: string) =>
  estimates.find(
    ({ id, subject, qualifiers }) =>
      id === "cytometry.gateCount" && subject.file === file && Object.values(qualifiers).includes(gate),
  )?.value;

const row = (page: Page, gate: string) =>
  page
    .locator("table.gates tbody tr")
    .filter({ has: page.getByRole("button", { name: `Edit ${gate}`, exact: true }) });
const countShown = (page: Page, gate: string) => row(page, gate).locator("td.num").first();

/** Whole events of a cell such as `1,234` with its interval below it. */
async function settledCount(page: Page, gate: string): Promise<string> {
  const cell = countShown(page, gate);
  await cell.filter({ hasText: /\d/ }).waitFor();
  return cell.evaluate((shown) => shown.firstChild!.textContent!);
}

const sample = files.find(({ name }) => /\.fcs$/.test(name) && /N-D1/.test(name))!.name;

test("a rectangle drawn by mouse counts the events that the study counts, and the document holds them", async () => {
  const { page, context, faults } = await openClouds(sample);
  await page.getByRole("button", { name: "Draw a rectangle" }).click();
  const plot = (await page.locator(".cloud-touch").boundingBox())!;
  const at = (x: number, y: number) => [plot.x + x * plot.width, plot.y + (1 - y) * plot.height] as const;
  await page.mouse.move(...at(0.3, 0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.6), { steps: 4 });
  await page.mouse.move(...at(0.75, 0.85), { steps: 4 });
  await page.mouse.up();
  const shown = await settledCount(page, "Gate 1");
  await page.getByRole("button", { name: "Use in the study" }).first().click();
  await page.getByText("As in the study").waitFor();
  const document = await savedDocument(page);
  const here = await countedHere(page, sample, "Gate 1");
  expect(here).toBeGreaterThan(0);
  expect(shown).toBe(formatCount(here));
  expect(gateCount(document, sample, "Gate 1")).toBe(here);
  expect(faults).toEqual([]);
  await context.close();
});

test("a polygon is drawn, moved, taken back and used by keyboard alone", async () => {
  const { page, context, faults } = await openClouds(sample);
  await page.getByRole("button", { name: "Draw a polygon" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("application").focus();
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  await page.keyboard.press("Enter");
  await press("Shift+ArrowRight", 5);
  await page.keyboard.press("Enter");
  await press("Shift+ArrowUp", 6);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const drawn = await settledCount(page, "Gate 1");
  await page.getByRole("button", { name: /^Gate 1: / }).focus();
  await press("Shift+ArrowLeft", 3);
  await expect.poll(() => settledCount(page, "Gate 1")).not.toBe(drawn);
  await page.getByRole("application").focus();
  await press("Control+z", 3);
  await expect.poll(() => settledCount(page, "Gate 1")).toBe(drawn);
  await page.keyboard.press("Control+z");
  await row(page, "Gate 1").waitFor({ state: "hidden" });
  await page.keyboard.press("Control+y");
  await expect.poll(() => settledCount(page, "Gate 1")).toBe(drawn);
  await page.getByRole("button", { name: "Use in the study" }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByText("As in the study").waitFor();
  const document = await savedDocument(page);
  const here = await countedHere(page, sample, "Gate 1");
  expect(here).toBeGreaterThan(0);
  expect(drawn).toBe(formatCount(here));
  expect(gateCount(document, sample, "Gate 1")).toBe(here);
  expect(faults).toEqual([]);
  await context.close();
});

test("a limit of a bead peak moved by key changes the median that the calibration in the document is made of", async () => {
  const beads = files.find(({ name }) => /fluorescence|rainbow|mesf/i.test(name))!.name;
  const { page, context, faults } = await openClouds(beads);
  const medians = (document: ResultDocument) =>
    document.estimates
      .filter(({ id, subject }) => id === "cytometry.beadMedian" && subject.file === beads)
      .map(({ value, qualifiers }) => [JSON.stringify(qualifiers), value] as const);
  const before = new Map(medians(await savedDocument(page)));
  await goTo(page, "/clouds");
  await page.getByRole("combobox", { name: "File" }).selectOption(beads);
  const channel = await page.getByRole("combobox", { name: "Channel" }).inputValue();
  const limit = page.getByRole("slider", { name: "Window 4 to" });
  await limit.focus();
  const told = await limit.getAttribute("aria-valuetext");
  for (let time = 0; time < 4; time++) await page.keyboard.press("ArrowLeft");
  expect(await limit.getAttribute("aria-valuetext")).not.toBe(told);
  await page.getByRole("button", { name: "Use in the study" }).last().click();
  await page.getByRole("button", { name: "Find them again" }).waitFor();
  const document = await savedDocument(page);
  const after = medians(document);
  const changed = after.filter(([key, value]) => before.get(key) !== value);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every(([key]) => key.includes(channel))).toBe(true);
  const { cloud } = await cloudOf(page, beads);
  const peaks = await cloud.peaks!(channel);
  if (isRefused(peaks)) throw new Error(peaks.issues[0]!.message.en);
  for (const [, value] of changed)
    expect(peaks.value.map(({ median }) => formatNumber(median, 6))).toContain(formatNumber(value, 6));
  expect(faults).toEqual([]);
  await context.close();
});
