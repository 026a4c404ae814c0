/* A quote as a card: who said it, in which role, to whom, and the words. */

import { alternatives, chips, decide, evidence, fieldPart, hidden, make, stateBadge, warnings } from "./card-parts.js";

const CHIPS = { role: "Role", club: "Club", via: "Outlet", stance: "Stance", translation: "Translation" };

const who = (drawing) =>
  make(
    "div",
    { class: "who" },
    hidden("Quote: "),
    fieldPart(drawing, "speaker", { empty: "Who says it?", look: "name player" }),
    stateBadge(drawing.card, drawing),
  );

const hint = ({ card }) => (card.fields.speaker?.hint ? make("p", { class: "hint" }, card.fields.speaker.hint) : null);

/* A stance is told only where it is one. */
const quiet = (drawing) => {
  const { card } = drawing;
  const { stance } = card.fields;
  const isNone = stance?.value === "neutral" || !stance?.value;
  return isNone ? { ...drawing, card: { ...card, fields: { ...card.fields, stance: { ...stance, label: "" } } } } : drawing;
};

/* The parts of a quote card; `drawing` as of a link card. */
export const quoteCard = (drawing) => ({
  body: [
    who(drawing),
    drawing.focused && hint(drawing),
    alternatives(drawing, "speaker"),
    chips(quiet(drawing), CHIPS),
    alternatives(drawing, "club"),
  ],
  foot: [evidence(drawing), warnings(drawing.card), decide(drawing)],
});

/* What a decided quote is in one line. */
export const quoteLine = (drawing) => [who(drawing), make("span", { class: "said" }, `“${drawing.card.words}”`)];
