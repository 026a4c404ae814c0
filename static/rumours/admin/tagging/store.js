/* What the desk knows: the cards as the server has them, and over them what was asked for and is not answered yet.

   Panes read `cards` and listen; a card's object is replaced whenever something of it changes, and never mutated. */

const merged = (card, changes) => {
  const next = { ...card, ...changes };
  if (changes.fields) {
    next.fields = { ...card.fields };
    for (const [name, field] of Object.entries(changes.fields)) {
      next.fields[name] = { ...next.fields[name], ...field };
    }
  }
  return next;
};

const isOpen = (card) => Boolean(card) && !card.plain && card.state === "waiting";

export class Store extends EventTarget {
  #truth = new Map();
  #guesses = new Map();
  #drafts = new Map();
  #pending = null;
  #serverOrder = [];

  constructor(state) {
    super();
    this.cards = new Map();
    this.order = [];
    this.plain = [];
    this.focused = null;
    this.seen = new Set();
    this.said = new Map();
    this.mode = null;
    this.apply(state);
  }

  get(key) {
    return this.cards.get(key);
  }

  truth(key) {
    return this.#truth.get(key);
  }

  /* Card keys with what is guessed of them, together. */
  get pending() {
    if (this.#pending === null) {
      this.#pending = new Map();
      for (const { keys, changes } of this.#guesses.values()) {
        for (const key of keys) {
          this.#pending.set(key, this.#pending.has(key) ? merged(this.#pending.get(key), changes) : changes);
        }
      }
    }
    return this.#pending;
  }

  /* Versions by card, for the server to send only what differs. */
  have() {
    return Object.fromEntries([...this.#truth].map(([key, card]) => [key, card.version]));
  }

  open() {
    return this.order.filter((key) => isOpen(this.cards.get(key)));
  }

  nextOpen(key) {
    const at = this.order.indexOf(key);
    const round = [...this.order.slice(at + 1), ...this.order.slice(0, Math.max(at, 0))];
    return round.find((other) => isOpen(this.cards.get(other))) ?? null;
  }

  focus(key) {
    if (key === this.focused || (key !== null && !this.cards.has(key))) {
      return;
    }
    const was = this.focused;
    this.focused = key;
    this.#tell("focus", { key, was });
  }

  move(step) {
    if (!this.order.length) {
      return;
    }
    const at = this.order.indexOf(this.focused);
    const last = this.order.length - 1;
    const next = at < 0 ? (step > 0 ? 0 : last) : Math.min(Math.max(at + step, 0), last);
    this.focus(this.order[next]);
  }

  see(key) {
    if (!this.seen.has(key)) {
      this.seen.add(key);
      this.#tell("seen", { key });
    }
  }

  setMode(mode) {
    if (mode !== this.mode) {
      this.mode = mode;
      this.#tell("mode", { mode });
    }
  }

  /* What is said at a card ({kind, …}), or null for nothing any more. */
  say(key, said) {
    if (said === null ? !this.said.delete(key) : this.said.get(key) === said) {
      return;
    }
    if (said !== null) {
      this.said.set(key, said);
    }
    this.#tell("said", { key });
  }

  putDraft(card) {
    const isNew = !this.#drafts.has(card.key);
    this.#drafts.set(card.key, card);
    this.#redraw([card.key], isNew);
  }

  dropDraft(key) {
    if (!this.#drafts.delete(key)) {
      return;
    }
    this.say(key, null);
    const next = this.focused === key ? (this.nextOpen(key) ?? this.#serverOrder[0] ?? null) : this.focused;
    this.focus(next);
    this.#redraw([key], true);
  }

  drafts() {
    return [...this.#drafts.values()];
  }

  /* Changes of cards to be shown at once, under the id of the request that asks for them. */
  guess(keys, changes, id) {
    this.#guesses.set(id, { keys, changes });
    this.#redraw(keys, false);
  }

  /* The request is answered: what was guessed for it no longer counts. */
  settle(id) {
    const guess = this.#guesses.get(id);
    if (this.#guesses.delete(id)) {
      this.#redraw(guess.keys, false);
    }
  }

  /* The server's answer: the cards in it are new, the others as they were. `settled` are ids of requests it answers. */
  apply(state, settled = []) {
    const changed = settled.flatMap((id) => this.#guesses.get(id)?.keys ?? []);
    settled.forEach((id) => this.#guesses.delete(id));
    for (const key of state.gone ?? []) {
      this.#truth.delete(key);
      this.say(key, null);
      changed.push(key);
    }
    for (const card of state.cards) {
      this.#truth.set(card.key, card);
      changed.push(card.key);
    }
    const order = state.order.join() !== this.#serverOrder.join();
    this.#serverOrder = state.order;
    for (const name of ["article", "counts", "checklist", "undo", "redo", "twin", "others", "notes"]) {
      this[name] = state[name];
    }
    this.#redraw(changed, order);
    this.#tell("article", {});
    this.#tell("trail", {});
  }

  /* One card as the server now has it (an answer that tells of no other). */
  put(card) {
    this.#truth.set(card.key, card);
    this.#redraw([card.key], false);
  }

  tell(name, detail = {}) {
    this.#tell(name, detail);
  }

  #redraw(keys, order) {
    this.#pending = null;
    const pending = this.pending;
    const changed = [...new Set(keys)];
    for (const key of changed) {
      const card = this.#drafts.get(key) ?? this.#truth.get(key);
      if (!card) {
        this.cards.delete(key);
      } else {
        this.cards.set(key, pending.has(key) ? merged(card, pending.get(key)) : card);
      }
    }
    if (order) {
      this.order = [...this.#drafts.keys(), ...this.#serverOrder.filter((key) => this.#truth.has(key))];
    }
    this.plain = [...this.#truth.values()].filter((card) => card.plain).map((card) => card.key);
    if (changed.length || order) {
      this.#tell("cards", { keys: changed, order });
    }
    if (this.focused !== null && !this.cards.has(this.focused)) {
      this.focus(this.order.find((key) => isOpen(this.cards.get(key))) ?? this.order[0] ?? null);
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
