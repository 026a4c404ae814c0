/* The names that mean one known row: no cards to decide, as publishing tags them. Kept in a drawer below the cards.

   The one in focus (pointed at in the text, or chosen here) shows its card in the drawer, so that it can be rejected. */

import { hidden, make } from "./card-parts.js";

export class PlainNames {
  #shown = null;
  #drawn = null;

  constructor(stack) {
    this.stack = stack;
    this.summary = make("summary", {});
    this.names = make("div", { class: "plain-list" });
    this.drawer = make("details", {}, this.summary, this.names);
    this.one = make("ol", { class: "cards plain-one", "aria-label": "Known name" });
    this.one.hidden = true;
    this.element = make("div", { class: "plain-names" }, this.one, this.drawer);
    this.element.addEventListener("click", (event) => this.#click(event));
    this.drawer.addEventListener("toggle", () => this.stack.bringIntoView());
  }

  draw() {
    const { store } = this.stack;
    const cards = store.plain.map((key) => store.get(key));
    const now = cards.map((card) => `${card.key}${card.state}${card.title}`).join();
    if (now !== this.#drawn) {
      this.#drawn = now;
      this.#list(cards);
    }
    this.#show(store.get(store.focused)?.plain ? store.focused : null);
  }

  #list(cards) {
    const tagged = cards.filter((card) => card.state !== "rejected").length;
    this.element.hidden = !cards.length;
    this.summary.textContent = `${tagged} known name${tagged === 1 ? "" : "s"}, tagged when published`;
    this.names.replaceChildren(
      ...cards.map((card) => {
        const isOut = card.state === "rejected";
        const label = [isOut && make("span", { "aria-hidden": "true" }, "✕ "), card.title, isOut && hidden(", rejected")];
        return make("button", { type: "button", class: isOut ? "chip is-rejected" : "chip", "data-name": card.key }, label);
      }),
    );
  }

  #show(key) {
    if (key !== this.#shown) {
      if (this.#shown) {
        this.stack.drop(this.#shown);
      }
      this.#shown = key;
      this.one.replaceChildren(...(key ? [this.stack.item(key).element] : []));
    }
    this.one.hidden = !key;
    if (key) {
      this.stack.draw(key);
    }
  }

  #click(event) {
    const { name } = event.target.closest("[data-name]")?.dataset ?? {};
    if (name) {
      this.stack.store.focus(name);
      this.stack.grab();
    } else {
      this.stack.click(event);
    }
  }
}
