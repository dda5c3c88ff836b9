import { find } from "../model/search";
import { LOOP } from "../model/tasks";
import { nameOf, seconds } from "../model/text";
import { Axis } from "./axis";
import { bindControls, showControls } from "./controls";
import { byId } from "./dom";
import type { Shown } from "./frame";
import { toHash, writeHash } from "./hash";
import { showHeader } from "./header";
import { inspect } from "./inspector";
import { LanesView } from "./lanes";
import { showLegend } from "./legend";
import type { Model, RunModel } from "./model";
import { Navigation } from "./navigation";
import { Ruler } from "./ruler";
import { Store, type View } from "./store";
import { StepTable } from "./table";
import { colours, type Colours, initTheme, toggleTheme } from "./theme";
import { pressChain, showWhy } from "./why";

/** The page: draws the model as the view says. */
export class Page {
  readonly store: Store;
  readonly navigation: Navigation;
  private readonly lanes: LanesView;
  private readonly passingLanes: LanesView | null;
  private readonly ruler: Ruler;
  private readonly table: StepTable;
  private axis: Axis;
  private colours: Colours = colours();
  private hits: { failing: Uint8Array; passing: Uint8Array | null };

  constructor(
    private readonly model: Model,
    view: View,
  ) {
    this.store = new Store(view);
    this.navigation = new Navigation(model, this.store);
    this.axis = this.makeAxis(view);
    this.hits = this.search(view.query);
    const choose = (slot: number) => this.navigation.goSlot(slot);
    this.lanes = new LanesView(this.store, "The run that fails", choose);
    const change = model.head.nearest === undefined ? "" : `: ${model.head.nearest}`;
    this.passingLanes = model.passing
      ? new LanesView(this.store, `The run that passes${change}`, choose)
      : null;
    this.ruler = new Ruler(this.store, model.failing, (row) => this.navigation.goRow(row));
    this.table = new StepTable(choose);
    this.build();
  }

  private build(): void {
    const panels = byId("panels");
    panels.append(this.lanes.element);
    if (this.passingLanes) {
      panels.append(this.passingLanes.element);
    }
    showHeader(this.model);
    showLegend();
    showWhy(this.model, {
      goRow: (row) => this.navigation.goRow(row),
      showChain: (chain) => this.navigation.toggleChain(chain),
      compare: () => this.navigation.goDifference(),
    });
    const recolour = () => {
      this.colours = colours();
      this.store.update({});
    };
    initTheme(recolour);
    bindControls(this.model, this.store, this.navigation, () => {
      toggleTheme();
      recolour();
    });
    new ResizeObserver(() => this.store.update({})).observe(panels);
    this.store.subscribe((now, before) => this.draw(now, before));
  }

  private makeAxis(view: View): Axis {
    const slots = this.model.slots(view);
    return new Axis(this.model.times(slots), view.mode);
  }

  private search(query: string): { failing: Uint8Array; passing: Uint8Array | null } {
    const of = (run: RunModel) => find(run, query, (row) => this.model.words(run, row));
    return { failing: of(this.model.failing), passing: this.model.passing && of(this.model.passing) };
  }

  private draw(now: View, before: View): void {
    if (now.mode !== before.mode || now.compare !== before.compare) {
      this.axis = this.makeAxis(now);
    }
    if (now.query !== before.query) {
      this.hits = this.search(now.query);
    }
    const searching = now.query.trim() !== "";
    this.navigation.setHits(searching ? this.hits.failing : null);
    byId("panels").classList.toggle("pair", now.compare && this.model.passing !== null);
    this.drawLanes(now, searching);
    const changed = now.compare !== before.compare || now.mode !== before.mode;
    const moved = now.cursor !== before.cursor || changed || !this.started;
    this.started = true;
    this.drawTable(now, moved);
    if (moved) {
      this.drawMoment(now);
    }
    pressChain(now.chain);
    showControls(this.model, now, this.navigation, searching ? this.hits.failing : null);
    writeHash(toHash(now));
  }

  private started = false;

  private drawLanes(now: View, searching: boolean): void {
    const shown: Shown = {
      model: this.model.failing,
      tasks: this.model.tasks,
      slots: this.model.slots(now),
      axis: this.axis,
      view: now,
      isPassing: false,
      hits: searching ? this.hits.failing : null,
    };
    this.ruler.render(shown, this.colours);
    this.lanes.render(shown, this.colours);
    if (this.passingLanes && this.model.passing) {
      this.passingLanes.element.hidden = !now.compare;
      if (now.compare) {
        const hits = searching ? this.hits.passing : null;
        this.passingLanes.render(
          { ...shown, model: this.model.passing, isPassing: true, hits },
          this.colours,
        );
      }
    }
  }

  private drawTable(now: View, reveal: boolean): void {
    this.table.render(
      {
        model: this.model,
        slots: this.model.slots(now),
        listed: this.navigation.listed(),
        cursor: now.cursor,
        compare: now.compare && this.model.passing !== null,
      },
      reveal,
    );
  }

  private drawMoment(now: View): void {
    const slots = this.model.slots(now);
    const left = slots.left[now.cursor] ?? -1;
    const right = slots.right[now.cursor] ?? -1;
    const of = left < 0 && this.model.passing && right >= 0 ? this.model.passing : this.model.failing;
    const row = of === this.model.failing ? left : right;
    inspect(this.model, of, row);
    if (row >= 0) {
      const actor = of.rows.actor[row];
      const lanes = of === this.model.failing ? this.lanes : this.passingLanes;
      lanes?.reveal(actor);
      const who = actor < 0 ? "" : actor === LOOP ? "" : `${nameOf(this.model.tasks.names[actor])}: `;
      const words = this.model.words(of, row).slice(0, 300);
      byId("announcer").textContent =
        `Step ${of.rows.label(row)}, ${seconds(of.rows.time[row])}, ${who}${words}`;
    }
  }
}
