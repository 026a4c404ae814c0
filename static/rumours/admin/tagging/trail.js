/* What was done on this page, so that undo and redo are on the screen at once; the server has the real trail. */

const shownOf = (card) => ({
  state: card.state, title: card.title, fields: card.fields, evidence: card.evidence, words: card.words,
});

export class Trail {
  #done = [];
  #undone = [];

  /* Before a decision on a card: how it looks now, and how it will. */
  note(card, changes) {
    this.#done.push(card && changes ? { key: card.key, before: shownOf(card), after: changes } : null);
    this.#undone = [];
  }

  /* {key, changes} of the card that an undo brings back, or null where this page does not know. */
  undo() {
    const step = this.#done.pop() ?? null;
    this.#undone.push(step);
    return step && { key: step.key, changes: step.before };
  }

  redo() {
    const step = this.#undone.pop() ?? null;
    this.#done.push(step);
    return step && { key: step.key, changes: step.after };
  }

  /* A decision was refused: what the page knows of the order no longer holds. */
  forget() {
    this.#done = [];
    this.#undone = [];
  }
}
