/* What was refused is told in the card it is about, never in a window over the page: why; both values where another
   editor was quicker; the line for readers where one is needed. */

import { differing, summary } from "./comparing.js";

const FIELD = {
  stage_group: "stage", stage: "exact stage", from_club: "from", to_club: "to", loan_club: "loan club", fees: "fee",
  source: "outlet", via: "as quoted by", claimant: "whose word",
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
};

const button = (label, act) => {
  const made = element("button", label, "step");
  made.type = "button";
  made.addEventListener("click", act);
  return made;
};

const quoted = (value) => value || "nothing";
const nameOf = (field) => FIELD[field] ?? field.replaceAll("_", " ");

/* What the editor asked for, in words, by field. */
const mine = (entry) => {
  const found = Object.entries(entry.changes?.fields ?? {}).map(([name, field]) => [name, field.label ?? ""]);
  if (entry.changes?.state) {
    found.unshift(["state", entry.changes.state]);
  }
  if (entry.values.evidence) {
    found.push(["words", entry.changes?.words ?? ""]);
  }
  return new Map(found);
};

const clock = (iso) => {
  const when = iso ? new Date(iso) : null;
  return when && !Number.isNaN(when.valueOf())
    ? when.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })
    : "";
};

const rowsOf = ({ entry, theirs }) => {
  const asked = mine(entry);
  const now = summary(theirs);
  const moved = entry.base ? differing(entry.base, now) : [];
  const names = [...new Set([...asked.keys(), ...moved])];
  const value = (name) => (name === "state" || name === "words" ? now[name] : now.fields[name]);
  const ours = (name) => (asked.has(name) ? asked.get(name) : "as it was");
  return names.map((name) => [nameOf(name), ours(name), value(name)]).filter(([, our, their]) => our !== their);
};

/* Whose the other value is, where the card itself tells; the message above the table always does. */
const heading = ({ entry, theirs: { state, decided } }) =>
  decided && entry.base?.state !== state ? `${decided.who}'s, ${clock(decided.when)}` : "theirs";

const table = (said) => {
  const theirs = heading(said);
  const drawn = element("table", "", "desk-both");
  const head = drawn.createTHead().insertRow();
  for (const title of ["field", "yours", theirs]) {
    const cell = element("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const body = drawn.createTBody();
  for (const [name, ours, other] of rowsOf(said)) {
    const row = body.insertRow();
    const cell = element("th", name);
    cell.scope = "row";
    row.append(cell, element("td", quoted(ours)), element("td", quoted(other)));
  }
  return drawn;
};

const stale = (desk, key, said) => {
  const { sender, store } = desk;
  const keep = button("Keep theirs", () => {
    store.say(key, null);
    sender.drop(said.entry.client_id);
    desk.stack.grab();
    desk.announce("Theirs is kept.");
  });
  const put = button("Put mine over theirs", () => {
    store.say(key, null);
    sender.release(said.entry.client_id, { version: said.theirs.version, base: summary(said.theirs) });
    desk.stack.grab();
    desk.announce("Yours is put over theirs.");
  });
  const later = said.later ? [element("p", `${said.later} later of yours on this card wait for this.`)] : [];
  return [element("p", said.message), table(said), ...later, keep, put];
};

const TAKES_BACK = ["undo", "redo", "reopen", "remove"];

const note = (desk, key, said) => {
  const form = element("form", "", "desk-needs-note");
  const label = element("label", "Why, for readers: ");
  const typed = element("input", "");
  typed.maxLength = 300;
  typed.required = true;
  typed.value = TAKES_BACK.includes(said.entry.verb) ? "" : desk.note;  // offered again for an edit, never sent unasked
  label.append(typed);
  const send = element("button", "Go on", "step");
  const left = button("Leave it as it was", () => {
    desk.store.say(key, null);
    desk.sender.drop(said.entry.client_id);
    desk.stack.grab();
  });
  form.append(label, send, left);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = typed.value.trim();
    desk.note = TAKES_BACK.includes(said.entry.verb) ? desk.note : line;
    desk.store.say(key, null);
    desk.sender.release(said.entry.client_id, { note: line });
    desk.stack.grab();
  });
  setTimeout(() => {
    if (typed.isConnected && (!key || desk.store.focused === key)) {
      typed.focus();
      typed.select();
    }
  });
  return [element("p", said.message), form];
};

const refused = (desk, key, said) => {
  const left = said.left ? [element("p", `${said.left} later of yours on this card were not sent either.`)] : [];
  const close = button("All right", () => {
    desk.store.say(key, null);
    desk.stack.grab();
  });
  return [element("p", said.message), ...left, close];
};

const DRAW = { stale, note, refused };

/* Keeps `.card-talk` of every card, and the place for what is about no card, as `store.said` has it. */
export class Talk {
  #drawn = new WeakMap();

  constructor(desk, general) {
    this.desk = desk;
    this.general = general;
    desk.store.addEventListener("said", ({ detail: { key } }) => this.#draw(key, true));
    desk.store.addEventListener("focus", ({ detail: { key } }) => this.#show(key));
    desk.store.addEventListener("cards", () => [...desk.store.said.keys()].forEach((key) => this.#draw(key, false)));
  }

  /* What is said of the card in focus is in view, below all else in the card. */
  #show(key) {
    if (key === this.desk.store.focused && this.desk.store.said.has(key)) {
      this.desk.stack.elementOf(key)?.querySelector(".card-talk").scrollIntoView({ block: "nearest" });
    }
  }

  #draw(key, isNews) {
    const said = this.desk.store.said.get(key) ?? null;
    const slot = (key && this.desk.stack.elementOf(key)?.querySelector(".card-talk")) || this.general;
    if (this.#drawn.get(slot) === said) {
      return;
    }
    this.#drawn.set(slot, said);
    slot.replaceChildren(...(said ? DRAW[said.kind](this.desk, key, said) : []));
    slot.hidden = said === null;
    if (said && isNews) {
      this.#show(key);
      this.desk.announce(said.message ?? "");
      this.#grab(key, slot);
    }
  }

  /* From the card in focus one Tab leads to what can be answered; whoever types elsewhere is left there. */
  #grab(key, slot) {
    const active = document.activeElement;
    if ((!key || key === this.desk.store.focused) && (active === document.body || active.matches("[data-card]"))) {
      slot.querySelector("p")?.setAttribute("tabindex", "-1");
      slot.querySelector("p")?.focus({ preventScroll: true });
    }
  }
}
