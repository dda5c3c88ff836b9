import type { Head } from "./packed";
import { Kind, type Run } from "./run";
import type { Rows } from "./rows";
import { LOOP, type Tasks } from "./tasks";
import { inWords, nameOf, seconds, short } from "./text";

const LONGEST = 240;

/** What one event says, without its task's name where that is the row's. */
export function eventWords(run: Run, tasks: Tasks, i: number, actor: number): string {
  const a = run.text(run.a[i]);
  const who = tasks.laneOf(run.a[i]) === actor && actor !== LOOP ? "" : nameOf(a) + " ";
  switch (run.kinds[i]) {
    case Kind.Scheduled:
      return run.c[i] === 0
        ? `queues ${nameOf(a)}`
        : `sets ${nameOf(a)} for ${seconds(Number(run.text(run.c[i])))}`;
    case Kind.Ran:
      return nameOf(a);
    case Kind.Awaited:
      return who + waits(run.text(run.b[i]));
    case Kind.Woken:
      return who === "" ? `woken${by(run, i)}` : `wakes ${nameOf(a)}`;
    case Kind.Cancelled:
      return `${nameOf(a)} cancelled by ${wayWords(run, i).join(" \u2192 ")}`;
    case Kind.Advanced:
      return `clock ${seconds(Number(run.text(run.c[i])))} \u2192 ${seconds(run.times[i])}`;
    case Kind.Ended:
      return who + ended(run.text(run.b[i]));
    default:
      return logged(run, tasks, i, actor);
  }
}

function by(run: Run, i: number): string {
  return run.b[i] === 0 ? "" : ` by ${nameOf(run.text(run.b[i]))}`;
}

/** For what a task waits, with a verb. */
export function waits(what: string): string {
  const on = short(inWords(what), LONGEST);
  return on.startsWith("sleep until ") ? `sleeps${on.slice("sleep".length)}` : `awaits ${on}`;
}

/** From whom a cancellation came, through which scopes. */
export function wayWords(run: Run, i: number): string[] {
  const { chain } = run.way(i);
  const links: string[] = [];
  const outside = chain[0] === "explorer" || chain[0] === "SIGINT";
  if (run.b[i] !== 0 && !outside) {
    links.push(nameOf(run.text(run.b[i])));
  } else if (chain.length === 0) {
    links.push("the host");
  }
  chain.forEach((scope, link) => {
    // A signal is a scope when it arrives and again when the Runner answers it.
    if (link === 0 || scope !== chain[link - 1]) {
      links.push(nameOf(scope));
    }
  });
  return links;
}

export function ended(outcome: string): string {
  return outcome === "returned" ? "returns" : outcome === "raised" ? "raises" : "ends cancelled";
}

function logged(run: Run, tasks: Tasks, i: number, actor: number): string {
  const fields = run.fields(i);
  const event = run.text(run.b[i]);
  const within = run.a[i] === 0 ? "" : run.text(run.a[i]);
  const own = within === "" || (actor > LOOP && tasks.names[actor] === within);
  const who = own ? "" : nameOf(within) + " ";
  switch (event) {
    case "start":
      return `${who}starts`;
    case "end":
      return who + endedWith(fields);
    case "log":
      return said(fields.text) + ("value" in fields ? ` = ${value(fields.value)}` : "");
    case "violation":
      return short(String(fields.message ?? ""), LONGEST);
    case "handler":
      return `exception handler: ${short(String(fields.message ?? ""), LONGEST)}`;
    default:
      return typeof fields.outcome === "string"
        ? `${short(event, LONGEST)} ${endedWith(fields)}`
        : short(event, LONGEST) + (run.text(run.c[i]) === "{}" ? "" : " " + rawFields(run, i));
  }
}

function rawFields(run: Run, i: number): string {
  return short(run.text(run.c[i]), LONGEST);
}

function said(text: unknown): string {
  return text === undefined || text === "" ? '""' : short(String(text), LONGEST);
}

function endedWith(fields: Record<string, unknown>): string {
  switch (fields.outcome) {
    case "returned":
      return "returns" + ((fields.value ?? null) === null ? "" : ` ${value(fields.value)}`);
    case "raised":
      return `raises ${errorWords(fields)}`;
    default:
      return `ends ${short(String(fields.outcome), LONGEST)}`;
  }
}

function errorWords(fields: Record<string, unknown>): string {
  const error = fields.error;
  const type =
    typeof error === "object" && error !== null ? (error as { type?: unknown }).type : error;
  const text = String(fields.text ?? "");
  return short(String(type ?? "") + (text === "" ? "" : `: ${text}`), LONGEST);
}

function value(any: unknown): string {
  return short(JSON.stringify(any) ?? "", LONGEST);
}

/** What happens in a row, in one line. */
export function rowWords(run: Run, rows: Rows, tasks: Tasks, head: Head, row: number): string {
  const parts: string[] = [];
  const actor = rows.actor[row];
  for (let i = rows.first[row]; i < rows.end(row); i++) {
    const words = rowPart(run, tasks, i, actor, parts);
    if (words !== "") {
      parts.push(words);
    }
    if (parts.length > MOST_PARTS) {
      parts.push(`and ${rows.end(row) - i - 1} more events`);
      break;
    }
  }
  for (const index of rows.departures.get(row) ?? []) {
    if (rows.between[row] && rows.first[row] === rows.end(row)) {
      parts.push(head.departures[index].words);
    }
  }
  for (const index of rows.violations.get(row) ?? []) {
    const words = head.violations[index]?.headline ?? "";
    if (!parts.includes(words)) {
      parts.push(words);
    }
  }
  return parts.join("; ");
}

const MOST_PARTS = 12;

/** Queued callbacks and the clock are left out here: other columns, or nobody, need them. */
function rowPart(run: Run, tasks: Tasks, i: number, actor: number, before: string[]): string {
  switch (run.kinds[i]) {
    case Kind.Advanced:
      return "";
    case Kind.Ran:
      return actor === LOOP ? nameOf(run.text(run.a[i])) : "";
    case Kind.Scheduled:
      return run.c[i] !== 0
        ? eventWords(run, tasks, i, actor)
        : tasks.laneOf(run.a[i]) !== LOOP && tasks.laneOf(run.a[i]) !== actor
          ? `creates ${nameOf(run.text(run.a[i]))}`
          : "";
    case Kind.Ended: {
      const words = eventWords(run, tasks, i, actor);
      return before.some((part) => part.startsWith(words)) ? "" : words;
    }
    default:
      return eventWords(run, tasks, i, actor);
  }
}
