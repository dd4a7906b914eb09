import { afterAll, beforeAll, expect, test } from "vitest";
import {
  goTo,
  type OpenPage,
  openExample,
  startWorkbench,
  type Workbench,
} from "./workbench.test-support.ts";

let workbench: Workbench;
let open: OpenPage;
beforeAll(async () => {
  workbench = await startWorkbench();
  open = await workbench.open({ viewport: paper, colorScheme: "dark" });
  await openExample(open.page);
});
afterAll(() => workbench?.close());

/** A4 without its margins, in CSS pixels. */
const paper = { width: 695, height: 1010 };

test.each(["/study", "/rooms/particles", "/standards"])(
  "%s on paper is without navigation, nothing cut off, everything unfolded",
  async (path) => {
    const { page, context, faults } = await workbench.open({ viewport: paper, colorScheme: "dark" });
    await openExample(page);
    await goTo(page, path);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    for (const hidden of ["nav.pages", ".choices", "a.skip", ".actions button"])
      expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
    expect(await page.locator("main details:not([open])").filter({ visible: true }).count()).toBe(0);
    const cut = await page.evaluate(
      (width) =>
        [...document.querySelectorAll("main *")]
          .filter((element) => element.checkVisibility() && element.closest(".hidden") === null)
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .map((element) => element.outerHTML.slice(0, 120)),
      paper.width,
    );
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width);
    const colours = await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector("main h1")!).color,
    ]);
    const lightness = colours.map((colour) =>
      colour
        .match(/\d+/g)!
        .slice(0, 3)
        .reduce((sum, part) => sum + Number(part), 0),
    );
    expect(lightness[0]! - lightness[1]!).toBeGreaterThan(400);
    expect(faults).toEqual([]);
    await context.close();
  },
);
