/* Between places in the body (UTF-16 units) and places on the page. A block of the body has `data-start` in units. */

const blockOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");

const unitsIn = (block, node, offset) => {
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.start) + before.toString().length;
};

/* The stretch of the body that a DOM range covers, as [start, end]; null when it touches no block of `pane`. */
export const coveredBy = (pane, range) => {
  const blocks = [...pane.querySelectorAll("[data-start]")].filter((block) => range.intersectsNode(block));
  if (!blocks.length) {
    return null;
  }
  const [first, last] = [blocks[0], blocks.at(-1)];
  const opens = blockOf(range.startContainer) === first;
  const closes = blockOf(range.endContainer) === last;
  const start = opens ? unitsIn(first, range.startContainer, range.startOffset) : Number(first.dataset.start);
  const end = closes ? unitsIn(last, range.endContainer, range.endOffset) : Number(last.dataset.end);
  return start < end ? [start, end] : null;
};

/* The text node and offset at `unit`; a border between two nodes belongs to the later one unless `closing`. */
const spot = (pane, unit, closing) => {
  const block = [...pane.querySelectorAll("[data-start]")].find(
    (each) => Number(each.dataset.start) <= unit && unit <= Number(each.dataset.end),
  );
  let left = block ? unit - Number(block.dataset.start) : 0;
  const walker = block && document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker?.nextNode(); node; node = walker.nextNode()) {
    if (left < node.length || (closing && left === node.length)) {
      return [node, left];
    }
    left -= node.length;
  }
  return null;
};

/* A DOM range over [start, end) of the body; null where the page does not show it. */
export const rangeOver = (pane, [start, end]) => {
  const from = spot(pane, start, false);
  const to = spot(pane, end, true);
  if (!from || !to) {
    return null;
  }
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
};

const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const SCROLL_MS = 700;
const goals = new WeakMap();

/* Where the pane's scrolling will have come to: it takes a while, and the next card may be in focus before. */
const scrollOf = (pane) => {
  const goal = goals.get(pane);
  return goal && performance.now() < goal.until ? goal.top : pane.scrollTop;
};

/* Scroll `pane` (never the page) so that the rectangle is in view: only if it is not, and then to a third of the height. */
export const bringIntoView = (pane, rect) => {
  const view = pane.getBoundingClientRect();
  const place = pane.scrollTop + rect.top - view.top;
  const from = scrollOf(pane);
  if (place >= from && place + rect.height <= from + view.height) {
    return;
  }
  const wanted = place - Math.max(view.height / 3 - rect.height / 2, 8);
  const top = Math.min(Math.max(wanted, 0), pane.scrollHeight - pane.clientHeight);
  goals.set(pane, { top, until: performance.now() + SCROLL_MS });
  pane.scrollTo({ top, behavior: isCalm() ? "auto" : "smooth" });
};
