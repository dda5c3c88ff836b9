// The written site, opened from disk in Chromium without a network.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const TARGET = fileURLToPath(new URL("../../target/", import.meta.url));
const SITE = `${TARGET}site/`;

/** The pages but those of the Javadoc. */
export function pages() {
  return readdirSync(SITE, { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html") && !name.startsWith("api/"))
    .sort();
}

export function address(page) {
  const file = SITE + page.replace(/#.*/, "");
  if (!existsSync(file)) {
    throw new Error(`${file} is missing: run mvn test -pl docs-site -am first`);
  }
  return `file://${SITE}${page}`;
}

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Opens a page; what goes wrong on it and what it asks for is noted. */
export async function open(browser, page, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    offline: true,
    reducedMotion: "reduce",
    ...options,
  });
  const tab = await context.newPage();
  const errors = [];
  const requests = [];
  tab.on("pageerror", (error) => errors.push(String(error)));
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      errors.push(message.text());
    }
  });
  tab.on("request", (request) => requests.push(request.url()));
  await tab.goto(address(page));
  return { tab, errors, requests, close: () => context.close() };
}

export async function shoot(tab, name) {
  mkdirSync(`${TARGET}screenshots`, { recursive: true });
  await tab.screenshot({ path: `${TARGET}screenshots/${name}.png` });
}
