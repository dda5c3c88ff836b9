import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, inTime } from "../../src/model/align";
import { chainsOf, linksOf } from "../../src/model/chains";
import { rowsOf, type Rows } from "../../src/model/rows";
import { Run } from "../../src/model/run";
import { Phase, sceneOf } from "../../src/model/scene";
import { find } from "../../src/model/search";
import { awaitedThings, pendingTimers, States } from "../../src/model/state";
import { Tasks } from "../../src/model/tasks";
import { rowWords } from "../../src/model/words";
import { FIXED, scripts } from "./random";
import { Script } from "./script";

function made(script: Script) {
  const { head } = script.payload();
  const run = new Run(script.packed(), script.strings);
  const tasks = new Tasks([run], head.violations);
  const rows = rowsOf(run, tasks, head.departures, head.violations);
  return { head, run, tasks, rows, scene: sceneOf(run, rows, tasks) };
}

/** What the events of a row are, as numbers; both runs share their texts. */
function said({ run, rows }: ReturnType<typeof made>, row: number): number[] {
  const all: number[] = [];
  for (let i = rows.first[row]; i < rows.end(row); i++) {
    all.push(run.kinds[i], run.a[i], run.b[i], run.c[i]);
  }
  return all;
}

function labels(rows: Rows): string[] {
  return rows.step.map((_, row) => rows.label(row));
}

describe("rows", () => {
  it("have every event once and in order, whatever the run", () => {
    fc.assert(
      fc.property(scripts(), (script) => {
        const { rows, run } = made(script);
        let next = rows.count > 0 ? rows.first[0] : run.count;
        for (let row = 0; row < rows.count; row++) {
          expect(rows.first[row]).toBe(next);
          expect(rows.end(row)).toBeGreaterThanOrEqual(rows.first[row]);
          next = rows.end(row);
        }
        expect(next).toBe(run.count);
        expect(rows.count === 0 || rows.first[0] === 0).toBe(true);
      }),
      FIXED,
    );
  });

  it("show every departure and every violation once", () => {
    fc.assert(
      fc.property(scripts(), (script) => {
        const { rows, head } = made(script);
        const departures = [...rows.departures.values()].flat().sort((a, b) => a - b);
        expect(departures).toEqual(head.departures.map((_, i) => i));
        const violations = [...rows.violations.values()].flat().sort((a, b) => a - b);
        expect(violations).toEqual(head.violations.map((_, i) => i));
      }),
      FIXED,
    );
  });

  it("never go back in steps", () => {
    fc.assert(
      fc.property(scripts(), (script) => {
        const { step } = made(script).rows;
        step.slice(1).forEach((later, i) => expect(later).toBeGreaterThanOrEqual(step[i]));
      }),
      FIXED,
    );
  });

  it("give the explorer's cancel a row of its own, which is that of the departure", () => {
    const script = new Script()
      .creates("main").ran("main").awaits("main", "future").chose("cancel", 1)
      .cancels("main", null, "explorer").wakes("main").ran("main").ends("main", "cancelled");
    const { rows } = made(script);
    expect(labels(rows)).toEqual(["1", "1+", "2"]);
    expect([...rows.departures]).toEqual([[1, [0]]]);
  });

  it("place a choice that a step makes in that step, and others behind theirs", () => {
    const script = new Script().ran("a").chose("choose", 1).ran("b").chose("timer-tie", 2).ran("a");
    const { rows } = made(script);
    expect(labels(rows)).toEqual(["1", "2", "2+", "3"]);
    expect([...rows.departures]).toEqual([[0, [0]], [2, [1]]]);
  });

  it("place a deadlock before what the host hears of it", () => {
    const script = new Script().ran("a").awaits("a", "f").violates("deadlock", "all wait")
      .says(null, "run", { outcome: "raised", error: "Deadlock" });
    const { rows, run, tasks, head } = made(script);
    expect(labels(rows)).toEqual(["1", "1+", "1+"]);
    expect([...rows.violations]).toEqual([[1, [0]]]);
    expect(rowWords(run, rows, tasks, head, 2)).toBe("run raises Deadlock");
  });
});

