import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, drawn, launch, open, press, settle, shoot, where } from "./pages";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

async function opened(name: string, hash = ""): Promise<Page> {
  return (await open(browser, address(name, hash))).page;
}

describe("keys", () => {
  it("step forward and back, to the first and the last step", async () => {
    const page = await opened("check");
    expect(await where(page)).toBe("step 7  3.000s");
    await press(page, "ArrowRight");
    expect(await where(page)).toBe("step 8  3.000s");
    await press(page, "k", "k", "ArrowLeft");
    expect(await where(page)).toBe("step 5  3.000s");
    await press(page, "Home");
    expect(await where(page)).toBe("step 1  0.000s");
    await press(page, "ArrowLeft");
    expect(await where(page)).toBe("step 1  0.000s");
    await press(page, "End");
    expect(await where(page)).toBe("step 10  3.000s");
    await page.context().close();
  });

  it("go to departures, cancellations and violations, and round again", async () => {
    const page = await opened("must-honour");
    await press(page, "d");
    expect(await where(page)).toBe("step 3+  0.000s");
    await press(page, "v");
    expect(await where(page)).toBe("step 7+  2.000s");
    await press(page, "C");
    expect(await where(page)).toBe("step 3+  0.000s");
    expect(await page.locator("#chains button[aria-pressed=true]").textContent()).toContain(
      "explorer \u2192 task parent \u2192 child",
    );
    await page.context().close();
  });

  it("search, and step through what was found", async () => {
    const page = await opened("many-tasks");
    await press(page, "/");
    await page.keyboard.type("round");
    await settle(page);
    expect(await page.locator("#hits").textContent()).toBe("72 found");
    await press(page, "Enter");
    expect(await where(page)).toBe("step 2  0.000s");
    // Letters typed into the search are no commands; behind Enter they are.
    expect(await page.locator("#mode-steps").isChecked()).toBe(true);
    await press(page, "n", "N");
    expect(await where(page)).toBe("step 2  0.000s");
    await press(page, "n");
    expect(await where(page)).not.toBe("step 2  0.000s");
    await press(page, "/", "Escape");
    expect(await page.locator("#hits").textContent()).toBe("");
    await press(page, "t");
    expect(await page.locator("#mode-time").isChecked()).toBe(true);
    await page.context().close();
  });

  it("show the list of keys, which Escape closes", async () => {
    const page = await opened("check");
    await press(page, "?");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await press(page, "ArrowRight");
    expect(await where(page)).toBe("step 7  3.000s");
    await press(page, "Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.context().close();
  });

  it("reach everything by Tab, in the order of reading", async () => {
    const page = await opened("explained");
    const reached: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(() => {
        const { id, className, tagName } = document.activeElement as HTMLElement;
        return id || className || tagName;
      });
      if (name === "BODY") {
        break;
      }
      reached.push(name);
    }
    expect(reached).toEqual([
      "theme", "help", "link", "go-first", "go-back", "go-on", "go-last", "go-departure",
      "go-violation", "mode-steps", "zoom-out", "zoom-in", "zoom-fit", "compare", "query",
      "SUMMARY", "scroller", "scroller", "rows", "right", "link", "link", "link",
    ]);
    await page.context().close();
  });
});

describe("a run that passes", () => {
  it("stands beside the one that fails, the first difference in sight", async () => {
    const page = await opened("explained", "#pair=0");
    expect(await page.locator(".lanes:visible").count()).toBe(1);
    await press(page, "x");
    expect(await page.locator(".lanes:visible").count()).toBe(2);
    expect(await where(page)).toBe("step 3+  3.000s");
    const active = page.locator(".row.active");
    expect(await active.getAttribute("class")).toContain("first-difference");
    await expect.poll(() => active.isVisible()).toBe(true);
    expect(await active.textContent()).toContain("timer; wakes node-1");
    await press(page, "b");
    expect(await page.locator(".lanes:visible").count()).toBe(1);
    expect(await where(page)).toBe("step 3+  3.000s");
    await page.context().close();
  });
});

describe("an address", () => {
  it("restores the view", async () => {
    const page = await opened("many-tasks");
    await press(page, "t", "+", "+", "d");
    await page.locator("#query").fill("round = 3");
    await page.locator("#filter summary").click();
    await page.locator("#topic-wake").uncheck();
    await page.locator("#lane-3").uncheck();
    await settle(page);
    const url = page.url();
    const seen = await page.locator("body").ariaSnapshot();
    await page.context().close();

    const again = (await open(browser, url)).page;
    await again.locator("#filter summary").click();
    await settle(again);
    expect(again.url()).toBe(url);
    expect(comparable(await again.locator("body").ariaSnapshot())).toBe(comparable(seen));
    await again.context().close();
  });

  it("restores what is in sight, also where the cursor is not", async () => {
    const { page } = await open(
      browser,
      address("explained", "#at=0&axis=steps&view=0.5_0.8&pair=0"),
    );
    expect(page.url()).toContain("view=0.5_0.8");
    expect(page.url()).toContain("at=0");
    await page.context().close();
  });

  it("that makes no sense shows the whole page all the same", async () => {
    const { page, errors } = await open(
      browser,
      address("check", "#at=99999&view=7_3&hide=400.0.x&chain=77&about=0&q=%ff&pair=1"),
    );
    expect(await page.locator("#headline").textContent()).toContain("at most one leader");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("can be changed by hand", async () => {
    const page = await opened("check");
    await page.evaluate(() => (location.hash = "#at=1&axis=time"));
    await settle(page);
    expect(await where(page)).toBe("step 2  0.000s");
    expect(await page.locator("#mode-time").isChecked()).toBe(true);
    await page.context().close();
  });
});

/** The focus, and what was announced while getting there, belong to no view. */
function comparable(snapshot: string): string {
  return snapshot.replaceAll(" [active]", "").replace(/- paragraph: Step .*\n?/g, "");
}

describe("the mouse", () => {
  it("chooses a step in the lanes, and zooms", async () => {
    const page = await opened("check");
    const canvas = page.locator("canvas.drawing").first();
    const box = (await canvas.boundingBox())!;
    await page.mouse.click(box.x + 5, box.y + box.height / 2);
    await settle(page);
    expect(await where(page)).toBe("step 1  0.000s");
    await page.mouse.move(box.x + box.width - 4, box.y + 5);
    await page.mouse.wheel(0, -400);
    await settle(page);
    expect(page.url()).not.toContain("view=0_1");
    await page.locator("#zoom-fit").click();
    await settle(page);
    expect(page.url()).toContain("view=0_1");
    await page.context().close();
  });

  it("chooses the theme, which is kept", async () => {
    const page = await opened("explained");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.locator("#theme").click();
    await settle(page);
    const dark = await paper();
    expect(dark).not.toBe(light);
    await shoot(page, "explained-dark");
    await page.reload();
    await drawn(page);
    expect(await paper()).toBe(dark);
    await page.context().close();
  });
});
