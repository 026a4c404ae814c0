/* The stack of cards beside the text. Each card keeps its element; only what changed is drawn again.

   The list and its focus: `store.focused` says which card is meant, here it becomes aria-current, the tab stop, and
   wholly visible. A card's element has four parts: its fields, the place of an open editor, its evidence with what can be
   decided, and what is said of it. */

import { make } from "./card-parts.js";
import { linkCard, linkLine } from "./card-link.js";
import { nameCard, nameLine } from "./card-name.js";
import { quoteCard, quoteLine } from "./card-quote.js";
import { PlainNames } from "./plain-names.js";

const PARTS = { link: linkCard, quote: quoteCard, name: nameCard };
const LINES = { link: linkLine, quote: quoteLine, name: nameLine };
const HEADS = { link: "Links", quote: "Quotes", name: "Names" };
const STATES = { waiting: "to decide", accepted: "accepted", edited: "accepted with changes", entered: "entered", rejected: "rejected" };
const MARGIN = 8;
const SEEN_SHARE = 0.75;

export class Stack {
  #items = new Map();

  constructor(element, store, fields, desk) {
    Object.assign(this, { element, store, fields, desk });
    this.list = make("ol", { class: "cards" });
    this.nothing = make("p", { class: "nothing", hidden: true }, "Nothing was found to decide. Select words in the text to make a link, quote or name.");
    this.plain = new PlainNames(this);
    element.append(this.nothing, this.list, this.plain.element);
    this.#watch();
    this.#order();
  }

  #watch() {
    const { store } = this;
    store.addEventListener("cards", ({ detail }) => this.#changed(detail));
    store.addEventListener("focus", ({ detail }) => this.#moved(detail));
    store.addEventListener("mode", () => this.draw(store.focused));
    store.addEventListener("keys", () => this.draw(store.focused));
    this.list.addEventListener("click", (event) => this.click(event));
    this.sight = new IntersectionObserver((entries) => this.#saw(entries), { root: this.list, threshold: [0.25, 0.5, SEEN_SHARE, 1] });
    this.sizes = new ResizeObserver(() => this.bringIntoView());
    this.sizes.observe(this.list);
  }

  elementOf(key) {
    return this.#items.get(key)?.element ?? null;
  }

  editorOf(key) {
    return this.#items.get(key)?.editor ?? null;
  }

  /* Give the card in focus the focus of the page. */
  grab() {
    this.elementOf(this.store.focused)?.focus({ preventScroll: true });
  }

  #changed({ keys, order }) {
    (keys ?? [...this.store.cards.keys()]).forEach((key) => this.draw(key));
    if (order) {
      this.#order();
    }
    this.plain.draw();
  }

  #moved({ key, was }) {
    const had = this.element.contains(document.activeElement) || document.activeElement === document.body;
    this.plain.draw();
    this.draw(was);
    this.draw(key);
    this.#measure(was, key);
    this.bringIntoView();
    if (had) {
      this.grab();
    }
  }

