import { nameOf, seconds } from "../model/text";
import { byId, el } from "./dom";
import type { Model, RunModel } from "./model";
import type { Slots } from "../model/align";

const ROW_HEIGHT = 24;
const SPARE = 8;

/** What the table shows. */
export interface Listing {
  model: Model;
  slots: Slots;
  /** The slots that pass the filter, in order. */
  listed: Int32Array;
  cursor: number;
  compare: boolean;
}

/**
 * The steps as a table: the same as the lanes, for reading and for those who cannot see them. Only
 * the rows in sight are elements.
 */
export class StepTable {
  private readonly scroller = byId("rows");
  private readonly body = byId("rows-body");
  private readonly head = byId("rows-head");
  private listing: Listing | null = null;

  constructor(private readonly choose: (slot: number) => void) {
    this.scroller.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.scroller);
  }

  render(listing: Listing, reveal: boolean): void {
    const before = this.listing;
    this.listing = listing;
    if (!before || before.compare !== listing.compare) {
      this.drawHead(listing);
    }
    this.scroller.setAttribute("aria-rowcount", String(listing.listed.length + 1));
    this.body.style.height = `${listing.listed.length * ROW_HEIGHT}px`;
    if (reveal) {
      this.reveal(listing);
    }
    this.draw();
  }

  private drawHead(listing: Listing): void {
    const names = listing.compare
      ? ["Step", "Time", "Task", "Fails", "Step", "Time", "Task", "Passes"]
      : ["Step", "Time", "Task", "What happens"];
    this.scroller.classList.toggle("compare", listing.compare);
    this.head.replaceChildren(
      ...names.map((name) => el("div", { role: "columnheader", class: "cell" }, name)),
    );
  }

  /** Scrolls just so far that the cursor's row can be seen. */
  private reveal(listing: Listing): void {
    const index = nearest(listing.listed, listing.cursor);
    const room = this.scroller.clientHeight - ROW_HEIGHT;
    const top = index * ROW_HEIGHT;
    const { scrollTop } = this.scroller;
    if (room > 0 && (top < scrollTop || top + ROW_HEIGHT > scrollTop + room)) {
      this.scroller.scrollTop = Math.max(
        0,
        top - Math.floor(room / ROW_HEIGHT / 2) * ROW_HEIGHT,
      );
    }
  }

  private draw(): void {
    const { listing } = this;
    if (!listing) {
      return;
    }
    const { listed } = listing;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW_HEIGHT) - SPARE);
    const visible = Math.ceil(this.scroller.clientHeight / ROW_HEIGHT) + 2 * SPARE;
    const rows: HTMLElement[] = [];
    for (let i = first; i < Math.min(listed.length, first + visible); i++) {
      rows.push(this.row(listing, i));
    }
    this.body.replaceChildren(...rows);
    const active = this.body.querySelector(".row.active");
    if (active) {
      this.scroller.setAttribute("aria-activedescendant", active.id);
    } else {
      this.scroller.removeAttribute("aria-activedescendant");
    }
  }

  private row(listing: Listing, i: number): HTMLElement {
    const slot = listing.listed[i];
    const { slots, model } = listing;
    const active = slot === listing.cursor;
    const left = slots.left[slot];
    const cells = side(model, model.failing, left);
    if (listing.compare && model.passing) {
      cells.push(...side(model, model.passing, slots.right[slot]));
    }
    const row = el(
      "div",
      {
        role: "row",
        id: `slot-${slot}`,
        class: classes(listing, slot, active),
        "aria-rowindex": i + 2,
        "aria-selected": active ? "true" : "false",
        click: () => this.choose(slot),
      },
      ...cells.map((text) => cell(text)),
    );
    row.style.top = `${i * ROW_HEIGHT}px`;
    return row;
  }
}

function classes(listing: Listing, slot: number, active: boolean): string {
  const { slots, model, compare } = listing;
  const { rows } = model.failing;
  const left = slots.left[slot];
  return [
    "row",
    active ? "active" : "",
    left >= 0 && rows.departures.has(left) ? "departs" : "",
    left >= 0 && rows.violations.has(left) ? "violates" : "",
    compare && slots.same[slot] === 0 ? "differs" : "",
    compare && slot === slots.firstDifference ? "first-difference" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function side(model: Model, of: RunModel, row: number): string[] {
  if (row < 0) {
    return ["", "", "", ""];
  }
  const { rows } = of;
  const mark = (rows.departures.has(row) ? "\u25c6" : "") + (rows.violations.has(row) ? "\u2716" : "");
  const actor = rows.actor[row];
  const label = mark === "" ? rows.label(row) : `${mark} ${rows.label(row)}`;
  const task = actor < 0 ? "" : nameOf(model.tasks.names[actor]);
  return [label, seconds(rows.time[row]), task, model.words(of, row)];
}

function cell(text: string): HTMLElement {
  const box = el("div", { role: "gridcell", class: "cell" }, text);
  if (text.length > 40) {
    box.title = text;
  }
  return box;
}

/** The position of a number, or of the next one, in a sorted list. */
export function nearest(sorted: Int32Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
