const KEY = "countermand-theme";

/** The colours that the canvas needs, from the style sheet. */
export type Colours = Record<(typeof NAMES)[number], string>;

const NAMES = [
  "ink", "muted", "faint", "line", "stripe", "paper", "step", "step-ink", "loop-step", "wait",
  "wait-ink", "ready", "wake", "cancel", "returned", "raised", "departure", "violation", "cursor",
  "found", "difference", "say",
] as const;

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const all = {} as Colours;
  for (const name of NAMES) {
    all[name] = style.getPropertyValue(`--${name}`).trim();
  }
  return all;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function prefersDark(): boolean {
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Sets the theme of last time, or none: the style sheet then follows the system. */
export function initTheme(changed: () => void): void {
  const theme = stored();
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}

export function isDark(): boolean {
  const theme = document.documentElement.dataset.theme;
  return theme === undefined ? prefersDark() : theme === "dark";
}

/** Light to dark or back; a page that may store nothing forgets it. */
export function toggleTheme(): void {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page from disk may have no storage.
  }
}
