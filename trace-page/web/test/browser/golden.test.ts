import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, CANONICAL, expectGolden, launch, open, press, shoot } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

describe("what a screen reader gets of a page", () => {
  it.each([...CANONICAL, "explained", "empty"])("is the golden one: %s", async (name) => {
    const { page, errors } = await open(browser, address(name));
    expectGolden(`${name}.yml`, (await page.locator("body").ariaSnapshot()) + "\n");
    await shoot(page, name);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("is the golden one over virtual time, at a cancellation, in the dark", async () => {
    const { page } = await open(browser, address("must-honour"), { colorScheme: "dark" });
    await press(page, "t", "c");
    expectGolden("must-honour-time.yml", (await page.locator("body").ariaSnapshot()) + "\n");
    await shoot(page, "must-honour-time-dark");
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
