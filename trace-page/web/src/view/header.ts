import { count, nameOf, seconds, visible } from "../model/text";
import { byId, copier, el } from "./dom";
import type { Model } from "./model";

/** What failed, what ran, and how to run it again. */
export function showHeader(model: Model): void {
  const { head, failing } = model;
  const [first] = head.violations;
  const headline = byId("headline");
  const more = head.violations.length > 1 ? ` (and ${head.violations.length - 1} more)` : "";
  headline.textContent = first ? visible(first.headline) + more : "No violation";
  headline.classList.toggle("fails", Boolean(first));
  document.title = `${headline.textContent.slice(0, 80)} \u2013 ${nameOf(head.subject.name)}`;
  const { origin, subject } = head;
  byId("facts").replaceChildren(
    fact("", nameOf(subject.name) + (subject.file ? ` (${nameOf(subject.file)})` : "")),
    fact(
      "run ",
      `${count(failing.run.totalSteps, "step")}, ${seconds(failing.run.endTime)} of virtual time`,
    ),
    fact(
      "choices ",
      `${count(failing.run.choices.length + failing.run.skippedChoices, "choice")}, ` +
        `${count(head.departures.length, "departure")}`,
    ),
    fact("seed ", origin.seed),
    fact("strategy ", `${nameOf(origin.strategy)}, ${origin.orders} orders`),
    fact("asyncio of Python ", nameOf(origin.python)),
    ...shrinkage(model),
    schedule(model),
  );
  notice(model);
}

function fact(label: string, text: string): HTMLElement {
  return el("span", {}, label, el("strong", {}, text));
}

function shrinkage(model: Model): HTMLElement[] {
  const shrunk = model.head.shrinkage;
  if (!shrunk) {
    return [];
  }
  const [steps, departures] = shrunk.before;
  const replayed = shrunk.replays > 0 ? `; replayed ${shrunk.replays} times, same trace` : "";
  const text =
    `${count(steps, "step")} \u2192 ${shrunk.after[0].toLocaleString("en")}; ` +
    `${count(departures, "departure")} \u2192 ${shrunk.after[1]}${replayed}`;
  return [fact("shrunk ", text)];
}

/** The schedule that replays the run, in the words of the command line. */
export function scheduleOf(model: Model): string {
  const { choices, skippedChoices } = model.failing.run;
  const departures = choices
    .map((choice, index) => (choice.picked === 0 ? "" : `${index + skippedChoices}:${choice.picked}`))
    .filter(Boolean);
  return departures.length === 0 ? "fifo" : departures.join(",");
}

function schedule(model: Model): HTMLElement {
  const text = scheduleOf(model);
  const shown = text.length > 120 ? text.slice(0, 120) + "\u2026" : text;
  return el("span", {}, "schedule ", el("code", {}, shown), " ", copier(text, "Copy the schedule"));
}

function notice(model: Model): void {
  const { skippedEvents } = model.failing.run;
  if (skippedEvents > 0) {
    const box = byId("notice");
    box.hidden = false;
    box.textContent =
      `This page shows the last ${count(model.failing.run.count, "event")} of the run; ` +
      `${count(skippedEvents, "earlier event")} are in the trace only.`;
  }
}
