import type { Departure, Violation } from "./packed";
import { type Choice, isMadeByAStep, Kind, type Run } from "./run";
import type { Tasks } from "./tasks";

const OUTSIDE = new Set(["explorer", "SIGINT", "Runner.close"]);
const GIVES_UP = new Set(["Deadlock", "Livelock"]);

/**
 * A run as rows: one for each step, and one for each thing between two steps that matters.
 *
 * A step begins with its event "ran"; no event says where it ends. What certainly lies outside any
 * step (the explorer, a signal, the host) begins a row of its own, and what follows belongs to that
 * row until the next step. Choices carry the number of steps that had begun, so each is placed
 * before the first event of a later step. It is what the text reports do too.
 */
export class Rows {
  readonly step: number[] = [];
  readonly time: number[] = [];
  /** 1 for rows between two steps. */
  readonly between: number[] = [];
  /** The lane whose step it is: the loop's for callbacks, -1 for rows between two steps. */
  readonly actor: number[] = [];
  /** The first event of a row; its last one is before the first of the next row. */
  readonly first: number[] = [];
  /** By row: positions among the departures. */
  readonly departures = new Map<number, number[]>();
  /** By row: positions among the violations. */
  readonly violations = new Map<number, number[]>();

  constructor(readonly run: Run) {}

  get count(): number {
    return this.step.length;
  }

  /** Behind the last event of a row. */
  end(row: number): number {
    return row + 1 < this.count ? this.first[row + 1] : this.run.count;
  }

  /** The row of an event. */
  rowOf(event: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.first[middle] > event) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return Math.max(0, low - 1);
  }

  /** Such as 7, or 7+ for what comes between steps 7 and 8. */
  label(row: number): string {
    return this.step[row] + (this.between[row] ? "+" : "");
  }

  /** The row of a step, or the last one before it. */
  rowOfStep(step: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.step[middle] < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < this.count && this.step[low] === step && this.between[low]) {
      low++;
    }
    const found = low < this.count && this.step[low] === step;
    return found ? low : Math.max(0, low - 1);
  }

  /** The row in which a choice was made, or behind which, if it was made between two steps. */
  rowOfChoice(choice: Choice): number {
    return this.rowOfStep(choice.step);
  }
}

/** Makes the rows of a run. */
export function rowsOf(
  run: Run,
  tasks: Tasks,
  departures: readonly Departure[],
  violations: readonly Violation[],
): Rows {
  return new Builder(run, tasks, departures, violations).build();
}

class Builder {
  private readonly rows: Rows;
  private readonly left: { index: number; choice: Choice }[] = [];
  private readonly silent: number[] = [];
  private readonly spoken: number[] = [];
  private current = -1;
  /** The first event that has no row yet. */
  private homeless = -1;

  constructor(
    private readonly run: Run,
    private readonly tasks: Tasks,
    departures: readonly Departure[],
    private readonly violations: readonly Violation[],
  ) {
    this.rows = new Rows(run);
    departures.forEach((departure, index) => {
      const choice = run.choices[departure.choice - run.skippedChoices];
      if (choice) {
        this.left.push({ index, choice });
      }
    });
    violations.forEach((violation, index) => {
      const logged = violation.kind === "check" || violation.kind === "property";
      (logged ? this.spoken : this.silent).push(index);
    });
  }

  build(): Rows {
    for (let i = 0; i < this.run.count; i++) {
      if (this.run.kinds[i] === Kind.Ran) {
        this.placeDepartures(this.run.steps[i], i);
        this.placeSilent(this.run.steps[i], i);
        this.current = this.begin(this.run.steps[i], this.run.times[i], 0, i);
        this.rows.actor[this.current] = this.tasks.laneOf(this.run.a[i]);
      } else {
        this.add(i);
      }
    }
    // What the host did at the very end belongs to the last row.
    this.homeless = -1;
    this.placeDepartures(Infinity, this.run.count);
    this.placeSilent(Infinity, this.run.count);
    this.coverAll();
    return this.rows;
  }

  /** Events before the first row belong to it; a run in which nothing runs has one row. */
  private coverAll(): void {
    if (this.rows.count === 0 && this.run.count > 0) {
      this.begin(this.run.steps[0], this.run.times[0], 1, 0);
    }
    if (this.rows.count > 0) {
      this.rows.first[0] = 0;
    }
  }

