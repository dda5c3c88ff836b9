import { ALL_TOPICS } from "../model/search";
import type { Model } from "./model";
import type { Store, View } from "./store";
import { nearest } from "./table";
import { within, zoomed } from "./zooming";
import { Axis } from "./axis";

/** So many slots are in sight when the page jumps to a place. */
const SLOTS_AROUND = 60;
const LEAST_SLOTS = 6;

/** Moves the cursor and what is in sight. */
export class Navigation {
  private hits: Uint8Array | null = null;
  private cache: { view: View; listed: Int32Array } | null = null;
  private lastAxis: { compare: boolean; mode: string; axis: Axis } | null = null;

  constructor(
    private readonly model: Model,
    private readonly store: Store,
  ) {}

  private get view(): View {
    return this.store.view;
  }

  setHits(hits: Uint8Array | null): void {
    if (hits !== this.hits) {
      this.hits = hits;
      this.cache = null;
    }
  }

  private axis(): Axis {
    const { compare, mode } = this.view;
    if (!this.lastAxis || this.lastAxis.compare !== compare || this.lastAxis.mode !== mode) {
      const slots = this.model.slots(this.view);
      this.lastAxis = { compare, mode, axis: new Axis(this.model.times(slots), mode) };
    }
    return this.lastAxis.axis;
  }

  /** The slots that pass the filter. */
  listed(): Int32Array {
    const { view } = this;
    const old = this.cache?.view;
    const same =
      old &&
      old.topics === view.topics &&
      old.hidden === view.hidden &&
      old.compare === view.compare &&
      old.mode === view.mode;
    if (!this.cache || !same) {
      this.cache = { view, listed: this.filter() };
    }
    return this.cache.listed;
  }

  private filter(): Int32Array {
    const slots = this.model.slots(this.view);
    const { failing, passing } = this.model;
    const { topics, hidden } = this.view;
    const all: number[] = [];
    for (let slot = 0; slot < slots.count; slot++) {
      const left = slots.left[slot];
      const [of, row] = left >= 0 || !passing ? [failing, left] : [passing, slots.right[slot]];
      const about = topics === ALL_TOPICS || (of.topics[row] & topics) !== 0;
      const lane = of.rows.actor[row];
      const found = !this.hits || (left >= 0 && this.hits[left] === 1);
      if (about && found && !(lane >= 0 && hidden.has(lane))) {
        all.push(slot);
      }
    }
    return Int32Array.from(all);
  }

  goSlot(slot: number): void {
    const { count } = this.model.slots(this.view);
    const cursor = Math.max(0, Math.min(count - 1, slot));
    this.store.update({ cursor, ...this.inSight(cursor), chain: this.chainAt(cursor) });
  }

  /** A step of the run that fails. */
  goRow(row: number): void {
    this.goSlot(this.model.slots(this.view).ofLeft[row] ?? 0);
  }

  /**
   * If the cursor is on a cancellation, that one is highlighted, of several the one that came the
   * longest way; otherwise what was stays.
   */
  private chainAt(slot: number): number {
    const row = this.model.slots(this.view).left[slot];
    const { chains } = this.model.failing;
    const here = chains[this.view.chain];
    if (here && here.row === row) {
      return this.view.chain;
    }
    let longest = -1;
    chains.forEach((chain, i) => {
      if (chain.row === row && chain.words.length > (chains[longest]?.words.length ?? 0)) {
        longest = i;
      }
    });
    return longest >= 0 ? longest : this.view.chain;
  }

  /** Moves what is in sight just so far that a slot is within it. */
  private inSight(slot: number): { from: number; to: number } {
    const axis = this.axis();
    const place = axis.at(slot);
    const { from, to } = this.view;
    const margin = Math.min((to - from) / 4, axis.pitch * 2);
    if (place >= from + (from > 0 ? margin : 0) && place <= to - (to < 1 ? margin : 0)) {
      return { from, to };
    }
    return within(place - (to - from) / 2, to - from);
  }

  /** Steps over what the filter leaves out. */
  step(by: number): void {
    const listed = this.listed();
    if (listed.length === 0) {
      return;
    }
    const at = nearest(listed, this.view.cursor);
    const onIt = listed[at] === this.view.cursor;
    const target = by > 0 && !onIt ? at + by - 1 : at + by;
    this.goSlot(listed[Math.max(0, Math.min(listed.length - 1, target))]);
  }

