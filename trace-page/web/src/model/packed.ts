/** What the Java side (PackedRun, PageData) puts into the page. */

export interface PackedRun {
  steps: number;
  at: number;
  /** How many events and how many choices at its beginning were left out. */
  skipped: [number, number];
  choices: {
    steps: number[];
    kinds: number[];
    labels: number[];
    bounds: number[];
    picked: number[];
    picks: number[];
  };
  events: {
    kinds: string;
    steps: number[];
    times: number[];
    a: number[];
    b: number[];
    c: number[];
  };
}

export interface Waiting {
  task: string;
  on: string;
  where: string | null;
}

export interface Violation {
  step: number;
  at: number;
  kind: string;
  headline: string;
  waiting: Waiting[];
}

export type Verdict = "passes" | "fails" | "fails-otherwise";

export interface Departure {
  /** Its position among all choices of the run. */
  choice: number;
  place: string;
  words: string;
  trials: [string, Verdict][];
}

export interface Head {
  subject: { name: string; file: string | null };
  origin: { seed: string; strategy: string; orders: string; python: string };
  violations: Violation[];
  departures: Departure[];
  /** Before and after, as steps and departures. */
  shrinkage?: { before: [number, number]; after: [number, number]; replays: number };
  summary?: string;
  /** What was changed in the run that passes. */
  nearest?: string;
}

export interface Payload {
  head: Head;
  /** The run, and behind it the nearest one that passes, if one is known. */
  runs: PackedRun[];
  strings: string[];
}

/** Reads what stands in the page; throws an Error whose message is for people. */
export function parsePayload(text: string): Payload {
  let payload: Payload;
  try {
    payload = JSON.parse(text) as Payload;
  } catch {
    throw new Error("the trace in this page is not whole");
  }
  if (!payload?.head || !Array.isArray(payload.runs) || !payload.runs[0]?.events) {
    throw new Error("there is no trace in this page");
  }
  return payload;
}
