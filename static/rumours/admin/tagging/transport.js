/* One request to the server, and what came of it.

   Every method resolves to {kind}: "answer" (with status and body), "offline" (nothing came back), "server" (it came
   back broken: try again later), "login" (logged out), "user" (somebody else is logged in now). It never rejects but
   for a request that its caller aborted. */

const PATIENCE = 20000;
const LATER = [408, 425, 429];

export class Transport {
  #token;

  /* `fresh` is an address that answers a GET with {csrf, user}; `user` is the id of the page's own editor. */
  constructor({ token, user, fresh }) {
    this.#token = token;
    this.user = user;
    this.fresh = fresh;
  }

  /* POST as JSON. After a new log-in the old token no longer counts: one is fetched, and the request made again. */
  async post(address, payload) {
    const result = await this.#write(address, payload);
    if (result.kind !== "csrf") {
      return result;
    }
    const renewed = await this.#renew();
    if (renewed.kind !== "answer") {
      return renewed;
    }
    const second = await this.#write(address, payload);
    return second.kind === "csrf" ? { kind: "server" } : second;
  }

  async get(address, signal) {
    const result = await this.#request(address, { signal });
    return result.kind === "csrf" ? { kind: "server" } : result;
  }

  #write(address, payload) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.#token };
    return this.#request(address, { method: "POST", headers, body: JSON.stringify(payload) });
  }

  async #renew() {
    const result = await this.get(this.fresh);
    if (result.kind !== "answer") {
      return result;
    }
    if (result.status !== 200) {
      return { kind: "login" };
    }
    if (result.body.user !== this.user) {
      return { kind: "user" };
    }
    this.#token = result.body.csrf;
    return result;
  }

  async #request(address, { signal, headers, ...options }) {
    const patience = AbortSignal.timeout(PATIENCE);
    let response;
    try {
      response = await fetch(address, {
        ...options,
        headers: { Accept: "application/json", ...headers },
        cache: "no-store",
        credentials: "same-origin",
        redirect: "manual",
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      });
      return await meaning(response);
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      return { kind: "offline" };
    }
  }
}

/* The site answers in JSON; a redirect or a page is the log-in, or the word of something in between. */
const meaning = async (response) => {
  if (response.type === "opaqueredirect") {
    return { kind: "login" };
  }
  if (response.status >= 500 || LATER.includes(response.status)) {
    return { kind: "server" };
  }
  if ((response.headers.get("Content-Type") ?? "").startsWith("application/json")) {
    return { kind: "answer", status: response.status, body: await response.json() };
  }
  if (response.status === 403) {
    return { kind: "csrf" };
  }
  if (response.ok) {
    return { kind: "login" };
  }
  return { kind: "answer", status: response.status, body: { message: "There is no such page any more" } };
};
