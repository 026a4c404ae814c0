/* Evidence mode: where a claim stands is moved and grown sentence by sentence, tried out in the text, asked for once. */

import { trimmed } from "./offsets.js";

const GROWS = { "<": "back", ">": "on" };
const MOVES = { ",": "back", ".": "on" };

const sentencesOver = (pane, [start, end]) => [pane.sentenceAt(start), pane.sentenceAt(end - 1)];

export class Evidence {
  #key = null;
  #range = null;
  #trail = [];

  constructor(desk) {
    this.desk = desk;
    this.on = false;
    desk.store.addEventListener("focus", () => this.#end());
  }

  /* `e`: the selection becomes the evidence at once; without one the mode begins, or ends with what it found. */
  toggle() {
    const { desk } = this;
    const card = desk.store.get(desk.store.focused);
    if (this.on) {
      return this.#end();
    }
    if (!card || card.plain || !desk.mayTag) {
      return desk.announce("Choose a card first, then its evidence.");
    }
    const selection = desk.text.selection();
    if (selection) {
      desk.text.leave();
      getSelection().removeAllRanges();
      return this.#ask(card, selection);
    }
    return card.kind === "name" ? desk.announce("Select the name in the text first.") : this.#begin(card);
  }

  #begin(card) {
    const pane = this.desk.text;
    const first = card.evidence?.[0] ? pane.offsets.spanToUnits(card.evidence[0]) : [0, 1];
    this.on = true;
    this.#key = card.key;
    this.#range = sentencesOver(pane, first);
    this.#trail = [];
    this.desk.store.setMode("evidence");
    this.desk.announce("Evidence: comma and full stop move it by a sentence, with Shift they grow it, Enter ends.");
  }

  /* A key while the mode is on; whether it was used. */
  key(event) {
    const shifted = { Comma: "<", Period: ">" }[event.code];
    const key = event.shiftKey && shifted ? shifted : event.key;
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return false;
    }
    if (key in MOVES || key in GROWS) {
      this.#step(key);
    } else if (key === "Backspace") {
      this.#back();
    } else if (["Enter", "e", "E", "Escape"].includes(key)) {
      this.#end();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  #step(key) {
    const [first, last] = this.#range;
    const end = this.desk.text.sentences.length - 1;
    const next = {
      ",": [Math.max(first - 1, 0), Math.max(first - 1, 0)],
      ".": [Math.min(last + 1, end), Math.min(last + 1, end)],
      "<": [Math.max(first - 1, 0), last],
      ">": [first, Math.min(last + 1, end)],
    }[key];
    this.#trail.push(this.#range);
    this.#try(next);
  }

  #back() {
    if (this.#trail.length) {
      this.#try(this.#trail.pop());
    }
  }

  #try(range) {
    this.#range = range;
    const spans = this.#spans();
    this.desk.text.preview(this.#key, spans);
    this.desk.announce(this.desk.text.wordsAt(spans[0]));
  }

  #spans() {
    const pane = this.desk.text;
    const [first, last] = this.#range;
    const whole = [pane.sentences[first][0], pane.sentences[last][1]];
    const isQuote = this.desk.store.get(this.#key)?.kind === "quote";
    return [pane.offsets.spanToPoints((isQuote && trimmed(pane.words, ...whole)) || whole)];
  }

  /* The mode is over: what was found is asked for, once. */
  #end() {
    if (!this.on) {
      return;
    }
    const card = this.desk.store.get(this.#key);
    const found = this.#trail.length ? this.#spans() : null;
    this.on = false;
    this.desk.store.setMode(null);
    this.desk.text.preview(this.#key, null);
    if (card && found) {
      this.#ask(card, found);
    }
  }

  #ask(card, evidence) {
    const words = evidence.map((span) => this.desk.text.wordsAt(span)).join(" ");
    if (JSON.stringify(evidence) !== JSON.stringify(card.evidence)) {
      this.desk.act("edit", { card: card.key, values: { evidence }, shown: {} });
      this.desk.announce(`Evidence: ${words}`);
    }
  }
}
