import { count, nameOf, visible } from "../model/text";
import { byId, copier, el } from "../view/dom";
import { initTheme, toggleTheme } from "../view/theme";
import type { Bench, Exploration } from "./data";

const ENDINGS: Record<Exploration["ending"], string> = {
  found: "",
  limit: "as many runs as were allowed",
  exhausted: "every schedule that the strategy knows",
  stopped: "ended before its last run",
};

/** What came of the search. */
export function showSearch(data: Exploration): void {
  const headline = byId("headline");
  const { violation } = data;
  headline.textContent = violation
    ? visible(data.headline ?? violation.message)
    : `No violation in ${count(data.runs, "run")}`;
  headline.classList.toggle("fails", violation !== null);
  document.title = `${headline.textContent.slice(0, 80)} \u2013 ${nameOf(data.scenario)}`;
  byId("facts").replaceChildren(
    fact("", nameOf(data.scenario)),
    fact(
      violation ? "found in run " : "runs ",
      data.runs.toLocaleString("en") +
        (data.limit === null ? "" : ` of ${data.limit.toLocaleString("en")}`),
    ),
    ...(ENDINGS[data.ending] ? [fact("ended: ", ENDINGS[data.ending])] : []),
    fact("strategy ", `${nameOf(data.strategy)}, ${nameOf(data.orders)} orders`),
    fact("base seed ", data.base_seed),
    fact("asyncio of Python ", nameOf(data.python)),
  );
  if (data.difference !== null) {
    notice(`Not deterministic: ${visible(data.difference)}`);
  } else if (nothingToChoose(data)) {
    notice("Nothing to choose: this cannot fail by order, and every run was the same.");
  }
  showCommands(data);
}

/** Whether no run had a choice, so that more runs say nothing. */
export function nothingToChoose(data: Exploration): boolean {
  return data.surveyed_runs > 0 && data.strategies.every((share) => share.choice_points === 0);
}

/** What was measured. */
export function showBench(data: Bench): void {
  const strategies = new Set(data.programs.flatMap((program) => Object.keys(program.strategies)));
  byId("headline").textContent =
    `${count(data.programs.length, "program")}, ` +
    `${strategies.size} ${strategies.size === 1 ? "strategy" : "strategies"}`;
  document.title = "CancelBench";
  byId("facts").replaceChildren(
    fact("searches of each pair ", data.seeds.toLocaleString("en")),
    fact("runs of a search, at most ", data.runs.toLocaleString("en")),
    fact("runs of each repaired program ", data.repaired_runs.toLocaleString("en")),
  );
}

/** Lets the page be light or dark. */
export function bindTheme(): void {
  initTheme(() => {});
  byId("theme").addEventListener("click", toggleTheme);
}

function fact(label: string, text: string): HTMLElement {
  return el("span", {}, label, el("strong", {}, text));
}

function notice(text: string): void {
  const box = byId("notice");
  box.hidden = false;
  box.textContent = text;
}

/** The finding's own page, and what repeats it. */
function showCommands(data: Exploration): void {
  const list = byId("commands");
  const { page } = data;
  // Only a page beside this one: an address with a scheme would be somebody else's.
  if (page !== null && /^(?!\/)[\w./~%!$&'()*+,;=@-]+\.html$/.test(page)) {
    list.append(
      el("dt", {}, "page"),
      el("dd", {}, el("a", { href: page }, "the run that fails, step by step")),
    );
  }
  const all: [string, string | null][] = [
    ["schedule", data.schedule],
    ["repeat", data.repeat],
    ["replay", data.replay],
    ["confirm", data.confirm],
  ];
  for (const [label, text] of all) {
    if (text !== null) {
      const copy = copier(text, `Copy the ${label}`);
      list.append(el("dt", {}, label), el("dd", {}, el("code", {}, visible(text)), copy));
    }
  }
  list.hidden = list.childElementCount === 0;
}
