import { Kind, type Run } from "./run";
import type { Rows } from "./rows";
import { Phase, phaseOf } from "./scene";
import { LOOP, type Tasks } from "./tasks";

/** What is known of one task at some moment. */
export interface TaskState {
  lane: number;
  phase: Phase;
  running: boolean;
  /** What it waits for, and where, as numbers of texts. */
  on: number;
  where: number;
  /** The row since which this is so. */
  since: number;
}

/** A timer that was set and has not fired, as far as the events tell. */
export interface Timer {
  what: number;
  by: number;
  due: number;
  /** How many there are of the same kind for the same time. */
  count: number;
}

/** The state of a run behind one of its rows. */
export interface State {
  tasks: TaskState[];
  /** By when and what; those whose time is past were cancelled, which no event tells. */
  timers: Map<string, Timer>;
  /** The handles that are ready, as numbers of texts, and how many there are of each. */
  ready: Map<number, number>;
}

const LEAST_EVENTS_BETWEEN_COPIES = 4096;
const EVENTS_PER_TASK_COPIED = 16;

/**
 * The states of a run, by row. Each is made by going through the events from the nearest copy that
 * was kept on the way.
 */
export class States {
  private readonly kept = new Map<number, State>();
  /** How many events lie between two copies: more if a copy is large. */
  private readonly every: number;

  constructor(
    private readonly run: Run,
    private readonly rows: Rows,
    private readonly tasks: Tasks,
  ) {
    this.every = Math.max(LEAST_EVENTS_BETWEEN_COPIES, EVENTS_PER_TASK_COPIED * tasks.count);
  }

  /** The state once a row is over. */
  after(row: number): State {
    const end = this.rows.end(row);
    const every = this.every;
    let mark = Math.floor(end / every);
    while (mark > 0 && !this.kept.has(mark)) {
      mark--;
    }
    const state = copy(this.kept.get(mark) ?? this.initial());
    let at = rowBefore(this.rows, mark * every);
    for (let i = mark * every; i < end; i++) {
      if (i % every === 0 && i > 0 && !this.kept.has(i / every)) {
        this.kept.set(i / every, copy(state));
      }
      while (at + 1 < this.rows.count && this.rows.first[at + 1] <= i) {
        at++;
      }
      this.apply(state, i, at);
    }
    for (const task of state.tasks) {
      task.running = task.lane === this.rows.actor[row];
    }
    return state;
  }

  private initial(): State {
    return {
      tasks: this.tasks.names.map((_, lane) => ({
        lane,
        phase: Phase.None,
        running: false,
        on: 0,
        where: 0,
        since: 0,
      })),
      timers: new Map(),
      ready: new Map(),
    };
  }

  private apply(state: State, i: number, row: number): void {
    const run = this.run;
    const task = state.tasks[this.tasks.laneOf(run.a[i])];
    switch (run.kinds[i]) {
      case Kind.Scheduled:
        if (run.c[i] !== 0) {
          const due = Number(run.text(run.c[i]));
          const key = timerKey(run.a[i], due);
          const count = (state.timers.get(key)?.count ?? 0) + 1;
          state.timers.set(key, { what: run.a[i], by: run.b[i], due, count });
        } else {
          increase(state.ready, run.a[i], 1);
          this.set(task, Phase.Ready, row);
        }
        break;
      case Kind.Woken:
        increase(state.ready, run.a[i], 1);
        this.set(task, Phase.Ready, row);
        break;
      case Kind.Ran:
        this.ran(state, i);
        break;
      case Kind.Awaited:
        this.set(task, Phase.Waiting, row);
        task.on = run.b[i];
        task.where = run.c[i];
        break;
      case Kind.Ended:
        this.set(task, phaseOf(run.text(run.b[i])), row);
        state.ready.delete(run.a[i]);
        break;
      default:
    }
  }

  /** A handle leaves the ready queue; a timer that is due comes without having been in it. */
  private ran(state: State, i: number): void {
    const what = this.run.a[i];
    if (state.ready.has(what)) {
      increase(state.ready, what, -1);
    } else {
      const key = timerKey(what, this.run.times[i]);
      const timer = state.timers.get(key);
      if (timer && timer.count > 1) {
        state.timers.set(key, { ...timer, count: timer.count - 1 });
      } else {
        state.timers.delete(key);
      }
    }
  }

  private set(task: TaskState, phase: Phase, row: number): void {
    if (task.lane !== LOOP) {
      task.phase = phase;
      task.since = row;
      task.on = 0;
      task.where = 0;
    }
  }
}

function rowBefore(rows: Rows, event: number): number {
  return event === 0 ? 0 : rows.rowOf(event);
}

function timerKey(what: number, due: number): string {
  return `${due} ${what}`;
}

function increase(counts: Map<number, number>, key: number, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) {
    counts.delete(key);
  } else {
    counts.set(key, sum);
  }
}

/** The timers that are still to fire, soonest first; those of a time that is past are gone. */
export function pendingTimers(state: State, now: number): Timer[] {
  return [...state.timers.values()]
    .filter((timer) => timer.due >= now)
    .sort((one, other) => one.due - other.due);
}

function copy(state: State): State {
  return {
    tasks: state.tasks.map((task) => ({ ...task })),
    timers: new Map(state.timers),
    ready: new Map(state.ready),
  };
}

/** Something that tasks wait for: a lock, a queue, another task. */
export interface Awaited {
  what: string;
  holder: string | null;
  waiters: TaskState[];
}

/** What is waited for, by whom, and who holds it if the words say so. */
export function awaitedThings(state: State, run: Run): Awaited[] {
  const things = new Map<string, Awaited>();
  for (const task of state.tasks) {
    const on = run.text(task.on);
    if (task.phase !== Phase.Waiting || on.startsWith("sleep until ")) {
      continue;
    }
    const held = /^(.*) held by (.+)$/s.exec(on);
    const what = held ? held[1] : on;
    let thing = things.get(what);
    if (!thing) {
      thing = { what, holder: null, waiters: [] };
      things.set(what, thing);
    }
    thing.holder = held ? held[2] : thing.holder;
    thing.waiters.push(task);
  }
  return [...things.values()];
}
