import { byId, el } from "./dom";
import { symbolSvg, type Shape } from "./symbols";

const SWATCHES: [string, string][] = [
  ["step", "step"],
  ["wait", "waits"],
  ["ready", "ready"],
];
const SYMBOLS: [Shape, string, string][] = [
  ["wake", "wake", "wake"],
  ["cancel", "cancel", "cancel"],
  ["returned", "returned", "returned"],
  ["raised", "raised", "raised"],
  ["cancelled", "cancel", "ended cancelled"],
  ["say", "say", "said"],
  ["choice", "muted", "choice"],
  ["departure", "departure", "departure"],
];

/** Says what the marks mean. */
export function showLegend(): void {
  const swatches = SWATCHES.map(([colour, text]) => {
    const swatch = el("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = `var(--${colour})`;
    return el("li", {}, swatch, text);
  });
  const symbols = SYMBOLS.map(([shape, colour, text]) =>
    el("li", {}, symbolSvg(shape, colour) as unknown as HTMLElement, text),
  );
  byId("legend").replaceChildren(...swatches, ...symbols);
}
