/* The sitting: what an editor does in one go, until half an hour has passed without a decision. */

const PAUSE = 30 * 60 * 1000;
const PLACE = "rumours.desk.sitting";

let held = null;

const load = () => {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) ?? held;
  } catch {
    return held;
  }
};

const save = (sitting) => {
  held = sitting;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(sitting));
  } catch {
    /* kept for this page alone */
  }
};

/* The sitting a decision made now belongs to: {id, at}; a new one after a pause. */
export const sitting = () => {
  const found = load();
  const now = Date.now();
  const present = found && now - found.at < PAUSE ? { ...found, at: now } : { id: uuid(), at: now };
  save(present);
  return present;
};

/* A random id; crypto.randomUUID is missing where a site is served without TLS. */
export const uuid = () => {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
