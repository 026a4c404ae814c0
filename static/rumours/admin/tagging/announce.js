/* One polite live region for those who hear the page: what was done, and what has the focus now. */

const TOGETHER = 120;

export class Announcer {
  #lines = [];
  #place = "";
  #timer = null;

  constructor(element) {
    this.element = element;
  }

  /* Lines that come at once are said together; the same words twice are said twice. */
  say(line) {
    if (!line) {
      return;
    }
    this.#lines.push(line);
    this.#soon();
  }

  /* Where the focus is: of several at once the last, after everything else. */
  place(line) {
    this.#place = line;
    this.#soon();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(), TOGETHER);
  }

  #speak() {
    const text = [...this.#lines, this.#place].filter(Boolean).join(" ");
    this.#lines = [];
    this.#place = "";
    this.element.textContent = this.element.textContent === text ? `${text}\u00a0` : text;
  }
}

/* What is said when the desk opens, beside the first card: what is there besides, or that there is nothing. */
export const opening = ({ order, plain, twin }) => {
  const lines = order.length ? [] : ["Nothing was found to decide."];
  if (!order.length && plain.length) {
    lines.push(`${plain.length} known names are tagged when it is published.`);
  }
  if (twin) {
    lines.push(`The same text as ${twin.headline}: its tags can be copied.`);
  }
  return lines.join(" ");
};

/* How a card is called: "Joe Gomez to AC Milan, link, waiting, 2 of 6". */
export const called = (store, key) => {
  const card = store.get(key);
  if (!card) {
    return "";
  }
  const at = store.order.indexOf(key);
  const place = at < 0 ? "" : `, ${at + 1} of ${store.order.length}`;
  const more = [card.repeat && !card.repeat.is_set && `${card.repeat.text}?`, card.known?.text].filter(Boolean).map((text) => ` ${text}`);
  return `${card.title || "New card"}, ${card.kind}, ${card.draft ? "draft" : card.state}${place}.${more.join(".")}`;
};
