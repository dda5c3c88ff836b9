// What the pages do beyond being read: colours of code, the theme, the menu, copying, searching.
"use strict";

const root = document.body.dataset.root;

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function themeButton() {
  const button = document.querySelector("button.theme");
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("countermand-theme", theme);
    } catch {
      // The choice then lasts as long as the page.
    }
    tell();
  });
  tell();
}

function menuButton() {
  const button = document.querySelector("button.menu");
  const sidebar = document.getElementById("sidebar");
  if (!sidebar) {
    button.hidden = true;
    return;
  }
  const show = (open) => {
    document.body.classList.toggle("menu-open", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => show(!document.body.classList.contains("menu-open")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("menu-open")) {
      show(false);
      button.focus();
    }
  });
  const current = sidebar.querySelector("[aria-current]");
  if (current && sidebar.scrollHeight > sidebar.clientHeight) {
    sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 3;
  }
}

function colourCode() {
  for (const code of document.querySelectorAll('pre > code[class^="language-"]')) {
    hljs.highlightElement(code);
  }
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyButtons() {
  for (const code of document.querySelectorAll("article pre > code, figure pre > code")) {
    const pre = code.parentElement;
    if (!pre.hasAttribute("tabindex")) {
      pre.tabIndex = 0;
      pre.setAttribute("aria-label", "Code");
    }
    pre.setAttribute("role", "group");
    const frame = document.createElement("div");
    frame.className = "code";
    pre.replaceWith(frame);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      button.textContent = (await copyText(code.textContent)) ? "Copied" : "Not allowed";
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    frame.append(pre, button);
  }
}

function followSections() {
  const links = new Map();
  for (const link of document.querySelectorAll(".toc a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  if (links.size === 0) {
    return;
  }
  const headings = [...links.keys()].map((id) => document.getElementById(id));
  const update = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const here = (passed.at(-1) ?? headings[0]).id;
    for (const [id, link] of links) {
      link.classList.toggle("here", id === here);
    }
  };
  addEventListener("scroll", () => requestAnimationFrame(update), { passive: true });
  update();
}

function buildIndex(passages) {
  return lunr(function describe() {
    this.ref("number");
    this.field("page", { boost: 6 });
    this.field("heading", { boost: 8 });
    this.field("text");
    passages.forEach((passage, number) => this.add({ ...passage, number }));
  });
}

// Every word must occur, the last one perhaps as a beginning, since it may not be finished.
function find(index, text) {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u).filter((word) => word.length > 0);
  if (words.length === 0) {
    return [];
  }
  return index.query((query) => {
    words.forEach((word, i) => {
      const stemmed = lunr.stemmer(new lunr.Token(word)).toString();
      query.term(word, { boost: 4 });
      query.term(stemmed, { boost: 2, usePipeline: false });
      if (i === words.length - 1) {
        query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
      }
    });
  });
}

function excerpt(text, words) {
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const from = places.length === 0 ? 0 : Math.max(0, Math.min(...places) - 40);
  const begin = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  return (begin > 0 ? ".. " : "") + text.slice(begin, begin + 120);
}

function hitElement(passage, words, number) {
  const link = document.createElement("a");
  link.href = root + passage.address;
  link.id = `hit-${number}`;
  link.setAttribute("role", "option");
  link.tabIndex = -1;
  const title = document.createElement("strong");
  title.textContent =
    passage.heading === passage.page ? passage.page : `${passage.page}: ${passage.heading}`;
  const text = document.createElement("span");
  text.textContent = excerpt(passage.text, words);
  link.append(title, text);
  return link;
}

class SearchBox {
  constructor() {
    this.input = document.getElementById("search");
    this.list = document.getElementById("hits");
    this.status = document.getElementById("hit-count");
    this.index = null;
    this.active = -1;
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("keydown", (event) => this.shortcut(event));
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".find")) {
        this.close();
      }
    });
  }

  shortcut(event) {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.input.focus();
    }
  }

  search() {
    this.index ??= buildIndex(window.countermandPassages);
    const text = this.input.value;
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = find(this.index, text).slice(0, 12);
    this.list.replaceChildren(
      ...hits.map((hit, i) => hitElement(window.countermandPassages[hit.ref], words, i)),
    );
    const empty = words.length > 0 && hits.length === 0;
    if (empty) {
      this.list.textContent = "Nothing found";
    }
    this.status.textContent = words.length === 0 ? "" : `${hits.length} found`;
    this.list.hidden = words.length === 0;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.activate(hits.length > 0 ? 0 : -1);
  }

  activate(number) {
    this.active = number;
    [...this.list.children].forEach((hit, i) => {
      hit.setAttribute("aria-selected", String(i === number));
    });
    if (number >= 0) {
      this.input.setAttribute("aria-activedescendant", `hit-${number}`);
      this.list.children[number].scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const count = this.list.children.length;
    if (event.key === "Escape") {
      this.close();
      this.input.blur();
    } else if (this.list.hidden || count === 0) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      this.activate((this.active + by + count) % count);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.list.children[this.active].click();
      this.close();
    }
  }
}

themeButton();
menuButton();
colourCode();
copyButtons();
followSections();
new SearchBox();
