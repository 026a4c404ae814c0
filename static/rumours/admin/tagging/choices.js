/* What can be chosen for each field: rows for its list, and what of a typed name could be made. */

import { matches } from "./folding.js";

/* Which kinds of row a field may mean; the first is what a new one of that name would be. */
export const KINDS = {
  player: ["player"],
  from_club: ["club"],
  loan_club: ["club"],
  to_club: ["club"],
  club: ["club"],
  source: ["source"],
  via: ["source"],
  claimant: ["speaker", "club"],
  speaker: ["speaker"],
  follows: ["report"],
  subject: ["player", "club", "person", "source"],
};

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

const asValue = (value, kind) => (value && typeof value === "object" ? value : { kind, id: value });

const nobody = (name, values) => (name in NOBODY ? [{ value: null, label: NOBODY[name], hint: "", ...values }] : []);

/* What is always there to choose beside the rows found. */
const standing = (name, card) => {
  const free = { value: null, label: "Free agent", hint: "no club", values: { free_agent: true, from_club: null } };
  return name === "from_club" ? [free, ...nobody(name)] : nobody(name, { card });
};

/* The rows of a field that means rows of the database: its own options first while nothing is typed. */
export const refRows = (desk, card, name, kinds) => async (q, signal) => {
  const own = card.fields[name]?.options ?? [];
  const found = await Promise.all(
    kinds().map(async (kind) => (await desk.find(kind, q, card.draft ? null : card.key, signal)).map((row) => ({ ...row, value: asValue(row.value, kind) }))),
  );
  const options = own.filter((row) => !q || matches(row.label, q));
  const seen = new Set(options.map((row) => JSON.stringify(row.value)));
  const others = found.flat().filter((row) => !seen.has(JSON.stringify(row.value)));
  return [...options, ...others, ...standing(name, card).filter((row) => !q || matches(row.label, q))];
};

const NEW = { player: "player", club: "club", person: "person", source: "source", speaker: "person" };

/* Rows that make what was typed: a new row of that name, for a speaker also one who is only described. */
export const makingRows = (name, kind) => (q) => {
  if (!(kind() in NEW)) {
    return [];
  }
  const made = NEW[kind()];
  const row = { value: { kind: made, new: q }, label: q, isNew: true, text: `Make “${q}”, a new ${made}`, keys: "⇧↵" };
  const described = { value: { described: q }, label: q, isNew: true, isDescribed: true, text: `Said by “${q}”, without a name` };
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
