import { align, alone, inTime, type Slots } from "../model/align";
import { type Chain, chainsOf } from "../model/chains";
import type { Departure, Head, Payload } from "../model/packed";
import { type Rows, rowsOf } from "../model/rows";
import { Run } from "../model/run";
import { type Scene, sceneOf } from "../model/scene";
import { States } from "../model/state";
import { topicsOf } from "../model/search";
import { Tasks } from "../model/tasks";
import { rowWords } from "../model/words";
import type { View } from "./store";

/** A run and all that is derived from it. */
export interface RunModel {
  run: Run;
  rows: Rows;
  scene: Scene;
  states: States;
  chains: Chain[];
  topics: Uint16Array;
  head: Head;
}

/** All that the page shows. */
export class Model {
  readonly head: Head;
  readonly tasks: Tasks;
  readonly failing: RunModel;
  readonly passing: RunModel | null;
  private readonly single: Slots;
  private pairs: Slots | null = null;
  private pairsInTime: Slots | null = null;

  constructor(payload: Payload) {
    this.head = payload.head;
    const runs = payload.runs.map((packed) => new Run(packed, payload.strings));
    this.tasks = new Tasks(runs, this.head.violations);
    this.failing = this.derive(runs[0], this.head);
    this.passing = runs[1] ? this.derive(runs[1], passingHead(this.head, runs[1])) : null;
    this.single = alone(this.failing.rows);
  }

  private derive(run: Run, head: Head): RunModel {
    const rows = rowsOf(run, this.tasks, head.departures, head.violations);
    return {
      run,
      rows,
      scene: sceneOf(run, rows, this.tasks),
      states: new States(run, rows, this.tasks),
      chains: chainsOf(run, rows, this.tasks),
      topics: topicsOf(run, rows, this.tasks),
      head,
    };
  }

  /** The rows on the axis: of the run alone, or of both. */
  slots({ compare, mode }: Pick<View, "compare" | "mode">): Slots {
    if (!compare || !this.passing) {
      return this.single;
    }
    const [one, other] = [this.failing.rows, this.passing.rows];
    this.pairs ??= align(one, other);
    if (mode === "steps") {
      return this.pairs;
    }
    this.pairsInTime ??= inTime(this.pairs, one, other);
    return this.pairsInTime;
  }

  /** The virtual time of each slot. */
  times(slots: Slots): Float64Array {
    const times = new Float64Array(slots.count);
    let last = 0;
    for (let slot = 0; slot < slots.count; slot++) {
      const [left, right] = [slots.left[slot], slots.right[slot]];
      const time =
        left >= 0 ? this.failing.rows.time[left] : (this.passing?.rows.time[right] ?? last);
      last = slots.firstDifference >= 0 ? Math.max(last, time) : time;
      times[slot] = last;
    }
    return times;
  }

  words(of: RunModel, row: number): string {
    return row < 0 ? "" : rowWords(of.run, of.rows, this.tasks, of.head, row);
  }

  /** The row where the failure shows first: the last one if none does. */
  get failureRow(): number {
    const rows = [...this.failing.rows.violations.keys()];
    return rows.length > 0 ? Math.min(...rows) : Math.max(0, this.failing.rows.count - 1);
  }
}

/** The departures of a run that passes: nobody explained them, and nothing is wrong. */
function passingHead(head: Head, run: Run): Head {
  const departures: Departure[] = [];
  run.choices.forEach((choice, index) => {
    if (choice.picked !== 0) {
      departures.push({
        choice: index + run.skippedChoices,
        place: "",
        words: `${choice.kind}: ${choice.pick} (asyncio: another)`,
        trials: [],
      });
    }
  });
  return { ...head, departures, violations: [] };
}
