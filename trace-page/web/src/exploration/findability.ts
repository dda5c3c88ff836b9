import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { range } from "d3-array";
import { count } from "../model/text";
import type { Exploration, Findability } from "./data";
import { nothingToChoose } from "./header";
import { axes, type Canvas, Plot, type Scale, type Spot, svg } from "./plot";
import { caveat, says, section, strong } from "./section";
import { missed, percent, whole } from "./words";

const MARGIN = { top: 22, right: 28, bottom: 44, left: 56 };
const POINTS = 80;
const DOUBT = 0.05;

/** How many green runs make a fix credible, or what the green runs exclude. */
export function showFindability(data: Exploration): void {
  const { findability: found } = data;
  if (found !== null && found.failed > 0) {
    credible(found);
  } else if (nothingToChoose(data)) {
    section("green", "What green means", says("Nothing: no run had anything to choose."));
  } else if (data.excluded_rate !== null) {
    section(
      "green",
      "What green means",
      says(
        count(data.surveyed_runs, "green run"),
        " exclude, with 95 % confidence, a failure that more than ",
        strong(percent(data.excluded_rate)),
        " of the runs would have shown.",
      ),
      caveat(
        "This holds for failures that these strategies can reach, and for runs drawn independently.",
      ),
    );
  } else {
    section("green", "What green means", says("The failure did not come again in the survey."));
  }
}

function credible(found: Findability): void {
  const sure = found.green_runs_sure;
  section(
    "green",
    "When is it fixed",
    says(
      strong(`${count(found.green_runs ?? 0, "green run")}`),
      " in a row make a fix credible at 95 %: unfixed, the failure would have shown with that",
      ` probability. It came in ${whole(found.failed)} of ${count(found.runs, "run")}, `,
      `${percent(found.rate)} (95 %: ${percent(found.low)} to ${percent(found.high)}).`,
      sure === null ? "" : ` With the low end of that, ${count(sure, "green run")}.`,
    ),
    new Plot(
      "Probability that the unfixed failure stays unseen, over green runs",
      240,
      MARGIN,
      (canvas) => draw(canvas, found),
      "Move along the curve with the pointer or the arrow keys.",
    ).element,
    caveat(
      "Run the fixed program with the same strategy and limits, and another base seed. The figure" +
        " assumes that the fix does not merely make the failure rarer.",
    ),
  );
}

function draw(canvas: Canvas, found: Findability): Spot[] {
  const { width, height, margin } = canvas;
  const sure = found.green_runs_sure ?? found.green_runs ?? 1;
  const end = Math.max(2, Math.ceil(sure * 1.3));
  const x: Scale = scaleLinear().domain([0, end]).range([margin.left, width - margin.right]);
  const y: Scale = scaleLinear().domain([0, 1]).range([height - margin.bottom, margin.top]);
  axes(
    canvas,
    x,
    y,
    { x: "green runs in a row", y: "probability that the bug is still there, unseen" },
    { x: (value) => (Number.isInteger(value) ? value.toLocaleString("en") : ""), y: percent },
  );
  const places = range(0, POINTS + 1).map((i) => Math.round((end * i) / POINTS));
  const runs = [...new Set([...places, found.green_runs ?? 0, sure])].sort((a, b) => a - b);
  const band = area<number>(
    (n) => x(n),
    (n) => y(missed(found.high, n)),
    (n) => y(missed(found.low, n)),
  );
  const curve = line<number>((n) => x(n), (n) => y(missed(found.rate, n)));
  canvas.svg.append(
    svg("path", { class: "band", d: band(runs) ?? "" }),
    svg("path", { class: "curve", d: curve(runs) ?? "" }),
  );
  markDoubt(canvas, y(DOUBT));
  return runs.map((n) => ({
    x: x(n),
    y: y(missed(found.rate, n)),
    words:
      `After ${count(n, "green run")} the unfixed failure would be unseen with probability ` +
      `${percent(missed(found.rate, n))} (${percent(missed(found.high, n))} to ` +
      `${percent(missed(found.low, n))}).`,
  }));
}

function markDoubt({ svg: picture, width, margin }: Canvas, y: number): void {
  const right = width - margin.right;
  const label = { class: "hint-label", x: right, y: y - 5, "text-anchor": "end" };
  picture.append(
    svg("line", { class: "hint", x1: margin.left, x2: right, y1: y, y2: y }),
    svg("text", { ...label, "aria-hidden": "true" }, "5 %"),
  );
}
