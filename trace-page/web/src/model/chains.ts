import { LOOP, type Tasks } from "./tasks";
import { Kind, type Run } from "./run";
import type { Rows } from "./rows";
import { type Scene, taskOfLink } from "./scene";
import { wayWords } from "./words";

/** One cancellation: the way it came, and how it is drawn. */
export interface Chain {
  event: number;
  row: number;
  /** The lane of the task that is cancelled. */
  task: number;
  words: string[];
  message: string | null;
}

/** A piece of the way: from one lane to another, each at its row. */
export interface Link {
  fromRow: number;
  fromLane: number;
  toRow: number;
  toLane: number;
  /** The scopes that it goes through: a timeout, a task group, .. */
  scopes: string[];
}

/** All cancellations of a run, in order. */
export function chainsOf(run: Run, rows: Rows, tasks: Tasks): Chain[] {
  const chains: Chain[] = [];
  for (let i = 0; i < run.count; i++) {
    if (run.kinds[i] === Kind.Cancelled) {
      chains.push({
        event: i,
        row: rows.rowOf(i),
        task: tasks.laneOf(run.a[i]),
        words: wayWords(run, i),
        message: run.way(i).message,
      });
    }
  }
  return chains;
}

/**
 * The pieces of the way of a cancellation, from its cause down to its task. A task that handed it
 * down stands where it was itself cancelled last.
 */
export function linksOf(scene: Scene, run: Run, tasks: Tasks, chain: Chain): Link[] {
  const chainScopes = run.way(chain.event).chain;
  const by = tasks.laneOf(run.b[chain.event]);
  const outside = chainScopes[0] === "explorer" || chainScopes[0] === "SIGINT";
  const stops: Stop[] = [{ row: chain.row, lane: outside ? LOOP : by, scopes: [] }];
  let scopes: string[] = [];
  for (const scope of chainScopes) {
    const lane = taskOfLink(tasks, scope);
    if (lane === LOOP) {
      scopes.push(scope);
    } else {
      stops.push({ row: lastCancel(scene, lane, chain.row), lane, scopes });
      scopes = [];
    }
  }
  stops.push({ row: chain.row, lane: chain.task, scopes });
  stops[0].row = stops[1].row;
  const links: Link[] = [];
  for (let i = 1; i < stops.length; i++) {
    const [from, to] = [stops[i - 1], stops[i]];
    if (from.row !== to.row || from.lane !== to.lane) {
      links.push({
        fromRow: from.row,
        fromLane: from.lane,
        toRow: to.row,
        toLane: to.lane,
        scopes: to.scopes,
      });
    }
  }
  return links;
}

/** A lane that a cancellation comes through. */
interface Stop {
  row: number;
  lane: number;
  scopes: string[];
}

function lastCancel(scene: Scene, lane: number, untilRow: number): number {
  const cancels = scene.cancels;
  for (let i = cancels.firstOf(untilRow + 1) - 1; i >= 0; i--) {
    if (cancels.to[i] === lane) {
      return cancels.row[i];
    }
  }
  return untilRow;
}
