import { axisTop } from "d3-axis";
import { scaleLinear } from "d3-scale";
import { ticks } from "d3-array";
import { select } from "d3-selection";
import type { Rows } from "../model/rows";
import { isMadeByAStep } from "../model/run";
import { count, seconds } from "../model/text";
import { fit } from "./canvas";
import { byId } from "./dom";
import type { Shown } from "./frame";
import type { RunModel } from "./model";
import type { Store } from "./store";
import { drawSymbol } from "./symbols";
import type { Colours } from "./theme";
import { Zooming } from "./zooming";

const STRIP_HEIGHT = 24;
const TICK_ROOM = 90;
const LABEL_ROOM = 34;
const LETTER = 7;

/** Where a choice is drawn. */
interface Place {
  row: number;
  /** Whether it was made between this row and the next one. */
  behind: boolean;
  departure: number;
}

/** Above the lanes: the choices as a strip, and the axis. */
export class Ruler {
  private readonly canvas = byId<HTMLCanvasElement>("strip");
  private readonly svg = byId<HTMLElement>("axis");
  private readonly zooming: Zooming;
  private readonly places: Place[];
  private shown: Shown | null = null;
  private width = 1;

  constructor(
    store: Store,
    failing: RunModel,
    private readonly chooseRow: (row: number) => void,
  ) {
    this.places = placesOf(failing);
    const departures = this.places.filter((place) => place.departure >= 0).length;
    this.canvas.setAttribute(
      "aria-label",
      `${count(failing.run.choices.length, "choice")}, ` +
        `${count(departures, "departure")} from asyncio's`,
    );
    this.zooming = new Zooming(this.canvas, store, () => false);
    this.canvas.addEventListener("click", (event) => this.clicked(event));
  }

  render(shown: Shown, colours: Colours): void {
    this.shown = shown;
    this.width = Math.max(50, this.canvas.parentElement?.clientWidth ?? 50);
    this.zooming.sync(this.width, shown.axis.pitch);
    this.drawStrip(shown, colours);
    this.drawAxis(shown);
  }

  private drawStrip(shown: Shown, colours: Colours): void {
    const ctx = fit(this.canvas, this.width, STRIP_HEIGHT);
    ctx.clearRect(0, 0, this.width, STRIP_HEIGHT);
    const cursor = this.x(shown, shown.axis.at(shown.view.cursor));
    const pitch = this.pitch(shown);
    ctx.fillStyle = colours.cursor;
    ctx.fillRect(cursor - Math.max(2, pitch) / 2, 0, Math.max(2, pitch), STRIP_HEIGHT);
    let drawn = -Infinity;
    for (const place of this.places) {
      const x = this.placeX(shown, place);
      if (place.departure < 0 && x >= drawn + 1 && x > -9 && x < this.width + 9) {
        drawn = x;
        drawSymbol(ctx, "choice", x, STRIP_HEIGHT / 2, colours.muted);
      }
    }
    for (const place of this.places) {
      if (place.departure >= 0) {
        const x = this.placeX(shown, place);
        drawSymbol(ctx, "departure", x, STRIP_HEIGHT / 2, colours.departure);
      }
    }
  }

  private drawAxis(shown: Shown): void {
    const { from, to } = shown.view;
    const wanted = Math.max(2, Math.floor(this.width / TICK_ROOM));
    const times = shown.axis.timeTicks(from, to, wanted);
    const scale = scaleLinear().domain([from, to]).range([0, this.width]);
    const found =
      times.length > 0
        ? apart(
            times.map((tick) => ({ place: tick.place, label: seconds(tick.time) })),
            scale,
          )
        : stepTicks(shown, wanted);
    const axis = axisTop(scale)
      .tickValues(found.map((tick) => tick.place))
      .tickFormat((_, i) => found[i].label)
      .tickSizeOuter(0);
    const svg = select(this.svg).attr("width", this.width).attr("height", 22);
    svg
      .selectAll<SVGGElement, null>("g.axis")
      .data([null])
      .join("g")
      .attr("class", "axis")
      .attr("transform", "translate(0,21)")
      .call(axis)
      .selectAll<SVGTextElement, number>("text")
      .attr("text-anchor", (place) => anchor(scale(place), this.width));
  }

  private pitch(shown: Shown): number {
    return (shown.axis.pitch / (shown.view.to - shown.view.from)) * this.width;
  }

  private x(shown: Shown, place: number): number {
    return ((place - shown.view.from) / (shown.view.to - shown.view.from)) * this.width;
  }

  private placeX(shown: Shown, place: Place): number {
    const middle = this.x(shown, shown.axis.at(shown.slots.ofLeft[place.row] ?? 0));
    return place.behind ? middle + this.pitch(shown) / 2 : middle;
  }

  /** The cursor goes to the nearest choice. */
  private clicked(event: MouseEvent): void {
    const { shown } = this;
    if (!shown || this.places.length === 0) {
      return;
    }
    const x = event.clientX - this.canvas.getBoundingClientRect().left;
    let nearest = this.places[0];
    for (const place of this.places) {
      const distance = Math.abs(this.placeX(shown, place) - x);
      if (distance < Math.abs(this.placeX(shown, nearest) - x)) {
        nearest = place;
      }
    }
    this.chooseRow(nearest.row);
  }
}

/** Those whose labels have room beside the last one: times lie anywhere on the axis. */
function apart(
  all: { place: number; label: string }[],
  scale: (place: number) => number,
): { place: number; label: string }[] {
  let end = -Infinity;
  return all.filter(({ place, label }) => {
    const half = (label.length * LETTER) / 2;
    const fits = scale(place) - half >= end;
    if (fits) {
      end = scale(place) + half + LETTER;
    }
    return fits;
  });
}

/** At both ends, so that no label is cut. */
function anchor(x: number, width: number): string {
  return x < LABEL_ROOM ? "start" : x > width - LABEL_ROOM ? "end" : "middle";
}

function placesOf(model: RunModel): Place[] {
  const rowOfDeparture = new Map<number, { row: number; index: number }>();
  model.rows.departures.forEach((indexes, row) => {
    for (const index of indexes) {
      rowOfDeparture.set(model.head.departures[index].choice, { row, index });
    }
  });
  return model.run.choices.map((choice, i) => {
    const departure = rowOfDeparture.get(i + model.run.skippedChoices);
    return departure
      ? { row: departure.row, behind: false, departure: departure.index }
      : { row: model.rows.rowOfChoice(choice), behind: !isMadeByAStep(choice), departure: -1 };
  });
}

/** Steps in sight, as many as have room. */
function stepTicks(shown: Shown, wanted: number): { place: number; label: string }[] {
  const [first, last] = shown.axis.range(shown.view.from, shown.view.to);
  return ticks(first, last, wanted)
    .filter((slot) => Number.isInteger(slot) && slot < shown.axis.count)
    .map((slot) => ({ place: shown.axis.at(slot), label: slotLabel(shown, slot) }))
    .filter((tick) => tick.place >= shown.view.from && tick.place <= shown.view.to);
}

function slotLabel(shown: Shown, slot: number): string {
  const row = shown.slots.left[slot];
  const rows: Rows = shown.model.rows;
  return row >= 0 ? `step ${rows.label(row)}` : "";
}
