import { linksOf } from "../model/chains";
import { nameOf } from "../model/text";
import { fit } from "./canvas";
import { el } from "./dom";
import { Frame, LanePlaces, type Shown } from "./frame";
import { paint } from "./paint";
import type { Store } from "./store";
import type { Colours } from "./theme";
import { Zooming } from "./zooming";

const LABELS = 148;

/** The lanes of one run: names at the left, the drawing at the right. */
export class LanesView {
  readonly element: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly spacer: HTMLElement;
  private readonly labels: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly zooming: Zooming;
  private shown: Shown | null = null;
  private colours: Colours | null = null;
  private frame: Frame | null = null;

  constructor(
    store: Store,
    title: string,
    private readonly choose: (slot: number) => void,
  ) {
    this.canvas = el("canvas", { class: "drawing", "aria-hidden": "true" });
    this.labels = el("div", { class: "labels" });
    this.spacer = el("div", { class: "spacer" });
    const viewport = el("div", { class: "viewport" }, this.labels, this.canvas);
    const hint = "left and right arrows step through the run; the table of steps says it in words";
    this.scroller = el(
      "div",
      { class: "scroller", tabindex: 0, role: "group", "aria-label": `Lanes: ${hint}` },
      viewport,
      this.spacer,
    );
    this.element = el(
      "section",
      { class: "lanes", "aria-label": title },
      el("h2", { class: "lanes-title" }, title),
      this.scroller,
    );
    this.zooming = new Zooming(this.canvas, store, () => this.overflows);
    this.scroller.addEventListener("scroll", () => this.draw());
    this.canvas.addEventListener("click", (event) => this.clicked(event));
    new ResizeObserver(() => this.draw()).observe(this.scroller);
  }

  private get overflows(): boolean {
    return this.scroller.scrollHeight > this.scroller.clientHeight + 1;
  }

  render(shown: Shown, colours: Colours): void {
    const lanes = shown.tasks.count - shown.view.hidden.size;
    const height = laneHeight(lanes, shown.view.compare);
    this.spacer.style.height = `${height * lanes}px`;
    this.shown = shown;
    this.colours = colours;
    this.draw();
  }

  private draw(): void {
    const { shown, colours } = this;
    const height = this.scroller.clientHeight;
    if (!shown || !colours || height === 0) {
      return;
    }
    const width = Math.max(50, this.scroller.clientWidth - LABELS);
    const places = new LanePlaces(
      shown.tasks.count,
      shown.view.hidden,
      laneHeight(shown.tasks.count - shown.view.hidden.size, shown.view.compare),
      this.scroller.scrollTop,
      height,
    );
    const ctx = fit(this.canvas, width, height);
    this.frame = new Frame(shown, ctx, places, colours, width);
    this.zooming.sync(width, shown.axis.pitch);
    paint(this.frame);
    this.drawLabels(places, shown);
  }

  private drawLabels(places: LanePlaces, shown: Shown): void {
    const [first, last] = places.range;
    const actor = actorAtCursor(shown);
    const labels: HTMLElement[] = [];
    for (let i = first; i <= last; i++) {
      const lane = places.shown[i];
      const label = el(
        "div",
        { class: lane === actor ? "label acts" : lane === 0 ? "label loop" : "label" },
        nameOf(shown.tasks.names[lane]),
      );
      label.title = nameOf(shown.tasks.names[lane]);
      label.style.top = `${places.y(lane) - places.height / 2}px`;
      label.style.height = `${places.height}px`;
      label.style.lineHeight = `${places.height}px`;
      labels.push(label);
    }
    this.labels.replaceChildren(...labels);
  }

  private clicked(event: MouseEvent): void {
    const { frame } = this;
    if (!frame) {
      return;
    }
    const box = this.canvas.getBoundingClientRect();
    const { from, to } = frame.view;
    const place = from + ((event.clientX - box.left) / box.width) * (to - from);
    const slot = frame.axis.slotAt(place);
    this.choose(slot);
  }

  /** Scrolls so that the lane of a row can be seen. */
  reveal(lane: number): void {
    const { frame } = this;
    if (!frame || lane < 0 || !frame.lanes.isShown(lane)) {
      return;
    }
    const y = frame.lanes.y(lane);
    const half = frame.lanes.height / 2;
    if (y - half < 0 || y + half > this.scroller.clientHeight) {
      this.scroller.scrollTop += y - this.scroller.clientHeight / 2;
    }
  }

  /** How many pieces of a chain are drawn; for tests. */
  get chainPieces(): number {
    const chain = this.shown?.model.chains[this.shown.view.chain];
    return this.shown && chain
      ? linksOf(this.shown.model.scene, this.shown.model.run, this.shown.tasks, chain).length
      : 0;
  }
}

function actorAtCursor(shown: Shown): number {
  const rows = shown.isPassing ? shown.slots.right : shown.slots.left;
  const row = rows[shown.view.cursor] ?? -1;
  return row < 0 ? -1 : shown.model.rows.actor[row];
}

/** Many lanes are lower, so that more of them are in sight. */
function laneHeight(shown: number, twice: boolean): number {
  const lanes = twice ? 2 * shown : shown;
  return lanes <= 6 ? 40 : lanes <= 10 ? 34 : lanes <= 18 ? 26 : 20;
}
