/* A name as a card: whom it means, or that nobody known bears it and a new row would be made. */

import { alternatives, button, chips, decide, evidence, fieldPart, make, stateBadge, warnings } from "./card-parts.js";

const KINDS = { player: "Player", club: "Club", person: "Person", source: "Source" };

const kindOf = (card) => KINDS[card.fields.subject?.value?.kind] ?? "Name";

const places = (card) => {
  const number = card.evidence?.length ?? 0;
  return number > 1 ? `${number} places` : "";
};

const who = (drawing) =>
  make(
    "div",
    { class: "who" },
    make("span", { class: "kind" }, kindOf(drawing.card)),
    fieldPart(drawing, "subject", { empty: drawing.card.title || "Who is it?", look: "name player" }),
    make("span", { class: "hint" }, [drawing.card.fields.subject?.hint, places(drawing.card)].filter(Boolean).join(" · ")),
    stateBadge(drawing.card, drawing),
  );

/* A known name is tagged when the article is published: all there is to decide is that it is not. */
const plainChoice = ({ desk, card, focused }) => {
  if (!focused || !desk.mayTag) {
    return null;
  }
  const waits = card.state === "waiting";
  return make(
    "div",
    { class: "decide" },
    waits && make("span", { class: "hint" }, "Tagged when the article is published."),
    waits ? button(desk, "reject", "Reject", { more: card.title, look: "step reject" }) : button(desk, "reopen", "Take back", { more: card.title }),
  );
};

/* The parts of a name card; `drawing` as of a link card. */
export const nameCard = (drawing) => {
  const kind = drawing.card.fields.subject?.value?.kind;
  const names = kind === "club" || kind === "source" ? {} : { role: "Role", club: "Club" };
  const { plain } = drawing.card;
  return {
    body: [who(drawing), alternatives(drawing, "subject"), Object.keys(names).length ? chips(drawing, names) : null],
    foot: [plain ? null : evidence(drawing), warnings(drawing.card), plain ? plainChoice(drawing) : decide(drawing)],
  };
};

/* What a decided name is in one line. */
export const nameLine = (drawing) => [who(drawing)];
