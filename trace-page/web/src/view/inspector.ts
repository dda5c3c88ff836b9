import { Kind } from "../model/run";
import { Phase } from "../model/scene";
import { awaitedThings, pendingTimers, type State, type TaskState } from "../model/state";
import { LOOP } from "../model/tasks";
import { count, inWords, nameOf, seconds, short } from "../model/text";
import { eventWords, waits } from "../model/words";
import { byId, el } from "./dom";
import type { Model, RunModel } from "./model";

const MOST_EVENTS = 40;
const MOST_TASKS = 60;
const MOST_ITEMS = 12;

const PHASES: Record<Phase, string> = {
  [Phase.None]: "not yet created",
  [Phase.Ready]: "ready",
  [Phase.Waiting]: "waits",
  [Phase.Returned]: "returned",
  [Phase.Raised]: "raised",
  [Phase.Cancelled]: "cancelled",
};

const KINDS: Record<Kind, string> = {
  [Kind.Scheduled]: "scheduled",
  [Kind.Ran]: "ran",
  [Kind.Awaited]: "awaited",
  [Kind.Woken]: "woken",
  [Kind.Cancelled]: "cancelled",
  [Kind.Advanced]: "advanced",
  [Kind.Ended]: "ended",
  [Kind.Logged]: "logged",
};

/** Shows what happens in a row, and the state of everything behind it. */
export function inspect(model: Model, of: RunModel, row: number): void {
  byId("moment-title").textContent = title(model, of, row);
  if (row < 0 || of.rows.count === 0) {
    byId("moment").replaceChildren(el("p", {}, "This run has no such step."));
    return;
  }
  const state = of.states.after(row);
  byId("moment").replaceChildren(
    el("h3", {}, "Events"),
    events(model, of, row),
    el("h3", {}, "Tasks"),
    tasks(model, of, state),
    ...awaited(of, model, state),
    ...timers(of, state, of.rows.time[row]),
    ...ready(of, state),
  );
}

function title(model: Model, of: RunModel, row: number): string {
  if (row < 0) {
    return "At the cursor";
  }
  const actor = of.rows.actor[row];
  const who = actor < 0 ? "between two steps" : nameOf(model.tasks.names[actor]);
  const which = of === model.passing ? ", in the run that passes" : "";
  return `Step ${of.rows.label(row)}, ${seconds(of.rows.time[row])}, ${who}${which}`;
}

function events(model: Model, of: RunModel, row: number): HTMLElement {
  const { rows, run } = of;
  const items: HTMLElement[] = [];
  const end = Math.min(rows.end(row), rows.first[row] + MOST_EVENTS);
  for (let i = rows.first[row]; i < end; i++) {
    const where = run.kinds[i] === Kind.Awaited ? run.text(run.c[i]) : "";
    items.push(
      el(
        "li",
        { class: `event ${KINDS[run.kinds[i] as Kind]}` },
        el("span", { class: "kind" }, KINDS[run.kinds[i] as Kind]),
        " " + eventWords(run, model.tasks, i, rows.actor[row]),
        where === "" ? null : el("code", { class: "where" }, short(where, 160)),
      ),
    );
  }
  for (const index of rows.departures.get(row) ?? []) {
    items.push(marked("departs", "\u25c6 " + of.head.departures[index].words));
  }
  for (const index of rows.violations.get(row) ?? []) {
    items.push(marked("violates", "\u2716 " + (of.head.violations[index]?.headline ?? "")));
  }
  const more = rows.end(row) - end;
  if (more > 0) {
    items.push(el("li", {}, `and ${count(more, "more event")}`));
  }
  return el("ul", { class: "events" }, ...items);
}

function marked(kind: string, text: string): HTMLElement {
  return el("li", { class: `event ${kind}` }, text);
}

function tasks(model: Model, of: RunModel, state: State): HTMLElement {
  const all = state.tasks.filter((task) => task.lane !== LOOP && task.phase !== Phase.None);
  const alive = all.filter((task) => task.phase <= Phase.Waiting || task.running);
  const over = all.filter((task) => !alive.includes(task));
  const shown = [...alive, ...over].slice(0, MOST_TASKS);
  const table = el(
    "table",
    { class: "tasks" },
    el(
      "thead",
      {},
      el("tr", {}, ...["Task", "State", "Since"].map((name) => el("th", { scope: "col" }, name))),
    ),
    el("tbody", {}, ...shown.map((task) => taskRow(model, of, task))),
  );
  const more = all.length - shown.length;
  return more > 0 ? el("div", {}, table, el("p", {}, `and ${count(more, "more task")}`)) : table;
}

function taskRow(model: Model, of: RunModel, task: TaskState): HTMLElement {
  const { run, rows } = of;
  const words = task.phase === Phase.Waiting ? waits(run.text(task.on)) : PHASES[task.phase];
  const where = task.where === 0 ? "" : run.text(task.where);
  return el(
    "tr",
    { class: `phase-${task.phase}${task.running ? " acts" : ""}` },
    el("th", { scope: "row" }, nameOf(model.tasks.names[task.lane])),
    el(
      "td",
      {},
      task.running ? el("span", { class: "kind" }, "ran ") : null,
      words,
      where === "" ? null : el("code", { class: "where" }, short(where, 160)),
    ),
    el("td", {}, rows.label(task.since)),
  );
}

function awaited(of: RunModel, model: Model, state: State): Node[] {
  const things = awaitedThings(state, of.run);
  if (things.length === 0) {
    return [];
  }
  const items = things.slice(0, MOST_ITEMS).map((thing) =>
    el(
      "li",
      {},
      el("strong", {}, short(inWords(thing.what), 120)),
      thing.holder === null ? "" : ` held by ${nameOf(thing.holder)}`,
      `: ${thing.waiters
        .slice(0, MOST_ITEMS)
        .map((task) => nameOf(model.tasks.names[task.lane]))
        .join(", ")}`,
      thing.waiters.length > MOST_ITEMS ? ` and ${thing.waiters.length - MOST_ITEMS} more` : "",
    ),
  );
  return section("Locks, queues and what else is waited for", items, things.length);
}

function timers(of: RunModel, state: State, now: number): Node[] {
  const all = pendingTimers(state, now);
  const items = all.slice(0, MOST_ITEMS).map((timer) =>
    el(
      "li",
      {},
      el("strong", {}, seconds(timer.due)),
      ` ${nameOf(of.run.text(timer.what))}`,
      timer.by === 0 ? "" : ` of ${nameOf(of.run.text(timer.by))}`,
      timer.count > 1 ? ` (${timer.count} times)` : "",
    ),
  );
  return section("Timers", items, all.length);
}

function ready(of: RunModel, state: State): Node[] {
  const items = [...state.ready].slice(0, MOST_ITEMS).map(([what, many]) =>
    el("li", {}, nameOf(of.run.text(what)) + (many > 1 ? ` (${many} times)` : "")),
  );
  return section("Ready to run", items, state.ready.size);
}

function section(name: string, items: HTMLElement[], all: number): Node[] {
  if (items.length === 0) {
    return [];
  }
  const more = all - items.length;
  return [
    el("h3", {}, name),
    el("ul", { class: "things" }, ...items, more > 0 ? el("li", {}, `and ${more} more`) : null),
  ];
}
