import type { Frame } from "./frame";
import { cursor, density, segments, steps, stripes } from "./paint-lanes";
import { arrows, ends, found, says } from "./paint-marks";
import { chain, difference, flags } from "./paint-overlay";

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
