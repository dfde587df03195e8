/* What the reader has decided about findings: kept in this page, remembered by the browser, written to a file. */
class Decisions {
  // findings: [{fingerprint, code, quotes}], which the page numbers from 1.
  constructor({ name, sha256, findings }) {
    this.name = name;
    this.findings = findings;
    this.made = new Map();
    // What was decided about exactly this text: another version of the draft starts afresh.
    this.shelf = `verifier:${sha256}`;
  }

  get size() {
    return this.made.size;
  }

  get last() {
    return [...this.made.keys()].pop();
  }

  has(number) {
    return this.made.has(number);
  }

  get(number) {
    return this.made.get(number);
  }

  dismiss(number, why, at = new Date().toISOString().slice(0, 10)) {
    this.made.set(number, { why, at });
    this.keep();
  }

  undo(number) {
    const known = this.made.delete(number);
    this.keep();
    return known;
  }

  // A page in a frame, or in a private window, may not be let near the browser's storage: then nothing is kept.
  keep() {
    try {
      const kept = [...this.made].map(([number, made]) => [this.findings[number - 1].fingerprint, made]);
      if (kept.length) localStorage.setItem(this.shelf, JSON.stringify(kept));
      else localStorage.removeItem(this.shelf);
    } catch { /* see above */ }
  }

  recall() {
    try {
      const numbers = new Map(this.findings.map(({ fingerprint }, at) => [fingerprint, at + 1]));
      for (const [fingerprint, { why, at }] of JSON.parse(localStorage.getItem(this.shelf) || "[]")) {
        if (numbers.has(fingerprint)) this.made.set(numbers.get(fingerprint), { why: String(why), at: String(at) });
      }
    } catch { /* see above; or an entry that something else has written */ }
    return [...this.made.keys()];
  }

  get file() {
    const base = (this.name || "draft").split(/[\\/]/).pop().replace(/\.\w{1,5}$/, "");
    return `${base || "draft"}.decisions.json`;
  }

  toJSON() {
    const made = [...this.made].sort(([one], [other]) => one - other);
    return {
      schema_version: "1.0",
      draft: { name: this.name },
      decisions: made.map(([number, { why, at }]) => {
        const { fingerprint, code, quotes } = this.findings[number - 1];
        return { fingerprint, code, decision: "dismissed", why, quotes, at };
      }),
    };
  }
}
