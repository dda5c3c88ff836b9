import type { Head } from "./packed";
import type { Rows } from "./rows";
import { Kind, type Run } from "./run";
import { LOOP, type Tasks } from "./tasks";

/** What a row can be about, for the filter. */
export const TOPICS = [
  "await",
  "wake",
  "cancel",
  "end",
  "create",
  "timer",
  "say",
  "choice",
  "violation",
] as const;
export type Topic = (typeof TOPICS)[number];

export function bitOf(topic: Topic): number {
  return 1 << TOPICS.indexOf(topic);
}

export const ALL_TOPICS = (1 << TOPICS.length) - 1;

/** By row: the topics it is about, as bits. */
export function topicsOf(run: Run, rows: Rows, tasks: Tasks): Uint16Array {
  const topics = new Uint16Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    for (let i = rows.first[row]; i < rows.end(row); i++) {
      topics[row] |= topicOf(run, tasks, i);
    }
  }
  for (const row of rows.departures.keys()) {
    topics[row] |= bitOf("choice");
  }
  for (const row of rows.violations.keys()) {
    topics[row] |= bitOf("violation");
  }
  return topics;
}

function topicOf(run: Run, tasks: Tasks, i: number): number {
  switch (run.kinds[i]) {
    case Kind.Awaited:
      return bitOf("await");
    case Kind.Woken:
      return bitOf("wake");
    case Kind.Cancelled:
      return bitOf("cancel");
    case Kind.Ended:
      return bitOf("end");
    case Kind.Logged:
      return bitOf("say");
    case Kind.Advanced:
      return bitOf("timer");
    case Kind.Scheduled:
      return run.c[i] !== 0
        ? bitOf("timer")
        : tasks.laneOf(run.a[i]) === LOOP
          ? 0
          : bitOf("create");
    default:
      return run.text(run.a[i]) === "timer" ? bitOf("timer") : 0;
  }
}

/** In longer runs only what the trace says is searched, not the words that are made of it. */
const MOST_ROWS_IN_WORDS = 100_000;

/** What is searched. */
export interface Searched {
  run: Run;
  rows: Rows;
  head: Head;
}

/**
 * By row: 1 if something in it has the words. An empty query is found everywhere.
 *
 * @param words what the table says of a row
 */
export function find(
  { run, rows, head }: Searched,
  query: string,
  words: (row: number) => string,
): Uint8Array {
  const found = new Uint8Array(rows.count);
  const wanted = query.trim().toLowerCase();
  if (wanted === "") {
    return found.fill(1);
  }
  // Each text is looked at once, however often the run says it.
  const hit = new Uint8Array(run.strings.length + 1);
  run.strings.forEach((text, i) => {
    hit[i + 1] = text.toLowerCase().includes(wanted) ? 1 : 0;
  });
  for (let row = 0; row < rows.count; row++) {
    let any = rows.label(row) === wanted;
    for (let i = rows.first[row]; i < rows.end(row) && !any; i++) {
      any = (hit[run.a[i]] | hit[run.b[i]] | hit[run.c[i]]) === 1;
    }
    if (!any && rows.count <= MOST_ROWS_IN_WORDS) {
      any = words(row).toLowerCase().includes(wanted);
    }
    found[row] = any ? 1 : 0;
  }
  const mark = (row: number, text: string | undefined) => {
    if (text?.toLowerCase().includes(wanted)) {
      found[row] = 1;
    }
  };
  rows.departures.forEach((all, row) =>
    all.forEach((index) => mark(row, head.departures[index]?.words)),
  );
  rows.violations.forEach((all, row) =>
    all.forEach((index) => mark(row, head.violations[index]?.headline)),
  );
  return found;
}
