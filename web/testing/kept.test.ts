import { join } from "node:path";
import type { Dialog, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporary } from "../../app/testing/vesica.test-support.ts";
import { commentedStudy } from "./studies.test-support.ts";
import {
  analyse,
  goTo,
  openFolder,
  savedPaper,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
const place = temporary();
const folder = join(place.folder, "clinic");

beforeAll(async () => {
  workbench = await startWorkbench();
  place.write(
    Object.fromEntries(Object.entries(commentedStudy()).map(([name, bytes]) => [`clinic/${name}`, bytes])),
  );
});
afterAll(async () => {
  await workbench?.close();
  place.remove();
});

async function setTitle(page: Page, title: string): Promise<void> {
  await goTo(page, "/parameters");
  await page.getByLabel("Title of the study").fill(title);
}

async function titleOf(page: Page): Promise<string> {
  await goTo(page, "/parameters");
  return page.getByLabel("Title of the study").inputValue();
}

test("two tabs on one kept study: one saves, the other is told, takes over, and nothing is lost", async () => {
  const { page: first, context, faults } = await workbench.open();
  await openFolder(first, folder);
  await goTo(first, "/files");
  await first.getByRole("button", { name: "Keep in this browser" }).click();
  await first.getByText("Kept in this browser, saved").waitFor();
  await setTitle(first, "Written in the first tab");
  await goTo(first, "/files");
  await first.getByText("Kept in this browser, saved").waitFor();
  const second = await context.newPage();
  await second.goto(workbench.address);
  await second.getByRole("button", { name: "Open clinic" }).click();
  await second.getByText("This study is open in another tab.").waitFor();
  await expect.poll(() => titleOf(second)).toBe("Written in the first tab");
  await second.getByRole("button", { name: "Take it over here" }).click();
  await first.getByText("Another tab has taken this study over.").waitFor();
  await setTitle(second, "Written in the second tab");
  await goTo(second, "/files");
  await second.getByText("Kept in this browser, saved").waitFor();
  await setTitle(first, "Written in the first tab later");
  await first.getByRole("button", { name: "Take it back" }).click();
  await first.getByText("Which should be kept?").waitFor();
  await first.getByRole("button", { name: "Use the other tab's" }).click();
  await first.getByText("Which should be kept?").waitFor({ state: "hidden" });
  await expect.poll(() => titleOf(first)).toBe("Written in the second tab");
  await second.close();
  await first.close();
  const third = await context.newPage();
  await third.goto(workbench.address);
  await third.getByRole("button", { name: "Open clinic" }).click();
  await third.locator('main[data-path="/files"] h1').waitFor();
  await expect.poll(() => titleOf(third)).toBe("Written in the second tab");
  expect(faults).toEqual([]);
  await context.close();
});

test("a browser that stores nothing still gives results, and says that it keeps no files", async () => {
  const { page, context, faults } = await workbench.open({}, "", () => {
    const refuse = () => {
      throw new DOMException("storage is off", "SecurityError");
    };
    navigator.storage.getDirectory = async () => refuse();
    Object.defineProperty(window, "localStorage", { get: refuse });
    Object.defineProperty(window, "caches", { get: refuse });
  });
  await openFolder(page, folder);
  await analyse(page);
  await goTo(page, "/files");
  await page.getByText("This browser keeps no files here, as in a private window.").waitFor();
  await page.getByRole("button", { name: "日本語" }).click();
  expect(await page.locator("h1").textContent()).toBe("ファイル");
  expect(faults).toEqual([]);
  await context.close();
});

test("a browser without space left in the middle of keeping says so, and the papers can be kept", async () => {
  const { page, context, faults } = await workbench.open({}, "", () => {
    const { write } = FileSystemWritableFileStream.prototype;
    let written = 0;
    FileSystemWritableFileStream.prototype.write = function (data) {
      const size = (data as ArrayBuffer).byteLength;
      written += size;
      if (written > 20_000 && size > 5000)
        return Promise.reject(new DOMException("no space", "QuotaExceededError"));
      return write.call(this, data);
    };
  });
  await openFolder(page, folder);
  await goTo(page, "/files");
  await page.getByRole("button", { name: "Keep in this browser" }).click();
  await page.getByRole("alert").filter({ hasText: "The browser gave no more space" }).waitFor();
  await setTitle(page, "Still here");
  await goTo(page, "/");
  await page.getByText(/\d+ of \d+ files are missing/).waitFor();
  await goTo(page, "/files");
  await page.getByRole("button", { name: "Keep only study file and sample sheet" }).click();
  await page.getByText("Kept in this browser, saved").waitFor();
  await goTo(page, "/");
  await page.getByText("study file and sample sheet only").waitFor();
  expect(await savedTitle(page)).toBe("Still here");
  expect(faults).toEqual([]);
  await context.close();
});

async function savedTitle(page: Page): Promise<string> {
  await goTo(page, "/");
  await analyse(page);
  return /title: (.*?)(?: #|$)/m.exec(await savedPaper(page, "study.yaml"))![1]!;
}

test("closing the tab asks where edits are in this page only, and not otherwise", async () => {
  const { page, context } = await workbench.open();
  await openFolder(page, folder);
  const asked: string[] = [];
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  };
  page.on("dialog", stay);
  await setTitle(page, "Not saved anywhere");
  await page.locator(".yaml").waitFor();
  await expect.poll(() => page.locator(".yaml textarea").inputValue()).toContain("Not saved anywhere");
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  expect(await titleOf(page)).toBe("Not saved anywhere");
  await goTo(page, "/files");
  await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download study file and sample sheet" }).click(),
  ]);
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toEqual(["beforeunload"]);
  await context.close();
});
