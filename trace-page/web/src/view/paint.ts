import { link, curveBumpY } from "d3-shape";
import { linksOf } from "../model/chains";
import { Phase, type Marks } from "../model/scene";
import { LOOP } from "../model/tasks";
import { inWords, short } from "../model/text";
import type { Frame } from "./frame";
import { drawSymbol, type Shape } from "./symbols";

const LABEL_FONT = '11px ui-sans-serif, system-ui, "DejaVu Sans", sans-serif';
const STEP_FONT = '10px ui-monospace, "DejaVu Sans Mono", monospace';
const LEAST_LABEL = 56;
const LETTER = 6.1;
/** Narrower slots have no room for arrows with heads, and wider ones no need for longer ones. */
const LONGEST_ARROW = 22;
const LEAST_PITCH_FOR_HEADS = 5;
/** Below this, arrows and marks would only cover each other. */
const LEAST_PITCH_FOR_WAKES = 1.5;
const LEAST_PITCH_FOR_SAYS = 3;
/** Below this, the lanes show how many steps there are instead of each one. */
const LEAST_PITCH_FOR_STEPS = 1.2;

/** Draws the lanes of a run. */
export function paint(frame: Frame): void {
  const { ctx } = frame;
  ctx.clearRect(0, 0, frame.width, frame.height);
  stripes(frame);
  if (frame.lastRow >= frame.firstRow) {
    cursor(frame);
    segments(frame);
    flags(frame);
    if (frame.pitch >= LEAST_PITCH_FOR_WAKES) {
      arrows(frame, frame.model.scene.wakes, "wake");
    }
    if (frame.pitch >= LEAST_PITCH_FOR_STEPS) {
      steps(frame);
    } else {
      density(frame);
    }
    arrows(frame, frame.model.scene.cancels, "cancel");
    if (frame.pitch >= LEAST_PITCH_FOR_SAYS) {
      says(frame);
    }
    ends(frame);
    found(frame);
    chain(frame);
  }
  difference(frame);
}

function stripes(frame: Frame): void {
  const { ctx, lanes, colours } = frame;
  const [first, last] = lanes.range;
  for (let i = first; i <= last; i++) {
    const y = lanes.y(lanes.shown[i]);
    ctx.fillStyle = i % 2 === 0 ? colours.stripe : colours.paper;
    ctx.fillRect(0, y - lanes.height / 2, frame.width, lanes.height);
  }
}

function cursor(frame: Frame): void {
  const x = frame.slotX(frame.view.cursor);
  const width = Math.max(2, frame.pitch);
  frame.ctx.fillStyle = frame.colours.cursor;
  frame.ctx.fillRect(x - width / 2, 0, width, frame.height);
}

function segments(frame: Frame): void {
  const [first, last] = frame.lanes.range;
  frame.ctx.font = LABEL_FONT;
  frame.ctx.textBaseline = "middle";
  for (let i = first; i <= last; i++) {
    laneSegments(frame, frame.lanes.shown[i]);
  }
}

function laneSegments(frame: Frame, lane: number): void {
  const all = frame.model.scene.segments[lane];
  const y = frame.lanes.y(lane);
  let i = lastAtOrBefore(all.row, frame.firstRow);
  let drawnTo = -Infinity;
  for (i = Math.max(0, i); i < all.row.length && all.row[i] <= frame.lastRow; i++) {
    const from = frame.left(all.row[i]);
    const to = i + 1 < all.row.length ? frame.left(all.row[i + 1]) : frame.end;
    // What ends within a pixel that is drawn already would not be seen.
    if (to > drawnTo + 0.5) {
      segment(frame, all.phase[i] as Phase, all.on[i], Math.max(from, -9), to, y);
      drawnTo = to;
    }
  }
}

function segment(
  frame: Frame,
  phase: Phase,
  on: number,
  from: number,
  end: number,
  y: number,
): void {
  const { ctx, colours, lanes } = frame;
  const to = Math.min(end, frame.width + 9);
  if (phase === Phase.Waiting) {
    const half = Math.min(8, lanes.height * 0.28);
    ctx.fillStyle = colours.wait;
    ctx.beginPath();
    ctx.roundRect(from, y - half, Math.max(1, to - from), 2 * half, Math.min(4, half));
    ctx.fill();
    if (to - from > LEAST_LABEL && lanes.height >= 20) {
      // Behind the step in which the waiting began, whose block would cover it.
      const x = Math.max(from + frame.pitch / 2 + blockWidth(frame) / 2, 0) + 5;
      const room = Math.floor((to - x - 4) / LETTER);
      if (room > 3) {
        ctx.fillStyle = colours["wait-ink"];
        ctx.fillText(short(inWords(frame.model.run.text(on)), room), x, y + 0.5);
      }
    }
  } else if (phase === Phase.Ready) {
    ctx.fillStyle = colours.ready;
    ctx.fillRect(from, y - 1.5, Math.max(1, to - from), 3);
  }
}

/** The width of the block of a step. */
function blockWidth(frame: Frame): number {
  return Math.max(1.5, Math.min(frame.pitch * 0.72, 34));
}

function steps(frame: Frame): void {
  const { ctx, lanes, colours, pitch } = frame;
  const { rows } = frame.model;
  const width = blockWidth(frame);
  const half = Math.min(10, lanes.height * 0.36);
  const numbered = pitch >= 26 && lanes.height >= 18;
  const drawn = new Float64Array(frame.model.scene.segments.length).fill(-Infinity);
  ctx.font = STEP_FONT;
  ctx.textAlign = "center";
  for (let row = frame.firstRow; row <= frame.lastRow; row++) {
    const lane = rows.actor[row];
    if (lane < 0 || !lanes.isShown(lane)) {
      continue;
    }
    const x = frame.x(row);
    if (x < drawn[lane] + 0.5) {
      continue;
    }
    drawn[lane] = x;
    const y = lanes.y(lane);
    ctx.fillStyle = lane === LOOP ? colours["loop-step"] : colours.step;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - half, width, 2 * half, Math.min(3, width / 3));
    ctx.fill();
    if (numbered) {
      ctx.fillStyle = colours["step-ink"];
      ctx.fillText(String(rows.step[row]), x, y + 0.5, width - 2);
    }
  }
  ctx.textAlign = "start";
}

