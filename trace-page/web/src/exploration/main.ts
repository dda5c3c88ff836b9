import { byId } from "../view/dom";
import { showBenchSections } from "./bench";
import { showCoverage } from "./coverage";
import { type Exploration, parse } from "./data";
import { showFindability } from "./findability";
import { bindTheme, showBench, showSearch } from "./header";
import { showSaturation } from "./saturation";
import { showStrategies } from "./strategies";
import { showSuffixes } from "./suffixes";

function showExploration(data: Exploration): void {
  showSearch(data);
  if (data.violation !== null) {
    showSuffixes(data);
  }
  showFindability(data);
  showStrategies(data);
  showSaturation(data);
  showCoverage(data);
}

try {
  const data = parse(byId("exploration").textContent ?? "");
  bindTheme();
  if (data.kind === "bench") {
    showBench(data);
    showBenchSections(data);
  } else {
    showExploration(data);
  }
  requestAnimationFrame(() =>
    requestAnimationFrame(() => performance.mark("countermand-drawn")),
  );
} catch (error) {
  byId("headline").textContent = `This page cannot be shown: ${(error as Error).message}`;
}
