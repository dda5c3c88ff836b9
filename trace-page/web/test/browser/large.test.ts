import { statSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, file, launch, open, press, settle, shoot, where } from "./pages";

/** How long a page of 100,000 events may take until its lanes are on the screen. */
const MOST_MILLIS = 2_000;
/** How long it may take to follow a key there. */
const MOST_MILLIS_FOR_A_KEY = 250;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** Milliseconds from the begin of loading until the drawn lanes were painted. */
async function paintedAfter(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() => setTimeout(() => done(performance.now()))),
      ).then(
        () => performance.getEntriesByName("countermand-painted")[0]?.startTime ?? Infinity,
      ),
  );
}

describe("a page of 10,000 events", () => {
  it("has less than a megabyte", () => {
    expect(statSync(file("large-10000")).size).toBeLessThan(1_000_000);
  });
});

describe("a page of 100,000 events", () => {
  it("is on the screen in less than two seconds", async () => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const { page, errors } = await open(browser, address("large-100000"));
      times.push(await paintedAfter(page));
      expect(errors).toEqual([]);
      await page.context().close();
    }
    console.log(`100,000 events: painted after ${times.map(Math.round).join(", ")} ms`);
    expect(Math.min(...times)).toBeLessThan(MOST_MILLIS);
  });

  it("follows keys at once, near and from far away", async () => {
    const { page } = await open(browser, address("large-100000"));
    const took = async (...keys: string[]): Promise<number> => {
      const begin = performance.now();
      await press(page, ...keys);
      return (performance.now() - begin) / keys.length;
    };
    expect(await took("ArrowLeft", "ArrowLeft", "ArrowLeft")).toBeLessThan(MOST_MILLIS_FOR_A_KEY);
    await press(page, "0");
    await shoot(page, "large-whole");
    expect(await took("ArrowLeft", "ArrowRight", "t", "t")).toBeLessThan(MOST_MILLIS_FOR_A_KEY);
    await page.locator("#query").fill("job");
    await settle(page);
    expect(await page.locator("#hits").textContent()).toMatch(/1[0-9],[0-9]{3} found/);
    // However long the table is, only what is in sight are elements.
    expect(await page.locator("#rows-body .row").count()).toBeLessThan(100);
    await page.context().close();
  });
});

describe("a page of more than a million events", () => {
  it("shows the last million, says so, and can be walked through", async () => {
    const { page, errors } = await open(browser, address("large-1000000"));
    console.log(`1,000,000 events: painted after ${Math.round(await paintedAfter(page))} ms`);
    expect(await page.locator("#notice").textContent()).toMatch(
      /^This page shows the last 1,000,000 events of the run; [0-9,]+ earlier events are in the trace only\.$/,
    );
    expect(await page.locator("#headline").textContent()).toBe("a job is lost");
    await press(page, "ArrowLeft");
    expect(await where(page)).toMatch(/^step [0-9]+\+ /);
    await press(page, "0", "Home");
    await shoot(page, "million-whole");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
