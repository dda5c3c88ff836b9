import type { Slots } from "../model/align";
import type { Tasks } from "../model/tasks";
import type { Axis } from "./axis";
import type { RunModel } from "./model";
import type { View } from "./store";
import type { Colours } from "./theme";

/** What a drawing shows, wherever it is drawn. */
export interface Shown {
  model: RunModel;
  tasks: Tasks;
  slots: Slots;
  axis: Axis;
  view: View;
  isPassing: boolean;
  hits: Uint8Array | null;
}

/** One drawing of the lanes of one run: what is in sight, and where it goes. */
export class Frame {
  /** The rows in sight, the first and the last; none if the first is greater. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The width of one slot in pixels. */
  readonly pitch: number;
  private readonly ofRow: Int32Array;

  readonly model: RunModel;
  readonly slots: Slots;
  readonly axis: Axis;
  readonly view: View;
  readonly tasks: Tasks;
  readonly isPassing: boolean;
  /** By row: whether a search found it; null while nothing is searched. */
  readonly hits: Uint8Array | null;

  constructor(
    what: Shown,
    readonly ctx: CanvasRenderingContext2D,
    readonly lanes: LanePlaces,
    readonly colours: Colours,
    readonly width: number,
  ) {
    const { axis, view, slots, isPassing } = what;
    this.model = what.model;
    this.slots = slots;
    this.axis = axis;
    this.view = view;
    this.tasks = what.tasks;
    this.isPassing = isPassing;
    this.hits = what.hits;
    this.ofRow = isPassing ? slots.ofRight : slots.ofLeft;
    this.pitch = (axis.pitch / (view.to - view.from)) * width;
    const rows = isPassing ? slots.right : slots.left;
    const [first, last] = axis.range(view.from, view.to);
    let from = first;
    while (from <= last && rows[from] < 0) {
      from++;
    }
    let to = last;
    while (to >= from && rows[to] < 0) {
      to--;
    }
    this.firstRow = from <= to ? rows[from] : 0;
    this.lastRow = from <= to ? rows[to] : -1;
  }

  get height(): number {
    return this.lanes.visible;
  }

  /** The pixel of a place on the axis. */
  place(at: number): number {
    return ((at - this.view.from) / (this.view.to - this.view.from)) * this.width;
  }

  /** The middle of a row. */
  x(row: number): number {
    return this.place(this.axis.at(this.ofRow[row]));
  }

  /** Where a row begins. */
  left(row: number): number {
    return this.x(row) - this.pitch / 2;
  }

  slotX(slot: number): number {
    return this.place(this.axis.at(slot));
  }

  get rowCount(): number {
    return this.model.rows.count;
  }

  /** Where a run ends that has no more rows. */
  get end(): number {
    return this.rowCount > 0 ? this.left(this.rowCount - 1) + this.pitch : 0;
  }
}

/** Where the lanes lie: all have one height, and hidden ones none. */
export class LanePlaces {
  /** The lanes that are shown, from above. */
  readonly shown: number[] = [];
  private readonly index: Int32Array;

  constructor(
    count: number,
    hidden: ReadonlySet<number>,
    readonly height: number,
    readonly scroll: number,
    readonly visible: number,
  ) {
    this.index = new Int32Array(count).fill(-1);
    for (let lane = 0; lane < count; lane++) {
      if (!hidden.has(lane)) {
        this.index[lane] = this.shown.length;
        this.shown.push(lane);
      }
    }
  }

  isShown(lane: number): boolean {
    return this.index[lane] >= 0;
  }

  /** The middle of a lane. */
  y(lane: number): number {
    return (this.index[lane] + 0.5) * this.height - this.scroll;
  }

  /** The lanes in sight, as positions among those shown. */
  get range(): [number, number] {
    const first = Math.max(0, Math.floor(this.scroll / this.height));
    const last = Math.min(
      this.shown.length - 1,
      Math.floor((this.scroll + this.visible) / this.height),
    );
    return [first, last];
  }
}
