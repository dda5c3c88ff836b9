import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, open } from "./site.js";

let browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

async function activeClass(tab) {
  return tab.evaluate(() => document.activeElement.className);
}

describe("the search", () => {
  it("is reached by /, finds a section, and opens it by Enter", async () => {
    const { tab, close } = await open(browser, "index.html");
    await tab.keyboard.press("/");
    await tab.keyboard.type("what smaller means");
    expect(await tab.locator("#hits a").first().textContent()).toContain("What \"smaller\" means");
    expect(await tab.locator("#hit-count").textContent()).toMatch(/^\d+ found$/);
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/shrinking\.html#what-smaller-means$/);
    await close();
  });

  it("finds a page by the beginning of a word, and moves with the arrows", async () => {
    const { tab, close } = await open(browser, "decisions/0012-lanes.html");
    await tab.locator("#search").fill("cancelbe");
    await tab.keyboard.press("ArrowDown");
    expect(await tab.locator("#hits a[aria-selected=true]").count()).toBe(1);
    expect(await tab.locator("#search").getAttribute("aria-activedescendant")).toBe("hit-1");
    await tab.keyboard.press("ArrowUp");
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/\/cancelbench\.html/);
    await close();
  });

  it("says when there is nothing, whatever was typed, and closes with Escape", async () => {
    const { tab, errors, close } = await open(browser, "index.html");
    for (const text of ["zzzzqqq", "+-:^~*", "<b>x</b>zzzz", "__proto__", "\"", "a".repeat(5000)]) {
      await tab.locator("#search").fill(text);
    }
    expect(await tab.locator("#hits").textContent()).toBe("Nothing found");
    expect(await tab.locator("#hits b").count()).toBe(0);
    await tab.keyboard.press("Escape");
    expect(await tab.locator("#hits").isVisible()).toBe(false);
    expect(errors).toEqual([]);
    await close();
  });
});

describe("the theme", () => {
  it("is the system's until it is chosen, and then stays on the next page", async () => {
    const { tab, close } = await open(browser, "index.html", { colorScheme: "dark" });
    const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await tab.locator("button.theme").click();
    const light = await ground();
    expect(light).toBe("rgb(255, 255, 255)");
    expect(light).not.toBe(dark);
    await tab.locator(".go a").first().click();
    await tab.waitForURL(/quick-start\.html$/);
    expect(await ground()).toBe(light);
    await tab.locator("nav.top a", { hasText: "API" }).click();
    await tab.waitForURL(/api\/index\.html$/);
    expect(await ground()).toBe(light);
    await close();
  });
});

describe("by keyboard", () => {
  it("the first stop leads to the text", async () => {
    const { tab, close } = await open(browser, "strategies.html");
    await tab.keyboard.press("Tab");
    expect(await activeClass(tab)).toBe("skip");
    await tab.keyboard.press("Enter");
    expect(await tab.evaluate(() => document.activeElement.id)).toBe("main");
    await close();
  });

  it("the contents of a narrow screen open, and close with Escape", async () => {
    for (const page of ["index.html", "strategies.html"]) {
      const { tab, close } = await open(browser, page, { viewport: { width: 400, height: 800 } });
      const sidebar = tab.locator("#sidebar");
      expect(await sidebar.isVisible()).toBe(false);
      await tab.locator("button.menu").focus();
      await tab.keyboard.press("Enter");
      expect(await sidebar.isVisible()).toBe(true);
      await tab.keyboard.press("Tab");
      await tab.keyboard.press("Escape");
      expect(await sidebar.isVisible()).toBe(false);
      expect(await activeClass(tab)).toBe("menu");
      await close();
    }
  });
});

describe("code", () => {
  it("is coloured, and can be copied as it is", async () => {
    const { tab, close } = await open(browser, "quick-start.html", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    expect(await tab.locator(".language-java .hljs-keyword").count()).toBeGreaterThan(5);
    const frame = tab.locator(".code", { has: tab.locator(".language-java") });
    await frame.hover();
    await frame.locator(".copy").click();
    await tab.waitForFunction(() => document.body.textContent.includes("Copied"));
    const copied = await tab.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await tab.locator(".language-java").textContent());
    expect(copied).toContain("class CacheTest {");
    await close();
  });
});

describe("what is on the page", () => {
  it("follows the reader", async () => {
    const { tab, close } = await open(browser, "trace-format.html#events", {
      viewport: { width: 1440, height: 900 },
    });
    await tab.waitForFunction(() => document.querySelector(".toc a.here")?.hash === "#events");
    await close();
  });
});
