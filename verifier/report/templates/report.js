/* The page's behaviour. Without it everything is there to read; with it one finding at a time is lit. */
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  document.addEventListener("DOMContentLoaded", start);

  function start() {
    const $ = (id) => document.getElementById(id);
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const numbers = (text) => text.split(" ").map(Number);
    const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

    const desk = document.querySelector(".desk");
    const text = $("text");
    const cards = all(".card").sort((one, other) => one.dataset.n - other.dataset.n);
    const card = (number) => cards[number - 1];
    const wide = matchMedia("(min-width: 900px)");
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const ranks = ["error", "warning", "notice"];

    // Which pieces of the draft belong to what. Read once: afterwards a click touches only these.
    const index = (name) => {
      const found = new Map();
      for (const piece of all(`[data-${name}]`, text)) {
        for (const number of numbers(piece.dataset[name])) {
          found.has(number) ? found.get(number).push(piece) : found.set(number, [piece]);
        }
      }
      return found;
    };
    const places = index("f");
    const claims = index("c");
    const figures = index("g");
    const refs = new Map();
    for (const ref of all(".ref, .ruler rect")) {
      const number = Number(ref.dataset.n);
      refs.has(number) ? refs.get(number).push(ref) : refs.set(number, [ref]);
    }

    const state = { current: 0, place: 0, severities: new Set(ranks), source: "", code: "", lit: [], keys: true };
    const decisions = new Decisions(JSON.parse($("data").textContent));

    /* Where the reader looks */

    const scrolled = {};

    function view(name, focus) {
      if (!wide.matches) scrolled[shown()] = scrollY;
      desk.dataset.narrow = name === "draft" ? "draft" : "";
      if (name !== "draft") desk.dataset.view = name;
      tabs();
      now();
      if (!wide.matches) scrollTo(0, scrolled[name] || 0);
      if (name !== "draft" && wide.matches) $("side").scrollTop = 0;
      if (focus) $(`panel-${name}`).focus({ preventScroll: true });
    }

    const shown = () => (!wide.matches && desk.dataset.narrow === "draft" ? "draft" : desk.dataset.view);

    function tabs() {
      for (const tab of all(".tab")) {
        const on = tab.dataset.view === shown();
        tab.setAttribute("aria-selected", on);
        tab.tabIndex = on ? 0 : -1;
      }
    }

    function reveal(element, block) {
      if (!element) return;
      const box = element.getBoundingClientRect();
      const top = document.querySelector(".bar").getBoundingClientRect().bottom;
      if (block === "center" && box.height && box.top > top + 40 && box.bottom < innerHeight - 140) return;
      // What is far away is shown at once: nobody wants to watch a long draft go by.
      const far = Math.abs(box.top - innerHeight / 2) > 2 * innerHeight;
      element.scrollIntoView({ block, behavior: still.matches || far ? "auto" : "smooth" });
    }

    // What has been laid out once may be left out while it is out of sight; its height is then known. Not where
    // the draft comes and goes: it would have to be measured anew each time.
    function measure() {
      desk.classList.remove("lazy");
      const ready = () => desk.classList.toggle("lazy", wide.matches);
      requestAnimationFrame(() => requestAnimationFrame(ready));
    }

    function light(pieces) {
      for (const piece of state.lit) piece.classList.remove("lit");
      for (const piece of pieces) piece.classList.add("lit");
      state.lit = pieces;
      for (const button of all('.light[aria-pressed="true"]')) button.setAttribute("aria-pressed", "false");
    }

    function show(pieces) {
      select(0);
      light(pieces);
      if (!wide.matches) view("draft");
      reveal(pieces[0], "center");
    }

    /* Findings */

    const open = (number) => !decisions.has(number) && passes(number);

    function passes(number) {
      const { severity, code, voices } = card(number).dataset;
      return (
        state.severities.has(severity) &&
        (!state.code || code === state.code) &&
        (!state.source || voices.split(" ").includes(state.source))
      );
    }

    function turn(number, on) {
      if (!number) return;
      for (const piece of places.get(number) || []) piece.classList.toggle("on", on);
      for (const ref of refs.get(number) || []) ref.classList.toggle("on", on);
      if (on) card(number).setAttribute("aria-current", "true");
      else card(number).removeAttribute("aria-current");
    }

    function select(number, { focus = false, scroll = true, place = 0 } = {}) {
      if (number !== state.current) turn(state.current, false);
      state.current = number;
      state.place = place;
      if (number) {
        light([]);
        turn(number, true);
        if (desk.dataset.view !== "findings" && wide.matches) view("findings");
        if (decisions.has(number)) $("folded").open = true;
        if (focus) card(number).focus({ preventScroll: true });
        if (wide.matches || desk.dataset.narrow !== "draft") reveal(card(number), "nearest");
        if (scroll) goTo(number, place);
        home(number);
      }
      now();
    }

    const stops = (number) => (refs.get(number) || []).filter((ref) => ref.classList.contains("ref"));

    function goTo(number, place) {
      const pieces = places.get(number) || [];
      const button = all(".place", card(number))[place];
      reveal(pieces[button.dataset.at] || pieces[0] || stops(number)[0], "center");
    }

    // The draft is one stop for the Tab key: the mark of the selected finding, or else the first.
    function home(number) {
      for (const ref of all('.ref[tabindex="0"]', text)) ref.tabIndex = -1;
      const ref = stops(number)[0] || text.querySelector(".ref:not([hidden])");
      if (ref) ref.tabIndex = 0;
    }

    function step(by) {
      const ready = cards.map((_, at) => at + 1).filter(open);
      if (!ready.length) return say("No finding to go to");
      const at = ready.indexOf(state.current);
      const next = at < 0 ? (by > 0 ? 0 : ready.length - 1) : (at + by + ready.length) % ready.length;
      const inDraft = text.contains(document.activeElement);
      select(ready[next], { focus: !inDraft && (wide.matches || desk.dataset.narrow !== "draft") });
      if (inDraft) stops(ready[next])[0]?.focus({ preventScroll: true });
    }

    function now() {
      const bar = $("now");
      bar.hidden = wide.matches || desk.dataset.narrow !== "draft" || !state.current;
      if (bar.hidden) return;
      bar.className = `now ${card(state.current).dataset.severity}`;
      $("now-what").textContent = card(state.current).querySelector(".sev").textContent;
      $("now-message").textContent = card(state.current).querySelector(".message").textContent;
    }

    function refresh() {
      let passing = 0;
      cards.forEach((item, at) => {
        const number = at + 1;
        const on = open(number);
        if (on) passing += 1;
        item.parentElement.hidden = !on && !decisions.has(number);
        for (const ref of refs.get(number) || []) ref.toggleAttribute("hidden", !on);
      });
      for (const piece of new Set([...places.values()].flat())) {
        const graves = numbers(piece.dataset.f).filter(open).map((number) => card(number).dataset.severity);
        const grave = ranks.find((rank) => graves.includes(rank));
        piece.classList.remove(...ranks);
        if (grave) piece.classList.add(grave);
      }
      const left = cards.length - decisions.size;
      $("open-count").textContent = left;
      if (!cards.length) return;
      $("shown").textContent =
        (passing === left ? plural(left, "finding") : `${passing} of ${plural(left, "finding")} shown`) +
        (decisions.size ? `, ${decisions.size} dismissed` : "");
      $("none").hidden = passing > 0;
      $("none-text").textContent = left ? "No finding passes these filters." : "Nothing left to look at.";
      $("none").querySelector("button").hidden = !left;
      $("folded").hidden = !decisions.size;
      $("export").hidden = !decisions.size && !decisions.changes.length;
      $("folded-count").textContent = decisions.size;
      $("export-text").textContent = `${plural(decisions.changes.length, "decision")} made in this page`;
      if (state.current && !open(state.current) && !decisions.has(state.current)) select(0);
      home(state.current);
    }

    /* Decisions */

    function ask(number) {
      if (!number || decisions.has(number)) return;
      if (!wide.matches && desk.dataset.narrow === "draft") view("findings");
      cancel();
      select(number, { scroll: false });
      card(number).append($("why").content.cloneNode(true));
      const form = card(number).querySelector(".why");
      reveal(form, "nearest");
      form.elements.why.focus({ preventScroll: true });
    }

    function cancel(focus) {
      const form = document.querySelector("main .why");
      const item = form?.closest(".card");
      form?.remove();
      if (focus) item?.focus({ preventScroll: true });
    }

    function undo(number) {
      if (!decisions.undo(number)) return;
      settle(number);
      toast("");
      refresh();
      select(number, { focus: true });
      say(`${name(number)} is back. ${$("shown").textContent}`);
    }

    const name = (number) => card(number).querySelector(".sev").textContent;

    // A card's place in either list is that of its number.
    function settle(number) {
      const decision = decisions.get(number);
      const list = $(decision ? "dismissed" : "cards");
      const item = card(number).parentElement;
      const after = [...list.children].find((other) => Number(other.firstElementChild.dataset.n) > number);
      list.insertBefore(item, after || null);
      const button = card(number).querySelector(".dismiss");
      button.textContent = decision ? "Undo" : "Dismiss";
      button.setAttribute("aria-label", `${button.textContent}${decision ? " dismissing" : ""} ${name(number)}`);
      const told = card(number).querySelector(".decided");
      told.hidden = !decision;
      told.textContent = decision ? `Dismissed ${decision.at}: ${decision.why}` : "";
      if (decision) turn(number, false);
    }

    function confirm(form, why) {
      const number = Number(form.closest(".card").dataset.n);
      if (!why.trim()) {
        form.querySelector(".need").textContent = "Say why, or choose one of the reasons.";
        form.elements.why.setAttribute("aria-invalid", "true");
        return form.elements.why.focus();
      }
      const later = cards.map((_, at) => at + 1).filter(open);
      cancel();
      decisions.dismiss(number, why.trim());
      settle(number);
      state.current = 0;
      refresh();
      const next = later.find((other) => other > number) || later.find((other) => other !== number);
      if (next) select(next, { focus: true });
      else $("panel-findings").focus({ preventScroll: true });
      toast(`${name(number)} dismissed`);
      say(`${name(number)} dismissed. ${$("shown").textContent}`);
    }

    function download() {
      const file = new Blob([`${JSON.stringify(decisions, null, 2)}\n`], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = decisions.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      say("Decisions exported");
    }

    /* Telling */

    function say(words) {
      $("said").textContent = words;
    }

    let fading;
    function toast(words) {
      clearTimeout(fading);
      $("toast").hidden = !words;
      $("toast-text").textContent = words;
      if (words) fading = setTimeout(() => { $("toast").hidden = true; }, 8000);
    }

    /* What the reader does. One listener for each sort of event, whatever the number of marks. */

    const number = (element) => Number(element.closest("[data-n]").dataset.n);
    const selecting = () => !getSelection().isCollapsed;
    const acts = {
      skip: () => { view("findings", true); },
      view: (button) => { view(button.dataset.view); button.focus({ preventScroll: true }); },
      help: () => $("help").showModal(),
      ref: (ref) => { select(number(ref), { scroll: ref.localName === "rect" }); },
      card: (item) => { if (!selecting() && !decisions.has(number(item))) pick(number(item)); },
      pick: (button) => pick(number(button)),
      place: (button) => {
        const chosen = number(button);
        if (!wide.matches) view("draft");
        select(chosen, { place: Number(button.dataset.i) });
      },
      dismiss: (button) => (decisions.has(number(button)) ? undo(number(button)) : ask(number(button))),
      reason: (button) => confirm(button.closest("form"), button.textContent),
      cancel: () => cancel(true),
      "undo-last": () => undo(decisions.last),
      export: download,
      clear: () => { filter(ranks, "", ""); },
      severity: (button) => {
        const { severity } = button.dataset;
        state.severities.has(severity) ? state.severities.delete(severity) : state.severities.add(severity);
        filter(state.severities, state.source, state.code);
      },
      claim: (button) => show(claims.get(Number(button.dataset.c)) || []),
      figure: (button) => show(figures.get(Number(button.dataset.g)) || []),
      voice: (button) => {
        const on = button.getAttribute("aria-pressed") !== "true";
        const told = all('[data-act="claim"]', button.closest(".voice"));
        const pieces = told.flatMap((one) => claims.get(Number(one.dataset.c)) || []);
        on ? show(pieces) : light([]);
        button.setAttribute("aria-pressed", on);
      },
      previous: () => step(-1),
      next: () => step(1),
      open: () => { const chosen = state.current; view("findings"); select(chosen, { focus: true, scroll: false }); },
    };

    function pick(chosen) {
      if (!wide.matches) view("draft");
      select(chosen);
    }

    function filter(severities, source, code) {
      state.severities = new Set(severities);
      state.source = source;
      state.code = code;
      for (const chip of all(".chip")) chip.setAttribute("aria-pressed", state.severities.has(chip.dataset.severity));
      if ($("by-source")) $("by-source").value = source;
      if ($("by-code")) $("by-code").value = code;
      refresh();
    }

    // Words with several findings: every click goes to the next of them.
    function clickMark(piece) {
      const here = numbers(piece.dataset.f).filter(open);
      if (!here.length) return false;
      select(here[(here.indexOf(state.current) + 1) % here.length], { scroll: false });
      return true;
    }

    function clickClaim(piece) {
      const claim = numbers(piece.dataset.c).pop();
      const row = document.querySelector(`[data-act="claim"][data-c="${claim}"]`);
      if (!row || !desk.classList.contains("who")) return;
      select(0);
      light(claims.get(claim));
      if (!wide.matches) return;
      view("sources");
      row.closest("details").open = true;
      row.scrollIntoView({ block: "center" });
    }

    document.addEventListener("click", (event) => {
      const actor = event.target.closest("[data-act]");
      if (actor && actor.localName !== "form" && !event.target.closest("summary, .why input, .why label")) {
        if (actor.localName === "a") event.preventDefault();
        if (actor.localName === "article" && event.target.closest(".why, details")) return;
        return acts[actor.dataset.act](actor);
      }
      if (selecting()) return;
      const mark = event.target.closest(".text [data-f]");
      if (mark && clickMark(mark)) return;
      const claim = event.target.closest(".text [data-c]");
      if (claim) clickClaim(claim);
    });

    document.addEventListener("submit", (event) => {
      if (!event.target.matches(".why")) return;
      event.preventDefault();
      confirm(event.target, event.target.elements.why.value);
    });

    document.addEventListener("change", ({ target }) => {
      if (target.id === "by-source") filter(state.severities, target.value, state.code);
      else if (target.id === "by-code") filter(state.severities, state.source, target.value);
      else if (target.id === "who") desk.classList.toggle("who", target.checked);
      else if (target.id === "keys-on") state.keys = target.checked;
    });

    const letters = {
      j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
      d: () => ask(state.current), u: () => undo(decisions.last), "?": () => acts.help(),
    };
    const arrows = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

    document.addEventListener("keydown", (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
      if (key === "Escape") return document.querySelector("main .why") ? cancel(true) : (select(0), light([]));
      if (target.closest("input, select, textarea")) return;
      if (target.closest(".tabs") && arrows[key]) return turnTab(target, arrows[key], event);
      const upDown = key === "ArrowUp" || key === "ArrowDown";
      if (arrows[key] && (!upDown || target.closest("#cards"))) {
        event.preventDefault();
        return step(arrows[key]);
      }
      if ((key === "Enter" || key === " ") && target.matches(".ref")) {
        event.preventDefault();
        return acts.ref(target);
      }
      if (key === "Enter" && target.matches(".card") && !decisions.has(number(target))) return along(number(target));
      if (state.keys && letters[key]) {
        event.preventDefault();
        letters[key]();
      }
    });

    function turnTab(tab, by, event) {
      event.preventDefault();
      const ready = all(".tab").filter((one) => one.offsetParent);
      acts.view(ready[(ready.indexOf(tab) + by + ready.length) % ready.length]);
    }

    function along(chosen) {
      const many = all(".place", card(chosen)).length;
      if (!wide.matches) view("draft");
      select(chosen, { place: chosen === state.current ? (state.place + 1) % many : 0 });
    }

    let folded = [];
    addEventListener("beforeprint", () => {
      folded = all("details:not([open])");
      for (const one of folded) one.open = true;
    });
    addEventListener("afterprint", () => {
      for (const one of folded) one.open = false;
    });
    wide.addEventListener("change", () => { tabs(); now(); });
    let width = innerWidth;
    addEventListener("resize", () => {
      if (width !== innerWidth) measure();
      width = innerWidth;
    });

    for (const number of decisions.recall()) settle(number);
    refresh();
    tabs();
    measure();
    const linked = Number(/^#f(\d+)$/.exec(location.hash)?.[1]);
    if (linked && card(linked)) select(linked);
  }
})();
