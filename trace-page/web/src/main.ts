import { parsePayload } from "./model/packed";
import { ALL_TOPICS } from "./model/search";
import { byId } from "./view/dom";
import { fromHash } from "./view/hash";
import { Model } from "./view/model";
import { Page } from "./view/page";
import type { View } from "./view/store";

const MOST_SLOTS_AT_FIRST = 160;
const MOST_LANES_FOR_A_PAIR = 9;
const MOST_ROWS_FOR_A_PAIR = 400;

/** What is shown at first: where it fails, and beside the run that passes if both are small. */
function firstView(model: Model): View {
  const { rows } = model.failing;
  const compare =
    model.passing !== null &&
    model.tasks.count <= MOST_LANES_FOR_A_PAIR &&
    rows.count <= MOST_ROWS_FOR_A_PAIR;
  return {
    cursor: 0,
    mode: "steps",
    from: 0,
    to: 1,
    query: "",
    topics: ALL_TOPICS,
    hidden: new Set(),
    compare,
    chain: -1,
  };
}

function start(): void {
  const model = new Model(parsePayload(byId("trace").textContent ?? ""));
  const given = fromHash(location.hash);
  const page = new Page(model, { ...firstView(model), ...given });
  const { navigation, store } = page;
  const slots = model.slots(store.view);
  if (given.cursor === undefined) {
    navigation.goRow(model.failureRow);
  } else if (given.from === undefined) {
    navigation.goSlot(given.cursor);
  } else {
    navigation.put(given.cursor);
  }
  if (given.from === undefined && slots.count > MOST_SLOTS_AT_FIRST) {
    navigation.around(store.view.cursor);
  }
  if (given.chain !== undefined) {
    store.update({ chain: Math.min(given.chain, model.failing.chains.length - 1) });
  }
  store.flush();
  addEventListener("hashchange", () => {
    const wanted = fromHash(location.hash);
    store.update(wanted);
    if (wanted.from === undefined) {
      navigation.goSlot(store.view.cursor);
    } else {
      navigation.put(store.view.cursor);
    }
  });
  performance.mark("countermand-drawn");
  // Behind the frame in which the drawing reaches the screen.
  requestAnimationFrame(() => setTimeout(() => performance.mark("countermand-painted")));
}

try {
  start();
} catch (error) {
  byId("headline").textContent = `This trace cannot be shown: ${(error as Error).message}`;
}
