/* A field with a list below it (ARIA 1.2 combobox), in which Enter never takes what was not meant.

   Enter takes a row only if its label fits what was typed, and only when the answer to exactly that has come: pressed
   earlier it is remembered, and so are the keys after it, until it is clear that a row was taken. Shift+Enter makes a new one of that name. Tab leaves, Escape cancels. */

import { make } from "./card-parts.js";
import { matches, same } from "./folding.js";
import { HeldKeys } from "./held-keys.js";

const PAUSE_MS = 120;
let made = 0;

export class Combobox {
  #rows = [];
  #active = -1;
  #asked = 0;
  #timer = 0;
  #waiting = false;
  #early = null;
  #chosen = false;
  #held = new HeldKeys();

  /* label, typed: what stands in it at first; rows(q, signal) → rows or their promise, a row = {value, label, hint, digit};
     isLocal: its rows are here already; makes(q) → rows that make something new; take(row), cancel(isTab); announce. */
  constructor(options) {
    Object.assign(this, options);
    const id = `choice-${(made += 1)}`;
    this.input = make("input", {
      type: "text", id, role: "combobox", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-autocomplete": "list", "aria-expanded": "true", "aria-controls": `${id}-list`, "aria-describedby": `${id}-told`,
    });
    this.list = make("ul", { id: `${id}-list`, role: "listbox", "aria-label": options.label });
    this.told = make("p", { id: `${id}-told`, class: "told" });
    this.element = make("div", { class: "combobox" }, make("label", { for: id }, options.label), this.input, this.list, this.told);
    this.input.value = options.typed ?? "";
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#keydown(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.#click(event));
  }

  /* Into the page's focus, with what stands in it selected, and its first rows asked for. */
  start() {
    this.input.focus({ preventScroll: true });
    this.input.select();
    this.#ask(0);
  }

  /* Rows are others now (another kind): ask again. */
  again() {
    this.#ask(0);
  }

  #typed() {
    this.#early = null;
    this.#chosen = false;
    this.#ask(this.isLocal || !this.input.value.trim() ? 0 : PAUSE_MS);
  }

  #ask(pause) {
    clearTimeout(this.#timer);
    this.request?.abort();
    this.#waiting = true;
    this.#asked += 1;
    if (this.isLocal || !pause) {
      this.#fetch(this.#asked);
    } else {
      this.#timer = setTimeout(() => this.#fetch(this.#asked), pause);
    }
  }

  async #fetch(asked) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const q = this.input.value.trim();
    this.request = new AbortController();
    try {
      const rows = this.rows(q, this.request.signal);
      this.#answered(asked, q, Array.isArray(rows) ? rows : await rows);
    } catch {
      if (asked === this.#asked) {
        this.#waiting = false;
        this.#early = null;
        this.#held.drop();
        this.#tell("No answer just now. Type on to ask again.");
      }
    }
  }

  #answered(asked, q, rows) {
    if (asked !== this.#asked) {
      return;
    }
    this.#waiting = false;
    this.#rows = [...rows, ...(q ? this.makes(q) : [])];
    this.#active = this.#default(q, rows);
    this.#draw();
    this.#tell(rows.length ? "" : q ? this.#unknown() : "");
    if (this.#early) {
      const { isNew } = this.#early;
      this.#early = null;
      this.#enter(isNew);
      this.#held.press();
    }
  }

  #unknown() {
    const [made] = this.#rows;
    if (made?.isFree) {
      return `${made.text}.`;
    }
    return made ? `Nobody is known by that. Shift+Enter: ${made.text}.` : "Nothing fits that.";
  }

  /* The row that Enter would take: the very name, else the first that fits. Somebody new is made only when asked for. */
  #default(q, rows) {
    if (!q) {
      return -1;
    }
    const exact = rows.findIndex((row) => same(row.label, q));
    const fitting = rows.findIndex((row) => matches(row.label, q));
    const free = !rows.length && this.#rows[0]?.isFree ? 0 : -1;
    return exact >= 0 ? exact : fitting >= 0 ? fitting : free;
  }

  #draw() {
    this.list.replaceChildren(
      ...this.#rows.map((row, index) =>
        make(
          "li",
          { id: `${this.list.id}-${index}`, role: "option", class: row.isNew ? "makes" : null, "aria-selected": "false" },
          row.digit && make("kbd", {}, row.digit),
          make("span", { class: "value" }, row.text ?? row.label),
          row.hint && make("span", { class: "hint" }, row.hint),
          row.keys && make("kbd", {}, row.keys),
        ),
      ),
    );
    this.list.hidden = !this.#rows.length;
    this.input.setAttribute("aria-expanded", String(this.#rows.length > 0));
    this.#point();
  }

  #point() {
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === this.#active)));
    const row = this.list.children[this.#active];
    if (row) {
      this.input.setAttribute("aria-activedescendant", row.id);
      this.list.scrollTop = Math.min(Math.max(this.list.scrollTop, row.offsetTop + row.offsetHeight - this.list.clientHeight), row.offsetTop);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  #keydown(event) {
    if (this.#early && !["Escape", "Backspace"].includes(event.key)) {
      this.#held.hold(event);
      return;
    }
    this.#early = null;
    this.#held.drop();
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#pressedEnter(event.shiftKey),
      Escape: () => this.cancel(false),
      Tab: () => this.cancel(true),
    }[event.key];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    const digit = isPlain && !this.input.value ? this.#rows.find((row) => row.digit === event.key) : null;
    if (digit || (act && isPlain)) {
      event.preventDefault();
      event.stopPropagation();
      digit ? this.take(digit) : act();
    }
  }

  #move(step) {
    const { length } = this.#rows;
    if (length) {
      this.#active = this.#active < 0 ? (step > 0 ? 0 : length - 1) : (this.#active + step + length) % length;
      this.#chosen = true;
      this.#point();
    }
  }

  #pressedEnter(isNew) {
    if (this.#waiting) {
      this.#early = { isNew };
      if (this.#timer) {
        this.#fetch(this.#asked);
      }
    } else {
      this.#enter(isNew);
    }
  }

  #enter(isNew) {
    const q = this.input.value.trim();
    const row = isNew ? this.#rows.find((each) => each.isNew) : this.#rows[this.#active];
    if (row && (isNew || row.isNew || this.#chosen || matches(row.label, q))) {
      this.take(row);
    } else {
      this.#held.drop();
      this.#tell(q ? "None of these fits what is typed: choose one with the arrows." : "Type, or choose with the arrows.");
    }
  }

  #click(event) {
    const index = [...this.list.children].indexOf(event.target.closest("[role=option]"));
    if (index >= 0) {
      this.take(this.#rows[index]);
    }
  }

  #tell(words) {
    this.told.textContent = words;
    if (words) {
      this.announce(words);
    }
  }

  /* Nothing more is wanted of it. */
  end() {
    clearTimeout(this.#timer);
    this.request?.abort();
    this.#asked += 1;
  }
}
