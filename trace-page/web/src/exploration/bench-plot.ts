import { axisBottom } from "d3-axis";
import { scaleBand, scaleLog } from "d3-scale";
import { select } from "d3-selection";
import { count, nameOf, short } from "../model/text";
import { el } from "../view/dom";
import { decade } from "./bench-profile";
import type { Bench, BenchProgram, Measurement } from "./data";
import { type Canvas, Plot, type Spot, svg } from "./plot";
import { says, section } from "./section";
import { average } from "./words";

const ROW = 20;
const MARGIN = { top: 14, right: 24, bottom: 40, left: 210 };

/** The searches of two strategies, one dot each. */
export function showSearches(data: Bench, names: string[]): void {
  const chosen = [names[0], names[Math.min(1, names.length - 1)]];
  const height = MARGIN.top + MARGIN.bottom + ROW * data.programs.length;
  const plot = new Plot(
    "Runs to the first failure of every search, by program, for two strategies",
    height,
    MARGIN,
    (canvas) => draw(canvas, data, chosen),
    "Point at a program, or use the arrow keys.",
  );
  const choose = (which: 0 | 1, label: string) => {
    const list = el(
      "select",
      { id: `searches-${which}` },
      ...names.map((name) => el("option", { value: name }, nameOf(name))),
    );
    list.value = chosen[which];
    list.addEventListener("change", () => {
      chosen[which] = list.value;
      plot.redraw();
    });
    return el("label", { class: `choice side-${which}`, for: list.id }, label, list);
  };
  section(
    "searches",
    "Searches",
    says("Every search as a dot: how many runs it made until the program failed."),
    el("div", { class: "choices" }, choose(0, "above "), choose(1, "below ")),
    plot.element,
  );
}

function draw(canvas: Canvas, data: Bench, chosen: string[]): Spot[] {
  const { width, height, margin } = canvas;
  const left = Math.min(margin.left, width * 0.4);
  const y = scaleBand<number>()
    .domain(data.programs.map((_, i) => i))
    .range([margin.top, height - margin.bottom]);
  const x = scaleLog()
    .domain([1, Math.max(2, data.runs)])
    .range([left, width - margin.right]);
  const axis = svg("g", {
    class: "axis",
    transform: `translate(0,${height - margin.bottom})`,
    "aria-hidden": "true",
  });
  canvas.svg.append(axis);
  select(axis).call(
    axisBottom(x)
      .ticks(Math.max(2, Math.floor(width / 120)))
      .tickFormat((value) => decade(Number(value)))
      .tickSizeOuter(0),
  );
  canvas.svg.append(
    svg(
      "text",
      {
        class: "axis-label",
        x: width - margin.right,
        y: height - 4,
        "text-anchor": "end",
        "aria-hidden": "true",
      },
      "runs to the first failure",
    ),
  );
  return data.programs.map((program, i) =>
    drawProgram(canvas, program, { top: y(i) ?? 0, left, stripe: i % 2 === 0 }, chosen, x),
  );
}

interface Place {
  top: number;
  left: number;
  stripe: boolean;
}

function drawProgram(
  canvas: Canvas,
  program: BenchProgram,
  place: Place,
  chosen: string[],
  x: (runs: number) => number,
): Spot {
  const { top, left } = place;
  if (place.stripe) {
    canvas.svg.append(
      svg("rect", {
        class: "stripe",
        x: 0,
        y: top,
        width: canvas.width,
        height: ROW,
      }),
    );
  }
  canvas.svg.append(
    svg(
      "text",
      { class: "row-label", x: left - 8, y: top + ROW / 2 + 4, "text-anchor": "end" },
      short(program.name, Math.max(8, Math.floor(left / 7.5))),
    ),
  );
  const sides = chosen.map((name) => program.strategies[name] as Measurement | undefined);
  sides.forEach((side, which) => dots(canvas, side?.runs ?? [], { top, which, x }));
  const words = sides.map((side, which) => {
    const name = nameOf(chosen[which]);
    return side === undefined
      ? `${name}: not measured`
      : `${name}: median ${average(side.median)}, ${side.found} of ` +
          `${count(side.runs.length, "search").replace(/searchs$/, "searches")} found it`;
  });
  return {
    x: x(Math.max(1, sides[0]?.median ?? 1)),
    y: top + ROW / 2,
    words: `${nameOf(program.name)}. ${words.join("; ")}.`,
  };
}

interface Side {
  top: number;
  which: number;
  x: (runs: number) => number;
}

function dots(canvas: Canvas, searches: number[], { top, which, x }: Side): void {
  const cy = top + ROW * (which === 0 ? 0.32 : 0.72);
  for (const runs of searches) {
    const cx = x(Math.max(1, runs));
    canvas.svg.append(svg("circle", { class: `search side-${which}`, cx, cy, r: 2.6 }));
  }
}
