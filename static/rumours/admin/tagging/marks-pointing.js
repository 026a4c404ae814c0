/* A mark in the text and what pointing at it does: it brings its card into focus and never decides anything.

   One mark is in the tab order (roving); the arrow keys go from mark to mark, Enter goes to the card. */

const HOVER_MS = 150;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/* A link or quote first, a known name last: pointing at a sentence means what is claimed in it. */
const rank = (card) => (card.plain ? 1 : 0);

export class Marks {
  #timer = 0;

  constructor(pane) {
    this.pane = pane;
    const { element } = pane;
    element.addEventListener("pointermove", (event) => this.#hover(event));
    element.addEventListener("pointerleave", () => clearTimeout(this.#timer));
    element.addEventListener("click", (event) => this.#click(event));
    element.addEventListener("focusin", (event) => this.#focusin(event));
    element.addEventListener("keydown", (event) => this.#keydown(event));
  }

  /* The element of one stretch of text that carries `marks`, the shortest first. */
  draw(words, start, marks) {
    const piece = document.createElement("span");
    piece.textContent = words;
    piece.className = [...new Set(marks.flatMap((mark) => mark.look.split(" ")))].join(" ").trim();
    piece.dataset.keys = marks.map((mark) => mark.key).join(" ");
    const begins = marks.find((mark) => mark.start === start && mark.look);
    if (begins) {
      piece.dataset.stop = begins.key;
      piece.tabIndex = -1;
      piece.setAttribute("role", "button");
    }
    return piece;
  }

  /* Let the tab order lead to the mark of `key`; without one, to the first. */
  rove(key) {
    const stops = this.#stops();
    const chosen = stops.find((stop) => stop.dataset.stop === key) ?? stops[0];
    stops.forEach((stop) => {
      const index = stop === chosen ? 0 : -1;
      if (stop.tabIndex !== index) {
        stop.tabIndex = index;
      }
    });
  }

  #stops() {
    return [...this.pane.element.querySelectorAll("[data-stop]")];
  }

  #keysAt(target) {
    const keys = target.closest?.("[data-keys]")?.dataset.keys.split(" ") ?? [];
    const { store } = this.pane;
    return keys.filter((key) => store.get(key)).sort((a, b) => rank(store.get(a)) - rank(store.get(b)));
  }

  get #isBusy() {
    const { desk, cursor } = this.pane;
    return desk.fields?.isOpen || desk.evidence?.on || cursor.on || !getSelection().isCollapsed;
  }

  #hover(event) {
    clearTimeout(this.#timer);
    if (event.pointerType !== "mouse" || event.buttons || !(event.movementX || event.movementY)) {
      return;
    }
    const keys = this.#keysAt(event.target);
    if (keys.length && !keys.includes(this.pane.store.focused)) {
      this.#timer = setTimeout(() => this.#isBusy || this.pane.store.focus(keys[0]), HOVER_MS);
    }
  }

  /* The first click means the first card of the place, the next one the card below it, and round. */
  #click(event) {
    const keys = this.#keysAt(event.target);
    if (!keys.length || this.#isBusy) {
      return;
    }
    const at = keys.indexOf(this.pane.store.focused);
    this.pane.store.focus(event.detail > 1 || at < 0 ? keys[0] : keys[(at + 1) % keys.length]);
  }

  #focusin(event) {
    const key = event.target.dataset?.stop;
    if (key && event.target.matches(":focus-visible") && !this.#isBusy) {
      this.pane.store.focus(key);
    }
  }

  #keydown(event) {
    const { stop } = event.target.dataset;
    if (!stop || this.pane.cursor.on || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key in STEPS || event.key === "Home" || event.key === "End") {
      event.preventDefault();
      this.#step(event);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.pane.store.focus(stop);
      this.pane.desk.stack.grab();
    }
  }

  #step(event) {
    const stops = this.#stops();
    const next = stops.indexOf(event.target) + (STEPS[event.key] ?? 0);
    const goal = event.key === "Home" ? 0 : event.key === "End" ? stops.length - 1 : next;
    stops[Math.min(Math.max(goal, 0), stops.length - 1)].focus();
  }
}
