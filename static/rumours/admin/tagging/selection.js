/* What may be done with selected text: a small bar of buttons at the selection. It is no dialog and takes no focus. */

import { button } from "./card-parts.js";
import { rangeOver } from "./places.js";

const ACTIONS = [
  ["new-link", "New link"],
  ["quote", "Quote"],
  ["name", "Name"],
  ["evidence", "Evidence"],
];
const GAP = 6;

export class SelectionBar {
  constructor(desk) {
    this.desk = desk;
    this.element = document.createElement("div");
    this.element.className = "selection-bar";
    this.element.setAttribute("role", "toolbar");
    this.element.setAttribute("aria-label", "With the selected words");
    this.element.hidden = true;
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#fill();
    desk.text.element.append(this.element);
    document.addEventListener("selectionchange", () => this.#place());
    desk.store.addEventListener("keys", () => this.#fill());
  }

  #fill() {
    this.element.replaceChildren(...ACTIONS.map(([command, label]) => button(this.desk, command, label)));
  }

  /* Below the end of the selection, inside the text's own scrolling; gone when nothing is selected. */
  #place() {
    const pane = this.desk.text;
    const span = this.desk.mayTag ? pane.selected() : null;
    const range = span && rangeOver(pane.element, span);
    this.element.hidden = !range;
    if (!range) {
      return;
    }
    const last = [...range.getClientRects()].at(-1);
    const view = pane.element.getBoundingClientRect();
    const left = Math.min(last.right - view.left, pane.element.clientWidth) - this.element.offsetWidth;
    this.element.style.top = `${last.bottom - view.top + pane.element.scrollTop + GAP}px`;
    this.element.style.left = `${Math.max(left, GAP)}px`;
  }
}
