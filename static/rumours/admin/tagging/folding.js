/* Names as they are compared: without case, accents and punctuation, so that "skrin" finds Škriniar. */

const PLAIN = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", æ: "ae", œ: "oe" };

export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}|['’`]/gu, "")
    .replace(/[ßøłđðþıæœ]/g, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/* Whether each word that was typed begins a word of `label`; nothing typed fits everything. */
export const matches = (label, typed) => {
  const words = fold(label).split(" ");
  return fold(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
};

/* Whether the two are the same name. */
export const same = (label, typed) => fold(label) === fold(typed);
