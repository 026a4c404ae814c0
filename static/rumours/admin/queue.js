/* The queue by keyboard, and without a reload after each press. The page is whole without it: all is forms and links.

   What is pressed acts on the row in hand at once: the row goes from sight, the next one comes to hand, and requests go
   out one after another. The answer to the last of them draws the list anew; where one is refused the row comes back. */

import { sitting, uuid } from "./tagging/sitting.js";

const queue = document.querySelector("#queue");
const said = document.querySelector("#queue-said");
const help = document.querySelector("#queue-keys");
const LOST = "Not sent: there is no connection. Nothing is lost, press again.";
const LOGGED_OUT = "You are logged out: log in again in another tab, then press again.";

let sending = Promise.resolve();
let waiting = 0;
let inHand = null;

const rows = () => [...queue.querySelectorAll("[data-row]:not([hidden])")];
const mainOf = (row) => row.querySelector("[data-main]");
const say = (words) => {
  said.textContent = words;
};

const takeInHand = (row) => {
  inHand = row ? row.id : null;
  if (row) {
    mainOf(row).focus();
    row.scrollIntoView({ block: "nearest" });
  }
};

/* The row that has the focus, else the one last in hand. */
const current = () =>
  rows().find((row) => row.contains(document.activeElement)) || rows().find((row) => row.id === inHand) || null;

const move = (step) => {
  const all = rows();
  const at = all.indexOf(current());
  takeInHand(all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]);
};

/* Draws the list anew; in hand comes `wanted`, else what was, else whatever now has its place. */
const draw = (html, place, wanted) => {
  const at = inHand;
  const hadFocus = queue.contains(document.activeElement) || document.activeElement === document.body;
  const wasIn = document.activeElement.id;
  queue.innerHTML = html;
  if (!hadFocus) {
    return;
  }
  const all = rows();
  const row = all.find((one) => one.id === wanted) || all.find((one) => one.id === at) || all[Math.min(place, all.length - 1)];
  if (wasIn === "queue-name") {
    document.querySelector("#queue-name").focus();
  } else if (row) {
    takeInHand(row);
  } else {
    queue.querySelector(".queue-empty")?.focus();
  }
};

const asked = async (address, options) => {
  const response = await fetch(address, { ...options, headers: { Accept: "application/json" } });
  const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
  if (!isJson) {
    throw new Error(response.redirected ? LOGGED_OUT : `Refused (${response.status}): load the page again.`);
  }
  return response.json();
};

const answered = (answer, place, isUndo) => {
  if (answer.next) {
    window.location.assign(answer.next);
    return;
  }
  say(answer.say);
  if (waiting === 0) {
    draw(answer.html, place, isUndo ? `article-${answer.place}` : "");
  }
};

const failed = (error, row) => {
  say(error instanceof TypeError ? LOST : error.message);
  if (row) {
    row.hidden = false;
    takeInHand(row);
  }
};

const send = (form, verb, row, place) => {
  const data = new FormData(form);
  data.set("verb", verb);
  data.set("client_id", uuid());
  data.set("sitting", sitting().id);
  waiting += 1;
  sending = sending
    .then(() => asked(form.action, { method: "POST", body: data }))
    .finally(() => {
      waiting -= 1;
    })
    .then((answer) => answered(answer, place, verb === "undo"), (error) => failed(error, row));
};

/* Drop, skip and put back take the row from the list at once. */
const act = (form, verb) => {
  const row = form.closest("[data-row]");
  const all = rows();
  const place = row ? all.indexOf(row) : all.indexOf(current());
  if (row && verb !== "take") {
    const next = all[place + 1] || all[place - 1];
    row.hidden = true;
    takeInHand(next);
  }
  send(form, verb, row, Math.max(place, 0));
};

const press = (verb) => {
  const button = current()?.querySelector(`button[value="${verb}"]`);
  if (button) {
    act(button.form, verb);
  }
};

const pressIn = (command) => queue.querySelector(`[data-command="${command}"]`)?.click();

const refresh = () => {
  if (waiting === 0) {
    const place = Math.max(rows().indexOf(current()), 0);
    asked(window.location.href, {}).then((answer) => draw(answer.html, place, ""), () => {});
  }
};

const COMMANDS = {
  next: () => move(1),
  previous: () => move(-1),
  take_next: () => pressIn("next"),
  drop: () => press("drop"),
  skip: () => press("skip"),
  undo: () => pressIn("undo"),
  filter: () => document.querySelector("#queue-name").focus(),
  help: () => {
    help.open = !help.open;
    if (help.open) {
      help.querySelector("summary").focus();
    }
  },
};
/* The page names the keys: "next j previous k …". */
const NAMES = queue.dataset.keys.split(" ");
const COMMAND_OF = new Map(NAMES.flatMap((name, at) => (at % 2 ? [] : [[NAMES[at + 1], name]])));
/* Arrows move the row where the rows are, and scroll elsewhere. */
const ARROWS = { ArrowDown: "next", ArrowUp: "previous" };
const isAtRows = () => document.activeElement === document.body || document.activeElement.closest(".queue-list");

const commandOf = (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) {
    return COMMAND_OF.get(event.code.replace(/^Key/, "").toLowerCase()) || COMMAND_OF.get(key);
  }
  if (ARROWS[key]) {
    return isAtRows() ? ARROWS[key] : null;
  }
  if (key === "Enter") {
    return document.activeElement === document.body ? "take" : null;
  }
  return queue.dataset.singleKeys === "yes" ? COMMAND_OF.get(key) : null;
};

/* A key that is held down moves on and on, and does everything else once. */
const runOf = (event) => {
  const name = commandOf(event);
  if (!name || (event.repeat && name !== "next" && name !== "previous")) {
    return null;
  }
  return name === "take" ? () => press("take") : COMMANDS[name];
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented) {
    return;
  }
  const isField = event.target.matches("input, select, textarea");
  if (event.key === "Escape" && (isField || help.open)) {
    help.open = false;
    takeInHand(current() || rows()[0]);
    return;
  }
  const run = isField && !event.altKey ? null : runOf(event);
  if (run) {
    event.preventDefault();
    run();
  }
});

document.addEventListener(
  "submit",
  (event) => {
    const verb = event.submitter?.value;
    if (event.target.matches("[data-queue-form]") && verb) {
      event.preventDefault();
      act(event.target, verb);
    }
  },
  true,
);

queue.addEventListener("focusin", (event) => {
  inHand = event.target.closest("[data-row]")?.id || inHand;
});

/* Others work on: who looks again, or comes back, sees how it stands. */
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    refresh();
  }
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    refresh();
  }
});
if (document.activeElement === document.body && !window.location.hash) {
  takeInHand(rows()[0]);
}
