/** What the page is about: the JSON of `explore` with its survey, or that of `bench`. */

export interface Rates {
  rate?: number;
  low?: number;
  high?: number;
  green_runs?: number | null;
  /** The same for the low end of the interval. */
  green_runs_sure?: number | null;
}

export interface Violation {
  kind: string;
  headline: string;
  message: string;
  failed: number;
  first: number;
}

export interface Strategy extends Rates {
  strategy: string;
  runs: number;
  choice_points: number;
  failed: number;
  first_failure: number | null;
  distinct: number;
  first_seen: number;
}

export interface CurvePoint {
  runs: number;
  distinct: number;
  failed: number;
}

export interface Await {
  where: string;
  reached: number;
  cancelled: number;
  in_clean_up: number;
  when_ready: number;
  timed_out: number;
}

export interface SuffixPoint {
  choices: number;
  step: number;
  place: string;
  words: string;
  departs: boolean;
  failed: number;
  samples: number;
  low: number;
  high: number;
}

export interface Suffixes {
  samples: number;
  strategy: string;
  truncated: boolean;
  points: SuffixPoint[];
  culprit: number | null;
}

export interface Findability extends Required<Rates> {
  runs: number;
  failed: number;
}

export interface Exploration {
  kind: "explore";
  scenario: string;
  runs: number;
  limit: number | null;
  ending: "found" | "limit" | "exhausted" | "stopped";
  violation: { kind: string; message: string; step: number; at: number } | null;
  /** What the violation is called everywhere. */
  headline: string | null;
  schedule: string | null;
  trace: string | null;
  page: string | null;
  repeat: string | null;
  replay: string | null;
  confirm: string | null;
  choice_points: number;
  steps: number;
  /** As it was written: JavaScript would round it. */
  base_seed: string;
  strategy: string;
  orders: string;
  python: string;
  step_limit: number;
  surveyed_runs: number;
  surveyed_ending: "found" | "limit" | "exhausted" | "stopped";
  violations: Violation[];
  strategies: Strategy[];
  saturation: { exact: boolean; points: CurvePoint[] };
  distinct_orders: number;
  seen_once: number;
  seen_twice: number;
  unseen_mass: number;
  unseen_orders: number;
  coverage: { runs: number; awaits: Await[] };
  suffixes: Suffixes | null;
  findability: Findability | null;
  excluded_rate: number | null;
  difference: string | null;
}

export interface Measurement extends Rates {
  found: number;
  mean: number;
  median: number;
  p90: number;
  runs: number[];
}

export interface BenchProgram {
  name: string;
  id: string | null;
  naive: number | null;
  shrunk_departures: number | null;
  false_alarms: number;
  strategies: Record<string, Measurement>;
}

export interface Bench {
  kind: "bench";
  seeds: number;
  runs: number;
  repaired_runs: number;
  programs: BenchProgram[];
}

/** Reads what the page holds. */
export function parse(text: string): Exploration | Bench {
  const data = JSON.parse(text) as Exploration | Bench;
  if (data.kind !== "explore" && data.kind !== "bench") {
    throw new Error("expected the data of explore or of bench");
  }
  if (data.kind === "explore") {
    // Within a text the quotes would be escaped, so this is the member itself.
    data.base_seed = /(?<!\\)"base_seed"\s*:\s*(-?[0-9]+)/.exec(text)?.[1] ?? "";
  }
  return data;
}
