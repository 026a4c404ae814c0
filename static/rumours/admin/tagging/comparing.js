/* What of a card a person reads: its state, the label of each field, its evidence. Two such summaries can be compared. */

export const summary = (card) => ({
  state: card.state,
  words: card.words ?? "",
  fields: Object.fromEntries(Object.entries(card.fields ?? {}).map(([name, field]) => [name, field.label ?? ""])),
});

/* The names under which two summaries read otherwise; "state" and "words" beside the names of fields. */
export const differing = (one, other) => {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  const found = [...names].filter((name) => (one.fields[name] ?? "") !== (other.fields[name] ?? ""));
  if (one.words !== other.words) {
    found.push("words");
  }
  if (one.state !== other.state) {
    found.unshift("state");
  }
  return found;
};
