/* A decision: shown at once, sent, said, and the focus moved on where the decision is done with its card. */

import { guessed } from "./guessing.js";
import { Trail } from "./trail.js";

const OF_ARTICLE = ["undo", "redo", "accept_rest", "copy_tags", "publish", "drop", "skip"];
const DONE = {
  accept: "Accepted", reject: "Rejected", reopen: "Waits again:", remove: "Removed", swap: "Swapped",
  repeat: "Repeat of another:", add_link: "Added", add_quote: "Added", add_name: "Added",
};
const isLast = (verb) => ["accept", "reject", "remove"].includes(verb) || verb.startsWith("add_");

/* What is said of a decision: of a change the fields as they are now. */
const wording = (verb, title, changes) => {
  const fields = verb === "edit" ? Object.values(changes?.fields ?? {}).map((field) => field.label || "none") : [];
  const told = fields.length ? fields.join(", ") : verb === "edit" ? "Changed" : DONE[verb] && `${DONE[verb]} ${title}`;
  return told ? `${told}.` : "";
};

/* Gives desk.act: (verb, {card, values, shown, note, draft, say}) → Promise of the answer. */
export const actor = (desk) => {
  const { store, sender } = desk;
  const trail = new Trail();
  store.addEventListener("refused", () => trail.forget());

  /* {key, changes}: on which card (of accept_rest: on which cards) what is shown meanwhile. */
  const guess = (verb, key, request) => {
    if (verb === "undo" || verb === "redo") {
      return trail[verb]() ?? { key: null, changes: null };
    }
    if (verb === "accept_rest") {
      trail.note(null, null);
      return { key: Object.keys(request.values.cards), changes: { state: "accepted" } };
    }
    const card = key ? store.get(key) : null;
    const changes = verb.startsWith("add_") ? { state: "entered" } : card && guessed(verb, card, request, desk);
    trail.note(verb.startsWith("add_") ? null : card, changes);
    return { key, changes };
  };

  const moveOn = (verb, key) => {
    if (!isLast(verb) || store.focused !== key || !store.order.includes(key)) {
      return;
    }
    const next = store.nextOpen(key);
    if (next === null) {
      desk.announce("Nothing is left to decide.");
    } else {
      store.focus(next);
    }
  };

  const saidAfter = (verb, answer) => {
    if (answer.ok && OF_ARTICLE.includes(verb)) {
      desk.announce(answer.say ?? "");
    }
    if (answer.ok && (verb === "undo" || verb === "redo") && answer.focus) {
      store.focus(answer.focus);
    }
    return answer;
  };

  return (verb, request = {}) => {
    if (!desk.mayTag) {
      desk.announce("Here it can only be read: those who publish change it.");
      return Promise.resolve({ ok: false });
    }
    const { values = {}, note = "", draft = null } = request;
    const key = OF_ARTICLE.includes(verb) ? null : draft ? null : (request.card ?? store.focused);
    if (!draft && store.get(key)?.draft && !sender.carries(key)) {
      return Promise.resolve(desk.drafts.act(verb, { ...request, card: key }));
    }
    const shown = guess(verb, key ?? draft, request);
    const title = store.get(shown.key)?.title ?? "";
    const answer = sender.send(verb, { card: key, values, note, draft, changes: shown.changes, shows: shown.key });
    desk.announce(request.say ?? wording(verb, title, shown.changes));
    if (typeof shown.key === "string" && !key && !draft) {
      store.focus(shown.key);
    }
    moveOn(verb, key ?? draft);
    return answer.then((got) => saidAfter(verb, got));
  };
};
