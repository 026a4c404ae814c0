/* Decisions on their way: one at a time, in order, kept until they are answered.

   An entry is {client_id, sitting, verb, card, version, values, note, changes, base, draft, held}: what is asked for
   (client_id stays the same over retries, so that the server knows a repeat), what is shown meanwhile on which cards
   (`changes`, `shows`), what the card was when it was asked (`base`), the draft it makes a card of (`draft`), and why it
   waits for the editor (`held`: "stale", "note"; else null).
   An entry that waits holds back the later ones of its card; others go on. */

import { differing, summary } from "./comparing.js";
import { sitting, uuid } from "./sitting.js";

const WAITS = [1000, 2000, 4000, 8000, 15000];
const LOGIN_WAIT = 5000;

export class Sender {
  #entries = [];
  #waiters = new Map();
  #timer = null;
  #failures = 0;
  #isBusy = false;
  #problem = null;

  /* `text` is the version of the article's text that is on the page: places are places of it. */
  constructor({ store, transport, keeper, address, text }) {
    Object.assign(this, { store, transport, keeper, address, text });
    this.answered = 0;
    window.addEventListener("online", () => this.wake());
    window.addEventListener("focus", () => this.#problem && this.wake());
    window.addEventListener("beforeunload", (event) => {
      if (this.#entries.length && !this.keeper.isAvailable) {
        event.preventDefault();
      }
    });
  }

  get waiting() {
    return this.#entries.filter((entry) => !entry.held).length;
  }

  get held() {
    return this.#entries.filter((entry) => entry.held);
  }

  get isBusy() {
    return this.#isBusy;
  }

  /* Take up what an earlier page left: it is on the screen again at once, and goes out first. */
  resume() {
    for (const entry of this.keeper.load()) {
      this.#entries.push(entry);
      this.#show(entry);
    }
    const count = this.#entries.length;
    this.#entries.filter((entry) => entry.held).forEach((entry) => (entry.held = null));
    this.#status();
    this.wake();
    return count;
  }

  /* Ask for something; resolves with the answer ({ok, status, …}), which may be long in coming. */
  send(verb, { card = null, values = {}, note = "", changes = null, shows = null, draft = null }) {
    const truth = card ? this.store.truth(card) : null;
    const { id } = sitting();
    const entry = {
      client_id: uuid(), sitting: id, verb, card, values, note, changes, shows, draft, held: null,
      version: truth?.version ?? null, base: truth ? summary(truth) : null, text: this.text,
    };
    const ahead = this.#entries.find((other) => other.held && keyOf(entry) && isOf(other, entry));
    this.#entries.push(entry);
    if (ahead) {
      this.#sayLater(ahead);
    } else {
      this.#show(entry);
    }
    this.#keep();
    const answer = new Promise((resolve) => this.#waiters.set(entry.client_id, resolve));
    this.wake();
    return answer;
  }

  /* Whether the draft with this key is on its way. */
  carries(draft) {
    return this.#entries.some((entry) => entry.draft === draft);
  }

  /* A held entry goes out again, with what is changed in it (version, base, note); those that waited for it follow. */
  release(id, changes) {
    const entry = this.#entries.find((other) => other.client_id === id);
    if (!entry) {
      return;
    }
    for (const later of this.#entries.filter((other) => isOf(other, entry))) {
      const { note = later.note, ...seen } = changes;
      Object.assign(later, later === entry ? { ...changes, held: null } : { note, ...(later.held ? {} : seen) });
      this.#show(later);
    }
    this.#keep();
    this.wake();
  }

  /* An entry and the later ones of its card are not sent at all; how many those were. */
  drop(id) {
    const first = this.#entries.find((entry) => entry.client_id === id);
    const at = this.#entries.indexOf(first);
    const gone = this.#entries.filter(
      (entry, place) => place === at || (place > at && entry.card && isOf(entry, first)),
    );
    this.#entries = this.#entries.filter((entry) => !gone.includes(entry));
    gone.forEach((entry) => {
      this.keeper.forget(entry.client_id);
      this.store.settle(entry.client_id);
      this.#answer(entry, { ok: false, status: 0, error: "dropped" });
    });
    this.#keep();
    return gone.length - 1;
  }

  /* Resolves once everything is answered: true where nothing waits for the editor. */
  async empty() {
    while (this.waiting && this.#next()) {
      await new Promise((resolve) => this.store.addEventListener("status", resolve, { once: true }));
    }
    return !this.#entries.length;
  }

  /* What stands between the editor and the server: null, "offline", "server", "login" or "user". */
  meets(problem) {
    this.#problem = problem;
    this.#status();
  }

  wake() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#isBusy) {
      this.#go();
    }
  }

  async #go() {
    const entry = this.#next();
    if (!entry) {
      this.#status();
      return;
    }
    this.#isBusy = true;
    this.#status();
    const { client_id, sitting: sat, verb, card, version, values, note, text } = entry;
    const asked = { client_id, sitting: sat, verb, card, version, values, note, text, have: this.store.have() };
    const result = await this.transport.post(this.address, asked);
    this.#isBusy = false;
    if (result.kind !== "answer") {
      this.#wait(result.kind);
      return;
    }
    this.#failures = 0;
    this.#problem = null;
    this.answered += 1;
    this.#take(entry, result);
    this.#keep();
    this.#go();
  }

  #next() {
    const isBlocked = (entry, place) =>
      entry.held || this.#entries.slice(0, place).some((earlier) => earlier.held && isOf(entry, earlier));
    return this.#entries.find((entry, place) => !isBlocked(entry, place));
  }

  #wait(problem) {
    this.#problem = problem;
    const wait = problem === "offline" || problem === "server" ? WAITS[Math.min(this.#failures, 4)] : LOGIN_WAIT;
    this.#failures += 1;
    this.#timer = setTimeout(() => this.wake(), wait);
    this.#status();
  }

  #take(entry, { status, body }) {
    if (status === 409 && body.card) {
      this.#stale(entry, body);
    } else if (status === 422 && body.needs_note) {
      this.#hold(entry, "note", body);
    } else if (status === 200) {
      this.#done(entry, body);
    } else {
      this.#refused(entry, status, body);
    }
  }

  #done(entry, body) {
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.keeper.forget(entry.client_id);
    this.store.say(entry.card ?? entry.draft, null);
    const hadFocus = entry.draft && this.store.focused === entry.draft;
    const before = this.store.have();
    this.store.apply(body.state, [entry.client_id]);
    this.#carryOn(entry, body.focus, before);
    if (entry.draft) {
      if (hadFocus && body.focus) {
        this.store.focus(body.focus);
      }
      this.store.dropDraft(entry.draft);
    }
    this.#answer(entry, { ok: true, status: 200, ...body });
  }

  /* What was asked for later of the card that this made or changed was asked of it as it now is.

     A request that is answered for the second time (the page was closed before the first answer came) finds the card
     changed already: then the version it was made for tells. */
  #carryOn(entry, focus, before) {
    for (const later of this.#entries) {
      const wasDraft = entry.draft && later.card === entry.draft;
      const key = wasDraft ? focus : later.card;
      const now = key && this.store.truth(key);
      const isOurs = entry.verb === "accept_rest" || key === entry.card || key === focus;
      const isBefore = later.version === before[key] || (key === entry.card && later.version === entry.version);
      if (now && (wasDraft || (isOurs && isBefore))) {
        Object.assign(later, { card: key, version: now.version, base: summary(now) });
      }
    }
  }

  /* Somebody changed the card meanwhile. Where nothing of it reads otherwise, ours goes out again; else it is shown. */
  #stale(entry, body) {
    if (entry.version !== body.card.version && entry.base && !differing(entry.base, summary(body.card)).length) {
      entry.version = body.card.version;
      return;
    }
    this.#hold(entry, "stale", body);
  }

  #hold(entry, held, body) {
    entry.held = held;
    this.#hide(entry, body.state);
    const key = keyOf(entry);
    const later = this.#laterOf(entry);
    later.forEach((other) => this.store.settle(other.client_id));
    this.store.say(key ?? "", { kind: held, message: body.message, entry, theirs: body.card ?? null, later: later.length });
    this.store.tell("held", { key, held });
  }

  /* What waits for a held entry: the others of its card. */
  #laterOf(entry) {
    return this.#entries.filter((other) => other !== entry && keyOf(entry) && isOf(other, entry));
  }

  /* One more waits for a held entry: the card says so, where it says how many. */
  #sayLater(held) {
    const key = keyOf(held);
    const said = this.store.said.get(key);
    if (said?.kind === "stale") {
      this.store.say(key, { ...said, later: this.#laterOf(held).length });
    }
  }

  #refused(entry, status, body) {
    this.#hide(entry, body.state);
    const left = this.drop(entry.client_id);
    const key = body.card ?? entry.card ?? entry.draft;
    this.store.say(key ?? "", { kind: "refused", message: body.message ?? "This was refused", left });
    this.store.tell("refused", { key, message: body.message, verb: entry.verb });
    this.#answer(entry, { ok: false, status, ...body });
  }

  /* The card is again as it is without what was asked for. */
  #hide(entry, state) {
    if (state) {
      this.store.apply(state, [entry.client_id]);
    } else {
      this.store.settle(entry.client_id);
    }
  }

  #show(entry) {
    const shown = entry.changes ? [entry.shows].flat().filter((key) => this.store.get(key)) : [];
    if (shown.length) {
      this.store.guess(shown, entry.changes, entry.client_id);
    }
  }

  #answer(entry, answer) {
    this.#waiters.get(entry.client_id)?.(answer);
    this.#waiters.delete(entry.client_id);
    this.store.tell("answer", { verb: entry.verb, answer });
  }

  #keep() {
    this.keeper.keep(this.#entries);
    this.#status();
  }

  #status() {
    this.store.tell("status", { waiting: this.waiting, held: this.held.length, problem: this.#problem });
  }
}

const keyOf = (entry) => entry.card ?? entry.draft;
const isOf = (entry, other) => keyOf(entry) === keyOf(other);
