import { axisBottom } from "d3-axis";
import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { count, nameOf, short } from "../model/text";
import type { Exploration, Strategy, Violation } from "./data";
import { type Canvas, Plot, type Spot, svg } from "./plot";
import { numbers, says, section, table } from "./section";
import { percent, whole } from "./words";

const ROW = 22;
const MARGIN = { top: 26, right: 16, bottom: 30, left: 130 };

/** What failed, and what each strategy contributed. */
export function showStrategies(data: Exploration): void {
  const { strategies, violations } = data;
  section(
    "strategies",
    "Strategies",
    strategies.length === 0
      ? says("No run was made.")
      : says(
          `${count(data.surveyed_runs, "run")}, `,
          violations.length === 0
            ? "none of which failed. "
            : `which did not stop at the first failure: ${count(failed(strategies), "run")} ` +
                `failed, in ${violations.length === 1 ? "one way" : `${violations.length} ways`}. `,
          "Each strategy has its own share of the runs and its own seeds.",
        ),
    violations.length > 0 && failures(violations),
    strategies.length > 0 && ratePlot(strategies),
    strategies.length > 0 && numbers("The figures", figures(strategies)),
  );
}

function failed(strategies: Strategy[]): number {
  return strategies.reduce((sum, strategy) => sum + strategy.failed, 0);
}

function failures(violations: Violation[]): HTMLElement {
  return table(
    "In which ways runs failed",
    [
      {
        name: "Failure",
        cell: (row) => short(row.headline, 240),
        key: (row) => row.headline,
      },
      { name: "Runs", cell: (row) => whole(row.failed), key: (row) => row.failed, numeric: true },
      { name: "First in run", cell: (row) => whole(row.first), key: (row) => row.first, numeric: true },
    ],
    violations,
  );
}

/** For each strategy how often its runs fail, and beside it the orders that it saw first. */
function ratePlot(strategies: Strategy[]): HTMLElement {
  const label = "How often the runs of each strategy fail, and how many orders it was first to see";
  const height = MARGIN.top + MARGIN.bottom + ROW * strategies.length;
  return new Plot(label, height, MARGIN, (canvas) => draw(canvas, strategies)).element;
}

function draw(canvas: Canvas, strategies: Strategy[]): Spot[] {
  const { width, height, margin } = canvas;
  const inner = width - margin.left - margin.right;
  const middle = margin.left + inner * 0.58;
  const y = scaleBand<number>()
    .domain(strategies.map((_, i) => i))
    .range([margin.top, height - margin.bottom])
    .padding(0.3);
  const rate = scaleLinear()
    .domain([0, Math.max(...strategies.map((row) => row.high ?? 0)) || 1])
    .nice(4)
    .range([margin.left, middle - 20]);
  const seen = scaleLinear()
    .domain([0, Math.max(1, ...strategies.map((row) => row.first_seen))])
    .nice(4)
    .range([middle + 20, width - margin.right]);
  heading(canvas, margin.left, width < 600 ? "share that fails" : "share of its runs that fail, with 95 % interval");
  heading(canvas, middle + 20, width < 600 ? "seen first" : "orders it saw first");
  const ticks = Math.max(2, Math.floor(inner / 220));
  for (const axis of [
    axisBottom(rate).ticks(ticks).tickFormat((value) => percent(Number(value))),
    axisBottom(seen).ticks(ticks).tickFormat((value) => Number(value).toLocaleString("en")),
  ]) {
    const group = svg("g", {
      class: "axis",
      transform: `translate(0,${height - margin.bottom})`,
      "aria-hidden": "true",
    });
    canvas.svg.append(group);
    select(group).call(axis.tickSizeOuter(0));
  }
  return strategies.map((row, i) => drawRow(canvas, row, y(i) ?? 0, y.bandwidth(), { rate, seen }));
}

interface Scales {
  rate: (value: number) => number;
  seen: (value: number) => number;
}

function drawRow(canvas: Canvas, row: Strategy, top: number, band: number, to: Scales): Spot {
  const middle = top + band / 2;
  const share = row.rate ?? 0;
  canvas.svg.append(
    svg(
      "text",
      { class: "row-label", x: MARGIN.left - 8, y: middle + 4, "text-anchor": "end" },
      short(row.strategy, 18),
    ),
    svg("line", {
      class: "interval",
      x1: to.rate(row.low ?? 0),
      x2: to.rate(row.high ?? 0),
      y1: middle,
      y2: middle,
    }),
    svg("circle", {
      class: row.failed > 0 ? "dot" : "dot hollow",
      cx: to.rate(share),
      cy: middle,
      r: 4,
    }),
    svg("rect", {
      class: "bar",
      x: to.seen(0),
      y: top,
      width: Math.max(0, to.seen(row.first_seen) - to.seen(0)),
      height: band,
    }),
  );
  return { x: to.rate(share), y: middle, words: words(row) };
}

function words(row: Strategy): string {
  const first = row.first_failure === null ? "" : `, first in run ${whole(row.first_failure)}`;
  return (
    `${nameOf(row.strategy)}: ${whole(row.failed)} of ${count(row.runs, "run")} failed ` +
    `(${percent(row.rate ?? 0)}; 95 %: ${percent(row.low ?? 0)} to ${percent(row.high ?? 0)})` +
    `${first}; ${count(row.distinct, "order")}, ${whole(row.first_seen)} of them seen first`
  );
}

function heading(canvas: Canvas, x: number, text: string): void {
  canvas.svg.append(svg("text", { class: "axis-label", x, y: 14, "aria-hidden": "true" }, text));
}

function figures(strategies: Strategy[]): HTMLElement {
  const interval = (row: Strategy) =>
    row.rate === undefined
      ? "\u2013"
      : `${percent(row.rate)} (${percent(row.low ?? 0)} to ${percent(row.high ?? 0)})`;
  return table(
    "What each strategy contributed",
    [
      { name: "Strategy", cell: (row) => nameOf(row.strategy), key: (row) => row.strategy },
      { name: "Runs", cell: (row) => whole(row.runs), key: (row) => row.runs, numeric: true },
      { name: "Failed", cell: (row) => whole(row.failed), key: (row) => row.failed, numeric: true },
      { name: "Rate (95 %)", cell: interval, key: (row) => row.rate ?? -1, numeric: true },
      {
        name: "First failure in run",
        cell: (row) => whole(row.first_failure),
        key: (row) => row.first_failure ?? Infinity,
        numeric: true,
      },
      { name: "Orders", cell: (row) => whole(row.distinct), key: (row) => row.distinct, numeric: true },
      {
        name: "Seen first",
        cell: (row) => whole(row.first_seen),
        key: (row) => row.first_seen,
        numeric: true,
      },
      {
        name: "Green runs for a fix",
        cell: (row) => whole(row.green_runs),
        key: (row) => row.green_runs ?? Infinity,
        numeric: true,
      },
    ],
    strategies,
  );
}

