/* What is marked in the text: spans of the cards, cut into segments where they overlap. Pure; all places in units. */

const refKey = (ref) => (ref && ref.kind ? `${ref.kind}:${ref.id ?? `new ${ref.new}`}` : null);

/* The marks of one card: [{key, start, end, look}]; `look` is the class that its kind and state give. */
const marksOf = (card, offsets) => {
  const kind = card.plain ? "plain" : card.kind;
  const look = card.state === "rejected" ? "" : `mark-${kind}${card.state === "waiting" ? "" : " mark-decided"}`;
  return (card.evidence || []).map((span) => {
    const [start, end] = offsets.spanToUnits(span);
    return { key: card.key, start, end, look };
  });
};

/* Every mark of `cards`, by start, the longer first. */
export const allMarks = (cards, offsets) =>
  [...cards]
    .flatMap((card) => marksOf(card, offsets))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);

/* The keys of name cards by the row that they mean: "player:5" → ["s3"]. */
export const nameKeys = (cards) => {
  const found = new Map();
  for (const card of cards) {
    const key = card.kind === "name" && card.state !== "rejected" && refKey(card.fields.subject?.value);
    if (key) {
      found.set(key, [...(found.get(key) || []), card.key]);
    }
  }
  return found;
};

/* The name cards that stand for the player, clubs and people of `card`. */
export const namesOf = (card, byRow) =>
  Object.values(card.fields).flatMap((field) => byRow.get(refKey(field?.value)) || []);

/* The marks that touch [start, end), cut at each other's borders: [{start, end, marks}], the shortest mark first. */
export const segments = (marks, start, end) => {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const borders = new Set([start, end]);
  for (const mark of inside) {
    borders.add(Math.max(mark.start, start));
    borders.add(Math.min(mark.end, end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(1).map((cut, index) => {
    const from = cuts[index];
    const over = inside.filter((mark) => mark.start <= from && mark.end >= cut);
    return { start: from, end: cut, marks: over.sort((a, b) => a.end - a.start - (b.end - b.start)) };
  });
};

/* What a block of the text looks like, as a string: it is drawn again only when this changes. */
export const signature = (marks, start, end) =>
  marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => `${mark.key} ${mark.start} ${mark.end} ${mark.look}`)
    .join("|");