describe("tasks", () => {
  it("have lanes in the order of their creation, and callbacks have none", () => {
    const script = new Script().creates("b").creates("a").ran("timer").ran("a").ran("b")
      .ran("done callback of task a");
    expect(made(script).tasks.names).toEqual(["loop", "b", "a"]);
  });

  it("that only a violation names have lanes too", () => {
    const script = new Script().ran("a").violates("deadlock", "x");
    const { head } = script.payload();
    head.violations[0].waiting.push({ task: "ghost", on: "f", where: null });
    const run = new Run(script.packed(), script.strings);
    const tasks = new Tasks([run], head.violations);
    expect(tasks.laneNamed("ghost")).toBe(2);
  });
});

describe("states", () => {
  it("are the same whether they are reached step by step or at once", () => {
    // Long enough that copies are kept on the way.
    const long = new Script();
    for (let i = 0; i < 4000; i++) {
      long.ran(`t${i % 5}`).awaits(`t${i % 5}`, "f").wakes(`t${(i + 1) % 5}`, `t${i % 5}`);
    }
    const { run, rows, tasks } = made(long);
    const walking = new States(run, rows, tasks);
    for (let row = 0; row < rows.count; row += 97) {
      expect(walking.after(row)).toEqual(new States(run, rows, tasks).after(row));
    }
    expect(walking.after(3)).toEqual(new States(run, rows, tasks).after(3));
  });

  it("say who waits for what, and who holds it", () => {
    const script = new Script()
      .ran("a").awaits("a", 'Lock "x" held by b').ran("c").awaits("c", 'Lock "x" held by b')
      .ran("b").awaits("b", "sleep until 5 ns");
    const { run, rows, tasks } = made(script);
    const things = awaitedThings(new States(run, rows, tasks).after(2), run);
    expect(things).toHaveLength(1);
    expect(things[0].what).toBe('Lock "x"');
    expect(things[0].holder).toBe("b");
    expect(things[0].waiters.map((task) => tasks.names[task.lane])).toEqual(["a", "c"]);
  });

  it("have the timers that are pending, and none that fired or whose time is past", () => {
    const script = new Script()
      .ran("a").sets("timer", "a", 5).sets("timer", "a", 9).sets("timer", "a", 9).advance(5)
      .ran("timer").advance(4).ran("timer").advance(1).ran("a");
    const { run, rows, tasks } = made(script);
    const states = new States(run, rows, tasks);
    const pending = (row: number) =>
      pendingTimers(states.after(row), rows.time[row]).map((timer) => [timer.due, timer.count]);
    expect(pending(0)).toEqual([[5, 1], [9, 2]]);
    expect(pending(1)).toEqual([[9, 2]]);
    expect(pending(2)).toEqual([[9, 1]]);
    expect(pending(3)).toEqual([]);
  });

  it("know the phase of each task", () => {
    const script = new Script().creates("a").creates("b").ran("a").awaits("a", "f").ran("b")
      .ends("b", "raised");
    const { run, rows, tasks } = made(script);
    const after = (row: number) =>
      new States(run, rows, tasks).after(row).tasks.slice(1).map((task) => task.phase);
    expect(after(0)).toEqual([Phase.Waiting, Phase.Ready]);
    expect(after(1)).toEqual([Phase.Waiting, Phase.Raised]);
  });
});

