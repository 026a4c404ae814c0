/* What stands above the panes: undo and redo, the article with the same text, how far the article is, what is saved. */

import { wording } from "./wording.js";

const find = (selector) => document.querySelector(selector);

const drawTrail = (store) => {
  for (const verb of ["undo", "redo"]) {
    const button = find(`.desk-trail [data-command=${verb}]`);
    button.title = store[verb] ?? `Nothing to ${verb}`;
    button.classList.toggle("empty", store[verb] === null);
  }
  const twin = find(".desk-twin");
  twin.hidden = !store.twin;
  if (store.twin) {
    const links = `${store.twin.links} link${store.twin.links === 1 ? "" : "s"}`;
    twin.querySelector("span").textContent = `Same text as “${store.twin.headline}” (${store.twin.source}, ${links}).`;
  }
};

const drawArticle = (store) => {
  const { status, was_shown: wasShown } = store.article;
  const told = wasShown ? `${status}: changes are public` : status;
  find(".desk-shown").textContent = told === "draft" ? "" : told;
  const notes = store.notes.map((note) => Object.assign(document.createElement("li"), { textContent: note }));
  find(".desk-notes").hidden = !notes.length;
  find(".desk-notes ul").replaceChildren(...notes);
};

const drawStatus = ({ waiting, held, problem }) => {
  const status = find(".desk-status");
  const look = problem ? "trouble" : held ? "held" : waiting ? "saving" : "saved";
  status.querySelector("span").textContent = wording({ waiting, held, problem });
  status.querySelector("button").hidden = !held;
  status.querySelector("a").hidden = problem !== "login" && problem !== "user";
  status.className = `desk-status ${look}`;
};

/* What stands in the way of saving is said once, and that it is gone. */
const teller = (announce) => {
  let before = null;
  return ({ waiting, held, problem }) => {
    if (problem !== before) {
      const told = problem ? `${wording({ waiting: 0, held, problem })}. What you do is kept and sent later.` : "Connected again.";
      announce(told[0].toUpperCase() + told.slice(1));
    }
    before = problem;
  };
};

/* Draws it now and whenever something of it changes. */
export const drawHead = ({ store, sender, stack, announce }) => {
  const tell = teller(announce);
  find(".desk-status button").addEventListener("click", () => {
    store.focus(sender.held[0]?.card ?? null);
    stack.grab();
  });
  const parts = { trail: drawTrail, article: drawArticle };
  for (const [name, draw] of Object.entries(parts)) {
    store.addEventListener(name, () => draw(store));
    draw(store);
  }
  store.addEventListener("status", ({ detail }) => {
    drawStatus(detail);
    tell(detail);
  });
};
