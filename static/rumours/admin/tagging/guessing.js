/* What a card will look like once a decision is taken, shown before the server has answered. */

const blank = (value) => value === null || value === "" || value === undefined;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/* The field as it reads with this value: by what its editor says (`shown`), its options, the vocabulary, or the name. */
const fieldWith = (field, name, value, group, words, shown) => {
  if (shown) {
    return { assumed: false, is_new: false, ...shown, value: "value" in shown ? shown.value : value };
  }
  const option = (field?.options ?? []).find((other) => same(other.value, value));
  if (option) {
    return { value, label: option.label, hint: option.hint ?? "", is_new: Boolean(option.is_new), assumed: false };
  }
  const made = value?.new ?? value?.described;
  if (made) {
    return { value, label: made, hint: "", is_new: Boolean(value.new), assumed: false };
  }
  const rows = name === "stage" ? words.stage?.[group] : (words[name] ?? words[`person_${name}`]);
  const label = (rows ?? []).find(([other]) => other === value)?.[1] ?? (blank(value) ? "" : String(value));
  return { value, label, hint: "", is_new: false, assumed: false };
};

const titleOf = (card, fields) => {
  if (card.kind !== "link" || !(fields.player || fields.to_club)) {
    return card.title;
  }
  const all = { ...card.fields, ...fields };
  return [all.player?.label, all.to_club?.label].filter(Boolean).join(" to ") || card.title;
};

const edited = (card, values, words, shown, body) => {
  const fields = {};
  const group = values.stage_group ?? card.fields.stage_group?.value;
  for (const [name, value] of Object.entries(values)) {
    if (name !== "evidence") {
      fields[name] = fieldWith(card.fields[name], name, value, group, words, shown?.[name]);
    }
  }
  const changes = { fields, title: titleOf(card, fields) };
  if (values.evidence) {
    changes.evidence = values.evidence;
    changes.words = values.evidence.map(([start, end]) => body.slice(start, end).join("")).join(" … ");
  }
  return changes;
};

const swapped = ({ fields: { from_club: from, to_club: to } }) => ({ fields: { from_club: to, to_club: from } });

const STATES = { accept: "accepted", reject: "rejected", reopen: "waiting", remove: "rejected" };

/* Changes of `card` for a verb with its values; null where they cannot be told. `body` is a list of code points. */
export const guessed = (verb, card, { values = {}, shown }, { words, body }) => {
  if (verb === "edit") {
    return edited(card, values, words, shown, body);
  }
  if (verb === "swap") {
    return swapped(card);
  }
  if (verb === "repeat") {
    return card.repeat ? { repeat: { ...card.repeat, is_set: values.report !== null } } : null;
  }
  if (verb === "accept" && Object.keys(values).length) {
    return { ...edited(card, values, words, shown, body), state: "edited" };
  }
  return STATES[verb] ? { state: STATES[verb] } : null;
};
