import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, expectGolden, launch, open, press, shoot } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const ALL = [
  "found", "clean", "bench", "hostile", "hostile-bench", "empty", "empty-bench", "exhausted",
  "large",
];

function at(name: string): string {
  return address(`exploration/${name}`);
}

describe("what a screen reader gets of the page about a search", () => {
  it.each(["found", "clean", "bench", "empty"])("is the golden one: %s", async (name) => {
    const { page, errors } = await open(browser, at(name));
    await shoot(page, `exploration-${name}`);
    expectGolden(`exploration-${name}.yml`, (await page.locator("body").ariaSnapshot()) + "\n");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("whatever its data", () => {
  it.each(ALL)("the page stays whole, and nothing gets out of it: %s", async (name) => {
    const { page, errors, requests } = await open(browser, at(name));
    for (const summary of await page.locator("summary").all()) {
      await summary.click();
    }
    for (const label of await page.locator("label.choice input").all()) {
      await label.check();
    }
    for (const plot of await page.locator(".plot svg[tabindex]").all()) {
      await plot.focus();
      await press(page, "End", "ArrowLeft", "Home");
    }
    expect(errors).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.evaluate(() => "escaped" in window)).toBe(false);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, object, embed").count()).toBe(0);
    expect(await page.locator("h1").textContent()).not.toContain("cannot be shown");
    const text = await page.locator("body").innerText();
    expect(text).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e]|NaN|undefined|Infinity/);
    const drawn = await page.locator(".plot svg").evaluateAll((plots) =>
      plots.map((plot) => plot.outerHTML).join(""),
    );
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
    await page.context().close();
  });

  it("no address but that of a page beside it becomes a link", async () => {
    const { page } = await open(browser, at("hostile"));
    expect(await page.locator("#commands a").count()).toBe(0);
    await page.context().close();
    const found = (await open(browser, at("found"))).page;
    expect(await found.locator("#commands a").getAttribute("href")).toMatch(/\.trace\.html$/);
    await found.context().close();
  });
});

async function readouts(page: Page, id: string): Promise<string> {
  return (await page.locator(`#${id} output`).textContent()) ?? "";
}

describe("a plot", () => {
  it("is read point by point with the keys", async () => {
    const { page } = await open(browser, at("found"));
    await page.locator("#culprit svg").focus();
    await press(page, "Home");
    expect(await readouts(page, "culprit")).toMatch(/^nothing fixed: 11 of 200 fail \(5.5 %/);
    await press(page, "End", "ArrowLeft");
    expect(await readouts(page, "culprit")).toMatch(/cancel first.*: 200 of 200 fail \(100 %/);
    await page.locator("#orders svg").focus();
    await press(page, "End");
    expect(await readouts(page, "orders")).toMatch(/^After 10,000 runs: 166 distinct orders/);
    await page.locator("#strategies svg").focus();
    await press(page, "Home");
    expect(await readouts(page, "strategies")).toMatch(/^aimed: 441 of 3,338 runs failed/);
    await page.context().close();
  });

  it("is drawn anew where its axes or the width of the page change", async () => {
    const { page } = await open(browser, at("found"));
    const curve = () => page.locator("#orders path.curve").getAttribute("d");
    const linear = await curve();
    await page.locator("#orders-log").check();
    const logarithmic = await curve();
    expect(logarithmic).not.toBe(linear);
    await page.setViewportSize({ width: 700, height: 900 });
    await expect.poll(curve).not.toBe(logarithmic);
    await page.context().close();
  });
});

describe("a table", () => {
  it("is sorted by its headings, up and down", async () => {
    const { page } = await open(browser, at("bench"));
    const first = () => page.locator("#programs tbody th").first().textContent();
    const heading = page.locator("#programs thead th", { hasText: "random" });
    await heading.locator("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    const slowest = await first();
    await heading.locator("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    expect(await first()).not.toBe(slowest);
    await page.context().close();
  });

  it("of awaits can be cut down to those never cancelled", async () => {
    const { page } = await open(browser, at("clean"));
    const rows = page.locator("#awaits tbody tr");
    const all = await rows.count();
    await page.locator("#awaits-never").check();
    expect(await rows.count()).toBe(await page.locator("#awaits tr.never").count());
    expect(await rows.count()).toBeLessThanOrEqual(all);
    await page.context().close();
  });
});

interface Report {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

describe("axe finds nothing that shuts anybody out", () => {
  it.each([
    ["found", "light"],
    ["found", "dark"],
    ["bench", "light"],
    ["bench", "dark"],
    ["clean", "light"],
  ] as const)("in %s, %s", async (name, colorScheme) => {
    const { page } = await open(browser, at(name), { colorScheme });
    for (const summary of await page.locator("summary").all()) {
      await summary.click();
    }
    await page.evaluate(axe.source);
    const report = await page.evaluate(
      () => (window as unknown as { axe: { run: () => Promise<Report> } }).axe.run(),
    );
    expect(
      report.violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary ?? ""}`,
      ),
    ).toEqual([]);
    if (colorScheme === "dark") {
      await shoot(page, `exploration-${name}-dark`);
    }
    await page.context().close();
  });

  it("can be read on a narrow screen", async () => {
    for (const name of ["found", "bench", "hostile"]) {
      const { page } = await open(browser, at(name), { viewport: { width: 420, height: 800 } });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, name).toBeLessThanOrEqual(0);
      await shoot(page, `exploration-${name}-narrow`);
      await page.context().close();
    }
  });
});

describe("a search that tried everything", () => {
  it("claims no estimate of what is unseen", async () => {
    const { page } = await open(browser, at("exhausted"));
    const text = await page.locator("#orders p").first().textContent();
    expect(text).toContain("Every schedule that the strategy knows was tried.");
    expect(text).not.toContain("probability");
    await page.context().close();
  });
});

describe("a large search", () => {
  it("is on the screen in less than two seconds", async () => {
    const { page } = await open(browser, at("large"));
    const drawn = await page.evaluate(
      () => performance.getEntriesByName("countermand-drawn")[0].startTime,
    );
    expect(drawn).toBeLessThan(2_000);
    await page.context().close();
  });
});
