import { linksOf } from "../model/chains";
import { short } from "../model/text";
import type { Frame } from "./frame";
import { LABEL_FONT } from "./symbols";

/** The way of the cancellation that the reader looks at, and the scopes it came through. */
export function chain(frame: Frame): void {
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
export function flags(frame: Frame): void {
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

export function difference(frame: Frame): void {
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
