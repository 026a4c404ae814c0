/* Places in a text: the server counts Unicode code points, the browser UTF-16 units. Also its words. */

/* A word: letters, digits and signs of money; a hyphen or apostrophe inside it, but not the "’s" of a possessive. */
const WORD = /[\p{L}\p{N}\p{M}\p{Sc}%]+(?:[-–.,'’](?=[\p{L}\p{N}])(?![sS](?![\p{L}\p{N}]))[\p{L}\p{N}\p{M}\p{Sc}%]+)*/gu;

export class Offsets {
  /* `text` as it stands in JavaScript. */
  constructor(text) {
    this.points = null;
    if (/[\ud800-\udfff]/.test(text)) {
      this.points = [];
      let unit = 0;
      for (const character of text) {
        this.points.push(unit);
        unit += character.length;
      }
      this.points.push(unit);
    }
  }

  /* Code points → UTF-16 units. */
  toUnits(point) {
    return this.points ? this.points[Math.min(point, this.points.length - 1)] : point;
  }

  /* UTF-16 units → code points; inside a pair, the point that the pair is. */
  toPoints(unit) {
    if (!this.points) {
      return unit;
    }
    let low = 0;
    let high = this.points.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.points[middle] <= unit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  spanToUnits([start, end]) {
    return [this.toUnits(start), this.toUnits(end)];
  }

  spanToPoints([start, end]) {
    return [this.toPoints(start), this.toPoints(end)];
  }
}

/* The words of `text` as [start, end] in units, in order. */
export const wordsOf = (text) => [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length]);

/* The index of the first of `spans` (in order) that ends after `at`; their number when none does. */
export const firstAfter = (spans, at) => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle][1] > at) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
};

/* A selection grown to whole words, without the white space, punctuation and quote marks around them; null: no word. */
export const trimmed = (words, start, end) => {
  const first = firstAfter(words, start);
  let last = firstAfter(words, end - 1);
  if (last >= words.length || words[last][0] >= end) {
    last -= 1;
  }
  return first < words.length && last >= first && words[first][0] < end ? [words[first][0], words[last][1]] : null;
};
