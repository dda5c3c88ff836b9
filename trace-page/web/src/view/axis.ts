import { ticks } from "d3-array";

/** What the horizontal axis shows. */
export type Mode = "steps" | "time";

/**
 * How much of the length in mode "time" belongs to the steps: most steps take no virtual time, and
 * on a clock alone they would all be drawn on top of each other.
 */
const STEPS_SHARE = 0.4;

/** Where slots lie between 0, the left end of all, and 1. */
export class Axis {
  readonly count: number;
  /** The width of one slot. */
  readonly pitch: number;
  private readonly elapsed: Float64Array;
  private readonly share: number;
  private readonly total: number;

  /** Times may go back where another loop begins; the axis goes on all the same. */
  constructor(
    private readonly times: ArrayLike<number>,
    readonly mode: Mode,
  ) {
    this.count = times.length;
    this.elapsed = new Float64Array(this.count);
    for (let i = 1; i < this.count; i++) {
      this.elapsed[i] = this.elapsed[i - 1] + Math.max(0, times[i] - times[i - 1]);
    }
    this.total = this.count > 0 ? this.elapsed[this.count - 1] : 0;
    this.share = mode === "steps" || this.total === 0 ? 1 : STEPS_SHARE;
    this.pitch = this.count > 0 ? this.share / this.count : 1;
  }

  /** The middle of a slot. */
  at(slot: number): number {
    const time = this.total === 0 ? 0 : this.elapsed[slot] / this.total;
    return (slot + 0.5) * this.pitch + (1 - this.share) * time;
  }

  /** The slot whose middle is nearest to a place. */
  slotAt(place: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const nearer = low > 0 && place - this.at(low - 1) < this.at(low) - place;
    return nearer ? low - 1 : Math.max(0, low);
  }

  /** The first slot that reaches beyond a place, and the last that begins before another. */
  range(from: number, to: number): [number, number] {
    const first = Math.max(0, this.slotAt(from) - 1);
    const last = Math.min(this.count - 1, this.slotAt(to) + 1);
    return [first, last];
  }

  /** Round times in sight, and where they lie. */
  timeTicks(from: number, to: number, wanted: number): { place: number; time: number }[] {
    if (this.count === 0) {
      return [];
    }
    const [first, last] = [this.slotAt(from), this.slotAt(to)];
    if (this.mode === "steps" || this.times[last] <= this.times[first]) {
      return [];
    }
    return ticks(this.times[first], this.times[last], wanted)
      .map((time) => ({ time, place: this.placeOf(time, first, last) }))
      .filter((tick) => tick.place >= from && tick.place <= to);
  }

  /** Where a time lies: behind the last slot of an earlier time, in proportion. */
  private placeOf(time: number, first: number, last: number): number {
    let low = first;
    let high = last;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const after = this.at(low) - this.pitch / 2;
    if (low === 0 || this.times[low] <= time) {
      return after;
    }
    const before = this.at(low - 1) + this.pitch / 2;
    const span = this.times[low] - this.times[low - 1];
    return before + (after - before) * ((time - this.times[low - 1]) / span);
  }
}
