/* The article as it is read: its paragraphs with everything found in them marked, what was set apart greyed in place.

   Marks never decide: pointing at one, focusing or clicking it brings its card into focus. A block of the text is drawn
   again only when its marks change; which card is lit is a matter of classes. */

import { Cursor } from "./cursor.js";
import { allMarks, nameKeys, namesOf, segments, signature } from "./marks.js";
import { Marks } from "./marks-pointing.js";
import { Offsets, trimmed, wordsOf } from "./offsets.js";
import { bringIntoView, coveredBy, rangeOver } from "./places.js";

const FLASH_MS = 900;
const TAKEN = ["accepted", "edited", "entered"];

export class TextPane {
  #marks = [];
  #drawn = new Map();
  #preview = null;
  #waiting = new Set();

  /* `text` as of the server's text_of: {body, blocks, sentences, headings}, in code points. */
  constructor(element, store, text, desk) {
    this.element = element;
    this.store = store;
    this.desk = desk;
    this.offsets = new Offsets(text.body);
    this.body = text.body;
    this.words = wordsOf(text.body);
    this.sentences = text.sentences.map((span) => this.offsets.spanToUnits(span));
    this.#drawBlocks(text);
    this.cursor = new Cursor(this);
    this.pointing = new Marks(this);
    this.#redraw();
    store.addEventListener("cards", () => {
      this.#redraw();
      this.#taken();
    });
    this.#taken();
    store.addEventListener("focus", () => this.#light(true));
  }

  #drawBlocks(text) {
    const headings = new Set(text.headings.map(([start]) => start));
    this.blocks = [];
    for (const block of text.blocks) {
      const element = document.createElement("p");
      if (block.kind) {
        element.className = "aside";
        const kind = Object.assign(document.createElement("span"), { className: "aside-kind", textContent: block.kind });
        element.append(kind, ` ${block.text}`);
      } else {
        const [start, end] = this.offsets.spanToUnits([block.start, block.end]);
        Object.assign(element.dataset, { start, end });
        if (headings.has(block.start)) {
          element.className = "heading";
          element.setAttribute("role", "heading");
          element.setAttribute("aria-level", "2");
        }
        this.blocks.push({ element, start, end });
      }
      this.element.append(element);
    }
  }

  #redraw() {
    this.#marks = allMarks(this.#shown(), this.offsets);
    const held = this.#held();
    let changed = false;
    for (const block of this.blocks) {
      const now = signature(this.#marks, block.start, block.end);
      if (now !== this.#drawn.get(block)) {
        this.#drawn.set(block, now);
        block.element.replaceChildren(...this.#pieces(block));
        changed = true;
      }
    }
    if (changed) {
      held();
    }
    this.#light(false);
  }

  /* Flash what waited before and is taken now. */
  #taken() {
    const taken = [...this.#waiting].filter((key) => TAKEN.includes(this.store.get(key)?.state));
    const waiting = [...this.store.cards.values()].filter((card) => card.state === "waiting");
    this.#waiting = new Set(waiting.map((card) => card.key));
    if (taken.length) {
      this.flash(taken);
    }
  }

  /* The cards, the one in focus with the evidence that is being tried out. */
  #shown() {
    const cards = [...this.store.cards.values()];
    return this.#preview
      ? cards.map((card) => (card.key === this.#preview.key ? { ...card, evidence: this.#preview.evidence } : card))
      : cards;
  }

  #pieces(block) {
    return segments(this.#marks, block.start, block.end).map(({ start, end, marks }) => {
      const words = this.body.slice(start, end);
      return marks.length ? this.pointing.draw(words, start, marks) : document.createTextNode(words);
    });
  }

  /* What the reader holds in the text (selection, focus): call the result to give it back after drawing. */
  #held() {
    const selected = this.cursor.on ? null : this.selected();
    const active = this.element.contains(document.activeElement) ? document.activeElement.dataset.stop : null;
    return () => {
      if (active) {
        this.#of(active)[0]?.focus({ preventScroll: true });
      }
      if (this.cursor.on) {
        this.cursor.show();
      } else if (selected) {
        this.select(selected);
      }
    };
  }

  #of(key) {
    return [...this.element.querySelectorAll(`[data-keys~="${CSS.escape(key)}"]`)];
  }

  /* Light the card in focus: its evidence strongly, its names too; `scroll` brings it into view if it is not. */
  #light(scroll) {
    const card = this.store.get(this.store.focused);
    this.element.querySelectorAll(".lit, .lit-name").forEach((piece) => piece.classList.remove("lit", "lit-name"));
    this.element.dataset.lit = card?.kind ?? "";
    if (!card) {
      return;
    }
    const lit = this.#of(card.key);
    lit.forEach((piece) => piece.classList.add("lit"));
    for (const key of namesOf(card, nameKeys(this.store.cards.values()))) {
      this.#of(key).forEach((piece) => piece.classList.add("lit-name"));
    }
    this.pointing.rove(card.key);
    if (scroll && lit.length) {
      bringIntoView(this.element, this.#reach(card, lit));
    }
  }

  /* The rectangle to be in view: the first place of a name, else the whole evidence. */
  #reach(card, lit) {
    const [first, last] = [lit[0].getBoundingClientRect(), lit.at(card.kind === "name" ? 0 : -1).getBoundingClientRect()];
    return new DOMRect(first.x, first.top, first.width, last.bottom - first.top);
  }

  /* Show other evidence for a card, without asking for it; null: as it stands. */
  preview(key, spans) {
    this.#preview = spans && { key, evidence: spans };
    this.#redraw();
    this.#light(true);
  }

  /* Say with a moment's colour which cards were just taken. */
  flash(keys) {
    const pieces = keys.flatMap((key) => this.#of(key));
    pieces.forEach((piece) => piece.classList.add("flash"));
    setTimeout(() => pieces.forEach((piece) => piece.classList.remove("flash")), FLASH_MS);
  }

  /* What is selected, in units, grown to whole words; null when nothing is. */
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !this.element.contains(selection.anchorNode)) {
      return null;
    }
    const covered = coveredBy(this.element, selection.getRangeAt(0));
    return covered && trimmed(this.words, ...covered);
  }

  /* The same in code points, as the server wants it: [[start, end]] or null. */
  selection() {
    const found = this.selected();
    return found && [this.offsets.spanToPoints(found)];
  }

  select(span) {
    const range = rangeOver(this.element, span);
    if (range) {
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
  }

  /* The words at [start, end] of code points. */
  wordsAt(span) {
    return this.body.slice(...this.offsets.spanToUnits(span));
  }

  /* The index of the sentence in which `unit` stands. */
  sentenceAt(unit) {
    const found = this.sentences.findIndex(([, end]) => end > unit);
    return found < 0 ? this.sentences.length - 1 : found;
  }

  get inCursor() {
    return this.cursor.on;
  }

  enter() {
    this.cursor.enter();
  }

  leave() {
    this.cursor.leave();
  }
}