/** From far away: for each pixel of a lane, the more steps the stronger. */
function density(frame: Frame): void {
  const { ctx, lanes, colours } = frame;
  const { actor } = frame.model.rows;
  const [first, last] = lanes.range;
  const width = Math.ceil(frame.width) + 1;
  const counts = new Map<number, Uint32Array>();
  for (let i = first; i <= last; i++) {
    counts.set(lanes.shown[i], new Uint32Array(width));
  }
  let most = 1;
  for (let row = frame.firstRow; row <= frame.lastRow; row++) {
    const pixels = counts.get(actor[row]);
    if (pixels) {
      const x = Math.min(width - 1, Math.max(0, Math.floor(frame.x(row))));
      most = Math.max(most, ++pixels[x]);
    }
  }
  const half = Math.min(10, lanes.height * 0.36);
  ctx.save();
  counts.forEach((pixels, lane) => {
    ctx.fillStyle = lane === LOOP ? colours["loop-step"] : colours.step;
    const y = lanes.y(lane) - half;
    pixels.forEach((many, x) => {
      if (many > 0) {
        ctx.globalAlpha = 0.15 + 0.85 * Math.sqrt(many / most);
        ctx.fillRect(x, y, 1, 2 * half);
      }
    });
  });
  ctx.restore();
}

function arrows(frame: Frame, marks: Marks, kind: "wake" | "cancel"): void {
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

function ends(frame: Frame): void {
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
      const x = Math.min(
        frame.x(marks.row[i]) + Math.min(frame.pitch * 0.42, 22),
        frame.width - 7,
      );
      const colour = shape === "cancelled" ? colours.cancel : colours[shape];
      drawSymbol(frame.ctx, shape, x, lanes.y(marks.to[i]), colour);
    }
  }
}

function says(frame: Frame): void {
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
function found(frame: Frame): void {
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

/** The way of the cancellation that the reader looks at, and the scopes it came through. */
function chain(frame: Frame): void {
  const { ctx, lanes, model, colours } = frame;
  const chosen = model.chains[frame.isPassing ? -1 : frame.view.chain];
  if (!chosen) {
    return;
  }
  const links = linksOf(model.scene, model.run, frame.tasks, chosen).filter(
    (piece) => lanes.isShown(piece.fromLane) && lanes.isShown(piece.toLane),
  );
  ctx.save();
  ctx.strokeStyle = colours.cancel;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 9;
  ctx.lineCap = "round";
  for (const piece of links) {
    ctx.beginPath();
    ctx.moveTo(frame.x(piece.fromRow), lanes.y(piece.fromLane));
    ctx.lineTo(frame.x(piece.toRow), lanes.y(piece.toLane));
    ctx.stroke();
  }
  ctx.restore();
  for (const piece of links) {
    if (piece.scopes.length > 0) {
      const x = (frame.x(piece.fromRow) + frame.x(piece.toRow)) / 2;
      const y = (lanes.y(piece.fromLane) + lanes.y(piece.toLane)) / 2;
      badge(frame, piece.scopes.map((scope) => short(scope, 24)).join(" \u2192 "), x, y);
    }
  }
}

/** A small text beside a place, where there is room for it. */
function badge(frame: Frame, text: string, x: number, y: number): void {
  const { ctx, colours } = frame;
  ctx.save();
  ctx.font = LABEL_FONT;
  const width = ctx.measureText(text).width + 10;
  const left = x + 10 + width < frame.width ? x + 10 : x - 10 - width;
  ctx.fillStyle = colours.paper;
  ctx.strokeStyle = colours.cancel;
  ctx.beginPath();
  ctx.roundRect(left, y - 9, width, 18, 4);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colours.cancel;
  ctx.textBaseline = "middle";
  ctx.fillText(text, left + 5, y + 0.5);
  ctx.restore();
}

/** Departures and violations cross all lanes. */
function flags(frame: Frame): void {
  const { ctx, colours, model } = frame;
  ctx.save();
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  line(frame, model.rows.departures.keys(), colours.departure);
  ctx.setLineDash([]);
  line(frame, model.rows.violations.keys(), colours.violation);
  ctx.restore();
}

function line(frame: Frame, rows: Iterable<number>, colour: string): void {
  frame.ctx.strokeStyle = colour;
  for (const row of rows) {
    if (row >= frame.firstRow && row <= frame.lastRow) {
      const x = Math.round(frame.x(row)) + 0.5;
      frame.ctx.beginPath();
      frame.ctx.moveTo(x, 0);
      frame.ctx.lineTo(x, frame.height);
      frame.ctx.stroke();
    }
  }
}

function difference(frame: Frame): void {
  const slot = frame.slots.firstDifference;
  if (slot < 0) {
    return;
  }
  const { ctx, colours } = frame;
  const x = frame.slotX(slot) - frame.pitch / 2;
  ctx.save();
  ctx.strokeStyle = colours.difference;
  ctx.lineWidth = 2;
  ctx.setLineDash([2, 4]);
  ctx.beginPath();
  ctx.moveTo(x, 0);
  ctx.lineTo(x, frame.height);
  ctx.stroke();
  ctx.restore();
}

/** The last position whose number is at most another, -1 if none is. */
function lastAtOrBefore(numbers: number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] <= most) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