describe("chains", () => {
  it("lead from the cause over the tasks between to the task that is cancelled", () => {
    const script = new Script().ran("parent").awaits("parent", "task child").ran("child")
      .awaits("child", "f").chose("cancel", 1).cancels("parent", null, "explorer")
      .cancels("child", null, "explorer", "task parent", "gather").wakes("child");
    const { run, rows, tasks, scene } = made(script);
    const chains = chainsOf(run, rows, tasks);
    expect(chains.map((chain) => chain.words)).toEqual([
      ["explorer"],
      ["explorer", "task parent", "gather"],
    ]);
    const links = linksOf(scene, run, tasks, chains[1]);
    expect(links).toEqual([
      { fromRow: 2, fromLane: 0, toRow: 2, toLane: 1, scopes: ["explorer"] },
      { fromRow: 2, fromLane: 1, toRow: 2, toLane: 2, scopes: ["gather"] },
    ]);
  });

  it("are found whatever the run, also with scopes that name nobody", () => {
    fc.assert(
      fc.property(scripts(), (script) => {
        const { run, rows, tasks, scene } = made(script);
        for (const chain of chainsOf(run, rows, tasks)) {
          for (const link of linksOf(scene, run, tasks, chain)) {
            expect(link.toRow).toBeLessThanOrEqual(chain.row);
            expect(link.fromRow).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      FIXED,
    );
  });
});

describe("two runs side by side", () => {
  it("have every row once and in order, and equal rows where they are said to be equal", () => {
    const strings: string[] = [];
    fc.assert(
      fc.property(scripts(strings), scripts(strings), (one, other) => {
        const [a, b] = [made(one), made(other)];
        const slots = align(a.rows, b.rows);
        const rowsIn = (side: Int32Array) => [...side].filter((row) => row >= 0);
        expect(rowsIn(slots.left)).toEqual(a.rows.step.map((_, row) => row));
        expect(rowsIn(slots.right)).toEqual(b.rows.step.map((_, row) => row));
        slots.same.forEach((same, slot) => {
          if (same === 1) {
            expect(said(a, slots.left[slot])).toEqual(said(b, slots.right[slot]));
          }
        });
        const first = [...slots.same].indexOf(0);
        expect(slots.firstDifference).toBe(first);
      }),
      FIXED,
    );
  });

  it("stand beside each other between two places where they are equal", () => {
    const strings: string[] = [];
    const one = new Script(strings).ran("a").ran("b").ran("c").ran("d");
    const other = new Script(strings).ran("a").ran("x").ran("d");
    const slots = align(made(one).rows, made(other).rows);
    expect([...slots.left]).toEqual([0, 1, 2, 3]);
    expect([...slots.right]).toEqual([0, 1, -1, 2]);
    expect([...slots.same]).toEqual([1, 0, 0, 1]);
    expect(slots.firstDifference).toBe(1);
  });
});

describe("two runs over virtual time", () => {
  it("have every row once and in order, and side by side only what happens at one time", () => {
    const strings: string[] = [];
    fc.assert(
      fc.property(scripts(strings), scripts(strings), (one, other) => {
        const [a, b] = [made(one), made(other)];
        const slots = inTime(align(a.rows, b.rows), a.rows, b.rows);
        const rowsIn = (side: Int32Array) => [...side].filter((row) => row >= 0);
        expect(rowsIn(slots.left)).toEqual(a.rows.step.map((_, row) => row));
        expect(rowsIn(slots.right)).toEqual(b.rows.step.map((_, row) => row));
        slots.left.forEach((row, slot) => {
          const match = slots.right[slot];
          if (row >= 0 && match >= 0) {
            expect(a.rows.time[row]).toBe(b.rows.time[match]);
            expect(said(a, row)).toEqual(said(b, match));
          }
        });
      }),
      FIXED,
    );
  });

  it("lie in the order of their times, where the times of each run do", () => {
    const ascending = (times: ArrayLike<number>) =>
      Array.from(times).every((time, i) => i === 0 || time >= times[i - 1]);
    const strings: string[] = [];
    fc.assert(
      fc.property(scripts(strings), scripts(strings), (one, other) => {
        const [a, b] = [made(one), made(other)];
        fc.pre(ascending(a.rows.time) && ascending(b.rows.time));
        const slots = inTime(align(a.rows, b.rows), a.rows, b.rows);
        const times = Array.from(slots.left, (row, slot) =>
          row >= 0 ? a.rows.time[row] : b.rows.time[slots.right[slot]],
        );
        expect(ascending(times)).toBe(true);
      }),
      FIXED,
    );
  });
});

describe("search", () => {
  it("finds what any event of a row says, in any case", () => {
    const script = new Script().ran("a").says("a", "log", { text: "Hello" }).ran("b")
      .awaits("b", "f", "Lease.java:57");
    const all = made(script);
    const found = (query: string) => [
      ...find(all, query, (row) => rowWords(all.run, all.rows, all.tasks, all.head, row)),
    ];
    expect(found("hello")).toEqual([1, 0]);
    expect(found("lease.java")).toEqual([0, 1]);
    expect(found(" ")).toEqual([1, 1]);
    expect(found("nothing")).toEqual([0, 0]);
  });

  it("finds the words that the table makes of the events", () => {
    const all = made(new Script().ran("a").awaits("a", "f", "x").ran("b"));
    const words = (row: number) => rowWords(all.run, all.rows, all.tasks, all.head, row);
    expect([...find(all, "awaits f", words)]).toEqual([1, 0]);
  });
});
