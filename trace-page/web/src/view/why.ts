import type { Departure, Verdict, Violation } from "../model/packed";
import { count, inWords, nameOf, seconds, short, visible } from "../model/text";
import { waits } from "../model/words";
import { byId, el, link } from "./dom";
import type { Model } from "./model";

const MOST_SHOWN = 60;

const VERDICTS: Record<Verdict, string> = {
  passes: "passes",
  fails: "fails",
  "fails-otherwise": "fails in another way",
};

/** What the panel "Why it fails" can ask for. */
export interface WhyActions {
  goRow: (row: number) => void;
  showChain: (chain: number) => void;
  compare: () => void;
}

/** Fills the panels that do not change with the cursor: why it fails, and who cancelled whom. */
export function showWhy(model: Model, actions: WhyActions): void {
  byId("why").replaceChildren(
    ...violations(model, actions),
    ...departures(model, actions),
    ...nearest(model, actions),
    ...waiting(model),
  );
  showChains(model, actions);
}

function violations(model: Model, actions: WhyActions): Node[] {
  const all = model.head.violations;
  if (all.length === 0) {
    return [el("p", {}, "Nothing went wrong in this run.")];
  }
  const rows = new Map<number, number>();
  model.failing.rows.violations.forEach((indexes, row) =>
    indexes.forEach((index) => rows.set(index, row)),
  );
  return all.slice(0, MOST_SHOWN).map((violation, i) => violationLine(violation, rows.get(i), actions));
}

function violationLine(
  violation: Violation,
  row: number | undefined,
  actions: WhyActions,
): HTMLElement {
  return el(
    "p",
    { class: "violation" },
    el("span", { class: "mark violation-mark", "aria-hidden": "true" }, "\u2716"),
    visible(violation.headline) + " ",
    row === undefined
      ? `step ${violation.step}`
      : link(`step ${violation.step}`, () => actions.goRow(row)),
    ` at ${seconds(violation.at)}`,
  );
}

function departures(model: Model, actions: WhyActions): Node[] {
  const { head } = model;
  if (head.departures.length === 0) {
    return head.violations.length === 0
      ? []
      : [el("p", {}, "No choice departs from asyncio's: asyncio itself runs it so.")];
  }
  const rows = new Map<number, number>();
  model.failing.rows.departures.forEach((indexes, row) =>
    indexes.forEach((index) => rows.set(index, row)),
  );
  const items = head.departures
    .slice(0, MOST_SHOWN)
    .map((departure, i) => departureItem(departure, rows.get(i), actions));
  const more = head.departures.length - items.length;
  return [
    el("h3", {}, head.departures.length === 1 ? "The choice" : "The choices"),
    el("ol", { class: "departures" }, ...items),
    more > 0 ? el("p", {}, `and ${count(more, "more departure")}`) : el("span"),
    head.summary ? el("p", { class: "summary" }, head.summary) : el("span"),
  ];
}

function departureItem(
  departure: Departure,
  row: number | undefined,
  actions: WhyActions,
): HTMLElement {
  const matters = departure.trials.length > 0 && departure.trials[0][1] === "passes";
  return el(
    "li",
    { class: matters ? "departure matters" : "departure" },
    el("span", { class: "mark departure-mark", "aria-hidden": "true" }, "\u25c6"),
    row === undefined
      ? departure.place
      : link(departure.place, () => actions.goRow(row)),
    `: ${departure.words}`,
    matters ? el("strong", { class: "badge" }, "matters") : null,
    departure.trials.length === 0 ? null : trials(departure),
  );
}

function trials(departure: Departure): HTMLElement {
  return el(
    "ul",
    { class: "trials" },
    ...departure.trials.map(([change, verdict]) =>
      el(
        "li",
        {},
        `${change}: `,
        el("span", { class: `verdict ${verdict}` }, VERDICTS[verdict]),
      ),
    ),
  );
}

function nearest(model: Model, actions: WhyActions): Node[] {
  if (!model.passing || model.head.nearest === undefined) {
    return [];
  }
  return [
    el("h3", {}, "The nearest run that passes"),
    el(
      "p",
      {},
      `It is this run with one change: ${model.head.nearest}. `,
      link("Go to the first difference", actions.compare),
    ),
  ];
}

function waiting(model: Model): Node[] {
  const all = model.head.violations.flatMap((violation) => violation.waiting);
  if (all.length === 0) {
    return [];
  }
  const items = all.slice(0, MOST_SHOWN).map((task) =>
    el(
      "li",
      {},
      el("strong", {}, nameOf(task.task)),
      ` ${waits(inWords(task.on))}`,
      task.where === null ? null : el("code", {}, ` ${short(task.where, 120)}`),
    ),
  );
  return [el("h3", {}, "Who waits for ever"), el("ul", { class: "waiting" }, ...items)];
}

function showChains(model: Model, actions: WhyActions): void {
  const { chains, rows } = model.failing;
  byId("chains-section").hidden = chains.length === 0;
  const items = chains.slice(0, MOST_SHOWN).map((chain, i) => {
    const button = el(
      "button",
      { type: "button", class: "chain", "aria-pressed": "false", click: () => actions.showChain(i) },
      el("span", { class: "chain-way" }, ...wayNodes(chain.words, model.tasks.names[chain.task])),
      el("span", { class: "chain-place" }, `step ${rows.label(chain.row)}`),
      chain.message === null
        ? null
        : el("span", { class: "chain-message" }, `\u201c${short(chain.message, 80)}\u201d`),
    );
    return el("li", {}, button);
  });
  const more = chains.length - items.length;
  byId("chains").replaceChildren(
    ...items,
    ...(more > 0 ? [el("li", {}, `and ${count(more, "more cancellation")}`)] : []),
  );
}

function wayNodes(words: string[], task: string): Node[] {
  const nodes: Node[] = [];
  for (const word of words) {
    nodes.push(el("span", { class: "scope" }, word), el("span", { class: "to" }, " \u2192 "));
  }
  nodes.push(el("strong", {}, nameOf(task)));
  return nodes;
}

/** Presses the button of the chain that is highlighted. */
export function pressChain(chain: number): void {
  document.querySelectorAll("#chains button").forEach((button, i) => {
    button.setAttribute("aria-pressed", i === chain ? "true" : "false");
  });
}
