/* Keys pressed while an answer is awaited: kept, and pressed again once it is clear what the field became. */

const isText = (element) => element instanceof HTMLInputElement && element.type === "text";

const press = ({ key, code, altKey, ctrlKey, metaKey, shiftKey }) => {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent("keydown", { key, code, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  if (!event.defaultPrevented && isText(target) && key.length === 1 && !altKey && !ctrlKey && !metaKey) {
    target.setRangeText(key, target.selectionStart, target.selectionEnd, "end");
    target.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

export class HeldKeys {
  #events = [];

  /* Keep a key press from what it would do now. */
  hold(event) {
    event.preventDefault();
    event.stopPropagation();
    this.#events.push(event);
  }

  drop() {
    this.#events = [];
  }

  /* Press them where the focus is now. */
  press() {
    const events = this.#events;
    this.drop();
    events.forEach(press);
  }
}
