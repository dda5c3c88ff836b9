import { Phase } from "../model/scene";
import { LOOP } from "../model/tasks";
import { inWords, short } from "../model/text";
import type { Frame } from "./frame";
import { LABEL_FONT, STEP_FONT } from "./symbols";

const LEAST_LABEL = 56;
const LETTER = 6.1;
const SHADES = 5;
const LEAST_SEGMENT = 2;

export function stripes(frame: Frame): void {
  const { ctx, lanes, colours } = frame;
  const [first, last] = lanes.range;
  for (let i = first; i <= last; i++) {
    const y = lanes.y(lanes.shown[i]);
    ctx.fillStyle = i % 2 === 0 ? colours.stripe : colours.paper;
    ctx.fillRect(0, y - lanes.height / 2, frame.width, lanes.height);
  }
}

export function cursor(frame: Frame): void {
  const x = frame.slotX(frame.view.cursor);
  const width = Math.max(2, frame.pitch);
  frame.ctx.fillStyle = frame.colours.cursor;
  frame.ctx.fillRect(x - width / 2, 0, width, frame.height);
}

export function segments(frame: Frame): void {
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
  // What is narrower than a pixel or two is drawn as one piece with its neighbours.
  let [crowdFrom, crowdTo] = [0, -1];
  const drawCrowd = () => {
    if (crowdTo > crowdFrom) {
      segment(frame, Phase.Waiting, 0, crowdFrom, crowdTo, y);
    }
    crowdTo = crowdFrom - 1;
  };
  const first = Math.max(0, lastAtOrBefore(all.row, frame.firstRow));
  for (let i = first; i < all.row.length && all.row[i] <= frame.lastRow; i++) {
    const from = Math.max(frame.left(all.row[i]), -9);
    const to = i + 1 < all.row.length ? frame.left(all.row[i + 1]) : frame.end;
    if (to - from >= LEAST_SEGMENT) {
      drawCrowd();
      segment(frame, all.phase[i] as Phase, all.on[i], from, to, y);
    } else if (all.phase[i] <= Phase.Waiting) {
      crowdFrom = crowdTo > crowdFrom ? crowdFrom : from;
      crowdTo = Math.max(crowdTo, to);
    }
  }
  drawCrowd();
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
    box(ctx, from, y - half, Math.max(1, to - from), 2 * half);
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

/** A filled box, with round corners if it is wide enough for them to be seen. */
function box(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (width < 6) {
    ctx.fillRect(x, y, width, height);
  } else {
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, 3);
    ctx.fill();
  }
}

/** The width of the block of a step. */
function blockWidth(frame: Frame): number {
  return Math.max(1.5, Math.min(frame.pitch * 0.72, 34));
}

export function steps(frame: Frame): void {
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
    box(ctx, x - width / 2, y - half, width, 2 * half);
    if (numbered) {
      ctx.fillStyle = colours["step-ink"];
      ctx.fillText(String(rows.step[row]), x, y + 0.5, width - 2);
    }
  }
  ctx.textAlign = "start";
}

/** From far away: for each pixel of a lane, the more steps the stronger. */
export function density(frame: Frame): void {
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
    for (let shade = 1; shade <= SHADES; shade++) {
      ctx.globalAlpha = 0.1 + (0.9 * shade) / SHADES;
      ctx.beginPath();
      pixels.forEach((many, x) => {
        if (many > 0 && Math.ceil(SHADES * Math.sqrt(many / most)) === shade) {
          ctx.rect(x, y, 1, 2 * half);
        }
      });
      ctx.fill();
    }
  });
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
