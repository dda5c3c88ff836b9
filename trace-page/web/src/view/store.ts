import type { Mode } from "./axis";

/** What the reader of the page has chosen to see. */
export interface View {
  /** The slot under the cursor. */
  cursor: number;
  mode: Mode;
  /** What is in sight, as parts of the whole length: 0 to 1. */
  from: number;
  to: number;
  query: string;
  topics: number;
  hidden: ReadonlySet<number>;
  compare: boolean;
  /** The cancellation whose way is highlighted: its position among all, -1 for none. */
  chain: number;
}

type Listener = (view: View, before: View) => void;

/** Holds the view; whoever draws hears of changes, at most once a frame. */
export class Store {
  private readonly listeners: Listener[] = [];
  private drawn: View;
  private asked = false;

  constructor(public view: View) {
    this.drawn = view;
  }

  update(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    if (!this.asked) {
      this.asked = true;
      requestAnimationFrame(() => this.flush());
    }
  }

  /** Draws now what is to be drawn. */
  flush(): void {
    this.asked = false;
    const before = this.drawn;
    this.drawn = this.view;
    for (const listener of this.listeners) {
      listener(this.view, before);
    }
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
}
