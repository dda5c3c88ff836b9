import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, zoomIdentity, type ZoomBehavior } from "d3-zoom";
import type { Store } from "./store";

/** A slot is never drawn wider than this. */
const WIDEST_SLOT = 120;

/** Lets an element be zoomed and dragged; the part in sight is kept in the store. */
export class Zooming {
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;
  private width = 1;

  constructor(
    private readonly element: HTMLElement,
    private readonly store: Store,
    scrolls: () => boolean,
  ) {
    this.behaviour = zoom<HTMLElement, unknown>()
      .filter((event: MouseEvent | WheelEvent) => {
        if (event.type === "wheel") {
          // Where lanes can be scrolled, the wheel does that unless a key says zoom.
          return event.ctrlKey || event.metaKey || event.shiftKey || !scrolls();
        }
        return event.button === 0 && event.type !== "dblclick";
      })
      .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent) {
          const { k, x } = event.transform;
          const from = Math.max(0, -x / k / this.width);
          this.store.update({ from, to: Math.min(1, from + 1 / k) });
        }
      });
    select(element).call(this.behaviour);
  }

  /** Follows the view: other elements zoom it too. */
  sync(width: number, pitch: number): void {
    this.width = width;
    const { from, to } = this.store.view;
    const k = 1 / (to - from);
    this.behaviour
      .extent([[0, 0], [width, 1]])
      .translateExtent([[0, -Infinity], [width, Infinity]])
      .scaleExtent([1, deepest(width, pitch)]);
    select(this.element).property("__zoom", zoomIdentity.translate(-from * k * width, 0).scale(k));
  }
}

/** How far can be zoomed in. */
function deepest(width: number, pitch: number): number {
  return Math.max(1, WIDEST_SLOT / (pitch * width));
}

/** A part of a length around its middle, wider or narrower by a factor, within 0 and 1. */
export function zoomed(
  from: number,
  to: number,
  factor: number,
  centre: number,
  least: number,
): { from: number; to: number } {
  const span = Math.min(1, Math.max(least, (to - from) * factor));
  const share = Math.min(1, Math.max(0, (centre - from) / (to - from)));
  return within(centre - share * span, span);
}

/** A part of some length, moved so that it lies within 0 and 1. */
export function within(from: number, span: number): { from: number; to: number } {
  const start = Math.min(Math.max(0, from), 1 - span);
  return { from: start, to: start + span };
}
