/* The bar below: publishing with its checklist, the public note, dropping, skipping, and what is left to accept. */

const LEFT_TO_SEE = "have not been on the screen yet";

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

/* Wait until everything is saved; false, and said, where something waits for the editor. */
const allSaved = async (desk) => {
  if (await desk.sender.empty()) {
    return true;
  }
  const key = desk.sender.held[0]?.card;
  if (key) {
    desk.store.focus(key);
  }
  desk.announce("Something was not saved and waits for you: see the card.");
  return false;
};

const goesOn = async (desk, verb) => {
  const answer = await desk.act(verb);
  if (answer.ok && answer.next) {
    location.assign(answer.next);
  }
  return answer;
};

export const publish = async (desk) => {
  if (!desk.store.article.may_publish) {
    return desk.announce("You may tag this article; somebody else publishes it.");
  }
  if (desk.publishing) {
    return null;
  }
  const begun = desk.store.drafts().filter((draft) => !desk.sender.carries(draft.key));
  if (begun.length) {
    desk.store.focus(begun[0].key);
    return desk.announce(`${plural(begun.length, "card")} of yours not entered yet: accept or reject first.`);
  }
  desk.publishing = true;
  desk.announce(desk.sender.waiting ? "Published once everything is saved." : "");
  try {
    return (await allSaved(desk)) ? await goesOn(desk, "publish") : null;
  } finally {
    desk.publishing = false;
  }
};

export const drop = async (desk) => ((await allSaved(desk)) ? goesOn(desk, "drop") : null);
export const skip = async (desk) => ((await allSaved(desk)) ? goesOn(desk, "skip") : null);

export const copy = (desk) => {
  const { twin } = desk.store;
  return twin
    ? desk.act("copy_tags", { values: { article: twin.id } })
    : desk.announce("No article with the same text is tagged yet.");
};

/* Only once every card has been on the screen; else the focus goes to the first that has not. */
export const acceptRest = async (desk) => {
  const unseen = desk.store.order.filter((key) => !desk.store.seen.has(key));
  if (unseen.length) {
    desk.store.focus(unseen[0]);
    return desk.announce(`${plural(unseen.length, "card")} ${LEFT_TO_SEE}.`);
  }
  if (!(await allSaved(desk))) {
    return null;
  }
  const left = desk.store.open().filter((key) => !desk.store.get(key).draft);
  const cards = Object.fromEntries(left.map((key) => [key, desk.store.truth(key).version]));
  return left.length ? desk.act("accept_rest", { values: { cards } }) : desk.announce("Nothing is left to decide.");
};

const point = (desk, { message, card }, className) => {
  const row = document.createElement("li");
  row.className = className;
  row.append(message);
  if (card && desk.store.get(card)) {
    const jump = document.createElement("button");
    jump.type = "button";
    jump.className = "step";
    jump.textContent = "Show";
    jump.setAttribute("aria-label", `Show: ${message}`);
    jump.addEventListener("click", () => {
      desk.store.focus(card);
      desk.stack.grab();
    });
    row.append(" ", jump);
  }
  return row;
};

/* Draws the checklist and counts. */
export class PublishBar {
  constructor(element, desk) {
    this.desk = desk;
    this.list = element.querySelector(".desk-checklist");
    this.count = element.querySelector(".desk-count");
    for (const name of ["trail", "cards", "article"]) {
      desk.store.addEventListener(name, () => this.draw());
    }
    desk.store.addEventListener("answer", ({ detail }) => this.#answered(detail));
    this.draw();
  }

  draw() {
    const { store } = this.desk;
    const { blockers, remarks } = store.checklist;
    const open = store.open().length;
    const plain = store.plain.filter((key) => store.get(key).state === "waiting").length;
    const names = plain ? `, ${plural(plain, "known name")} with publishing` : "";
    this.count.textContent = `${open ? `${open} to decide` : "All decided"}${names}`;
    const drawn = JSON.stringify([blockers, remarks]);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.list.replaceChildren(
        ...blockers.map((row) => point(this.desk, row, "blocker")),
        ...remarks.map((row) => point(this.desk, row, "remark")),
      );
    }
  }

  /* What hinders publishing is said, and the first spot is gone to. */
  #answered({ verb, answer }) {
    if (verb !== "publish" || answer.ok || !answer.blockers?.length) {
      return;
    }
    const [first] = answer.blockers;
    if (first.card) {
      this.desk.store.focus(first.card);
    }
    this.desk.announce(`Not published: ${answer.blockers.map((row) => row.message ?? row).join(". ")}`);
  }
}
