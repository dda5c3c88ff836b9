import { Kind, type Run } from "./run";
import type { Rows } from "./rows";
import { LOOP, type Tasks } from "./tasks";

/** What a task does between its steps. */
export const Phase = {
  None: 0,
  /** In the ready queue. */
  Ready: 1,
  Waiting: 2,
  Returned: 3,
  Raised: 4,
  Cancelled: 5,
} as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** The phases of one lane, each from its row to that of the next one. */
export class Segments {
  readonly row: number[] = [];
  readonly phase: number[] = [];
  /** For a phase of waiting: the number of the text that says for what. */
  readonly on: number[] = [];

  add(row: number, phase: Phase, on = 0): void {
    const last = this.row.length - 1;
    if (last >= 0 && this.row[last] === row) {
      this.phase[last] = phase;
      this.on[last] = on;
    } else if (last < 0 || this.phase[last] !== phase || this.on[last] !== on) {
      this.row.push(row);
      this.phase.push(phase);
      this.on.push(on);
    }
  }
}

/** Arrows or marks, in the order of their rows. */
export class Marks {
  readonly row: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly event: number[] = [];

  add(row: number, from: number, to: number, event: number): void {
    this.row.push(row);
    this.from.push(from);
    this.to.push(to);
    this.event.push(event);
  }

  /** The first mark of a row or of a later one. */
  firstOf(row: number): number {
    let low = 0;
    let high = this.row.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.row[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/** All that is drawn of a run. */
export interface Scene {
  segments: Segments[];
  wakes: Marks;
  cancels: Marks;
  ends: Marks;
  says: Marks;
}

/** Derives from the events of a run what is to be drawn. */
export function sceneOf(run: Run, rows: Rows, tasks: Tasks): Scene {
  const scene: Scene = {
    segments: tasks.names.map(() => new Segments()),
    wakes: new Marks(),
    cancels: new Marks(),
    ends: new Marks(),
    says: new Marks(),
  };
  let row = 0;
  for (let i = 0; i < run.count; i++) {
    while (row + 1 < rows.count && rows.first[row + 1] <= i) {
      row++;
    }
    add(scene, run, tasks, i, row, rows.actor[row] ?? -1);
  }
  return scene;
}

function add(
  scene: Scene,
  run: Run,
  tasks: Tasks,
  i: number,
  row: number,
  actor: number,
): void {
  const lane = tasks.laneOf(run.a[i]);
  const segments = scene.segments[lane];
  switch (run.kinds[i]) {
    case Kind.Scheduled:
      if (lane !== LOOP && run.c[i] === 0) {
        segments.add(row, Phase.Ready);
      }
      break;
    case Kind.Awaited:
      segments.add(row, Phase.Waiting, run.b[i]);
      break;
    case Kind.Woken:
      segments.add(row, Phase.Ready);
      scene.wakes.add(row, tasks.laneOf(run.b[i]), lane, i);
      break;
    case Kind.Cancelled:
      scene.cancels.add(row, sourceOf(run, tasks, i), lane, i);
      break;
    case Kind.Ended:
      segments.add(row, phaseOf(run.text(run.b[i])));
      scene.ends.add(row, lane, lane, i);
      break;
    case Kind.Logged:
      scene.says.add(row, Math.max(actor, LOOP), Math.max(actor, LOOP), i);
      break;
    default:
  }
}

/** From whose lane a cancellation comes: a task that handed it down, or the loop's. */
function sourceOf(run: Run, tasks: Tasks, i: number): number {
  const chain = run.way(i).chain;
  for (let link = chain.length - 1; link >= 0; link--) {
    const lane = taskOfLink(tasks, chain[link]);
    if (lane !== LOOP) {
      return lane;
    }
  }
  const outside = chain[0] === "explorer" || chain[0] === "SIGINT";
  return outside ? LOOP : tasks.laneOf(run.b[i]);
}

/** The lane of a link such as "task parent", the loop's for other scopes. */
export function taskOfLink(tasks: Tasks, link: string): number {
  return link.startsWith("task ") ? tasks.laneNamed(link.slice("task ".length)) : LOOP;
}

export function phaseOf(outcome: string): Phase {
  return outcome === "returned"
    ? Phase.Returned
    : outcome === "raised"
      ? Phase.Raised
      : Phase.Cancelled;
}
