import { diffArrays } from "diff";
import type { Rows } from "./rows";
import type { Run } from "./run";

/** Beyond so many differing rows the rest is counted off: nobody reads that far. */
const MOST_EDITS = 2_000;

/** Rows of one run, or of two set side by side: -1 where a run has nothing. */
export interface Slots {
  count: number;
  left: Int32Array;
  right: Int32Array;
  /** 1 where both rows say the same. */
  same: Uint8Array;
  /** The first slot whose rows differ, -1 if none does. */
  firstDifference: number;
  /** By row of the left run and of the right one: its slot. */
  ofLeft: Int32Array;
  ofRight: Int32Array;
}

/** The rows of a run alone. */
export function alone(rows: Rows): Slots {
  const left = Int32Array.from({ length: rows.count }, (_, i) => i);
  const right = new Int32Array(rows.count).fill(-1);
  return {
    count: rows.count,
    left,
    right,
    same: new Uint8Array(rows.count).fill(1),
    firstDifference: -1,
    ofLeft: left,
    ofRight: new Int32Array(0),
  };
}

/** Two runs side by side: rows that say the same stand in the same slot. */
export function align(one: Rows, other: Rows): Slots {
  const left: number[] = [];
  const right: number[] = [];
  const a = signatures(one.run, one);
  const b = signatures(other.run, other);
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) {
    left.push(same);
    right.push(same);
    same++;
  }
  pair(a, b, same, left, right);
  const equal = left.map((row, slot) =>
    row >= 0 && right[slot] >= 0 && a[row] === b[right[slot]] ? 1 : 0,
  );
  const different = same < a.length || same < b.length;
  return numbered(left, right, equal, different ? same : -1);
}

/**
 * The same slots for an axis of time: in the order of their times, and rows that say the same stand
 * in one slot only if they happen at the same time.
 */
export function inTime(pairs: Slots, one: Rows, other: Rows): Slots {
  const left: number[] = [];
  const right: number[] = [];
  const equal: number[] = [];
  let firstDifference = -1;
  let [i, j] = [0, 0];
  const partner = (row: number) => {
    const slot = pairs.ofLeft[row];
    const match = pairs.right[slot];
    return pairs.same[slot] === 1 && one.time[row] === other.time[match] ? match : -1;
  };
  const take = (row: number, match: number) => {
    const slot = row >= 0 ? pairs.ofLeft[row] : pairs.ofRight[match];
    if (firstDifference < 0 && pairs.firstDifference >= 0 && slot >= pairs.firstDifference) {
      firstDifference = left.length;
    }
    left.push(row);
    right.push(match);
    equal.push(pairs.same[slot]);
  };
  while (i < one.count || j < other.count) {
    const match = i < one.count ? partner(i) : -1;
    // The rows of one time come in the order of their run, so a pair waits for both.
    const rightFirst =
      j < other.count &&
      (i === one.count ||
        other.time[j] < one.time[i] ||
        (other.time[j] === one.time[i] && match > j));
    if (rightFirst) {
      take(-1, j++);
    } else if (match === j) {
      take(i++, j++);
    } else {
      take(i++, -1);
    }
  }
  return numbered(left, right, equal, firstDifference);
}

function numbered(
  left: number[],
  right: number[],
  same: number[],
  firstDifference: number,
): Slots {
  const slots: Slots = {
    count: left.length,
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    same: Uint8Array.from(same),
    firstDifference,
    ofLeft: new Int32Array(left.filter((row) => row >= 0).length),
    ofRight: new Int32Array(right.filter((row) => row >= 0).length),
  };
  for (let slot = 0; slot < slots.count; slot++) {
    if (left[slot] >= 0) {
      slots.ofLeft[left[slot]] = slot;
    }
    if (right[slot] >= 0) {
      slots.ofRight[right[slot]] = slot;
    }
  }
  return slots;
}

/**
 * Pairs what comes behind the common beginning. Between two places where the runs are equal, their
 * rows are counted off, as far as both have some.
 */
function pair(a: string[], b: string[], same: number, left: number[], right: number[]): void {
  let [i, j] = [same, same];
  const countOff = (untilI: number, untilJ: number) => {
    while (i < untilI || j < untilJ) {
      left.push(i < untilI ? i++ : -1);
      right.push(j < untilJ ? j++ : -1);
    }
  };
  let [seenI, seenJ] = [same, same];
  const changes = diffArrays(a.slice(same), b.slice(same), { maxEditLength: MOST_EDITS });
  for (const change of changes ?? []) {
    if (change.removed) {
      seenI += change.count;
    } else if (change.added) {
      seenJ += change.count;
    } else {
      countOff(seenI, seenJ);
      seenI += change.count;
      seenJ += change.count;
      countOff(seenI, seenJ);
    }
  }
  countOff(a.length, b.length);
}

/** What a row says, so that equal rows have equal texts: both runs share the numbers of texts. */
function signatures(run: Run, rows: Rows): string[] {
  const all: string[] = [];
  for (let row = 0; row < rows.count; row++) {
    const parts: (string | number)[] = [rows.between[row]];
    for (let i = rows.first[row]; i < rows.end(row); i++) {
      parts.push(run.kinds[i], run.a[i], run.b[i], run.c[i]);
    }
    if (rows.departures.has(row) || rows.violations.has(row)) {
      parts.push("!");
    }
    all.push(parts.join());
  }
  return all;
}
