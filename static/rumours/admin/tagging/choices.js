/* What can be chosen for each field: rows for its list, and what of a typed name could be made. */

import { matches } from "./folding.js";

/* What is asked for to fill a field's list. */
export const ASKED = {
  player: "player",
  from_club: "club",
  loan_club: "club",
  to_club: "club",
  club: "club",
  source: "source",
  via: "source",
  claimant: "claimant",
  speaker: "speaker",
  follows: "report",
  subject: "subject",
};

/* The kinds of row that a name may mean, in the order of their keys. */
export const NAME_KINDS = ["player", "club", "person", "source"];

/* How to say that a field means nobody. */
const NOBODY = {
  from_club: "No club named",
  loan_club: "Not on loan",
  to_club: "No club named",
  club: "No club",
  source: "The publisher",
  via: "Nobody between",
  claimant: "Nobody by name",
  follows: "No other report",
};

const VOCABULARIES = { kind: "kind", doubt: "doubt", ending: "ending", stance: "stance" };
const BLANK = { ending: "None", role: "None" };
const DESCRIBED = /['’]s\b|s['’] |\b(agent|source|sources|spokes\w+|official|lawyer|entourage|camp|club|father|brother)\b/i;

/* What is always there to choose beside the rows found. */
const standing = (name) => {
  const free = { value: null, label: "Free agent", hint: "no club", values: { free_agent: true, from_club: null } };
  const nobody = name in NOBODY ? [{ value: null, label: NOBODY[name], hint: "" }] : [];
  return name === "from_club" ? [free, ...nobody] : nobody;
};

/* The rows of a field that means rows of the database, those it may mean first; `what` gives what is asked for. */
export const refRows = (desk, card, name, what) => async (q, signal) => {
  const found = await desk.find(what(), q, card.draft ? null : card.key, signal);
  const options = (card.fields[name]?.options ?? []).filter((row) => matches(row.label, q));
  const seen = new Set(options.map((row) => JSON.stringify(row.value)));
  const others = found.filter((row) => !seen.has(JSON.stringify(row.value)));
  return [...options, ...others, ...standing(name).filter((row) => matches(row.label, q))];
};

/* What a new one is, by what is asked for. */
const NEW = { player: "player", club: "club", person: "person", source: "source", speaker: "person", claimant: "person", subject: "player" };

/* Rows that make what was typed: a new row of that name, for a speaker also one who is only described
   (`isFree`: it makes no row). */
export const makingRows = (name, what) => (q) => {
  const made = NEW[what()];
  if (!made) {
    return [];
  }
  const row = { value: { kind: made, new: q }, label: q, isNew: true, text: `Make “${q}”, a new ${made}`, keys: "⇧↵" };
  const described = { value: { described: q }, label: q, isNew: true, isFree: true, text: `Said by “${q}”, without a name` };
  if (name !== "speaker") {
    return [row];
  }
  return DESCRIBED.test(q) ? [described, row] : [row, described];
};

/* The rows of a vocabulary: nine of them are a digit away. */
const words = (rows, blank) =>
  [...(blank ? [["", blank]] : []), ...rows].map(([value, label], index) => ({ value, label, hint: "", digit: index < 9 ? String(index + 1) : null }));

/* Each group with its exact stages; the digits are those of the groups. */
const stages = ({ stage_group: groups, stage }) =>
  groups.flatMap(([group, label], index) => [
    { values: { stage_group: group, stage: "" }, value: group, label, hint: "", digit: String(index + 1) },
    ...stage[group].map(([value, exact]) => ({ values: { stage_group: group, stage: value }, value, label: exact, hint: label })),
  ]);

/* The rows of a field with a vocabulary; null for a field without one. */
export const wordRows = (desk, card, name) => {
  if (name === "stage_group" || name === "stage") {
    return stages(desk.words);
  }
  if (name === "role") {
    return words(card.kind === "link" ? desk.words.role : desk.words.person_role, card.kind === "link" ? null : BLANK.role);
  }
  return name in VOCABULARIES ? words(desk.words[VOCABULARIES[name]], BLANK[name]) : null;
};

/* Those that fit what is typed. */
export const fitting = (rows) => (q) => rows.filter((row) => matches(row.label, q));
