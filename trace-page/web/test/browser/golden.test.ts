import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, CANONICAL, expectGolden, launch, open, press, shoot } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/**
 * The page for screen readers. The table has only the rows in sight: it gets a height of its own, so
 * that fonts do not decide which these are.
 */
async function heard(page: Page): Promise<string> {
  await page.locator("#rows").evaluate((rows) => {
    rows.style.flex = "none";
    rows.style.height = "300px";
    rows.scrollTop = 0;
  });
  await press(page, "k", "j");
  return (await page.locator("body").ariaSnapshot()) + "\n";
}

describe("what a screen reader gets of a page", () => {
  it.each([...CANONICAL, "explained", "empty"])("is the golden one: %s", async (name) => {
    const { page, errors } = await open(browser, address(name));
    await shoot(page, name);
    expectGolden(`${name}.yml`, await heard(page));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is the golden one over virtual time, at a cancellation, in the dark", async () => {
    const { page } = await open(browser, address("must-honour"), { colorScheme: "dark" });
    await press(page, "t", "c");
    await shoot(page, "must-honour-time-dark");
    expectGolden("must-honour-time.yml", await heard(page));
    await page.context().close();
  });
});

describe("the lanes", () => {
  it.each(CANONICAL)("are drawn: %s", async (name) => {
    const { page } = await open(browser, address(name));
    const colours = await page.locator("canvas.drawing").first().evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const data = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
      return new Set(new Uint32Array(data.data.buffer)).size;
    });
    // Stripes, steps, waits, marks, and their softened edges.
    expect(colours).toBeGreaterThan(12);
    await page.context().close();
  });
});
