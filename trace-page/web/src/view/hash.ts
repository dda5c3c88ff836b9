import { ALL_TOPICS } from "../model/search";
import type { View } from "./store";

/** The view as the part of the address behind #, so that a link restores it. */
export function toHash(view: View): string {
  const parts = new URLSearchParams();
  parts.set("at", String(view.cursor));
  parts.set("axis", view.mode);
  parts.set("view", `${round(view.from)}_${round(view.to)}`);
  if (view.query !== "") {
    parts.set("q", view.query);
  }
  if (view.topics !== ALL_TOPICS) {
    parts.set("about", String(view.topics));
  }
  if (view.hidden.size > 0) {
    parts.set("hide", [...view.hidden].join("."));
  }
  parts.set("pair", view.compare ? "1" : "0");
  if (view.chain >= 0) {
    parts.set("chain", String(view.chain));
  }
  return "#" + parts.toString();
}

function round(number: number): string {
  return String(Number(number.toPrecision(7)));
}

/** What a hash says, as far as it can be understood; nothing else is changed. */
export function fromHash(hash: string): Partial<View> {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const view: Partial<View> = {};
  const number = (name: string): number | undefined => {
    const text = parts.get(name);
    return text !== null && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
  };
  const at = number("at");
  if (at !== undefined) {
    view.cursor = at;
  }
  const axis = parts.get("axis");
  if (axis === "steps" || axis === "time") {
    view.mode = axis;
  }
  const range = /^([0-9.e-]+)_([0-9.e-]+)$/.exec(parts.get("view") ?? "");
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (from >= 0 && to <= 1 && from < to) {
    view.from = from;
    view.to = to;
  }
  view.query = parts.get("q") ?? "";
  view.topics = (number("about") ?? ALL_TOPICS) & ALL_TOPICS;
  view.hidden = new Set(
    (parts.get("hide") ?? "").split(".").filter((text) => /^[0-9]{1,9}$/.test(text)).map(Number),
  );
  const pair = parts.get("pair");
  if (pair !== null) {
    view.compare = pair === "1";
  }
  view.chain = number("chain") ?? -1;
  return view;
}

/** Puts the view into the address without a new entry in the history. */
export function writeHash(hash: string): void {
  try {
    history.replaceState(null, "", hash);
  } catch {
    // Some browsers refuse this for files; then the address stays as it was.
  }
}
