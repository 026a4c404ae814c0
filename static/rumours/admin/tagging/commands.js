/* What each command does, by its name in the table of the page (rumours/admin/desk/commands.py). */

import { acceptRest, copy, drop, publish, skip } from "./publish.js";

const FIELD = {
  quote: { player: "speaker", source: "via", from_club: "club", kind: "stance", window: "translation" },
  name: { player: "subject", from_club: "club" },
};

const focused = (desk) => desk.store.get(desk.store.focused);

/* Needs a card in the focus; says so where there is none. */
const withCard = (act) => (desk) => {
  const card = focused(desk);
  return card ? act(desk, card) : desk.announce("No card is in the focus.");
};

const onLinks = (act) => withCard((desk, card) => (card.kind === "link" ? act(desk, card) : desk.announce("Only links have this.")));

const accept = withCard((desk, card) => {
  const { store } = desk;
  if (card.state === "waiting") {
    return desk.act("accept", { card: card.key });
  }
  if (card.state === "rejected") {
    desk.act("reopen", { card: card.key });
    return desk.act("accept", { card: card.key });
  }
  const next = store.nextOpen(card.key);
  return next === null ? desk.announce("Decided already; nothing is left to decide.") : store.focus(next);
});

const reject = withCard((desk, card) => {
  if (card.state === "entered") {
    return desk.act("remove", { card: card.key });
  }
  if (card.state === "rejected") {
    return desk.announce("Rejected already.");
  }
  if (card.state !== "waiting") {
    desk.act("reopen", { card: card.key });
  }
  return desk.act("reject", { card: card.key });
});

const reopen = withCard((desk, card) =>
  ["accepted", "edited", "rejected"].includes(card.state)
    ? desk.act("reopen", { card: card.key })
    : desk.announce("This card is not decided."),
);

/* The group of a digit; the same again goes on to its next exact stage, and after the last to none. */
const stage = (place) =>
  onLinks((desk, card) => {
    const [group, label] = desk.words.stage_group[place];
    if (card.fields.stage_group?.value !== group) {
      return desk.act("edit", { card: card.key, values: { stage_group: group, stage: "" }, say: `${label}.` });
    }
    const steps = [["", "no exact stage"], ...desk.words.stage[group]];
    const at = steps.findIndex(([value]) => value === (card.fields.stage?.value ?? ""));
    const [value, name] = steps[(at + 1) % steps.length];
    return desk.act("edit", { card: card.key, values: { stage_group: group, stage: value }, say: `${label}: ${name}.` });
  });

const field = (name) =>
  withCard((desk, card) => {
    const meant = FIELD[card.kind]?.[name] ?? name;
    return meant in card.fields ? desk.fields.open(card.key, meant) : desk.announce(`A ${card.kind} has no such field.`);
  });

const stepped = (name) => withCard((desk, card) => (name in card.fields ? desk.stepper.step(card, name) : desk.announce(`A ${card.kind} has no such field.`)));

const repeat = onLinks((desk, card) => {
  if (!card.repeat) {
    return desk.announce("No earlier report of this is known.");
  }
  const report = card.repeat.is_set ? null : card.repeat.report;
  const say = report ? `${card.repeat.text.replace(/^Repeat of /, "Repeats ")}.` : "Repeats nothing: an origin of its own.";
  return desk.act("repeat", { card: card.key, values: { report }, say });
});

const undo = (verb) => (desk) => {
  if (desk.store[verb] === null && !desk.sender.waiting) {
    return desk.announce(`Nothing to ${verb}.`);
  }
  return desk.act(verb);
};

const leave = (desk) => {
  if (desk.fields.isOpen) {
    desk.fields.close();
  } else if (desk.evidence.on) {
    desk.evidence.toggle();
  } else if (desk.text.inCursor) {
    desk.text.leave();
  } else if (desk.help.isOpen) {
    desk.help.close();
  }
  desk.stack.grab();
};

const FIELDS = [
  "player", "from_club", "to_club", "loan_club", "window", "source", "via", "kind", "fees", "claimant", "role", "doubt",
  "ending",
];

const STEPPED = ["source", "kind", "role", "doubt"];

export const RUN = {
  next: (desk) => desk.store.move(1),
  previous: (desk) => desk.store.move(-1),
  accept,
  reject,
  reopen,
  undo: undo("undo"),
  redo: undo("redo"),
  "accept-rest": acceptRest,
  ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((place) => [`stage-${place + 1}`, stage(place)])),
  ...Object.fromEntries(FIELDS.map((name) => [`field:${name}`, field(name)])),
  "field:stage_group": field("stage_group"),
  ...Object.fromEntries(STEPPED.map((name) => [`step:${name}`, stepped(name)])),
  "next-alternative": withCard((desk, card) => desk.fields.nextAlternative(card.key)),
  swap: onLinks((desk, card) => desk.act("swap", { card: card.key })),
  repeat,
  text: (desk) => desk.text.enter(),
  evidence: withCard((desk) => desk.evidence.toggle()),
  "new-link": (desk) => desk.drafts.newLink(),
  quote: (desk) => desk.drafts.newQuote(),
  name: (desk) => desk.drafts.newName(),
  copy,
  publish,
  drop,
  skip,
  help: (desk) => desk.help.toggle(),
  leave,
};
