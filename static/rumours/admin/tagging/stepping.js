/* One key on to the next value of a field, without opening it: kind, doubt, role, and the outlets the article credits. */

import { wordRows } from "./choices.js";

const NOBODY = { value: null, label: "", hint: "" };
const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export class Stepper {
  #outlets = null;

  constructor(desk) {
    this.desk = desk;
  }

  /* The next value of a field of the card; after the last comes the first again. */
  async step(card, name) {
    const rows = name === "source" ? await this.#credited() : wordRows(this.desk, card, name);
    const now = this.desk.store.get(card.key);
    if (!rows || !now || rows.length < 2) {
      this.desk.announce("There is nothing else to choose by one key.");
      return;
    }
    const at = rows.findIndex((row) => same(row.value, now.fields[name]?.value));
    const { value, label, hint } = rows[(at + 1) % rows.length];
    const say = `${label || "The publisher"}.`;
    this.desk.act("edit", { card: card.key, values: { [name]: value }, shown: { [name]: { value, label, hint: hint ?? "" } }, say });
  }

  /* Outlets that the article names, asked for once: nobody by name comes first. */
  async #credited() {
    try {
      this.#outlets ??= await this.desk.find("source", "", null);
    } catch {
      return null;
    }
    return [NOBODY, ...this.#outlets];
  }
}
