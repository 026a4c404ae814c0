/* Cards that an editor begins: a link, a quote or a name that nobody suggested. Nothing of them is sent before `accept`.

   A name needs only to be told whom it means, and is sent then. */

import { firstAfter, trimmed } from "./offsets.js";
import { guessed } from "./guessing.js";

const FEW_WORDS = 5;
const POSSESSIVE = /['’]s?$/;
const QUOTED = /([”"»])[^“”"«»]{1,160}([“"«])/;
const ASKED = { link: ["player", "to_club"], quote: ["speaker"], name: ["subject"] };
const TITLES = { link: "New link", quote: "New quote" };
const NAMES = {
  link: ["player", "from_club", "loan_club", "to_club", "free_agent", "source", "via", "claimant", "follows", "window", "stage_group", "stage", "kind", "doubt", "role", "fees", "ending"],
  quote: ["speaker", "role", "club", "via", "stance", "translation"],
  name: ["subject", "role", "club"],
};
const FIRST = { link: { stage_group: "interest" } };

const isUpper = (words) => /^\p{Lu}/u.test(words);

export class Drafts {
  constructor(desk) {
    this.desk = desk;
  }

  /* `n`: a few selected words are the player, more of them the evidence; else the sentence of the card in focus. */
  newLink() {
    const found = this.#selected();
    const focused = this.desk.store.get(this.desk.store.focused);
    const span = found?.span ?? focused?.evidence?.[0];
    if (!this.#may(span, "Select the sentence that says it first.")) {
      return false;
    }
    const isName = found && found.words.split(/\s+/).length <= FEW_WORDS;
    const evidence = found && !isName ? found.span : this.#sentence(span);
    return this.#begin("link", [evidence], isName && isUpper(found.words) ? found.words : "");
  }

  /* `q`: the selected words are the quote; where "he said" divides them, the stretches in quote marks. */
  newQuote() {
    const found = this.#selected();
    return this.#may(found, "Select the words that were said first.") && this.#begin("quote", this.#stretches(found), "");
  }

  /* `i`: the selected words are a name, wherever it stands in the text. */
  newName() {
    const found = this.#selected();
    if (!this.#may(found, "Select the name first.")) {
      return false;
    }
    const name = found.words.replace(POSSESSIVE, "");
    return this.#begin("name", this.#places(name), name);
  }

  #may(found, otherwise) {
    if (!found || !this.desk.mayTag) {
      this.desk.announce(otherwise);
      return false;
    }
    return true;
  }

  #selected() {
    const { text } = this.desk;
    const [span] = text.selection() ?? [];
    return span && { span, words: text.wordsAt(span) };
  }

  /* The whole sentences over a stretch. */
  #sentence(span) {
    const { text } = this.desk;
    const [start, end] = text.offsets.spanToUnits(span);
    return text.offsets.spanToPoints([text.sentences[text.sentenceAt(start)][0], text.sentences[text.sentenceAt(end - 1)][1]]);
  }

  #stretches({ span }) {
    const { text } = this.desk;
    let [start, end] = text.offsets.spanToUnits(span);
    const found = [];
    for (let cut = text.body.slice(start, end).match(QUOTED); cut; cut = text.body.slice(start, end).match(QUOTED)) {
      found.push(trimmed(text.words, start, start + cut.index));
      start += cut.index + cut[0].length;
    }
    found.push(trimmed(text.words, start, end));
    return found.filter(Boolean).map((stretch) => text.offsets.spanToPoints(stretch));
  }

  /* Everywhere that the same words stand as whole words. */
  #places(name) {
    const { body, words, offsets } = this.desk.text;
    const found = [];
    for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + name.length)) {
      const first = words[firstAfter(words, at)];
      const last = words[firstAfter(words, at + name.length - 1)];
      if (first?.[0] === at && last?.[1] === at + name.length) {
        found.push(offsets.spanToPoints([at, at + name.length]));
      }
    }
    return found;
  }

  #begin(kind, evidence, typed) {
    const { desk } = this;
    const key = `n${1 + Math.max(0, ...desk.store.drafts().map((draft) => Number(draft.key.slice(1))))}`;
    desk.text.leave();
    getSelection().removeAllRanges();
    desk.store.putDraft(this.#card(key, kind, evidence));
    desk.store.focus(key);
    desk.fields.open(key, ASKED[kind][0], { typed });
    return true;
  }

  #card(key, kind, evidence) {
    const fields = {};
    for (const name of NAMES[kind]) {
      const value = FIRST[kind]?.[name] ?? null;
      const label = this.desk.words[name]?.find?.(([each]) => each === value)?.[1] ?? "";
      fields[name] = { value, label, hint: "", is_new: false, options: [], assumed: false };
    }
    return {
      key, kind, draft: true, state: "waiting", plain: false, version: null, title: kind === "name" ? this.desk.text.wordsAt(evidence[0]) : TITLES[kind], fields, evidence,
      words: evidence.map((span) => this.desk.text.wordsAt(span)).join(" … "),
      rule: "", confidence: 1, dim: false, known: null, repeat: null, decided: null, edited: [], warnings: [],
    };
  }

  /* What is asked for of a draft: only entering it goes to the server. */
  act(verb, { card: key, values = {}, shown }) {
    const card = this.desk.store.get(key);
    if (verb === "accept") {
      return this.#enter(card);
    }
    if (verb === "reject" || verb === "remove") {
      this.desk.store.dropDraft(key);
      this.desk.announce("Discarded.");
      this.desk.stack.grab();
    } else if (verb === "edit" || verb === "swap") {
      this.#edit(card, verb, { values, shown });
    } else {
      this.desk.announce("Enter the card first.");
    }
    return Promise.resolve({ ok: true });
  }

  #edit(card, verb, request) {
    const changes = guessed(verb, card, request, this.desk);
    const fields = { ...card.fields };
    for (const [name, field] of Object.entries(changes.fields ?? {})) {
      fields[name] = { ...fields[name], ...field };
    }
    const names = verb === "swap" ? ["from_club", "to_club"] : Object.keys(request.values);
    const edited = [...new Set([...card.edited, ...names.filter((name) => name in fields)])];
    const next = { ...card, ...changes, fields, edited };
    this.desk.store.putDraft(next);
    this.desk.announce(`${Object.values(changes.fields ?? {}).map((field) => field.label || "none").join(", ")}.`);
    if (next.kind === "name" && fields.subject.value) {
      this.#enter(next);
    } else if (verb === "edit") {
      this.#askOn(next, Object.keys(request.values));
    }
  }

  /* After one of the fields that a draft needs, the next that is still empty. */
  #askOn(card, names) {
    const asked = ASKED[card.kind];
    const next = names.some((name) => asked.includes(name)) && asked.find((name) => card.fields[name].value === null && !names.includes(name));
    if (next) {
      this.desk.fields.open(card.key, next);
    }
  }

  #enter(card) {
    const first = ASKED[card.kind][0];
    if (card.fields[first].value === null) {
      this.desk.announce("Say who it is first.");
      this.desk.fields.open(card.key, first);
      return Promise.resolve({ ok: false });
    }
    const names = [...card.edited, ...Object.keys(FIRST[card.kind] ?? {})].filter((name) => name !== "evidence");
    const values = Object.fromEntries(names.map((name) => [name, card.fields[name].value]));
    const shown = Object.fromEntries(names.map((name) => [name, card.fields[name]]));
    return this.desk.act(`add_${card.kind}`, { card: null, draft: card.key, values: { ...values, evidence: card.evidence }, shown });
  }

  /* Its field was left: a draft of which nothing was said yet is none. */
  left(key) {
    const card = this.desk.store.get(key);
    if (card?.draft && !card.edited.length) {
      this.desk.store.dropDraft(key);
      this.desk.stack.grab();
    }
  }
}
