/* What is kept in the browser while it is on its way: a list under one name, shared by all tabs of the article.

   Each tab writes only what is its own, so that two tabs never take each other's requests away. */

export class Keeper {
  #gone = new Set();

  /* `storage` is localStorage or what behaves like it; null where the browser has none. */
  constructor(name, storage) {
    this.name = name;
    this.storage = storage;
    this.isAvailable = this.#works();
  }

  load() {
    try {
      const found = JSON.parse(this.storage.getItem(this.name) ?? "[]");
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  }

  /* Keep these entries (each has a client_id); what this tab kept before and no longer names is done with. */
  keep(entries) {
    if (!this.isAvailable) {
      return;
    }
    const own = new Set(entries.map((entry) => entry.client_id));
    const others = this.load().filter((entry) => !own.has(entry.client_id) && !this.#gone.has(entry.client_id));
    try {
      const all = [...others, ...entries];
      if (all.length) {
        this.storage.setItem(this.name, JSON.stringify(all));
      } else {
        this.storage.removeItem(this.name);
      }
    } catch {
      this.isAvailable = false;
    }
  }

  /* Keep these entries and no others. */
  replace(entries) {
    const own = new Set(entries.map((entry) => entry.client_id));
    this.load().forEach((entry) => own.has(entry.client_id) || this.#gone.add(entry.client_id));
    this.keep(entries);
  }

  forget(id) {
    this.#gone.add(id);
  }

  #works() {
    try {
      this.storage.setItem(`${this.name}:try`, "1");
      this.storage.removeItem(`${this.name}:try`);
      return true;
    } catch {
      return false;
    }
  }
}

/* The browser's storage, or null where it is switched off. */
export const browserStorage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};