  private begin(step: number, time: number, between: number, event: number): number {
    this.rows.step.push(step);
    this.rows.time.push(time);
    this.rows.between.push(between);
    this.rows.actor.push(-1);
    this.rows.first.push(this.homeless >= 0 ? this.homeless : event);
    this.homeless = -1;
    return this.rows.count - 1;
  }

  private leaveStep(event: number): void {
    this.current = -1;
    if (this.homeless < 0) {
      this.homeless = event;
    }
  }

  private ensureRow(i: number): number {
    if (this.current < 0) {
      this.current = this.begin(this.run.steps[i], this.run.times[i], 1, i);
    }
    return this.current;
  }

  private add(i: number): void {
    switch (this.run.kinds[i]) {
      case Kind.Advanced:
        this.leaveStep(i);
        break;
      case Kind.Cancelled:
        this.cancelled(i);
        break;
      case Kind.Logged:
        this.logged(i);
        break;
      case Kind.Scheduled:
        // What the host queues before the first step is no row of its own.
        if (this.current < 0 && this.homeless < 0) {
          this.homeless = i;
        }
        break;
      default:
        this.ensureRow(i);
    }
  }

  private cancelled(i: number): void {
    const chain = this.run.way(i).chain;
    const outside = chain.length > 0 && OUTSIDE.has(chain[0]);
    const injected = chain.length === 1 && chain[0] === "explorer";
    if (outside && chain[0] === "Runner.close") {
      this.placeSilent(this.run.steps[i] + 1, i);
    }
    const inStep = this.current >= 0 && !this.rows.between[this.current];
    if (injected || (outside && inStep)) {
      this.leaveStep(i);
    }
    const row = this.ensureRow(i);
    if (injected) {
      this.takeDeparture(row, this.run.steps[i]);
    }
  }

  /** The explorer's cancel is the next departure of its kind: the row shows both. */
  private takeDeparture(row: number, step: number): void {
    const at = this.left.findIndex(
      ({ choice }) =>
        (choice.kind === "cancel" || choice.kind === "idle-cancel") && choice.step === step,
    );
    if (at >= 0) {
      push(this.rows.departures, row, this.left[at].index);
      this.left.splice(at, 1);
    }
  }

  private logged(i: number): void {
    const event = this.run.text(this.run.b[i]);
    const fields = this.run.a[i] === 0 || event === "violation" ? this.run.fields(i) : {};
    if (this.run.a[i] === 0 && typeof fields.outcome === "string") {
      this.hostOperation(i, fields);
      return;
    }
    const row = this.ensureRow(i);
    if (event === "violation") {
      const index = this.spoken.shift();
      push(this.rows.violations, row, index ?? -1);
    }
  }

  private hostOperation(i: number, fields: Record<string, unknown>): void {
    this.leaveStep(i);
    if (typeof fields.error === "string" && GIVES_UP.has(fields.error)) {
      this.placeSilent(this.run.steps[i] + 1, i);
    }
    // Host operations that return nothing only say that the script went on.
    if (fields.outcome !== "returned" || (fields.value ?? null) !== null) {
      this.ensureRow(i);
      this.current = -1;
    }
  }

  private placeDepartures(step: number, event: number): void {
    while (this.left.length > 0 && this.left[0].choice.step < step) {
      const { index, choice } = this.left.shift()!;
      const row = isMadeByAStep(choice) ? this.rows.rowOfStep(choice.step) : -1;
      const made =
        row >= 0 && this.rows.count > 0 && this.rows.step[row] === choice.step
          ? row
          : this.between(choice.step, event);
      push(this.rows.departures, made, index);
    }
  }

  private placeSilent(step: number, event: number): void {
    while (this.silent.length > 0 && this.violations[this.silent[0]].step < step) {
      const index = this.silent.shift()!;
      push(this.rows.violations, this.between(this.violations[index].step, event), index);
    }
  }

  /** A row for something that no event tells. */
  private between(step: number, event: number): number {
    const homeless = this.homeless;
    const time =
      event < this.run.count && event > 0 ? this.run.times[event - 1] : this.run.endTime;
    const row = this.begin(step, Math.max(time, 0), 1, event);
    // What had no row yet goes on waiting for one: this row is not about it.
    this.homeless = homeless;
    this.current = -1;
    return row;
  }
}

function push(map: Map<number, number[]>, row: number, index: number): void {
  const list = map.get(row);
  if (list) {
    list.push(index);
  } else {
    map.set(row, [index]);
  }
}
