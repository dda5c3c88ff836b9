import type { PackedRun } from "./packed";

/** The kinds of events, by the letters that they have in the page. */
export const Kind = {
  Scheduled: 0,
  Ran: 1,
  Awaited: 2,
  Woken: 3,
  Cancelled: 4,
  Advanced: 5,
  Ended: 6,
  Logged: 7,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

const LETTERS = "srawctel";

export interface Choice {
  step: number;
  kind: string;
  label: string;
  bound: number;
  picked: number;
  pick: string;
}

/**
 * A run as columns, one entry for each event. What the columns a, b and c mean is decided by the
 * kind; they are numbers of texts, 0 for none:
 *
 * scheduled: what, by, due; ran: what; awaited: task, on, where; woken: task, by; cancelled: task,
 * by, way; advanced: -, -, from; ended: task, outcome; logged: in, event, fields.
 */
export class Run {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly steps: Float64Array;
  readonly times: Float64Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly choices: Choice[];
  readonly totalSteps: number;
  readonly endTime: number;
  readonly skippedEvents: number;
  readonly skippedChoices: number;

  constructor(
    packed: PackedRun,
    readonly strings: string[],
  ) {
    const events = packed.events;
    this.count = Math.min(
      events.kinds.length,
      events.steps.length,
      events.times.length,
      events.a.length,
      events.b.length,
      events.c.length,
    );
    this.kinds = new Uint8Array(this.count);
    for (let i = 0; i < this.count; i++) {
      this.kinds[i] = Math.max(0, LETTERS.indexOf(events.kinds.charAt(i)));
    }
    this.steps = sums(events.steps, this.count);
    this.times = sums(events.times, this.count);
    this.a = Int32Array.from(events.a);
    this.b = Int32Array.from(events.b);
    this.c = Int32Array.from(events.c);
    this.totalSteps = packed.steps;
    this.endTime = packed.at;
    [this.skippedEvents, this.skippedChoices] = packed.skipped;
    const steps = sums(packed.choices.steps, packed.choices.steps.length);
    this.choices = packed.choices.kinds.map((kind, i) => ({
      step: steps[i],
      kind: this.text(kind),
      label: this.text(packed.choices.labels[i]),
      bound: packed.choices.bounds[i],
      picked: packed.choices.picked[i],
      pick: this.text(packed.choices.picks[i]),
    }));
  }

  /** The text of a number; none is empty. */
  text(number: number): string {
    return this.strings[number - 1] ?? "";
  }

  /** The number of a text, 0 if no event has it. */
  numberOf(text: string): number {
    return this.strings.indexOf(text) + 1;
  }

  /** How a cancellation came about: the scopes, outermost first, and its message. */
  way(event: number): { chain: string[]; message: string | null } {
    try {
      const [chain, message] = JSON.parse(this.text(this.c[event])) as [string[], string?];
      return { chain, message: message ?? null };
    } catch {
      return { chain: [], message: null };
    }
  }

  /** What a logged event says; empty if it was too long for the page. */
  fields(event: number): Record<string, unknown> {
    try {
      return JSON.parse(this.text(this.c[event])) as Record<string, unknown>;
    } catch {
      return {};
    }
  }
}

function sums(differences: number[], count: number): Float64Array {
  const all = new Float64Array(count);
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += differences[i];
    all[i] = last;
  }
  return all;
}

/** The choices that a step makes while it runs; the others are made between two steps. */
const MADE_BY_A_STEP = new Set([
  "choose",
  "group-order",
  "wait-order",
  "as-completed-order",
  "asyncgen-order",
]);

export function isMadeByAStep(choice: Choice): boolean {
  return MADE_BY_A_STEP.has(choice.kind);
}
