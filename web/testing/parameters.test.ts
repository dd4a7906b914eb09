import { join } from "node:path";
import { estimateKey } from "vesica/kernel";
import { formatEstimate } from "vesica/report";
import type { ResultDocument } from "vesica/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporary } from "../../app/testing/vesica.test-support.ts";
import { commentedStudy } from "./studies.test-support.ts";
import {
  analyse,
  goTo,
  type OpenPage,
  openFolder,
  savedDocument,
  savedPaper,
  startWorkbench,
  tabTo,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();
const study = commentedStudy();

beforeAll(async () => {
  workbench = await startWorkbench();
  place.write(Object.fromEntries(Object.entries(study).map(([name, bytes]) => [`study/${name}`, bytes])));
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

const level = /^Level of the intervals/;
const limit = /^Least diameter that the instrument sees/;

const headline = ({ estimates, headline }: ResultDocument) =>
  estimates.filter(({ id, subject }) => subject.level === "sample" && headline.particles!.includes(id));

async function openParameters(): Promise<OpenPage> {
  const open = await workbench.open();
  await openFolder(open.page, join(place.folder, "study"));
  await analyse(open.page);
  await goTo(open.page, "/parameters");
  await open.page.getByLabel(limit).waitFor();
  return open;
}

test("a parameter changed by keyboard recomputes by itself, names the numbers that changed and keeps comments", async () => {
  const { page, context, faults } = await openParameters();
  const before = await savedDocument(page);
  await goTo(page, "/parameters");
  const changes = page.getByRole("region", { name: "Old against new" });
  expect(await changes.textContent()).toContain("Change a value");
  await page.getByLabel(limit).waitFor();
  await tabTo(page, level);
  await page.keyboard.type("0.8");
  const rows = changes.locator("tbody tr");
  await rows.first().waitFor();
  const told = await rows.allTextContents();
  const after = await savedDocument(page);
  const changed = headline(after).filter((each) => {
    const was = headline(before).find((other) => estimateKey(other) === estimateKey(each));
    return was !== undefined && was.interval?.lower !== each.interval?.lower;
  });
  expect(changed.length).toBeGreaterThan(0);
  expect(told.length).toBe(changed.length);
  for (const estimate of changed) {
    const names = [
      estimate.subject.sample!,
      after.terms[estimate.id]!.en,
      formatEstimate(estimate).interval!,
    ];
    expect(told.filter((text) => names.every((name) => text.includes(name))).length, names.join()).toBe(1);
  }
  expect(await savedPaper(page, "study.yaml")).toBe(
    (study["study.yaml"] as string).replace(
      "detectionLimit: 50 # nm",
      "detectionLimit: 50 # nm\n    level: 0.8",
    ),
  );
  expect(faults).toEqual([]);
  await context.close();
});

test("wrong text stays in its field, is told, and changes nothing", async () => {
  const { page, context, faults } = await openParameters();
  const field = page.getByLabel(limit);
  await field.fill("-5");
  await page.getByText("Not in the study yet: it may not hold this value.").waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await field.fill("fifty");
  const error = page.locator(`[id="${(await field.getAttribute("aria-describedby"))!.split(" ").at(-1)}"]`);
  await error.filter({ hasText: "“fifty” is no number" }).waitFor();
  await goTo(page, "/samples");
  await goTo(page, "/parameters");
  await page.getByLabel(limit).waitFor();
  expect(await page.getByLabel(limit).inputValue()).toBe("fifty");
  expect(await savedPaper(page, "study.yaml")).toBe(study["study.yaml"]);
  expect(faults).toEqual([]);
  await context.close();
});

test("study.yaml as text: a wrong line is told by its number, what can be read is taken over", async () => {
  const { page, context, faults } = await openParameters();
  await page.getByText("study.yaml as text", { exact: true }).click();
  const text = page.getByRole("textbox", { name: "study.yaml as text" });
  const whole = await text.inputValue();
  expect(whole).toBe(study["study.yaml"]);
  await text.fill(whole.replace("detectionLimit: 50", "detectionLimt: 50"));
  await page.getByRole("button", { name: "Line 8" }).waitFor();
  await text.fill(whole.replace("detectionLimit: 50", "detectionLimit: 70"));
  await page.getByText("Read and in the study.").waitFor();
  await page.getByText("No headline number changed with the last analysis.").waitFor();
  expect(await page.getByLabel(limit).inputValue()).toBe("70");
  expect(faults).toEqual([]);
  await context.close();
});
