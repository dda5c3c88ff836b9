import { curveBumpY, link } from "d3-shape";
import type { Marks } from "../model/scene";
import type { Frame } from "./frame";
import { drawSymbol, type Shape } from "./symbols";

/** Narrower slots have no room for arrows with heads, and wider ones no need for longer ones. */
const LONGEST_ARROW = 22;
const LEAST_PITCH_FOR_HEADS = 5;

export function arrows(frame: Frame, marks: Marks, kind: "wake" | "cancel"): void {
  const { ctx, lanes, colours, pitch } = frame;
  const colour = colours[kind];
  const reach = Math.min(pitch * 0.5, LONGEST_ARROW);
  const heads = pitch >= LEAST_PITCH_FOR_HEADS;
  const drawn = new Float64Array(frame.model.scene.segments.length).fill(-Infinity);
  ctx.strokeStyle = colour;
  ctx.lineWidth = kind === "cancel" ? 2 : 1.25;
  const curve = link<unknown, [[number, number], [number, number]], [number, number]>(curveBumpY)
    .source((d) => d[0])
    .target((d) => d[1])
    .context(ctx);
  for (let i = marks.firstOf(frame.firstRow); i < marks.row.length; i++) {
    if (marks.row[i] > frame.lastRow) {
      break;
    }
    const [from, to] = [marks.from[i], marks.to[i]];
    const x = frame.x(marks.row[i]);
    if (!lanes.isShown(to) || x < drawn[to] + 0.5) {
      continue;
    }
    drawn[to] = x;
    const [y0, y1] = [lanes.isShown(from) ? lanes.y(from) : lanes.y(to), lanes.y(to)];
    const end = kind === "cancel" ? x : x + reach;
    if (y0 !== y1) {
      ctx.beginPath();
      curve([[x, y0], [end, y1]]);
      ctx.stroke();
    }
    if (kind === "cancel") {
      drawSymbol(ctx, "cancel", end, y1, colour);
    } else if (heads && y0 !== y1) {
      drawSymbol(ctx, "wake", end, y1 + (y0 < y1 ? -3 : 3), colour, y0 < y1);
    }
  }
}

export function ends(frame: Frame): void {
  const { lanes, colours } = frame;
  const marks = frame.model.scene.ends;
  for (let i = marks.firstOf(frame.firstRow); i < marks.row.length; i++) {
    if (marks.row[i] > frame.lastRow) {
      break;
    }
    if (lanes.isShown(marks.to[i])) {
      const outcome = frame.model.run.text(frame.model.run.b[marks.event[i]]);
      const shape: Shape =
        outcome === "returned" ? "returned" : outcome === "raised" ? "raised" : "cancelled";
      const beside = frame.x(marks.row[i]) + Math.min(frame.pitch * 0.42, 22);
      // Behind the last step of the run there is no room left.
      const isLast = marks.row[i] === frame.rowCount - 1;
      const x = isLast ? Math.min(beside, frame.place(1) - 7) : beside;
      const colour = shape === "cancelled" ? colours.cancel : colours[shape];
      drawSymbol(frame.ctx, shape, x, lanes.y(marks.to[i]), colour);
    }
  }
}

export function says(frame: Frame): void {
  const { lanes, colours } = frame;
  const marks = frame.model.scene.says;
  let drawn = -Infinity;
  for (let i = marks.firstOf(frame.firstRow); i < marks.row.length; i++) {
    if (marks.row[i] > frame.lastRow) {
      break;
    }
    const x = frame.x(marks.row[i]);
    if (lanes.isShown(marks.to[i]) && x >= drawn + 0.5) {
      drawn = x;
      drawSymbol(frame.ctx, "say", x, lanes.y(marks.to[i]) - lanes.height * 0.42, colours.say);
    }
  }
}

/** What a search found, as a line under the lanes' steps; nothing while nothing is searched. */
export function found(frame: Frame): void {
  const hits = frame.hits;
  if (!hits) {
    return;
  }
  frame.ctx.fillStyle = frame.colours.found;
  let drawn = -Infinity;
  for (let row = frame.firstRow; row <= frame.lastRow; row++) {
    const x = frame.x(row);
    if (hits[row] && x >= drawn + 0.5) {
      drawn = x;
      frame.ctx.fillRect(x - Math.max(1, frame.pitch / 2), 0, Math.max(2, frame.pitch), 3);
    }
  }
}
