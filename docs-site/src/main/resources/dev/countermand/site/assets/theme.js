// Runs before anything is drawn, so that a chosen theme does not flash.
"use strict";
(function chooseTheme() {
  let chosen = null;
  try {
    chosen = localStorage.getItem("countermand-theme");
  } catch {
    // A browser may keep nothing for pages from disk; then the system's theme is used.
  }
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();
