import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, launch, open, press } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

describe("axe finds nothing that shuts anybody out", () => {
  it.each([
    ["explained", "light"],
    ["explained", "dark"],
    ["deadlock", "light"],
    ["must-honour", "dark"],
    ["large-10000", "light"],
  ] as const)("in %s, %s", async (name, colorScheme) => {
    const { page } = await open(browser, address(name), { colorScheme });
    await press(page, "c");
    await page.locator("#filter summary").click();
    await page.evaluate(axe.source);
    const report = await page.evaluate(
      () => (window as unknown as { axe: { run: () => Promise<Report> } }).axe.run(),
    );
    const found = report.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary ?? ""}`,
    );
    expect(found).toEqual([]);
    await page.context().close();
  });
});

describe("the step at the cursor", () => {
  it("is announced, and the table tells which row is active", async () => {
    const { page } = await open(browser, address("check"));
    await press(page, "d");
    expect(await page.locator("#announcer").textContent()).toMatch(/^Step 3\+, 3\.000s, /);
    const active = await page.locator("#rows").getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
    await page.context().close();
  });

  it("can be read on a narrow screen and at twice the size", async () => {
    const { page } = await open(browser, address("explained"), {
      viewport: { width: 480, height: 800 },
    });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
