import { scaleLinear } from "d3-scale";
import { area, line, symbol, symbolDiamond } from "d3-shape";
import { count, visible } from "../model/text";
import type { Exploration, SuffixPoint, Suffixes } from "./data";
import { axes, type Canvas, Plot, type Scale, type Spot, svg } from "./plot";
import { caveat, numbers, says, section, strong, table } from "./section";
import { percent, whole } from "./words";

const MARGIN = { top: 22, right: 28, bottom: 44, left: 56 };

function rate(point: SuffixPoint): number {
  return point.samples > 0 ? point.failed / point.samples : 0;
}

/** Which choice makes the failure likely. */
export function showSuffixes(data: Exploration): void {
  const { suffixes } = data;
  if (suffixes === null || suffixes.points.length === 0) {
    section(
      "culprit",
      "Which choice is it",
      says("There is no failing run whose choices could be looked into."),
    );
    return;
  }
  const plot = new Plot(
    "Probability of failing over the choices that are made as in the failing run",
    280,
    MARGIN,
    (canvas) => draw(canvas, suffixes),
    "Move along the choices with the pointer or the arrow keys.",
  );
  section(
    "culprit",
    "Which choice is it",
    verdict(suffixes),
    plot.element,
    caveat(
      `From each prefix of the failing run, ${count(suffixes.samples, "run")} go on by the strategy ` +
        `${visible(suffixes.strategy)}; what is drawn is the share that fails in the same way, with ` +
        "its 95 % interval." +
        (suffixes.truncated ? " Not every prefix was sampled: more of them where it rises." : ""),
    ),
    numbers("The points", pointTable(suffixes)),
  );
}

function verdict(suffixes: Suffixes): HTMLElement {
  const { points, culprit } = suffixes;
  if (culprit === null) {
    return says(
      "No single choice makes the failure likely: the probability rises little by little, or it is" +
        " high from the beginning.",
    );
  }
  const before = points[culprit - 1];
  const point = points[culprit];
  return says(
    "With ",
    strong(visible(point.words)),
    ` ${visible(point.place)} the probability of failing jumps from `,
    `${percent(rate(before))} to `,
    strong(percent(rate(point))),
    ".",
  );
}

function draw(canvas: Canvas, suffixes: Suffixes): Spot[] {
  const { points, culprit } = suffixes;
  const { width, height, margin } = canvas;
  const last = points[points.length - 1];
  const x: Scale = scaleLinear()
    .domain([0, Math.max(1, last.choices)])
    .range([margin.left, width - margin.right]);
  const y: Scale = scaleLinear().domain([0, 1]).range([height - margin.bottom, margin.top]);
  axes(
    canvas,
    x,
    y,
    { x: "choices made as in the failing run", y: "share that fails" },
    { x: (value) => (Number.isInteger(value) ? value.toLocaleString("en") : ""), y: percent },
  );
  const band = area<SuffixPoint>(
    (point) => x(point.choices),
    (point) => y(point.low),
    (point) => y(point.high),
  );
  const path = line<SuffixPoint>((point) => x(point.choices), (point) => y(rate(point)));
  canvas.svg.append(
    svg("path", { class: "band", d: band(points) ?? "" }),
    svg("path", { class: "curve", d: path(points) ?? "" }),
  );
  if (culprit !== null) {
    jump(canvas, x(points[culprit - 1].choices), x(points[culprit].choices));
  }
  marks(canvas, points, x, y);
  return points.map((point) => ({
    x: x(point.choices),
    y: y(rate(point)),
    words:
      `${named(point)}: ` +
      `${whole(point.failed)} of ${whole(point.samples)} fail (${percent(rate(point))}; 95 %: ` +
      `${percent(point.low)} to ${percent(point.high)})`,
  }));
}

function named(point: SuffixPoint): string {
  return point.choices === 0
    ? visible(point.words)
    : `choice ${point.choices - 1}, ${visible(point.place)}: ${visible(point.words)}`;
}

function jump(canvas: Canvas, from: number, to: number): void {
  const { height, margin } = canvas;
  canvas.svg.insertBefore(
    svg("rect", {
      class: "jump",
      x: from,
      y: margin.top,
      width: Math.max(3, to - from),
      height: height - margin.top - margin.bottom,
    }),
    canvas.svg.firstChild,
  );
}

/** A diamond where the run departs from asyncio, a dot elsewhere if there is room. */
function marks(canvas: Canvas, points: SuffixPoint[], x: Scale, y: Scale): void {
  const diamond = symbol(symbolDiamond, 70)() ?? "";
  for (const point of points) {
    const place = `translate(${x(point.choices)},${y(rate(point))})`;
    if (point.departs) {
      canvas.svg.append(svg("path", { class: "departs", d: diamond, transform: place }));
    } else if (points.length <= 60) {
      canvas.svg.append(svg("circle", { class: "dot", r: 2.5, transform: place }));
    }
  }
}

function pointTable(suffixes: Suffixes): HTMLElement {
  return table(
    "Share that fails, by the last choice that is made as in the failing run",
    [
      { name: "Last choice", cell: named },
      { name: "Choices", cell: (point) => whole(point.choices), numeric: true },
      { name: "Step", cell: (point) => whole(point.step), numeric: true },
      { name: "Fail", cell: (point) => `${point.failed} of ${point.samples}`, numeric: true },
      {
        name: "95 %",
        cell: (point) => `${percent(point.low)} to ${percent(point.high)}`,
        numeric: true,
      },
    ],
    suffixes.points,
    (point, row) => row.classList.toggle("departs", point.departs),
  );
}
