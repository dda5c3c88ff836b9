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
    const strings = runs[0].strings;
    this.lanes = new Int32Array(strings.length + 1);
    for (const run of runs) {
      for (let i = 0; i < run.count; i++) {
        const kind = run.kinds[i];
        const isTask =
          kind === Kind.Ran
            ? this.lanes[run.a[i]] === 0 && !isCallback(run.text(run.a[i]))
            : kind === Kind.Awaited ||
              kind === Kind.Woken ||
              kind === Kind.Cancelled ||
              kind === Kind.Ended;
        if (isTask) {
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

function isCallback(what: string): boolean {
  return what === "timer" || what === "callback" || what.startsWith("done callback of ");
}
