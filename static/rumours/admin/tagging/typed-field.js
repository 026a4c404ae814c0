/* A field in which something is typed freely; what it was understood as is shown before Enter takes it. */

import { make } from "./card-parts.js";

let made = 0;

export class TypedField {
  /* label, typed, help; read(text) → {value, shown} or {problem}; take({value, label}), cancel(isTab); announce. */
  constructor(options) {
    Object.assign(this, options);
    const id = `typed-${(made += 1)}`;
    this.input = make("input", { type: "text", id, autocomplete: "off", "aria-describedby": `${id}-read` });
    this.output = make("p", { id: `${id}-read`, class: "told" });
    const help = options.help && make("p", { class: "hint" }, options.help);
    this.element = make("div", { class: "combobox" }, make("label", { for: id }, options.label), this.input, this.output, help);
    this.input.value = options.typed ?? "";
    this.input.addEventListener("input", () => this.#show());
    this.input.addEventListener("keydown", (event) => this.#keydown(event));
  }

  start() {
    this.input.focus({ preventScroll: true });
    this.input.select();
    this.#show();
  }

  end() {}

  #show() {
    const { problem, shown } = this.read(this.input.value);
    this.output.textContent = problem ?? shown;
    this.output.classList.toggle("problem", Boolean(problem));
  }

  #keydown(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || !["Enter", "Escape", "Tab"].includes(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Enter") {
      this.cancel(event.key === "Tab");
      return;
    }
    const { problem, value, shown } = this.read(this.input.value);
    if (problem) {
      this.announce(problem);
    } else {
      this.take({ value, label: shown });
    }
  }
}
