import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open, pages, shoot } from "./site.js";

let browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const LOOP = "source/sim-loop/src/main/java/dev/countermand/loop/SimLoop.java.html";

describe("axe finds nothing that shuts anybody out", () => {
  const looked = ["index.html", "quick-start.html", "cancelbench.html", "trace-format.html", LOOP];
  const cases = looked.flatMap((page) => [
    [page, "light"],
    [page, "dark"],
  ]);
  it.each(cases)("in %s, %s", async (page, colorScheme) => {
    const { tab, close } = await open(browser, page, { colorScheme });
    await tab.locator("#search").fill("cancel");
    await tab.evaluate(axe.source);
    const report = await tab.evaluate(() => window.axe.run());
    const found = report.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary ?? ""}`,
    );
    expect(found).toEqual([]);
    expect(report.passes.length).toBeGreaterThan(20);
    await close();
  });
});

describe("every page", () => {
  it("opens from disk without an error, asks for nothing else, and fits a narrow screen", async () => {
    const { tab, errors, requests, close } = await open(browser, "index.html", {
      viewport: { width: 400, height: 800 },
    });
    const wide = [];
    const all = pages();
    for (const page of all) {
      await tab.goto(new URL(page, requests[0]).href);
      const over = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) {
        wide.push(`${page}: ${over}`);
      }
    }
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    expect(wide).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
    await close();
  });

  it("can be read without scripts", async () => {
    const { tab, close } = await open(browser, "quick-start.html", { javaScriptEnabled: false });
    expect(await tab.locator("h1").textContent()).toBe("Five minutes to the first finding");
    expect(await tab.locator("pre").count()).toBeGreaterThan(3);
    await close();
  });

  it("prints its text and nothing around it", async () => {
    const { tab, close } = await open(browser, "semantics.html");
    await tab.emulateMedia({ media: "print" });
    for (const around of [".bar", ".sidebar", ".toc", ".turn"]) {
      expect(await tab.locator(around).isVisible()).toBe(false);
    }
    expect(await tab.locator("article").isVisible()).toBe(true);
    await close();
  });
});

describe("pictures to look at", () => {
  const looked = ["index.html", "quick-start.html", "cancelbench.html", "api/index.html"];
  const cases = looked.flatMap((page) => [
    [page, "light", 1280],
    [page, "dark", 1280],
    [page, "light", 400],
  ]);
  it.each(cases)("of %s, %s, %i wide", async (page, colorScheme, width) => {
    const { tab, errors, requests, close } = await open(browser, page, {
      colorScheme,
      viewport: { width, height: 900 },
    });
    await shoot(tab, `${page.replaceAll(/[/.]/g, "-")}-${colorScheme}-${width}`);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
    await close();
  });
});
