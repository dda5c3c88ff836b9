/** Makes a canvas as large as its box, sharp on any screen, and returns what draws on it. */
export function fit(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const ctx = canvas.getContext("2d");
  if (!ctx) {
    throw new Error("this browser has no canvas");
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}
