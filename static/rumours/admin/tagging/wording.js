/* The status line: whether everything is saved, and else what stands in the way. */

export const wording = ({ waiting, held, problem }) => {
  if (problem === "login") {
    return "log in again in another tab: nothing is lost";
  }
  if (problem === "user") {
    return "somebody else is logged in here now: log in as yourself in another tab, nothing is lost";
  }
  if (problem) {
    const why = problem === "offline" ? "no connection" : "the site does not answer";
    return `${waiting ? `${waiting} waiting: ` : ""}${why}, trying again`;
  }
  if (held) {
    return `${held} ${held === 1 ? "waits" : "wait"} for you`;
  }
  return waiting ? "saving…" : "saved";
};
