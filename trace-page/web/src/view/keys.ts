import { byId, el } from "./dom";

/** What keys can ask for. */
export interface Commands {
  step: (by: number) => void;
  first: () => void;
  last: () => void;
  next: (what: "departure" | "cancel" | "violation", backwards: boolean) => void;
  hit: (backwards: boolean) => void;
  mode: () => void;
  zoom: (factor: number) => void;
  fit: () => void;
  compare: () => void;
  theme: () => void;
  difference: () => void;
}

const PAGE = 20;

const LIST: [string, string][] = [
  ["\u2192 or j, \u2190 or k", "one step forward, back"],
  ["Page Down, Page Up", `${PAGE} steps forward, back`],
  ["Home, End", "the first step, the last"],
  ["d, D", "the next departure, the one before"],
  ["c, C", "the next cancellation, the one before"],
  ["v, V", "the next violation, the one before"],
  ["x", "the first difference from the run that passes"],
  ["b", "beside the run that passes, or alone"],
  ["t", "steps or virtual time"],
  ["+, -, 0", "zoom in, out, the whole run"],
  ["/", "search; then Enter or n for the next, N for the one before, Escape to end"],
  ["m", "light or dark"],
  ["?", "this list"],
];

/** Lets the page be used without a mouse. */
export function listen(commands: Commands): void {
  byId("keys-list").replaceChildren(
    el(
      "dl",
      {},
      ...LIST.flatMap(([keys, what]) => [el("dt", {}, el("kbd", {}, keys)), el("dd", {}, what)]),
    ),
  );
  byId("help").addEventListener("click", showKeys);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (handle(event, commands)) {
      event.preventDefault();
    }
  });
}

function showKeys(): void {
  byId<HTMLDialogElement>("keys").showModal();
}

/** Keys that mean something to the element that has the focus are its own. */
function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement;
  return (
    element.matches?.("input, select, textarea") || document.querySelector("dialog[open]") !== null
  );
}

function handle(event: KeyboardEvent, commands: Commands): boolean {
  return moves(event, commands) || jumps(event.key, commands) || shows(event.key, commands);
}

function moves(event: KeyboardEvent, commands: Commands): boolean {
  const inText = (event.target as HTMLElement).closest?.(".right") !== null;
  switch (event.key) {
    case "ArrowRight":
    case "j":
      commands.step(1);
      return true;
    case "ArrowLeft":
    case "k":
      commands.step(-1);
      return true;
    case "ArrowDown":
    case "ArrowUp":
      // Text is scrolled by these.
      if (inText) {
        return false;
      }
      commands.step(event.key === "ArrowDown" ? 1 : -1);
      return true;
    case "PageDown":
    case "PageUp":
      if (inText) {
        return false;
      }
      commands.step(event.key === "PageDown" ? PAGE : -PAGE);
      return true;
    case "Home":
      commands.first();
      return true;
    case "End":
      commands.last();
      return true;
    default:
      return false;
  }
}

function jumps(key: string, commands: Commands): boolean {
  const backwards = key !== key.toLowerCase();
  switch (key.toLowerCase()) {
    case "d":
      commands.next("departure", backwards);
      return true;
    case "c":
      commands.next("cancel", backwards);
      return true;
    case "v":
      commands.next("violation", backwards);
      return true;
    case "n":
      commands.hit(backwards);
      return true;
    case "x":
      commands.difference();
      return true;
    default:
      return false;
  }
}

function shows(key: string, commands: Commands): boolean {
  switch (key) {
    case "t":
      commands.mode();
      return true;
    case "b":
      commands.compare();
      return true;
    case "m":
      commands.theme();
      return true;
    case "+":
    case "=":
      commands.zoom(0.5);
      return true;
    case "-":
      commands.zoom(2);
      return true;
    case "0":
      commands.fit();
      return true;
    case "/":
      byId("query").focus();
      return true;
    case "?":
      showKeys();
      return true;
    default:
      return false;
  }
}
