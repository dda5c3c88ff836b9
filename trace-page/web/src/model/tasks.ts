import type { Violation } from "./packed";
import { Kind, type Run } from "./run";

/** The lane of what is no task: timers, callbacks, the explorer, the host. */
export const LOOP = 0;

/** The tasks of some runs, one lane for each, in the order in which they appear. */
export class Tasks {
  /** By lane; the first is that of the loop. */
  readonly names: string[] = ["loop"];
  private readonly lanes: Int32Array;
  private readonly byName = new Map<string, number>();

  constructor(runs: readonly Run[], violations: readonly Violation[]) {
    this.lanes = new Int32Array(runs[0].strings.length + 1);
    const named = new Uint8Array(runs[0].strings.length + 1);
    runs.forEach((run) => markTasks(run, named));
    // In the order of their creation, which is that of the first event about them.
    for (const run of runs) {
      for (let i = 0; i < run.count; i++) {
        const kind = run.kinds[i];
        const about = kind !== Kind.Advanced && kind !== Kind.Logged;
        if (about && named[run.a[i]] === 1) {
          this.add(run.a[i], run.text(run.a[i]));
        }
      }
    }
    for (const violation of violations) {
      for (const waiting of violation.waiting) {
        if (!this.byName.has(waiting.task)) {
          this.add(runs[0].numberOf(waiting.task), waiting.task);
        }
      }
    }
  }

  private add(text: number, name: string): void {
    if (text > 0 ? this.lanes[text] === 0 : !this.byName.has(name)) {
      const lane = this.names.length;
      this.names.push(name);
      this.byName.set(name, lane);
      if (text > 0) {
        this.lanes[text] = lane;
      }
    }
  }

  get count(): number {
    return this.names.length;
  }

  /** The lane of a text's number: the loop's if it names no task. */
  laneOf(text: number): number {
    return this.lanes[text] ?? LOOP;
  }

  laneNamed(name: string): number {
    return this.byName.get(name) ?? LOOP;
  }
}

/** Marks the texts that are names of tasks. */
function markTasks(run: Run, named: Uint8Array): void {
  for (let i = 0; i < run.count; i++) {
    const text = run.a[i];
    switch (run.kinds[i]) {
      case Kind.Awaited:
      case Kind.Woken:
      case Kind.Cancelled:
      case Kind.Ended:
        named[text] = 1;
        break;
      case Kind.Ran:
        if (named[text] === 0 && !isCallback(run.text(text))) {
          named[text] = 1;
        }
        break;
      default:
    }
  }
}

function isCallback(what: string): boolean {
  return what === "timer" || what === "callback" || what.startsWith("done callback of ");
}
