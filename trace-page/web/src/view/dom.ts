/** Makes elements; texts go in as text nodes, never as HTML. */

type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;
type Child = Node | string | null | undefined | false;

/** An element with attributes (functions become listeners) and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (typeof value === "boolean") {
      element.toggleAttribute(name, value);
    } else {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** The element of the template with an id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`the page has no element ${id}`);
  }
  return element as T;
}

/** A button that looks like text. */
export function link(text: string, go: () => void, label = ""): HTMLButtonElement {
  const button = el("button", { type: "button", class: "link", click: go }, text);
  if (label) {
    button.setAttribute("aria-label", label);
  }
  return button;
}

/** A button that copies a text. */
export function copier(text: string, label = ""): HTMLButtonElement {
  const button = link(
    "copy",
    () =>
      // Pages from disk may not have the clipboard; the text can be selected all the same.
      void navigator.clipboard?.writeText(text).then(
        () => (button.textContent = "copied"),
        () => (button.textContent = "select and copy it by hand"),
      ),
    label,
  );
  return button;
}
