import { axisBottom, axisLeft } from "d3-axis";
import { select } from "d3-selection";
import type { ScaleContinuousNumeric } from "d3-scale";
import { el } from "../view/dom";

export type Scale = ScaleContinuousNumeric<number, number>;

const SVG = "http://www.w3.org/2000/svg";
const LEAST_WIDTH = 280;

/** The room around what is plotted. */
export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** What a plot is drawn into. */
export interface Canvas {
  svg: SVGSVGElement;
  width: number;
  height: number;
  margin: Margin;
}

/** An element of SVG with attributes; a text goes in as a text node. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  text = "",
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  if (text) {
    element.append(text);
  }
  return element;
}

/** A point that can be looked at: where it is, and what it says. */
export interface Spot {
  x: number;
  y: number;
  words: string;
}

/** A plot that is drawn anew when its room changes. */
export class Plot {
  readonly element: HTMLElement;
  private readonly host = el("div", { class: "plot-host" });
  private readonly readout = el("output", { class: "readout", "aria-live": "polite" });
  private spots: Spot[] = [];
  private at = -1;
  private width = 0;
  private canvas: Canvas | null = null;

  /**
   * Creates a plot, which draws itself once it is in the page.
   *
   * @param label what a screen reader says of it
   * @param draw draws, and gives what can be looked at
   */
  constructor(
    private readonly label: string,
    private readonly height: number,
    private readonly margin: Margin,
    private readonly draw: (canvas: Canvas) => Spot[],
    hint = "",
  ) {
    this.readout.textContent = hint;
    this.element = el("figure", { class: "plot" }, this.host, this.readout);
    new ResizeObserver(() => this.fit()).observe(this.host);
  }

  /** Draws it, again if need be. */
  redraw(): void {
    this.width = 0;
    this.fit();
  }

  private fit(): void {
    const width = Math.max(LEAST_WIDTH, Math.floor(this.host.clientWidth));
    if (width === this.width) {
      return;
    }
    this.width = width;
    const picture = svg("svg", {
      width,
      height: this.height,
      viewBox: `0 0 ${width} ${this.height}`,
      role: "img",
      "aria-label": this.label,
    });
    this.canvas = { svg: picture, width, height: this.height, margin: this.margin };
    this.spots = this.draw(this.canvas);
    if (this.spots.length > 0) {
      this.listen(picture);
    }
    this.host.replaceChildren(picture);
    this.at = Math.min(this.at, this.spots.length - 1);
    if (this.at >= 0) {
      this.look(this.at);
    }
  }

  private listen(picture: SVGSVGElement): void {
    picture.setAttribute("tabindex", "0");
    picture.setAttribute("role", "application");
    picture.setAttribute("aria-roledescription", "plot");
    picture.addEventListener("pointermove", (event) => {
      const box = picture.getBoundingClientRect();
      this.look(this.nearest(event.clientX - box.left, event.clientY - box.top));
    });
    picture.addEventListener("keydown", (event) => {
      const last = this.spots.length - 1;
      const wanted: Record<string, number> = {
        ArrowRight: Math.min(last, this.at + 1),
        ArrowLeft: Math.max(0, this.at - 1),
        Home: 0,
        End: last,
      };
      if (event.key in wanted) {
        event.preventDefault();
        this.look(wanted[event.key]);
      }
    });
  }

  /** The nearest along the axis; of those at the same place, the nearest above or below. */
  private nearest(x: number, y: number): number {
    let best = 0;
    let least = Infinity;
    this.spots.forEach((spot, i) => {
      const distance = Math.abs(spot.x - x) * 8 + Math.abs(spot.y - y);
      if (distance < least) {
        least = distance;
        best = i;
      }
    });
    return best;
  }

  private look(at: number): void {
    this.at = at;
    const spot = this.spots[at];
    this.readout.textContent = spot.words;
    if (this.canvas) {
      const { svg: picture, height, margin } = this.canvas;
      picture.querySelector(".cursor")?.remove();
      const cursor = svg("g", { class: "cursor" });
      cursor.append(
        svg("line", { x1: spot.x, x2: spot.x, y1: margin.top, y2: height - margin.bottom }),
        svg("circle", { cx: spot.x, cy: spot.y, r: 5 }),
      );
      picture.append(cursor);
    }
  }
}

type Format = (value: number) => string;

/** Axes with a grid, below and left of what is plotted. */
export function axes(
  canvas: Canvas,
  x: Scale,
  y: Scale,
  labels: { x: string; y: string },
  formats: { x: Format; y: Format },
): void {
  const { width, height, margin } = canvas;
  const across = Math.max(2, Math.floor((width - margin.left - margin.right) / 90));
  const bottom = svg("g", {
    class: "axis",
    transform: `translate(0,${height - margin.bottom})`,
    "aria-hidden": "true",
  });
  const left = svg("g", {
    class: "axis grid",
    transform: `translate(${margin.left},0)`,
    "aria-hidden": "true",
  });
  canvas.svg.append(bottom, left);
  const below = axisBottom(x).ticks(across).tickSizeOuter(0);
  const beside = axisLeft(y)
    .ticks(5)
    .tickSizeOuter(0)
    .tickSizeInner(-(width - margin.left - margin.right));
  select(bottom).call(below.tickFormat((value) => formats.x(Number(value))));
  select(left).call(beside.tickFormat((value) => formats.y(Number(value))));
  canvas.svg.append(
    svg(
      "text",
      {
        class: "axis-label",
        x: width - margin.right,
        y: height - 6,
        "text-anchor": "end",
        "aria-hidden": "true",
      },
      labels.x,
    ),
    svg(
      "text",
      { class: "axis-label", x: 4, y: 12, "aria-hidden": "true" },
      labels.y,
    ),
  );
}
