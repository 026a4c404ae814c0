/* Every ten seconds, while the page is looked at: tells that its editor is here, and learns what others did. */

const EVERY = 10000;
const IDLE = 10 * 60 * 1000;

export class Presence {
  #acted = false;
  #last = Date.now();
  #timer = null;

  constructor(desk, element) {
    this.desk = desk;
    this.element = element;
    for (const name of ["keydown", "pointerdown"]) {
      document.addEventListener(name, () => this.#act(), { capture: true, passive: true });
    }
    document.addEventListener("visibilitychange", () => this.#turn());
    desk.store.addEventListener("trail", () => this.draw());
    this.draw();
    this.#turn(false);
  }

  draw() {
    const others = this.desk.store.others ?? [];
    const names = others.map((other) => (other.claimed ? `${other.name} (took it from the queue)` : other.name));
    const text = names.length ? `${names.join(", ")} ${names.length === 1 ? "is" : "are"} on this article too` : "";
    if (this.element.textContent !== text) {
      this.element.textContent = text;
      this.desk.announce(text && `${text}.`);
    }
  }

  #act() {
    this.#acted = true;
    this.#last = Date.now();
  }

  #turn(now = true) {
    clearInterval(this.#timer);
    if (document.hidden) {
      return;
    }
    this.#timer = setInterval(() => this.ping(), EVERY);
    if (now) {
      this.ping();
    }
  }

  /* What is on its way tells the server as much, and its answers are newer than this one's would be. */
  async ping() {
    const { sender, store, transport, addresses } = this.desk;
    if (sender.isBusy) {
      return;
    }
    const acted = this.#acted;
    const { answered } = sender;
    this.#acted = false;
    const asked = { have: store.have(), acted, idle: Date.now() - this.#last > IDLE };
    const result = await transport.post(addresses.state, asked);
    if (result.kind !== "answer") {
      this.#acted ||= acted;
      sender.meets(result.kind);
    } else if (result.status === 200 && !sender.isBusy && sender.answered === answered) {
      store.apply(result.body);
      sender.meets(null);
    }
  }
}
