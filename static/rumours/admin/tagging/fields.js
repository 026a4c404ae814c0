/* The editor of one field, opened in place in its card; one at a time. What it takes is asked for as one edit. */

import { make } from "./card-parts.js";
import { ASKED, fitting, makingRows, NAME_KINDS, refRows, wordRows } from "./choices.js";
import { Combobox } from "./combobox.js";
import { feesTyped, feeWords, parseFees } from "./fees.js";
import { TypedField } from "./typed-field.js";

const LABELS = {
  player: "Player", from_club: "From", loan_club: "On loan at", to_club: "To", window: "Window", stage_group: "Stage",
  stage: "Stage", kind: "Kind", fees: "Fee", source: "Outlet", via: "As quoted by", role: "Role", doubt: "Doubt",
  claimant: "Whose own word", ending: "Ending", follows: "Repeats", speaker: "Who says it", subject: "Who it is",
  club: "Club", stance: "Stance", translation: "Translation",
};
const AMBIGUOUS = ["player", "speaker", "subject", "from_club", "loan_club", "to_club", "club"];

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Fields {
  #editor = null;

  constructor(desk) {
    this.desk = desk;
    this.openAt = null;
    desk.store.addEventListener("focus", ({ detail }) => this.isOpen && detail.key !== this.openAt.key && this.#end());
    desk.store.addEventListener("cards", () => this.isOpen && !desk.store.get(this.openAt.key) && this.#end());
  }

  get isOpen() {
    return this.openAt !== null;
  }

  /* Open the editor of a field; `typed`: what stands in it at first. */
  open(key, name, { typed } = {}) {
    const { desk } = this;
    const card = desk.store.get(key);
    if (!card || !desk.mayTag) {
      return;
    }
    this.#end();
    desk.store.focus(key);
    this.openAt = { key, name };
    this.#editor = this.#editorOf(card, name, typed);
    const host = desk.stack.editorOf(key);
    host.replaceChildren(this.#editor.element);
    host.onfocusout = (event) => this.#left(host, event.relatedTarget);
    desk.stack.draw(key);
    this.#editor.start();
    desk.stack.bringIntoView();
  }

  /* Leave without taking anything; the focus goes back to the card, or to the field's button. */
  close(toButton = false) {
    const at = this.openAt;
    this.#end();
    if (at) {
      const card = this.desk.stack.elementOf(at.key);
      ((toButton && card?.querySelector(`[data-open="${at.name}"]`)) || card)?.focus({ preventScroll: true });
      this.desk.drafts.left(at.key);
    }
  }

  #end() {
    const at = this.openAt;
    if (!at) {
      return;
    }
    const host = this.desk.stack.editorOf(at.key);
    this.openAt = null;
    this.#editor.end();
    this.#editor = null;
    if (host) {
      host.onfocusout = null;
      host.replaceChildren();
    }
    this.desk.stack.draw(at.key);
  }

  /* The focus went elsewhere on the page: nothing is taken. */
  #left(host, target) {
    if (target && !host.contains(target)) {
      const { key } = this.openAt ?? {};
      this.#end();
      if (!this.desk.stack.elementOf(key)?.contains(target)) {
        this.desk.drafts.left(key);
      }
    }
  }

  #editorOf(card, name, typed) {
    const common = {
      label: LABELS[name] ?? name,
      typed,
      announce: this.desk.announce,
      cancel: (isTab) => this.close(isTab),
    };
    if (name === "fees" || name === "translation") {
      return this.#typedField(card, name, common);
    }
    const rows = wordRows(this.desk, card, name);
    if (rows) {
      return new Combobox({ ...common, rows: fitting(rows), isLocal: true, makes: () => [], take: (row) => this.#take(card, name, row) });
    }
    return name === "window" ? this.#windows(card, common) : this.#refs(card, name, common);
  }

  #windows(card, common) {
    const rows = (q, signal) => this.desk.find("window", q, card.draft ? null : card.key, signal);
    return new Combobox({ ...common, rows, makes: () => [], take: (row) => this.#take(card, "window", row) });
  }

  /* A list of rows of the database; where several kinds fit, Alt with a digit or a button chooses one. */
  #refs(card, name, common) {
    let what = ASKED[name];
    const box = new Combobox({
      ...common,
      rows: refRows(this.desk, card, name, () => what),
      makes: makingRows(name, () => what),
      take: (row) => this.#take(card, name, row),
    });
    if (name === "subject") {
      box.element.prepend(this.#kinds(box, (kind) => (what = kind)));
    }
    return box;
  }

  #kinds(box, choose) {
    const buttons = NAME_KINDS.map((kind, index) =>
      make("button", { type: "button", class: "step small", "aria-pressed": "false", "data-kind": kind }, kind, make("kbd", { "aria-hidden": "true" }, `Alt+${index + 1}`)),
    );
    const pick = (index) => {
      choose(NAME_KINDS[index]);
      buttons.forEach((each, at) => each.setAttribute("aria-pressed", String(at === index)));
      box.input.focus({ preventScroll: true });
      box.again();
    };
    buttons.forEach((each, index) => each.addEventListener("click", () => pick(index)));
    box.input.addEventListener("keydown", (event) => {
      const index = event.altKey && /^Digit[1-4]$/.test(event.code) ? Number(event.code[5]) - 1 : -1;
      if (index >= 0) {
        event.preventDefault();
        event.stopPropagation();
        pick(index);
      }
    });
    return make("div", { class: "kinds", role: "group", "aria-label": "What it is" }, buttons);
  }

  #typedField(card, name, common) {
    const { value } = card.fields[name] ?? {};
    const take = ({ value: taken, label }) => this.#ask(card, { [name]: taken }, { [name]: { value: taken, label } });
    if (name === "translation") {
      return new TypedField({ ...common, typed: value ?? "", read: (text) => ({ value: text.trim(), shown: text.trim() }), take });
    }
    const read = (text) => {
      const { fees, problem } = parseFees(text, this.desk.words.fee_what);
      return problem ? { problem } : { value: fees, shown: fees.length ? fees.map(feeWords).join(", ") : "" };
    };
    const help = "As €12m, £8-10m option, 2m add-ons; several with a semicolon. Empty: no sum.";
    return new TypedField({ ...common, typed: feesTyped(value), read, take, help });
  }

  #take(card, name, row) {
    const values = row.values ?? { [name]: row.value };
    const isMade = Boolean(row.value?.new);
    const label = row.value === null || row.value === "" ? "" : row.label;
    const shown = row.values ? undefined : { [name]: { value: row.value, label, hint: row.hint ?? "", is_new: isMade } };
    if (name === "from_club" && row.value && card.fields.free_agent?.value) {
      values.free_agent = false;
    }
    this.#ask(card, values, shown);
  }

  #ask(card, values, shown) {
    this.#end();
    this.desk.stack.grab();
    const isChange = Object.entries(values).some(([name, value]) => !isSame(card.fields[name]?.value ?? null, value) || card.fields[name]?.assumed);
    if (isChange) {
      this.desk.act("edit", { card: card.key, values, shown });
    }
  }

  /* The next of the rows that an ambiguous name of the card may mean. */
  nextAlternative(key) {
    const card = this.desk.store.get(key);
    const name = AMBIGUOUS.find((each) => (card?.fields[each]?.options ?? []).length > 1);
    if (!name) {
      this.desk.announce("No name on this card has another meaning.");
      return;
    }
    const { options, value } = card.fields[name];
    const at = options.findIndex((option) => isSame(option.value, value));
    this.takeOption(key, name, (at + 1) % options.length);
  }

  takeOption(key, name, index) {
    const card = this.desk.store.get(key);
    const option = card?.fields[name]?.options[Number(index)];
    if (option) {
      const { value, label, hint } = option;
      this.desk.act("edit", { card: key, values: { [name]: value }, shown: { [name]: { value, label, hint, is_new: Boolean(value?.new) } } });
      this.desk.announce([label, hint].filter(Boolean).join(", "));
    }
  }
}
