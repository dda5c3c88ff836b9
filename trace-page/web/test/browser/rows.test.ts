import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePayload } from "../../src/model/packed";
import { seconds } from "../../src/model/text";
import { Model } from "../../src/view/model";
import { CANONICAL, file } from "./pages";

const LANES = new URL(
  "../../../../reports/src/test/resources/dev/countermand/report/text/",
  import.meta.url,
);
const BEFORE = '<script type="application/json" id="trace">';

function modelOf(name: string): Model {
  const html = readFileSync(file(name), "utf8");
  const from = html.indexOf(BEFORE) + BEFORE.length;
  return new Model(parsePayload(html.slice(from, html.indexOf("</script>", from))));
}

/** The rows of a table of lanes: mark, number, time. */
function textRows(name: string): string[] {
  const rows: string[] = [];
  for (const line of readFileSync(new URL(`${name}.lanes.txt`, LANES), "utf8").split("\n")) {
    const found = /^ {0,2}([>! ]{1,2}) +([0-9]+\+?) +([0-9.]+s)/.exec(line);
    if (found) {
      rows.push(`${found[1].trim()} ${found[2]} ${found[3]}`);
    }
  }
  return rows;
}

describe("the rows of the page are those of the terminal", () => {
  it.each(CANONICAL)("%s", (name) => {
    const { rows } = modelOf(name).failing;
    const all = rows.step.map((_, row) => {
      const mark = rows.violations.has(row) ? "!" : rows.departures.has(row) ? ">" : "";
      return `${mark} ${rows.label(row)} ${seconds(rows.time[row])}`;
    });
    const shown = textRows(name);
    expect(shown.length).toBeGreaterThan(2);
    let at = 0;
    for (const row of shown) {
      const found = all.indexOf(row, at);
      expect(found, `${row} among ${all.slice(at, at + 20).join(", ")}`).toBeGreaterThanOrEqual(0);
      at = found + 1;
    }
  });
});
