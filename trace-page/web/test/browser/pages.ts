import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PAGES = `${HERE}../../../target/pages/`;
const SHOTS = `${HERE}../../../target/screenshots/`;
const GOLDEN = `${HERE}golden/`;

/** The eight canonical failures of the module reports. */
export const CANONICAL = [
  "check",
  "deadlock",
  "livelock",
  "must-honour",
  "property",
  "unexpected-outcome",
  "many-tasks",
  "hostile-names",
];

/** A page that the tests of the Java side have written. */
export function file(name: string): string {
  const path = `${PAGES}${name}.html`;
  if (!existsSync(path)) {
    throw new Error(`${path} is missing: run mvn test -pl trace-page -am first`);
  }
  return path;
}

export function address(name: string, hash = ""): string {
  return `file://${file(name)}${hash}`;
}

export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** What must not happen on a page, as it happened. */
export interface Watched {
  page: Page;
  errors: string[];
  requests: string[];
}

/** Opens a page without any network, and notes every error and every request. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    offline: true,
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const watched: Watched = { page, errors: [], requests: [] };
  page.on("pageerror", (error) => watched.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      watched.errors.push(message.text());
    }
  });
  page.on("request", (request) => watched.requests.push(request.url()));
  await page.goto(url);
  await drawn(page);
  return watched;
}

/** Waits until the page has drawn what it was last asked for. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName("countermand-drawn").length > 0,
    undefined,
    { timeout: 30_000 },
  );
  await settle(page);
}

/** Lets two frames pass. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
}

/** Where the cursor is, as the toolbar says it. */
export async function where(page: Page): Promise<string> {
  return (await page.locator("#where").textContent()) ?? "";
}

/** A picture for people, beside the pages. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name}.png` });
}

/** Fails unless the file holds this text; with GOLDEN=update, writes it there. */
export function expectGolden(name: string, text: string): void {
  const path = `${GOLDEN}${name}`;
  if (process.env.GOLDEN === "update") {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, text);
  }
  const held = existsSync(path) ? readFileSync(path, "utf8") : "";
  expect(text, `${path}; GOLDEN=update npm run browser refreshes it`).toBe(held);
}
