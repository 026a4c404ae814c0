/* A cursor that goes through the article word by word, so that text is selected without a mouse.

   It is the browser's own selection: the word it stands on, or from where Shift was first held to here. */

import { firstAfter } from "./offsets.js";
import { bringIntoView, rangeOver } from "./places.js";

const SPOKEN = 160;

export class Cursor {
  #anchor = 0;
  #head = 0;

  constructor(pane) {
    this.pane = pane;
    this.on = false;
    pane.element.tabIndex = -1;
    this.label = pane.element.getAttribute("aria-label") ?? "Article";
    pane.element.addEventListener("keydown", (event) => this.#keydown(event));
    pane.element.addEventListener("focusout", () => setTimeout(() => this.#left()));
    pane.element.addEventListener("pointerdown", () => this.#off());
  }

  /* Start at what is selected, else at the evidence of the card in focus, else at the top. */
  enter() {
    const { pane } = this;
    const selected = pane.selected();
    const evidence = pane.store.get(pane.store.focused)?.evidence?.[0];
    const start = selected?.[0] ?? (evidence ? pane.offsets.toUnits(evidence[0]) : 0);
    this.#anchor = Math.min(firstAfter(pane.words, start), pane.words.length - 1);
    this.#head = selected ? Math.min(firstAfter(pane.words, selected[1] - 1), pane.words.length - 1) : this.#anchor;
    if (this.#anchor < 0) {
      return;
    }
    this.on = true;
    pane.element.setAttribute("role", "application");
    pane.element.setAttribute("aria-label", `${this.label}, word by word`);
    pane.element.classList.add("in-cursor");
    pane.element.focus({ preventScroll: true });
    this.show();
    pane.desk.announce("In the text. Arrows move by word, with Shift they select; Escape leaves.");
  }

  /* Back to the cards; nothing stays selected. */
  leave() {
    if (this.on) {
      this.#off();
      getSelection().removeAllRanges();
      this.pane.desk.stack.grab();
    }
  }

  /* Draw the cursor where it stands. */
  show() {
    const range = rangeOver(this.pane.element, this.#span());
    this.pane.select(this.#span());
    if (range) {
      bringIntoView(this.pane.element, range.getBoundingClientRect());
    }
  }

  #off() {
    if (this.on) {
      this.on = false;
      this.pane.element.removeAttribute("role");
      this.pane.element.setAttribute("aria-label", this.label);
      this.pane.element.classList.remove("in-cursor");
    }
  }

  #left() {
    if (document.hasFocus() && document.activeElement !== this.pane.element) {
      this.#off();
    }
  }

  #span() {
    const { words } = this.pane;
    const [first, last] = [Math.min(this.#anchor, this.#head), Math.max(this.#anchor, this.#head)];
    return [words[first][0], words[last][1]];
  }

  #keydown(event) {
    if (!this.on || event.altKey || event.metaKey) {
      return;
    }
    const goal = this.#goal(event.key, event.ctrlKey);
    if (goal === null) {
      return;
    }
    event.preventDefault();
    this.#head = Math.min(Math.max(goal, 0), this.pane.words.length - 1);
    if (!event.shiftKey) {
      this.#anchor = this.#head;
    }
    this.show();
    const [start, end] = this.#span();
    this.pane.desk.announce(this.pane.body.slice(Math.max(start, end - SPOKEN), end));
  }

  /* The word a key leads to; null when it is no key of the cursor. */
  #goal(key, bySentence) {
    const moves = {
      ArrowRight: () => (bySentence ? this.#sentenceEnd(1) : this.#head + 1),
      ArrowLeft: () => (bySentence ? this.#sentenceStart(-1) : this.#head - 1),
      ArrowDown: () => this.#line(1),
      ArrowUp: () => this.#line(-1),
      Home: () => this.#sentenceStart(0),
      End: () => this.#sentenceEnd(0),
    };
    return moves[key]?.() ?? null;
  }

  /* The first word of this sentence; of the one before when it stands there already and `step` asks to go on. */
  #sentenceStart(step) {
    const { words, sentences } = this.pane;
    const at = this.pane.sentenceAt(words[this.#head][0]);
    const start = firstAfter(words, sentences[at][0]);
    return step && start === this.#head && at > 0 ? firstAfter(words, sentences[at - 1][0]) : start;
  }

  #sentenceEnd(step) {
    const { words, sentences } = this.pane;
    const at = this.pane.sentenceAt(words[this.#head][0]);
    const end = firstAfter(words, sentences[at][1]) - 1;
    const next = sentences[at + 1];
    return step && end === this.#head && next ? firstAfter(words, next[1]) - 1 : end;
  }

  /* The word nearest to this one's middle in the line below or above. */
  #line(step) {
    const box = (index) => rangeOver(this.pane.element, this.pane.words[index]).getBoundingClientRect();
    const here = box(this.#head);
    const middle = here.x + here.width / 2;
    let line = null;
    let best = null;
    for (let index = this.#head + step; this.pane.words[index]; index += step) {
      const rect = box(index);
      if (Math.abs(rect.y - here.y) < here.height / 2) {
        continue;
      }
      line ??= rect.y;
      if (Math.abs(rect.y - line) > here.height / 2) {
        break;
      }
      const distance = Math.abs(rect.x + rect.width / 2 - middle);
      best = best === null || distance < best.distance ? { index, distance } : best;
    }
    return best?.index ?? this.#head;
  }
}
