/* A transfer link as a card: who moves from where to where, how far it has come, and on whose word. */

import { alternatives, button, chips, decide, evidence, fieldPart, hidden, make, stateBadge, warnings } from "./card-parts.js";

const NAMES = ["player", "from_club", "loan_club", "to_club"];

const CHIPS = {
  window: "Window",
  kind: "Kind",
  fees: "Fee",
  source: "Outlet",
  via: "Via",
  role: "Role",
  doubt: "Doubt",
  claimant: "Word of",
  loan_club: "On loan at",
  ending: "Ending",
};

/* Said by default, so that they are told only where they say something. */
const SILENT = { kind: "unknown", doubt: "none", role: "origin" };

const quiet = (card) => {
  const fields = { ...card.fields };
  for (const [name, value] of Object.entries(SILENT)) {
    if (fields[name]?.value === value) {
      fields[name] = { ...fields[name], label: "" };
    }
  }
  return { ...card, fields };
};

const from = (drawing) => {
  const isFree = drawing.card.fields.free_agent?.value;
  const nobody = isFree ? "free agent" : drawing.card.draft ? "his club" : "no club named";
  return fieldPart(drawing, "from_club", { empty: nobody, look: "name" });
};

const who = (drawing) => {
  const { desk, card, focused } = drawing;
  return make(
    "div",
    { class: "who" },
    fieldPart(drawing, "player", { empty: "Which player?", look: "name player" }),
    make(
      "span",
      { class: "move" },
      hidden("from "),
      from(drawing),
      make("span", { class: "arrow", "aria-hidden": "true" }, "→"),
      hidden(" to "),
      fieldPart(drawing, "to_club", { empty: "no club named", look: "name" }),
      focused && desk.mayTag && button(desk, "swap", "⇄", { more: "Swap the clubs", look: "step small" }),
    ),
    stateBadge(card, drawing),
  );
};

const hints = ({ card }) => {
  const words = NAMES.filter((name) => name === "player" || card.fields[name]?.is_new).map((name) => card.fields[name]?.hint);
  return words.some(Boolean) ? make("p", { class: "hint" }, words.filter(Boolean).join(" · ")) : null;
};

/* The six groups in one row, the present one pressed and with its exact stage; in other cards a chip. */
const stages = ({ desk, card, focused, open }) => {
  const { stage_group: group, stage } = card.fields;
  const exact = stage?.label && stage.value !== group?.value ? stage.label : "";
  if (!focused || !desk.mayTag) {
    return make("span", { class: "chip stage" }, [group?.label, exact].filter(Boolean).join(": ") || "No stage");
  }
  const row = desk.words.stage_group.map(([value, label], index) => {
    const isPresent = value === group?.value;
    const step = button(desk, `stage-${index + 1}`, label, { look: "stage-step" });
    step.setAttribute("aria-pressed", String(isPresent));
    return step;
  });
  const list = make(
    "button",
    { type: "button", class: exact ? "chip" : "chip unset", "data-open": "stage_group", "aria-expanded": String(open === "stage_group") },
    exact ? hidden("Exact stage: ") : make("span", { class: "title" }, "Exact stage"),
    exact && make("span", { class: "value" }, exact),
  );
  return make("div", { class: "stages", role: "group", "aria-label": "Stage" }, row, list);
};

const known = ({ desk, card, focused }) => {
  const { known: link, repeat } = card;
  if (!link && !repeat) {
    return null;
  }
  const asked = repeat && `Repeat of ${repeat.text}${repeat.is_set ? "" : "?"}`;
  return make(
    "p",
    { class: "badges" },
    link && (link.address ? make("a", { class: "badge", href: link.address, target: "_blank" }, link.text) : make("span", { class: "badge" }, link.text)),
    repeat &&
      (focused && desk.mayTag
        ? pressed(button(desk, "repeat", asked, { look: "step small" }), repeat.is_set)
        : make("span", { class: "badge" }, asked)),
  );
};

const pressed = (element, isPressed) => {
  element.setAttribute("aria-pressed", String(Boolean(isPressed)));
  return element;
};

/* The parts of a link card: {body, foot}; `drawing` = {desk, card, focused, isLine, open, isPending, isTrying}. */
export const linkCard = (drawing) => {
  const isRepeat = drawing.card.fields.role?.value === "repeat";
  const row = chips({ ...drawing, card: quiet(drawing.card) }, isRepeat ? { ...CHIPS, follows: "Repeats" } : CHIPS);
  const stage = stages(drawing);
  if (!drawing.focused) {
    row.prepend(stage);
  }
  const meanings = NAMES.map((name) => alternatives(drawing, name));
  return {
    body: [who(drawing), drawing.focused && hints(drawing), ...meanings, drawing.focused && stage, row],
    foot: [known(drawing), evidence(drawing), warnings(drawing.card), decide(drawing)],
  };
};

/* What a decided link is in one line. */
export const linkLine = (drawing) => {
  const { fields } = drawing.card;
  const stage = fields.stage?.label || fields.stage_group?.label;
  return [who(drawing), stage && make("span", { class: "chip stage" }, stage)];
};
