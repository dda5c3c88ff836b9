import { byId, el } from "../view/dom";

type Part = Node | string | null | false;

/** A part of the page with a heading, and its entry in the table of contents. */
export function section(id: string, title: string, ...parts: Part[]): void {
  byId("sections").append(
    el(
      "section",
      { id, "aria-labelledby": `${id}-title` },
      el("h2", { id: `${id}-title` }, title),
      ...parts,
    ),
  );
  byId("contents").append(el("li", {}, el("a", { href: `#${id}` }, title)));
}

/** A paragraph; parts in between may be marked. */
export function says(...parts: Part[]): HTMLElement {
  return el("p", {}, ...parts);
}

/** What an estimate rests on, below it. */
export function caveat(text: string): HTMLElement {
  return el("p", { class: "caveat" }, text);
}

export function strong(text: string): HTMLElement {
  return el("strong", {}, text);
}

export interface Column<Row> {
  name: string;
  /** A cell's text, or an element. */
  cell: (row: Row) => string | Node;
  /** By which rows are sorted when the heading is pressed; texts are left, numbers right. */
  key?: (row: Row) => number | string;
  numeric?: boolean;
}

/** A table whose headings sort it. */
export function table<Row>(
  caption: string,
  columns: Column<Row>[],
  rows: readonly Row[],
  mark?: (row: Row, element: HTMLTableRowElement) => void,
): HTMLElement {
  const body = el("tbody");
  const fill = (sorted: readonly Row[]) =>
    body.replaceChildren(...sorted.map((row) => tableRow(columns, row, mark)));
  fill(rows);
  const headings: HTMLElement[] = columns.map((column) =>
    el("th", { scope: "col", class: column.numeric ? "numeric" : "" }),
  );
  columns.forEach((column, i) => {
    const { key } = column;
    if (!key) {
      headings[i].textContent = column.name;
      return;
    }
    headings[i].append(
      el("button", { type: "button", class: "sort", click: () => sort(i, key) }, column.name),
    );
  });
  const sort = (column: number, key: (row: Row) => number | string) => {
    const descending = headings[column].getAttribute("aria-sort") === "descending";
    headings.forEach((heading) => heading.removeAttribute("aria-sort"));
    headings[column].setAttribute("aria-sort", descending ? "ascending" : "descending");
    const sign = descending ? 1 : -1;
    fill([...rows].sort((a, b) => sign * compare(key(a), key(b))));
  };
  return el(
    "div",
    { class: "table-host", tabindex: 0, role: "region", "aria-label": caption },
    el(
      "table",
      { class: "figures" },
      el("caption", { class: "unseen" }, caption),
      el("thead", {}, el("tr", {}, ...headings)),
      body,
    ),
  );
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function tableRow<Row>(
  columns: Column<Row>[],
  row: Row,
  mark?: (row: Row, element: HTMLTableRowElement) => void,
): HTMLTableRowElement {
  const element = el("tr");
  columns.forEach((column, i) => {
    const tag = i === 0 ? "th" : "td";
    const cell = el(tag, column.numeric ? { class: "numeric" } : {}, column.cell(row));
    if (i === 0) {
      cell.setAttribute("scope", "row");
    }
    element.append(cell);
  });
  mark?.(row, element);
  return element;
}

/** A table below a plot, for those who want the numbers or cannot see it. */
export function numbers(summary: string, content: HTMLElement): HTMLElement {
  return el("details", { class: "numbers" }, el("summary", {}, summary), content);
}

/** Colours a cell by a share from 0 to 1. */
export function shade(cell: HTMLElement, share: number, kind = "heat"): HTMLElement {
  cell.classList.add(kind);
  cell.style.setProperty("--share", String(Math.max(0, Math.min(1, share))));
  return cell;
}
