import { count, nameOf } from "../model/text";
import { el } from "../view/dom";
import { showSearches } from "./bench-plot";
import { showProfiles } from "./bench-profile";
import type { Bench, BenchProgram, Measurement } from "./data";
import { caveat, type Column, says, section, shade, strong, table } from "./section";
import { average, geometricMean, median, percent, whole } from "./words";

/** The sections about a bench. */
export function showBenchSections(data: Bench): void {
  const names = [...new Set(data.programs.flatMap((program) => Object.keys(program.strategies)))];
  if (names.length === 0) {
    section("programs", "Programs", says("Nothing was measured."));
    return;
  }
  showSums(data, names);
  showProfiles(data, names);
  showMatrix(data, names);
  showSearches(data, names);
  showFixes(data, names[0]);
  showAlarms(data, names[0]);
}

function of(program: BenchProgram, strategy: string): Measurement | undefined {
  return Object.hasOwn(program.strategies, strategy) ? program.strategies[strategy] : undefined;
}

interface Sum {
  name: string;
  always: number;
  sometimes: number;
  middle: number;
  mean: number;
}

function showSums(data: Bench, names: string[]): void {
  const sums = names.map((name): Sum => {
    const cells = data.programs.flatMap((program) => of(program, name) ?? []);
    return {
      name,
      always: cells.filter((cell) => cell.found === cell.runs.length).length,
      sometimes: cells.filter((cell) => cell.found > 0).length,
      middle: median(cells.map((cell) => cell.median)),
      mean: geometricMean(cells.map((cell) => cell.mean)),
    };
  });
  section(
    "strategies",
    "Strategies",
    says("How many of the programs each strategy breaks, and how soon."),
    table(
      "Sums for each strategy",
      [
        { name: "Strategy", cell: (row) => nameOf(row.name), key: (row) => row.name },
        {
          name: "Found in every search",
          cell: (row) => `${row.always} of ${data.programs.length}`,
          key: (row) => row.always,
          numeric: true,
        },
        {
          name: "Found in any",
          cell: (row) => `${row.sometimes} of ${data.programs.length}`,
          key: (row) => row.sometimes,
          numeric: true,
        },
        {
          name: "Median of the medians",
          cell: (row) => average(row.middle),
          key: (row) => row.middle,
          numeric: true,
        },
        {
          name: "Geometric mean of the means",
          cell: (row) => average(row.mean),
          key: (row) => row.mean,
          numeric: true,
        },
      ],
      sums,
    ),
    caveat(`A search without a finding counts as ${count(data.runs, "run")}: a lower bound.`),
  );
}

function showMatrix(data: Bench, names: string[]): void {
  const columns: Column<BenchProgram>[] = [
    { name: "Program", cell: (program) => nameOf(program.name), key: (program) => program.name },
    ...names.map(
      (name): Column<BenchProgram> => ({
        name: nameOf(name),
        cell: (program) => cell(of(program, name), data.runs),
        key: (program) => of(program, name)?.median ?? Infinity,
        numeric: true,
      }),
    ),
  ];
  section(
    "programs",
    "Programs",
    says(
      "The median number of runs to the first failure; darker is later. Where not every search" +
        " found it, the share that did.",
    ),
    table("Median runs to the first failure, by program and strategy", columns, data.programs),
  );
}

function cell(measurement: Measurement | undefined, limit: number): HTMLElement {
  if (measurement === undefined) {
    return el("span", { class: "cell-count" }, "\u2013");
  }
  const { found, runs } = measurement;
  if (found < runs.length) {
    const text = found === 0 ? "never" : `${found} of ${runs.length}`;
    return shade(el("span", { class: "cell-count" }, text), 1 - found / runs.length, "missed");
  }
  const share = Math.log1p(measurement.median - 1) / Math.log1p(Math.max(1, limit - 1));
  const text = average(measurement.median);
  return shade(
    el("span", { class: "cell-count", title: `mean ${average(measurement.mean)}` }, text),
    share,
  );
}

function showFixes(data: Bench, name: string): void {
  section(
    "green",
    "When is it fixed",
    says(
      "How many green runs of ",
      strong(nameOf(name)),
      " in a row make a fix of each program credible at 95 %, if it failed as seldom as these",
      " searches leave possible: at the low end of the interval.",
    ),
    table(
      "Green runs for a fix",
      [
        { name: "Program", cell: (program) => nameOf(program.name), key: (row) => row.name },
        {
          name: "Failures a run (95 %)",
          cell: (program) => interval(of(program, name)),
          key: (program) => of(program, name)?.rate ?? 0,
          numeric: true,
        },
        {
          name: "Green runs",
          cell: (program) => whole(of(program, name)?.green_runs_sure),
          key: (program) => of(program, name)?.green_runs_sure ?? Infinity,
          numeric: true,
        },
      ],
      data.programs,
    ),
    caveat(
      "Each search that found the bug is one failure after as many runs as it made. A strategy that" +
        " begins with the likeliest runs fails early here and more seldom later: explore --html" +
        " measures the rate over many runs.",
    ),
  );
}

function interval(cellOf: Measurement | undefined): string {
  return cellOf?.rate === undefined
    ? "\u2013"
    : `${percent(cellOf.rate)} (${percent(cellOf.low ?? 0)} to ${percent(cellOf.high ?? 1)})`;
}

function showAlarms(data: Bench, name: string): void {
  const alarms = data.programs.filter((program) => program.false_alarms > 0);
  section(
    "alarms",
    "False alarms",
    alarms.length === 0
      ? says(
          `No run of a repaired program failed under ${nameOf(name)}, in up to `,
          count(data.repaired_runs, "run"),
          " each.",
        )
      : table(
          "Repaired programs that failed",
          [
            { name: "Program", cell: (program) => nameOf(program.name) },
            { name: "Runs", cell: (program) => whole(program.false_alarms), numeric: true },
          ],
          alarms,
        ),
  );
}
