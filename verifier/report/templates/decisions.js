/* What the reader has decided about findings: kept in this page, remembered by the browser, written to a file. */
class Decisions {
  // findings: [{fingerprint, code, quotes}], which the page numbers from 1; dismissed: [{fingerprint, why, at}],
  // what was decided before the page was made.
  constructor({ name, sha256, findings, dismissed }) {
    this.name = name;
    this.findings = findings;
    this.numbers = new Map(findings.map(({ fingerprint }, at) => [fingerprint, at + 1]));
    this.given = new Map(dismissed.map(({ fingerprint, why, at }) => [this.numbers.get(fingerprint), { why, at }]));
    this.made = new Map(this.given);
    // What was decided about exactly this text: another version of the draft starts with what was given alone.
    this.shelf = `verifier:${sha256}`;
  }

  get size() {
    return this.made.size;
  }

  // What was decided here: [number, decision], or [number, null] where a decision that was given is undone.
  get changes() {
    const same = (one, other) => one && other && one.why === other.why && one.at === other.at;
    const undone = [...this.given.keys()].filter((number) => !this.made.has(number)).map((number) => [number, null]);
    return [...[...this.made].filter(([number, made]) => !same(made, this.given.get(number))), ...undone];
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
      const kept = this.changes.map(([number, made]) => [this.findings[number - 1].fingerprint, made]);
      if (kept.length) localStorage.setItem(this.shelf, JSON.stringify(kept));
      else localStorage.removeItem(this.shelf);
    } catch { /* see above */ }
  }

  recall() {
    try {
      for (const [fingerprint, made] of JSON.parse(localStorage.getItem(this.shelf) || "[]")) {
        const number = this.numbers.get(fingerprint);
        if (number && made) this.made.set(number, { why: String(made.why), at: String(made.at) });
        else if (number) this.made.delete(number);
      }
    } catch { /* see above; or an entry that something else has written */ }
    // What was decided here and has been given since is no change any more.
    this.keep();
    return [...new Set([...this.given.keys(), ...this.made.keys()])];
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
