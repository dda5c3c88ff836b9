import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTimes,
  symbolTriangle,
  type SymbolType,
} from "d3-shape";

export const LABEL_FONT = '11px ui-sans-serif, system-ui, "DejaVu Sans", sans-serif';
export const STEP_FONT = '10px ui-monospace, "DejaVu Sans Mono", monospace';

/** The marks of the page: what is meant is told by the shape, not by the colour alone. */
export const SHAPES = {
  returned: { type: symbolCircle, size: 60, fill: true },
  raised: { type: symbolSquare, size: 64, fill: true },
  cancelled: { type: symbolCircle, size: 60, fill: false },
  cancel: { type: symbolTimes, size: 70, fill: false },
  wake: { type: symbolTriangle, size: 34, fill: true },
  departure: { type: symbolDiamond, size: 70, fill: true },
  choice: { type: symbolDiamond, size: 28, fill: false },
  say: { type: symbolCircle, size: 14, fill: true },
} satisfies Record<string, { type: SymbolType; size: number; fill: boolean }>;
export type Shape = keyof typeof SHAPES;

export function drawSymbol(
  ctx: CanvasRenderingContext2D,
  shape: Shape,
  x: number,
  y: number,
  colour: string,
  turned = false,
): void {
  const { type, size, fill } = SHAPES[shape];
  ctx.save();
  ctx.translate(x, y);
  if (turned) {
    ctx.rotate(Math.PI);
  }
  ctx.beginPath();
  symbol().type(type).size(size).context(ctx)();
  if (fill) {
    ctx.fillStyle = colour;
    ctx.fill();
  } else {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2;
    ctx.stroke();
  }
  ctx.restore();
}

/** The same as an SVG element, for the legend. */
export function symbolSvg(shape: Shape, colour: string): SVGSVGElement {
  const { type, size, fill } = SHAPES[shape];
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("class", "symbol");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", symbol().type(type).size(size)() ?? "");
  path.style.fill = fill ? `var(--${colour})` : "none";
  path.style.stroke = fill ? "none" : `var(--${colour})`;
  path.style.strokeWidth = "2";
  svg.append(path);
  return svg;
}
