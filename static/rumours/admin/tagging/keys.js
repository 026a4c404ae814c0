/* Which key does what: the table of the page with the editor's own keys over it, and the dispatch of what is pressed.

   A key is named as in the table: "a", "Shift+Z", "?", "ArrowDown", "Ctrl+Enter". Letters go by event.key, so that every
   layout has its own; where the layout writes no Latin letters, by their place on the keyboard. */

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const NATIVE = ["Enter", " ", "ArrowDown", "ArrowUp"];
const NAMES = { " ": "Space", ArrowDown: "↓", ArrowUp: "↑", Backspace: "⌫", Escape: "Esc" };
const MODIFIERS = ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"];

const byPlace = (code) => (/^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : /^Digit\d$/.test(code) ? code[5] : null);

/* The name of the key pressed (without Alt), or null for none that counts. */
export const nameOf = (event) => {
  if (!event.key || event.isComposing || MODIFIERS.includes(event.key) || event.getModifierState("AltGraph")) {
    return null;
  }
  if (event.ctrlKey || event.metaKey) {
    return event.key === "Enter" && !event.altKey ? "Ctrl+Enter" : null;
  }
  const isPlain = /^[\x20-\x7e]$/.test(event.key) || event.key.length > 1;
  const key = isPlain && !(event.altKey && IS_MAC) ? event.key : (byPlace(event.code) ?? event.key);
  if (/^[a-z]$/i.test(key)) {
    return event.shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
  }
  return key;
};

/* Whether a key writes something: those alone can be switched off (and are wanted in fields). */
export const writes = (name) => /^(Shift\+)?.$/u.test(name);

const isField = (element) =>
  element.isContentEditable || element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
const isControl = (element) => element.closest("button, a[href], summary, input, [role=button], [role=option]") !== null;

export class Keys {
  #byKey = new Map();
  #ownKeys = {};

  /* `table` is the page's list of commands; `settings` is {single_keys, keys}. */
  constructor(table, settings, store) {
    this.table = table;
    this.store = store;
    this.set(settings);
  }

  set({ single_keys: single, keys }) {
    this.single = single;
    this.#ownKeys = keys;
    this.#byKey = new Map(this.table.flatMap((command) => this.of(command.id).map((key) => [key, command])));
    this.fill(document);
    this.store.tell("keys");
  }

  /* The keys of a command. */
  of(id) {
    const command = this.table.find((other) => other.id === id);
    return id in this.#ownKeys ? [this.#ownKeys[id], ...command.keys.slice(1)] : (command?.keys ?? []);
  }

  command(id) {
    return this.table.find((other) => other.id === id);
  }

  /* The command that a key name belongs to. */
  at(name) {
    return this.#byKey.get(name);
  }

  /* What is printed on a button. */
  label(id) {
    const [first] = this.of(id);
    return first === undefined ? "" : this.wording(first);
  }

  wording(name) {
    const shown = name.split("+").length > 1 && name !== "+" ? name : (NAMES[name] ?? name);
    return !this.single && writes(name) ? `Alt+${shown}` : shown;
  }

  /* Print the keys on the buttons inside. */
  fill(root) {
    for (const button of root.querySelectorAll("[data-command]")) {
      const printed = button.querySelector("kbd");
      const label = this.label(button.dataset.command);
      if (printed) {
        printed.textContent = label;
        printed.hidden = !label;
      }
      if (label) {
        button.setAttribute("aria-keyshortcuts", this.#forAria(button.dataset.command));
      }
    }
  }

  /* A button of a command, its key printed on it. */
  button(id, label = this.command(id).label) {
    const button = document.createElement("button");
    const printed = document.createElement("kbd");
    button.type = "button";
    button.className = "step";
    button.dataset.command = id;
    button.append(label, " ", printed);
    this.fill({ querySelectorAll: () => [button] });
    return button;
  }

  /* The command that this press means here, or null. */
  meant(event) {
    const name = nameOf(event);
    if (name === null) {
      return null;
    }
    const inside = event.target instanceof Element ? event.target : document.body;
    const isNamed = name === "Ctrl+Enter" || name === "Escape";
    if (!event.altKey && !isNamed && (isField(inside) || (writes(name) && !this.single))) {
      return null;
    }
    if (!event.altKey && NATIVE.includes(event.key) && !isNamed && isControl(inside)) {
      return null;
    }
    return event.altKey && !writes(name) ? null : (this.at(name) ?? null);
  }

  #forAria(id) {
    return this.of(id)
      .map((name) => (!this.single && writes(name) ? `Alt+${name}` : name).replace("Ctrl+", "Control+"))
      .join(" ");
  }
}

/* Run what is pressed on the page. */
export const listen = (keys, desk) => {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || (desk.evidence.on && desk.evidence.key(event))) {
      return;
    }
    const command = keys.meant(event);
    if (!command) {
      return;
    }
    event.preventDefault();
    if (!(event.repeat && command.decides)) {
      desk.run(command.id);
    }
  });
};
