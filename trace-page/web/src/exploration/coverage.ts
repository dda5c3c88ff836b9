import { count, nameOf } from "../model/text";
import { el } from "../view/dom";
import type { Await, Exploration } from "./data";
import { caveat, type Column, says, section, shade, strong, table } from "./section";
import { whole } from "./words";

type Kind = "cancelled" | "when_ready" | "in_clean_up" | "timed_out";

const KINDS: [Kind, string][] = [
  ["cancelled", "while it waits"],
  ["when_ready", "result ready"],
  ["in_clean_up", "again, in clean-up"],
  ["timed_out", "by a timeout"],
];

function never(site: Await): boolean {
  return site.cancelled + site.when_ready + site.in_clean_up === 0;
}

/** At which awaits tasks were cancelled, and when. */
export function showCoverage(data: Exploration): void {
  const { awaits, runs } = data.coverage;
  if (awaits.length === 0) {
    section("awaits", "Cancellations", says("No task waited in the runs that were made again."));
    return;
  }
  const uncovered = awaits.filter(never).length;
  const host = el("div");
  const only = el("input", { type: "checkbox", id: "awaits-never" });
  const fill = () =>
    host.replaceChildren(matrix(only.checked ? awaits.filter(never) : awaits, awaits));
  only.addEventListener("change", fill);
  fill();
  section(
    "awaits",
    "Cancellations",
    says(
      "In ",
      count(runs, "run"),
      " that were made again and recorded, tasks waited at ",
      strong(count(awaits.length, "await")),
      ". At ",
      strong(whole(uncovered)),
      ` of them no task was ever cancelled${uncovered === 0 ? "." : "; these are marked."}`,
    ),
    el("label", { class: "choice", for: "awaits-never" }, only, " only those never cancelled"),
    host,
    caveat(
      "Cancelled with the result ready: the task had been woken, but had not run yet. Most lost" +
        " wake-ups lie in this window. An await that no recorded run reached is not listed.",
    ),
  );
}

function matrix(shown: readonly Await[], all: readonly Await[]): HTMLElement {
  const columns: Column<Await>[] = [
    { name: "Await", cell: (site) => nameOf(site.where), key: (site) => site.where },
    {
      name: "reached",
      cell: (site) => whole(site.reached),
      key: (site) => site.reached,
      numeric: true,
    },
    ...KINDS.map(([kind, name]): Column<Await> => {
      const most = Math.max(1, ...all.map((site) => site[kind]));
      return {
        name,
        cell: (site) => {
          const cell = el("span", { class: "cell-count" }, whole(site[kind]));
          // Counts differ by orders of magnitude: a linear shade would show the largest only.
          return site[kind] > 0
            ? shade(cell, 0.15 + (0.85 * Math.log1p(site[kind])) / Math.log1p(most))
            : cell;
        },
        key: (site) => site[kind],
        numeric: true,
      };
    }),
  ];
  return table("At which awaits tasks were cancelled", columns, shown, (site, row) => {
    if (never(site)) {
      row.classList.add("never");
      row.querySelector("th")?.append(el("span", { class: "badge quiet" }, "never cancelled"));
    }
  });
}
