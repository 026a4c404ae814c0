/* The small pieces that every card is made of: elements, buttons with their keys, fields, states. */

/* An element with attributes and children; `null` and `false` among either are left out. */
export const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false && child !== undefined));
  return element;
};

export const hidden = (words) => make("span", { class: "visually-hidden" }, words);

/* The key that runs a command, as it is printed on buttons; nothing where it has none. */
const keyCap = (desk, command) => {
  const label = desk.keyLabel(command);
  return label ? make("kbd", { "aria-hidden": "true" }, label) : null;
};

/* A button that runs a command; `more` says which card it is for to those who only hear it. */
export const button = (desk, command, label, { more = "", look = "step" } = {}) =>
  make(
    "button",
    { type: "button", class: look, "data-command": command, "aria-keyshortcuts": desk.keyLabel(command) || null },
    label,
    more && hidden(` ${more}`),
    keyCap(desk, command),
  );

/* Which command opens a field: some share a key, as only one of them is on a card. */
const COMMANDS = {
  speaker: "field:player", subject: "field:player", person_role: "field:role",
  club: "field:from_club", stance: "field:kind", translation: "field:window",
};

const commandOf = (card, name) =>
  card.kind === "quote" && name === "via" ? "field:source" : (COMMANDS[name] ?? `field:${name}`);

/* How a field reads: its label, with what is new, assumed or edited told apart by a word or sign too. */
export const reading = (card, name, empty = "") => {
  const field = card.fields[name] ?? {};
  return [
    make("span", { class: "value" }, field.label || empty),
    field.is_new && make("span", { class: "new" }, "new"),
    field.assumed && make("span", { class: "assumed" }, "assumed"),
    card.edited?.includes(name) && make("span", { class: "was-edited", title: "Changed by an editor" }, "✎", hidden("changed")),
  ];
};

/* A field as a part of a card: in the card in focus a button that opens its editor, with its key; else only words. */
export const fieldPart = ({ desk, card, focused, open }, name, { title, empty = "", look = "chip" }) => {
  const field = card.fields[name] ?? {};
  const isSet = Boolean(field.label || empty);
  const inside = [title && make("span", { class: "title" }, title), ...(isSet ? reading(card, name, empty) : [])];
  const classes = [look, isSet ? "" : "unset", field.assumed ? "is-assumed" : ""].filter(Boolean).join(" ");
  if (!focused || !desk.mayTag) {
    return make("span", { class: classes, "data-open": desk.mayTag ? name : null }, inside);
  }
  const command = commandOf(card, name);
  return make(
    "button",
    {
      type: "button",
      class: classes,
      "data-open": name,
      "aria-expanded": String(open === name),
      "aria-keyshortcuts": desk.keyLabel(command) || null,
    },
    inside,
    keyCap(desk, command),
  );
};

/* The fields of `names` ({name: title}) as chips: all of them in the card in focus, else those that say something. */
export const chips = (drawing, names) => {
  const says = ({ label, assumed }, name) => label && !(assumed && name === "source");
  const shown = Object.entries(names).filter(([name]) => drawing.focused || says(drawing.card.fields[name] ?? {}, name));
  return make("div", { class: "chips" }, shown.map(([name, title]) => fieldPart(drawing, name, { title })));
};

const STATES = {
  waiting: ["", ""],
  accepted: ["✓", "Accepted"],
  edited: ["✓", "Accepted with changes"],
  entered: ["+", "Entered by hand"],
  rejected: ["✕", "Rejected"],
};

/* What is decided of a card, by sign and word; a waiting card says nothing. */
export const stateBadge = (card, { isPending }) => {
  const [sign, words] = card.draft ? ["+", "Not entered yet"] : STATES[card.state];
  return make(
    "span",
    { class: "state" },
    card.dim && !words && make("span", { class: "weak" }, "often wrong"),
    isPending && make("span", { class: "unsent" }, "not sent yet"),
    words && make("span", { class: "state-sign", "aria-hidden": "true" }, sign),
    words && make("span", { class: "state-word" }, words),
  );
};

/* What a name may mean when it means several: the present one pressed, the next one a key away. */
export const alternatives = ({ desk, card, focused }, name) => {
  const field = card.fields[name];
  if (!focused || !field || (field.options ?? []).length < 2) {
    return null;
  }
  const present = JSON.stringify(field.value);
  const options = field.options.map((option, index) =>
    make(
      "button",
      { type: "button", class: "option", "data-take": `${name}:${index}`, "aria-pressed": String(JSON.stringify(option.value) === present) },
      make("span", { class: "value" }, option.label),
      option.hint && make("span", { class: "hint" }, option.hint),
    ),
  );
  return make(
    "div",
    { class: "alternatives", role: "group", "aria-label": `${field.label} may mean` },
    button(desk, "next-alternative", "Next", { look: "step small" }),
    options,
  );
};

/* The evidence, shortened by the style sheet where the card is not in focus; there it may scroll, also by keyboard. */
export const evidence = ({ desk, card, focused, isTrying }) =>
  make(
    "div",
    { class: "evidence" },
    make("blockquote", focused ? { tabindex: "0" } : {}, card.words || "No evidence yet: choose a sentence."),
    focused && desk.mayTag && button(desk, "evidence", isTrying ? "Take it" : "Evidence", { look: "step small" }),
    isTrying && make("p", { class: "hint" }, KEYS_OF_EVIDENCE.map(([key, does]) => [make("kbd", {}, key), ` ${does} `]).flat()),
  );

const KEYS_OF_EVIDENCE = [[",", "back"], [".", "on"], ["<", "take in before"], [">", "take in after"], ["⌫", "undo"]];

export const warnings = (card) =>
  card.warnings?.length ? make("ul", { class: "warnings" }, card.warnings.map((words) => make("li", {}, words))) : null;

/* The buttons that decide; only the card in focus has them. */
export const decide = ({ desk, card, focused }) => {
  if (!focused || !desk.mayTag) {
    return null;
  }
  const more = card.title;
  if (card.state !== "waiting") {
    const back = card.state === "entered" ? button(desk, "reject", "Remove", { more }) : button(desk, "reopen", "Take back", { more });
    return make("div", { class: "decide" }, back);
  }
  return make(
    "div",
    { class: "decide" },
    button(desk, "accept", card.draft ? "Enter" : "Accept", { more, look: "step accept" }),
    button(desk, "reject", card.draft ? "Discard" : "Reject", { more, look: "step reject" }),
  );
};
