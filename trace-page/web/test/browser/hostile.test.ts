import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, file, launch, open, press, shoot } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const ALL = readdirSync(dirname(file("check")))
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.replace(".html", ""))
  .filter((name) => !name.startsWith("large"));

describe("whatever a trace holds", () => {
  it.each(ALL)("the page stays whole, and nothing gets out of it: %s", async (name) => {
    const { page, errors, requests } = await open(browser, address(name));
    await press(page, "Home", "End", "d", "c", "v", "t", "+", "0", "x", "b", "ArrowLeft");
    await page.locator("#query").fill("<");
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.evaluate(() => "escaped" in window)).toBe(false);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, object, embed, svg[onload]").count()).toBe(0);
    await page.context().close();
  });
});

describe("names", () => {
  it("are shown as they are, and what cannot be seen as escapes", async () => {
    const markup = (await open(browser, address("markup"))).page;
    expect(await markup.locator("#rows").textContent()).toContain("<svg onload=escaped=1>");
    await shoot(markup, "markup");
    await markup.context().close();
    const names = (await open(browser, address("hostile-names"))).page;
    const text = (await names.locator("body").innerText()) ?? "";
    expect(text).toContain("\\u001b[31mred");
    expect(text).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e]/);
    await names.context().close();
  });
});

describe("the policy of the page", () => {
  it("lets no other script run, and nothing be fetched", async () => {
    const { page, errors } = await open(browser, address("check"));
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.escaped = 1";
      document.body.append(script);
      const image = new Image();
      image.src = "file:///x.png";
      document.body.append(image);
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.escaped = 1");
      document.body.append(button);
      button.click();
    });
    await press(page, "Home");
    expect(await page.evaluate(() => "escaped" in window)).toBe(false);
    expect(errors.length).toBeGreaterThanOrEqual(3);
    expect(errors.every((text) => text.includes("Content Security Policy"))).toBe(true);
    await page.context().close();
  });
});