  first(): void {
    const listed = this.listed();
    this.goSlot(listed[0] ?? 0);
  }

  last(): void {
    const listed = this.listed();
    this.goSlot(listed[listed.length - 1] ?? 0);
  }

  /** To the next row of some kind, or round to the first one. */
  next(what: "departure" | "cancel" | "violation", backwards: boolean): void {
    const { rows, chains } = this.model.failing;
    const all =
      what === "departure"
        ? [...rows.departures.keys()]
        : what === "violation"
          ? [...rows.violations.keys()]
          : chains.map((chain) => chain.row);
    this.nextOf(all.sort((a, b) => a - b), backwards);
  }

  hit(backwards: boolean): void {
    const hits: number[] = [];
    this.hits?.forEach((is, row) => is === 1 && hits.push(row));
    this.nextOf(hits, backwards);
  }

  private nextOf(rows: number[], backwards: boolean): void {
    if (rows.length === 0) {
      return;
    }
    const { ofLeft } = this.model.slots(this.view);
    const slots = rows.map((row) => ofLeft[row]);
    const found = backwards
      ? slots.findLast((slot) => slot < this.view.cursor)
      : slots.find((slot) => slot > this.view.cursor);
    this.goSlot(found ?? (backwards ? slots[slots.length - 1] : slots[0]));
  }

  /** Highlights a cancellation and goes there; or takes the highlight away. */
  toggleChain(chain: number): void {
    if (this.view.chain === chain) {
      this.store.update({ chain: -1 });
    } else {
      this.goRow(this.model.failing.chains[chain].row);
      this.store.update({ chain });
    }
  }

  /** Sets both runs side by side, at the first difference. */
  goDifference(): void {
    if (!this.model.passing) {
      return;
    }
    this.setCompare(true);
    const { firstDifference } = this.model.slots(this.view);
    if (firstDifference >= 0) {
      this.goSlot(firstDifference);
    }
  }

  /** The cursor stays at its step, though its slot is another one. */
  setCompare(compare: boolean): void {
    if (!this.model.passing || compare === this.view.compare) {
      return;
    }
    this.store.update({ compare, cursor: this.sameStep({ compare, mode: this.view.mode }) });
    this.goSlot(this.view.cursor);
  }

  /** The slot in another view of the step at the cursor, or of the one before. */
  private sameStep(wanted: Pick<View, "compare" | "mode">): number {
    const before = this.model.slots(this.view);
    const after = this.model.slots(wanted);
    let slot = this.view.cursor;
    if (wanted.compare && (before.left[slot] ?? -1) < 0) {
      return after.ofRight[before.right[slot]] ?? 0;
    }
    while (slot > 0 && (before.left[slot] ?? -1) < 0) {
      slot--;
    }
    return after.ofLeft[before.left[slot]] ?? 0;
  }

  /** Sets the cursor and leaves what is in sight as it is. */
  put(slot: number): void {
    const { count } = this.model.slots(this.view);
    this.store.update({ cursor: Math.max(0, Math.min(count - 1, slot)) });
  }

  setMode(mode: View["mode"]): void {
    const slots = Math.max(1, Math.round((this.view.to - this.view.from) / this.axis().pitch));
    this.store.update({ mode, cursor: this.sameStep({ compare: this.view.compare, mode }) });
    if (this.view.to - this.view.from < 1) {
      this.around(this.view.cursor, slots);
    }
  }

  /** Shows so many slots with one of them in the middle. */
  around(slot: number, slots = SLOTS_AROUND): void {
    const axis = this.axis();
    const span = Math.min(1, slots * axis.pitch);
    this.store.update(within(axis.at(slot) - span / 2, span));
  }

  zoom(factor: number): void {
    const axis = this.axis();
    const { from, to, cursor } = this.view;
    const place = axis.at(cursor);
    const centre = place >= from && place <= to ? place : (from + to) / 2;
    const least = Math.min(1, LEAST_SLOTS * axis.pitch);
    this.store.update(zoomed(from, to, factor, centre, least));
  }

  fit(): void {
    this.store.update({ from: 0, to: 1 });
  }
}
