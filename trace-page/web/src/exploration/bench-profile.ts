import { scaleLinear, scaleLog } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { count, nameOf } from "../model/text";
import { el } from "../view/dom";
import type { Bench } from "./data";
import { axes, type Canvas, Plot, type Spot, svg } from "./plot";
import { caveat, numbers, says, section, table } from "./section";
import { percent } from "./words";

const MARGIN = { top: 22, right: 28, bottom: 44, left: 56 };

/** After so many runs, which share of all searches had found its bug. */
export type Profile = [runs: number, share: number][];

/** The profile of a strategy, over all programs and seeds. */
export function profileOf(data: Bench, strategy: string): Profile {
  const found: number[] = [];
  let searches = 0;
  for (const program of data.programs) {
    const cell = Object.hasOwn(program.strategies, strategy) && program.strategies[strategy];
    if (cell) {
      searches += cell.runs.length;
      // A search that found nothing has the limit as its number, so it is among the last.
      found.push(...[...cell.runs].sort((a, b) => a - b).slice(0, cell.found));
    }
  }
  found.sort((a, b) => a - b);
  const steps: Profile = [];
  found.forEach((runs, i) => {
    if (i === found.length - 1 || found[i + 1] > runs) {
      steps.push([runs, (i + 1) / searches]);
    }
  });
  return steps;
}

/** The share at a number of runs. */
export function within(profile: Profile, runs: number): number {
  return profile.reduce((share, [at, reached]) => (at <= runs ? reached : share), 0);
}

/** How soon each strategy finds its bugs, all programs together. */
export function showProfiles(data: Bench, names: string[]): void {
  const profiles = names.map((name) => profileOf(data, name));
  let chosen = 0;
  const plot = new Plot(
    "Share of searches that found their bug, over runs, for one strategy among all",
    300,
    MARGIN,
    (canvas) => draw(canvas, data.runs, names[chosen], profiles, chosen),
    "Move along the line with the pointer or the arrow keys.",
  );
  const list = el(
    "select",
    { id: "profile-strategy" },
    ...names.map((name, i) => el("option", { value: i }, nameOf(name))),
  );
  list.addEventListener("change", () => {
    chosen = Number(list.value);
    plot.redraw();
  });
  section(
    "profile",
    "How soon",
    says("Which share of all searches had found its bug within so many runs."),
    el("label", { class: "choice side-0", for: list.id }, "strategy ", list),
    plot.element,
    caveat("The other strategies are grey. Where a line ends below 100 %, the rest was not found."),
    numbers("The figures", figures(data.runs, names, profiles)),
  );
}

function draw(
  canvas: Canvas,
  limit: number,
  name: string,
  profiles: Profile[],
  chosen: number,
): Spot[] {
  const { width, height, margin } = canvas;
  const end = Math.max(2, limit);
  const x = scaleLog().domain([1, end]).range([margin.left, width - margin.right]);
  const y = scaleLinear().domain([0, 1]).range([height - margin.bottom, margin.top]);
  axes(canvas, x, y, { x: "runs", y: "searches that found the bug" }, { x: decade, y: percent });
  const path = line<Profile[number]>(([runs]) => x(Math.max(1, runs)), ([, share]) => y(share))
    .curve(curveStepAfter);
  const drawn = (profile: Profile): Profile => [
    [1, within(profile, 1)],
    ...profile,
    [end, within(profile, end)],
  ];
  // The chosen one comes last, so that it lies on top.
  const order = [...profiles.keys()].filter((i) => i !== chosen).concat(chosen);
  for (const i of order) {
    const mark = i === chosen ? "curve" : "curve other";
    canvas.svg.append(svg("path", { class: mark, d: path(drawn(profiles[i])) ?? "" }));
  }
  return drawn(profiles[chosen]).map(([runs, share]) => ({
    x: x(Math.max(1, runs)),
    y: y(share),
    words: `${nameOf(name)}: ${percent(share)} of its searches within ${count(runs, "run")}.`,
  }));
}

/** Of a logarithmic axis only the powers of ten are named. */
export function decade(value: number): string {
  return Number.isInteger(Math.log10(value)) ? value.toLocaleString("en") : "";
}

function figures(limit: number, names: string[], profiles: Profile[]): HTMLElement {
  const columns = [1, 3, 10, 30, 100, 300, 1_000, 10_000].filter((runs) => runs < limit);
  return table(
    "Share of searches that found the bug within so many runs",
    [
      { name: "Strategy", cell: (i) => nameOf(names[i]), key: (i) => names[i] },
      ...[...columns, limit].map((runs) => ({
        name: count(runs, "run"),
        cell: (i: number) => percent(within(profiles[i], runs)),
        key: (i: number) => within(profiles[i], runs),
        numeric: true,
      })),
    ],
    names.map((_, i) => i),
  );
}
