/* The panel of keys and guide: beside the page, never over what is worked at; keys can be changed here. */

import { nameOf, writes } from "./keys.js";

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
};

export class Help {
  #changing = null;

  constructor(panel, desk) {
    this.panel = panel;
    this.desk = desk;
    this.list = panel.querySelector(".desk-keys");
    this.told = panel.querySelector(".desk-keys-told");
    this.single = panel.querySelector("[name=single_keys]");
    this.single.checked = desk.keys.single;
    this.single.addEventListener("change", () => this.#save({ single_keys: this.single.checked }));
    panel.querySelector(".desk-help-close").addEventListener("click", () => this.close());
    panel.addEventListener("keydown", (event) => this.#pressed(event));
    this.draw();
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  toggle() {
    return this.isOpen ? this.close() : this.show();
  }

  show() {
    this.#open(true);
    this.panel.querySelector("h2").focus();
  }

  close() {
    this.#open(false);
    this.#changing = null;
    this.desk.stack.grab();
  }

  #open(isOpen) {
    this.panel.hidden = !isOpen;
    for (const button of document.querySelectorAll("[data-command=help]")) {
      button.setAttribute("aria-expanded", String(isOpen));
    }
  }

  draw() {
    const groups = Map.groupBy
      ? Map.groupBy(this.desk.keys.table, (command) => command.group)
      : this.desk.keys.table.reduce((all, row) => all.set(row.group, [...(all.get(row.group) ?? []), row]), new Map());
    this.list.replaceChildren(...[...groups].flatMap(([group, rows]) => [element("h4", group), this.#table(rows)]));
  }

  #table(rows) {
    const list = element("ul", "", "desk-key-list");
    list.append(...rows.map((command) => this.#row(command)));
    return list;
  }

  #row(command) {
    const { keys } = this.desk;
    const row = element("li", "");
    const run = element("button", command.label, "step");
    run.type = "button";
    run.addEventListener("click", () => this.desk.run(command.id));
    row.append(run, ...keys.of(command.id).flatMap((key) => [" ", element("kbd", keys.wording(key))]));
    if (!command.fixed) {
      const change = element("button", "Change", "step desk-change");
      change.type = "button";
      change.setAttribute("aria-label", `Change the key of ${command.label}`);
      change.addEventListener("click", () => this.#ask(command, change));
      row.append(" ", change);
    }
    return row;
  }

  #ask(command, button) {
    this.#changing = command;
    button.textContent = "Press a key";
    this.#tell(`Press the new key of ${command.label}; Esc leaves it as it is.`);
  }

  /* While a key is asked for, the one pressed is taken for it and does nothing else. */
  #pressed(event) {
    const command = this.#changing;
    if (!command || ["Shift", "Tab", "Control", "Alt", "Meta"].includes(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#changing = null;
    const name = nameOf(event);
    if (name === "Escape" || name === null) {
      this.#again(command, name === null ? "That key cannot be taken." : "It stays as it was.");
      return;
    }
    const other = this.desk.keys.at(name);
    if (other && other.id !== command.id) {
      this.#again(command, `${this.desk.keys.wording(name)} is the key of ${other.label}: change that one first.`);
      return;
    }
    if (!writes(name) && !/^(Arrow|F\d|Home|End|Page|Insert|Delete|Backspace|Enter)/.test(name)) {
      this.#again(command, "That key cannot be taken.");
      return;
    }
    this.#save({ keys: this.#with(command, name) }, command);
  }

  #with(command, name) {
    const own = { ...this.desk.settings.keys, [command.id]: name };
    if (command.keys[0] === name) {
      delete own[command.id];
    }
    return own;
  }

  async #save(changes, command = null) {
    const { desk } = this;
    const asked = { single_keys: desk.settings.single_keys, keys: desk.settings.keys, ...changes };
    const result = await desk.transport.post(desk.addresses.keys, asked);
    if (result.kind === "answer" && result.status === 200) {
      Object.assign(desk.settings, { single_keys: result.body.single_keys, keys: result.body.keys });
      desk.keys.set(desk.settings);
      this.#again(command, "Kept.");
      return;
    }
    this.single.checked = desk.settings.single_keys;
    this.#again(command, result.body?.message ?? "This could not be saved just now.");
  }

  #again(command, text) {
    this.draw();
    this.#tell(text);
    if (command) {
      this.list.querySelector(`[aria-label="Change the key of ${CSS.escape(command.label)}"]`)?.focus();
    }
  }

  #tell(text) {
    this.told.textContent = text;
    this.desk.announce(text);
  }
}