  /* The card in focus stays in view also when it grows or shrinks. */
  #measure(was, key) {
    if (this.#items.has(was)) {
      this.sizes.unobserve(this.elementOf(was));
    }
    if (this.#items.has(key)) {
      this.sizes.observe(this.elementOf(key));
    }
  }

  /* The list as the store orders it; each kind's first card says what follows. */
  #order() {
    const keys = this.store.order;
    const wanted = new Set(keys);
    [...this.#items.keys()].filter((key) => !wanted.has(key) && !this.store.get(key)?.plain).forEach((key) => this.drop(key));
    let kind = null;
    keys.forEach((key, index) => {
      const { element } = this.item(key);
      const card = this.store.get(key);
      this.draw(key);
      element.dataset.head = card.kind === kind || card.draft ? "" : HEADS[card.kind];
      kind = card.draft ? kind : card.kind;
      if (this.list.children[index] !== element) {
        this.list.insertBefore(element, this.list.children[index] ?? null);
      }
    });
    this.nothing.hidden = keys.length > 0;
    this.bringIntoView();
  }

  /* The element of a card, made when there is none yet. */
  item(key) {
    if (!this.#items.has(key)) {
      const [body, editor, foot, talk] = ["body", "edit", "foot", "talk"].map((name) => make("div", { class: `card-${name}` }));
      const element = make("li", { id: `card-${key}`, "data-card": key, tabindex: "-1" }, body, editor, foot, talk);
      this.#items.set(key, { element, body, editor, foot, drawn: "" });
      if (!this.store.get(key)?.plain) {
        this.sight.observe(element);
      }
    }
    return this.#items.get(key);
  }

  drop(key) {
    const item = this.#items.get(key);
    if (item) {
      this.sight.unobserve(item.element);
      this.sizes.unobserve(item.element);
      item.element.remove();
      this.#items.delete(key);
    }
  }

  /* Draw one card, if it looks otherwise than before. */
  draw(key) {
    const card = this.store.get(key);
    if (!card || !(this.#items.has(key) || this.store.order.includes(key))) {
      return;
    }
    const item = this.item(key);
    const drawing = this.#drawing(card);
    const now = JSON.stringify({ ...drawing, desk: null, keys: drawing.focused && this.desk.keyLabel("accept") });
    if (now === item.drawn) {
      return;
    }
    item.drawn = now;
    this.#dress(item.element, drawing);
    const held = this.#held(item);
    const { body, foot = [] } = drawing.isLine ? { body: LINES[card.kind](drawing) } : PARTS[card.kind](drawing);
    item.body.replaceChildren(...body.filter(Boolean));
    item.foot.replaceChildren(...foot.filter(Boolean));
    held();
  }

  #drawing(card) {
    const focused = card.key === this.store.focused;
    const isLine = card.state !== "waiting" && !focused;
    const open = this.fields.openAt?.key === card.key ? this.fields.openAt.name : null;
    const isPending = this.store.pending.has(card.key);
    const isTrying = focused && this.store.mode === "evidence";
    return { desk: this.desk, card, focused, isLine, open, isPending, isTrying };
  }

  #dress(element, { card, focused, isLine, isPending, isTrying }) {
    const looks = ["card", `is-${card.kind}`, `is-${card.state}`];
    const more = { "in-focus": focused, "is-line": isLine, "is-pending": isPending, "is-draft": card.draft, "is-dim": card.dim, "is-trying": isTrying };
    element.className = [...looks, ...Object.keys(more).filter((name) => more[name])].join(" ");
    element.tabIndex = focused ? 0 : -1;
    element.toggleAttribute("aria-current", focused);
    if (focused) {
      element.setAttribute("aria-current", "true");
    }
    const stage = card.fields.stage?.label || card.fields.stage_group?.label;
    const words = [card.title, stage, card.draft ? "not entered yet" : STATES[card.state]].filter(Boolean);
    element.setAttribute("aria-label", words.join(", "));
  }

  /* The button that had the focus in what is drawn again; call the result to give it back. */
  #held({ element, body, foot }) {
    const active = [body, foot].some((part) => part.contains(document.activeElement)) ? document.activeElement.dataset : null;
    const name = active && ["command", "open", "take"].find((each) => active[each]);
    const selector = name ? `[data-${name}="${CSS.escape(active[name])}"]` : null;
    return () => active && ((selector && element.querySelector(selector)) || element).focus({ preventScroll: true });
  }

  /* A click on a card focuses it; on one of its fields it opens that, on an alternative it takes it. */
  click(event) {
    const key = event.target.closest("[data-card]")?.dataset.card;
    if (!key || event.target.closest(".card-edit, .card-talk, a")) {
      return;
    }
    const { open, take } = event.target.closest("[data-open], [data-take]")?.dataset ?? {};
    this.store.focus(key);
    if (open) {
      this.fields.open(key, open);
    } else if (take) {
      this.fields.takeOption(key, ...take.split(":"));
    } else if (!event.target.closest("button")) {
      this.grab();
    }
  }

  /* The whole card in focus, inside the list's own scrolling; what is open in it before the rest. */
  bringIntoView() {
    const item = this.#items.get(this.store.focused);
    if (!item || !this.list.contains(item.element)) {
      return;
    }
    if (item.element === this.list.firstElementChild && !item.editor.firstChild) {
      this.list.scrollTop = 0;
    }
    const view = this.list.getBoundingClientRect();
    const whole = item.element.getBoundingClientRect();
    const rect = whole.height + 2 * MARGIN > view.height && item.editor.firstChild ? item.editor.getBoundingClientRect() : whole;
    if (rect.top < view.top + MARGIN || rect.height + 2 * MARGIN > view.height) {
      this.list.scrollTop += rect.top - view.top - MARGIN;
    } else if (rect.bottom > view.bottom - MARGIN) {
      this.list.scrollTop += rect.bottom - view.bottom + MARGIN;
    }
  }

  #saw(entries) {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      if (intersectionRatio >= SEEN_SHARE || intersectionRect.height >= SEEN_SHARE * (rootBounds?.height ?? Infinity)) {
        this.store.see(target.dataset.card);
      }
    }
  }
}
