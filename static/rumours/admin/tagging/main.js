/* The tagging desk: reads what the page brings, makes its parts and ties them together. */

import { actor } from "./act.js";
import { Announcer, called, opening } from "./announce.js";
import { RUN } from "./commands.js";
import { Talk } from "./conflict.js";
import { Drafts } from "./drafts.js";
import { Evidence } from "./evidence.js";
import { Fields } from "./fields.js";
import { drawHead } from "./head.js";
import { Help } from "./help.js";
import { browserStorage, Keeper } from "./keeping.js";
import { Keys, listen } from "./keys.js";
import { Presence } from "./presence.js";
import { PublishBar } from "./publish.js";
import { SelectionBar } from "./selection.js";
import { Sender } from "./sending.js";
import { Stack } from "./stack.js";
import { Stepper } from "./stepping.js";
import { Store } from "./store.js";
import { TextPane } from "./text.js";
import { Transport } from "./transport.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const find = (selector) => document.querySelector(selector);

const settings = read("desk-settings");
const text = read("desk-text");
const { addresses } = settings;
const store = new Store(read("desk-state"));
const place = `rumours.desk.${settings.user}.${store.article.id}`;
const transport = new Transport({ token: settings.csrf, user: settings.user, fresh: addresses.state });
const sender = new Sender({
  store, transport, keeper: new Keeper(place, browserStorage()), address: addresses.do, text: text.version,
});
const announcer = new Announcer(find("#desk-live"));

const desk = {
  store, sender, transport, settings, addresses,
  words: read("desk-words"),
  body: [...text.body],
  mayTag: store.article.may_tag,
  announce: (line) => announcer.say(line),
  run: (id) => RUN[id]?.(desk),
  keyLabel: (id) => desk.keys.label(id),
  note: "",  // the line for readers that was typed last
};

/* Rows for a combobox. Rejects where there is no answer, so that nothing wrong is chosen. */
desk.find = async (what, q, card, signal) => {
  const asked = new URLSearchParams({ what, q, card: card ?? "" });
  const result = await transport.get(`${addresses.find}?${asked}`, signal);
  if (result.kind !== "answer" || result.status !== 200) {
    throw new Error(result.body?.message ?? "no connection");
  }
  return result.body.rows;
};

desk.keys = new Keys(settings.commands, settings, store);
desk.act = actor(desk);
desk.text = new TextPane(find("#desk-article"), store, text, desk);
desk.fields = new Fields(desk);
desk.stack = new Stack(find("#desk-cards"), store, desk.fields, desk);
desk.evidence = new Evidence(desk);
desk.drafts = new Drafts(desk);
desk.stepper = new Stepper(desk);
desk.selectionBar = new SelectionBar(desk);
desk.help = new Help(find("#desk-help"), desk);
desk.bar = new PublishBar(find(".desk-bar"), desk);
drawHead(desk);
desk.talk = new Talk(desk, find(".desk-said"));
desk.presence = new Presence(desk, find(".desk-presence"));

store.addEventListener("focus", ({ detail: { key } }) => announcer.place(called(store, key)));

/* Every command is also a button: the card it stands in is meant. */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-command]");
  if (!button) {
    return;
  }
  const card = button.closest("[data-card]");
  if (card) {
    store.focus(card.dataset.card);
  }
  desk.run(button.dataset.command);
});
listen(desk.keys, desk);

/* Drafts of cards come back after a reload, as what was asked for does. */
const drafts = new Keeper(`${place}.drafts`, browserStorage());
drafts.load().forEach(({ draft }) => store.putDraft(draft));
store.addEventListener("cards", () => drafts.replace(store.drafts().map((draft) => ({ client_id: draft.key, draft }))));

const left = sender.resume();
if (left) {
  desk.announce(`${left} decisions of before are sent now.`);
}
store.focus(store.open()[0] ?? store.order[0] ?? null);
desk.stack.plain.draw();
desk.announce(opening(store));
desk.stack.grab();
