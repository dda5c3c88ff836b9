import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { count } from "../model/text";
import { el } from "../view/dom";
import { decade } from "./bench-profile";
import type { CurvePoint, Exploration } from "./data";
import { axes, type Canvas, Plot, type Scale, type Spot, svg } from "./plot";
import { caveat, numbers, says, section, strong, table } from "./section";
import { percent, whole } from "./words";

const MARGIN = { top: 22, right: 28, bottom: 44, left: 64 };

/** Whether new orders still come. */
export function showSaturation(data: Exploration): void {
  const { points, exact } = data.saturation;
  if (points.length < 2) {
    section("orders", "Orders", says("There were not enough runs for a curve."), estimate(data));
    return;
  }
  let logarithmic = false;
  const plot = new Plot(
    "Distinct orders over the number of runs",
    300,
    MARGIN,
    (canvas) => draw(canvas, data, logarithmic),
    "Move along the curve with the pointer or the arrow keys.",
  );
  const toggle = el("input", { type: "checkbox", id: "orders-log" });
  toggle.addEventListener("change", () => {
    logarithmic = toggle.checked;
    plot.redraw();
  });
  section(
    "orders",
    "Orders",
    estimate(data),
    el("label", { class: "choice", for: "orders-log" }, toggle, " logarithmic axes"),
    plot.element,
    caveat(
      "Dotted: as if every run had a new order. Red, at the foot: where each way to fail was first" +
        " seen.",
    ),
    caveat(
      "A curve that flattens says that these strategies have little left to show, not that nothing" +
        " is left. Good and Turing's estimate, and Chao's, hold for runs that are drawn" +
        " independently; strategies that learn, or walk through a list, are not." +
        (exact ? "" : " There were too many orders to count: the curve is an estimate."),
    ),
    numbers("The points of the curve", pointTable(points)),
  );
}

function estimate(data: Exploration): HTMLElement {
  const unseen = data.unseen_orders;
  const seen = [
    strong(`${data.saturation.exact ? "" : "About "}${count(data.distinct_orders, "distinct order")}`),
    ` in ${count(data.surveyed_runs, "run")}, ${whole(data.seen_once)} of them seen only once. `,
  ];
  if (data.surveyed_ending === "exhausted") {
    return says(...seen, "Every schedule that the strategy knows was tried.");
  }
  return says(
    ...seen,
    "The next run has a new one with probability ",
    strong(percent(data.unseen_mass)),
    ". ",
    unseen >= 1
      ? `At least about ${count(Math.round(unseen), "order")} were never seen.`
      : "Nothing speaks for orders that were never seen.",
  );
}

function draw(canvas: Canvas, data: Exploration, logarithmic: boolean): Spot[] {
  const { points } = data.saturation;
  const { width, height, margin } = canvas;
  const last = points[points.length - 1];
  const scale = (to: number, range: [number, number]): Scale =>
    (logarithmic ? scaleLog().domain([1, Math.max(2, to)]) : scaleLinear().domain([0, to])).range(
      range,
    );
  const x = scale(last.runs, [margin.left, width - margin.right]);
  const y = scale(last.distinct * 1.04, [height - margin.bottom, margin.top]);
  axes(canvas, x, y, { x: "runs", y: "distinct orders" }, logarithmic ? { x: decade, y: decade } : { x: short, y: short });
  everyRunNew(canvas, x, y, last);
  failures(canvas, data, x);
  const path = line<CurvePoint>((point) => x(point.runs), (point) => y(point.distinct));
  canvas.svg.append(svg("path", { class: "curve", d: path(points) ?? "" }));
  return points.map((point) => ({
    x: x(point.runs),
    y: y(point.distinct),
    words:
      `After ${count(point.runs, "run")}: ${count(point.distinct, "distinct order")}, ` +
      `${whole(point.failed)} failed.`,
  }));
}

function short(value: number): string {
  return Number.isInteger(value) || value >= 1 ? value.toLocaleString("en") : String(value);
}

/** The line on which every run has an order of its own, as far as it is in sight. */
function everyRunNew(canvas: Canvas, x: Scale, y: Scale, last: CurvePoint): void {
  const end = Math.min(last.runs, last.distinct);
  const begin = 1;
  canvas.svg.append(
    svg("line", {
      class: "hint",
      x1: x(begin),
      y1: y(begin),
      x2: x(end),
      y2: y(end),
    }),
  );
}

/** Where each way to fail was first seen. */
function failures(canvas: Canvas, data: Exploration, x: Scale): void {
  const { height, margin } = canvas;
  for (const violation of data.violations.slice(0, 20)) {
    const place = x(Math.max(1, violation.first));
    canvas.svg.append(
      svg("line", {
        class: "failure",
        x1: place,
        x2: place,
        y1: height - margin.bottom,
        y2: height - margin.bottom - 14,
      }),
    );
  }
}

function pointTable(points: CurvePoint[]): HTMLElement {
  const every = Math.ceil(points.length / 40);
  const some = points.filter((_, i) => i % every === 0 || i === points.length - 1);
  return table(
    "Distinct orders over runs",
    [
      { name: "Runs", cell: (point) => whole(point.runs), numeric: true },
      { name: "Distinct orders", cell: (point) => whole(point.distinct), numeric: true },
      { name: "Failed", cell: (point) => whole(point.failed), numeric: true },
    ],
    some,
  );
}
