import type { Departure, Head, PackedRun, Payload, Violation } from "../../src/model/packed";

/** Writes down a run by hand, as the Java side would pack it. */
export class Script {
  readonly strings: string[] = [];
  private readonly run: PackedRun;
  private readonly departures: Departure[] = [];
  private readonly violations: Violation[] = [];
  private step = 0;
  private at = 0;
  private lastStep = 0;
  private lastAt = 0;
  private lastChoice = 0;

  constructor(strings: string[] = []) {
    this.strings = strings;
    this.run = {
      steps: 0,
      at: 0,
      skipped: [0, 0],
      choices: { steps: [], kinds: [], labels: [], bounds: [], picked: [], picks: [] },
      events: { kinds: "", steps: [], times: [], a: [], b: [], c: [] },
    };
  }

  private text(text: string | null): number {
    if (text === null) {
      return 0;
    }
    const known = this.strings.indexOf(text);
    return known >= 0 ? known + 1 : this.strings.push(text);
  }

  event(kind: string, a: string | null, b: string | null = null, c: string | null = null): this {
    const { events } = this.run;
    events.kinds += kind;
    events.steps.push(this.step - this.lastStep);
    events.times.push(this.at - this.lastAt);
    [this.lastStep, this.lastAt] = [this.step, this.at];
    events.a.push(this.text(a));
    events.b.push(this.text(b));
    events.c.push(this.text(c));
    return this;
  }

  ran(what: string): this {
    this.step++;
    return this.event("r", what);
  }

  advance(nanos: number): this {
    const from = this.at;
    this.at += nanos;
    return this.event("t", null, null, String(from));
  }

  awaits(task: string, on: string, where: string | null = null): this {
    return this.event("a", task, on, where);
  }

  wakes(task: string, by: string | null = null): this {
    return this.event("w", task, by);
  }

  cancels(task: string, by: string | null, ...chain: string[]): this {
    return this.event("c", task, by, JSON.stringify([chain]));
  }

  ends(task: string, outcome: string): this {
    return this.event("e", task, outcome);
  }

  says(within: string | null, event: string, fields: Record<string, unknown> = {}): this {
    return this.event("l", within, event, JSON.stringify(fields));
  }

  creates(task: string, by: string | null = null): this {
    return this.event("s", task, by);
  }

  sets(what: string, by: string, due: number): this {
    return this.event("s", what, by, String(due));
  }

  chose(kind: string, picked: number, words = kind): this {
    const { choices } = this.run;
    choices.steps.push(this.step - this.lastChoice);
    this.lastChoice = this.step;
    choices.kinds.push(this.text(kind));
    choices.labels.push(this.text("label"));
    choices.bounds.push(3);
    choices.picked.push(picked);
    choices.picks.push(this.text(words));
    if (picked > 0) {
      const choice = choices.kinds.length - 1;
      this.departures.push({ choice, place: `at ${this.step}`, words, trials: [] });
    }
    return this;
  }

  violates(kind: string, headline: string): this {
    this.violations.push({ step: this.step, at: this.at, kind, headline, waiting: [] });
    return this;
  }

  packed(): PackedRun {
    return { ...this.run, steps: this.step, at: this.at };
  }

  head(): Head {
    return {
      subject: { name: "script", file: null },
      origin: { seed: "1", strategy: "fifo", orders: "legal", python: "3.14" },
      violations: this.violations,
      departures: this.departures,
    };
  }

  payload(passing?: Script): Payload {
    const runs = passing ? [this.packed(), passing.packed()] : [this.packed()];
    const head = passing ? { ...this.head(), nearest: "no cancel" } : this.head();
    return { head, runs, strings: this.strings };
  }
}
