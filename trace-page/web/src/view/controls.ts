import { ALL_TOPICS, bitOf, TOPICS, type Topic } from "../model/search";
import { nameOf, seconds } from "../model/text";
import { byId, el } from "./dom";
import { listen } from "./keys";
import type { Model } from "./model";
import type { Navigation } from "./navigation";
import type { Store, View } from "./store";

const MOST_LANE_CHECKS = 200;

const TOPIC_WORDS: Record<Topic, string> = {
  await: "awaits",
  wake: "wakes",
  cancel: "cancellations",
  end: "ends of tasks",
  create: "new tasks",
  timer: "timers and clock",
  say: "what was said",
  choice: "departures",
  violation: "violations",
};

/** Lets buttons, fields and keys do what they say. */
export function bindControls(
  model: Model,
  store: Store,
  go: Navigation,
  theme: () => void,
): void {
  const compare = () => go.setCompare(!store.view.compare);
  const mode = () => go.setMode(store.view.mode === "steps" ? "time" : "steps");
  const clicks: [string, () => void][] = [
    ["go-first", () => go.first()],
    ["go-back", () => go.step(-1)],
    ["go-on", () => go.step(1)],
    ["go-last", () => go.last()],
    ["go-departure", () => go.next("departure", false)],
    ["go-cancel", () => go.next("cancel", false)],
    ["go-violation", () => go.next("violation", false)],
    ["zoom-in", () => go.zoom(0.5)],
    ["zoom-out", () => go.zoom(2)],
    ["zoom-fit", () => go.fit()],
    ["theme", theme],
    ["mode-steps", () => go.setMode("steps")],
    ["mode-time", () => go.setMode("time")],
    ["compare", compare],
  ];
  for (const [id, act] of clicks) {
    byId(id).addEventListener("click", act);
  }
  byId("compare-group").hidden = model.passing === null;
  disableWithout(model);
  bindSearch(store, go);
  bindFilter(model, store);
  listen({
    step: (by) => go.step(by),
    first: () => go.first(),
    last: () => go.last(),
    next: (what, backwards) => go.next(what, backwards),
    hit: (backwards) => go.hit(backwards),
    mode,
    zoom: (factor) => go.zoom(factor),
    fit: () => go.fit(),
    compare,
    theme,
    difference: () => go.goDifference(),
  });
}

function disableWithout(model: Model): void {
  const { rows, chains } = model.failing;
  byId<HTMLButtonElement>("go-departure").disabled = rows.departures.size === 0;
  byId<HTMLButtonElement>("go-cancel").disabled = chains.length === 0;
  byId<HTMLButtonElement>("go-violation").disabled = rows.violations.size === 0;
}

function bindSearch(store: Store, go: Navigation): void {
  const query = byId<HTMLInputElement>("query");
  query.value = store.view.query;
  query.addEventListener("input", () => store.update({ query: query.value }));
  query.addEventListener("keydown", (event) => {
    // Keys then belong to the steps again, so that n goes to the next one that was found.
    if (event.key === "Enter") {
      go.hit(event.shiftKey);
      byId("rows").focus();
    } else if (event.key === "Escape") {
      query.value = "";
      store.update({ query: "" });
      byId("rows").focus();
    }
  });
}

function bindFilter(model: Model, store: Store): void {
  byId("topics").replaceChildren(
    ...TOPICS.map((topic) =>
      check(`topic-${topic}`, TOPIC_WORDS[topic], (store.view.topics & bitOf(topic)) !== 0, (on) => {
        const { topics } = store.view;
        store.update({ topics: on ? topics | bitOf(topic) : topics & ~bitOf(topic) });
      }),
    ),
  );
  byId("lane-checks").replaceChildren(
    ...model.tasks.names.slice(0, MOST_LANE_CHECKS).map((name, lane) =>
      check(`lane-${lane}`, nameOf(name), !store.view.hidden.has(lane), (on) => {
        const hidden = new Set(store.view.hidden);
        if (on) {
          hidden.delete(lane);
        } else {
          hidden.add(lane);
        }
        store.update({ hidden });
      }),
    ),
  );
  const filter = byId<HTMLDetailsElement>("filter");
  document.addEventListener("click", (event) => {
    if (!filter.contains(event.target as Node)) {
      filter.open = false;
    }
  });
  filter.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      filter.open = false;
      filter.querySelector("summary")?.focus();
    }
  });
}

function check(id: string, text: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  const box = el("input", { type: "checkbox", id });
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  return el("label", {}, box, " " + text);
}

/** Shows in the controls what the view is. */
export function showControls(
  model: Model,
  view: View,
  go: Navigation,
  hits: Uint8Array | null,
): void {
  const slots = model.slots(view);
  const left = slots.left[view.cursor] ?? -1;
  const { rows } = model.failing;
  byId("where").textContent =
    left < 0 ? "\u2013" : `step ${rows.label(left)}  ${seconds(rows.time[left])}`;
  byId<HTMLInputElement>("mode-steps").checked = view.mode === "steps";
  byId<HTMLInputElement>("mode-time").checked = view.mode === "time";
  byId<HTMLInputElement>("compare").checked = view.compare;
  byId("axis-label").textContent = view.mode === "steps" ? "steps" : "virtual time";
  const found = hits === null ? 0 : hits.reduce((sum, hit) => sum + hit, 0);
  byId("hits").textContent =
    hits === null ? "" : found === 0 ? "nothing found" : `${found.toLocaleString("en")} found`;
  const listed = go.listed();
  byId<HTMLButtonElement>("go-back").disabled = view.cursor <= (listed[0] ?? 0);
  byId<HTMLButtonElement>("go-on").disabled = view.cursor >= (listed[listed.length - 1] ?? 0);
  const filtered = view.topics !== ALL_TOPICS || view.hidden.size > 0;
  byId("filter").classList.toggle("on", filtered);
}
