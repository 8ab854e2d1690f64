// What was charted while the network was away. A form with data-chart is first written into this browser, then sent; it is
// forgotten when the server has acknowledged it. It goes out once and in order, with the form's own request key, so that a lost
// answer or a second tab cannot chart twice. It belongs to the account that typed it: nobody else sees, sends or removes it. Without
// this script the forms are sent as any other. See docs/decisions/0090-unsent-charting.md.
(function () {
  "use strict";

  const PREFIX = "stipple-unsent:";
  const account = function () { return document.body.dataset.account || ""; };
  const live = new Set();
  let last = 0;
  let sending = null;
  let again = 0;
  let waits = 2000;
  let trouble = "";

  function entries() {
    try {
      return Object.keys(localStorage).filter(function (key) { return key.startsWith(PREFIX); }).map(function (key) {
        try { return Object.assign(JSON.parse(localStorage.getItem(key)), { at: key }); } catch (broken) { return null; }
      }).filter(Boolean).sort(function (one, other) { return one.order - other.order; });
    } catch (closed) { return []; }
  }
  function own() { return entries().filter(function (one) { return one.by === account(); }); }
  function others() { return entries().filter(function (one) { return one.by !== account(); }); }
  function write(entry) {
    const kept = Object.assign({}, entry);
    delete kept.at;
    localStorage.setItem(entry.at, JSON.stringify(kept));
  }
  function drop(entry) { try { localStorage.removeItem(entry.at); } catch (closed) { /* nothing kept */ } }
  function fresh() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, function (one) { return one.toString(16).padStart(2, "0"); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  // What a form says, without the token of this page, which changes with every sign-in.
  function fieldsOf(form, button) {
    const fields = Array.from(new FormData(form)).filter(function (field) { return typeof field[1] === "string" && field[0] !== "_csrf"; });
    if (button && button.name) fields.push([button.name, button.value]);
    return fields;
  }
  function zonesOf(fields) {
    const zones = new Set();
    fields.forEach(function (field) {
      if (field[0] === "zones" || field[0] === "zone") zones.add(field[1]);
      if (field[0] === "all") field[1].split(" ").forEach(function (zone) { zones.add(zone); });
    });
    return Array.from(zones);
  }
  // In words for whoever typed it: the zones and what was chosen. Nobody's name.
  function wordsOf(form, fields) {
    if (form.dataset.words) return form.dataset.words;
    const as = form.querySelector('[name="as"]:checked');
    const zones = zonesOf(fields).map(function (zone) { return zone.replace(/-/g, " "); }).join(", ");
    const how = as ? as.parentElement.textContent.trim().toLowerCase() : form.action.endsWith("/left-out") ? "not treated" : "as entered";
    return zones + ": " + how;
  }
  function take(form, button) {
    const fields = fieldsOf(form, button);
    const key = fields.find(function (field) { return field[0] === "key"; })[1];
    const entry = {
      at: PREFIX + account() + ":" + key, by: account(), order: last = Math.max(Date.now(), last + 1), session: form.dataset.chart,
      room: location.pathname, action: new URL(form.action).pathname, fields: fields, zones: zonesOf(fields), words: wordsOf(form, fields)
    };
    try { write(entry); } catch (full) {
      // Nothing can be kept in this browser: the form goes out as any form does.
      if (button && button.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
      form.submit();
      return;
    }
    // From here on it is kept for longer than this tab lives.
    const from = form.elements.namedItem("onTopOf");
    try { if (form.dataset.keep) sessionStorage.removeItem("stipple-keep:" + form.dataset.keep + (from ? ":" + from.value : "")); } catch (closed) { /* nothing kept */ }
    live.add(entry.at);
    form.classList.add("is-sent");
    form.elements.namedItem("key").value = fresh();
    show();
    send();
  }
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (form.dataset.chart && account()) {
      event.preventDefault();
      if (form.classList.contains("is-sent")) return;
      // A running timer is stopped by the same event, after this.
      setTimeout(function () { take(form, event.submitter); });
    } else if (new URL(form.action).pathname === location.pathname + "/close" && own().some(function (one) { return one.room === location.pathname; })) {
      event.preventDefault();
      say("Not closed: what is kept here is not sent yet. It has to be sent, or discarded, first.");
      show();
    } else if (new URL(form.action).pathname === "/sign-out" && own().length && !form.dataset.anyway) {
      event.preventDefault();
      send().then(function () {
        if (own().length) { show(form); } else { form.requestSubmit(); }
      });
    }
  }, true);

  // One after the other, and never from two tabs at once.
  function send() {
    if (sending) return sending;
    const work = function () { return sendAll(); };
    sending = (navigator.locks ? navigator.locks.request("stipple-unsent", work) : work()).finally(function () { sending = null; });
    return sending;
  }
  async function sendAll() {
    clearTimeout(again);
    let shown = null;
    for (;;) {
      const entry = own().find(function (one) { return !one.refused; });
      if (!entry) { trouble = ""; break; }
      const answer = await sendOne(entry);
      if (answer.stop) { trouble = answer.stop; break; }
      waits = 2000;
      if (location.pathname === entry.room) shown = answer.page;
      if (answer.refused && !(live.has(entry.at) && location.pathname === entry.room)) {
        write(Object.assign(entry, { refused: answer.refused }));
      } else {
        drop(entry);
        say(answer.refused ? "Not charted. " + answer.refused : "Charted: " + entry.words + ".");
      }
    }
    if (shown) swap(shown);
    document.querySelectorAll("form[data-chart].is-sent").forEach(function (form) { form.classList.remove("is-sent"); clear(form); });
    show();
    if (trouble && account()) {
      again = setTimeout(send, waits);
      waits = Math.min(2 * waits, 30000);
    }
  }
  async function sendOne(entry) {
    const token = document.querySelector('input[name="_csrf"]');
    const body = new URLSearchParams(entry.fields);
    if (token) body.append("_csrf", token.value);
    let answer, page;
    try {
      answer = await fetch(entry.action, { method: "POST", body: body, credentials: "same-origin", signal: AbortSignal.timeout(20000) });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch (away) {
      return { stop: "There is no connection. It is sent by itself as soon as there is one." };
    }
    if (page.body.dataset.account !== account()) return { stop: "You are signed out. It is sent when you sign in again." };
    if (answer.ok && answer.redirected) return { page: page };
    if (answer.status === 403) await renew(entry.room);
    if ([404, 409, 422].includes(answer.status)) {
      const why = Array.from(page.querySelectorAll("main .notice-error p, main .has-error .error")).filter(function (one) { return !one.closest("[hidden]"); }).map(function (one) { return one.textContent.trim(); });
      return { page: answer.status === 404 ? null : page, refused: Array.from(new Set(why.filter(Boolean))).join(" ") || "The session was not found." };
    }
    return { stop: "The server did not take it (" + answer.status + "). It is tried again." };
  }

  // Whoever signed in again in another tab has another token.
  async function renew(room) {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(room, { credentials: "same-origin" })).text(), "text/html");
      const token = page.querySelector('input[name="_csrf"]');
      if (token) document.querySelectorAll('input[name="_csrf"]').forEach(function (field) { field.value = token.value; });
    } catch (away) { /* tried again with the rest */ }
  }

  // The answer's page in the place of this one: nothing jumps, and what stays from entry to entry stays.
  function swap(page) {
    const here = document.getElementById("content");
    const there = page.getElementById("content");
    if (!here || !there) return;
    const sticky = ["endpoint", "pain"].map(function (name) { return here.querySelector('.map-form [name="' + name + '"]:checked'); });
    const y = window.scrollY;
    here.replaceChildren.apply(here, Array.from(there.childNodes));
    sticky.filter(Boolean).forEach(function (was) {
      const now = here.querySelector('.map-form [name="' + was.name + '"][value="' + was.value + '"]');
      if (now && !here.querySelector('.map-form [name="' + was.name + '"]:checked')) now.checked = true;
    });
    here.dispatchEvent(new CustomEvent("htmx:afterSettle", { bubbles: true }));
    const problem = here.querySelector(".notice-error");
    const stand = problem || here.querySelector(".map-form input:not([type=hidden]):not(:disabled)");
    if (problem) { problem.setAttribute("tabindex", "-1"); problem.focus(); } else {
      window.scrollTo(0, y);
      if (stand) stand.focus({ preventScroll: true });
    }
  }
  // After an entry that waits, the next one begins anew; endpoint and pain stay.
  function clear(form) {
    form.querySelectorAll('[name="zones"], [name="all"], [name="depthMm"], [name="why"], [name="leftWhy"]').forEach(function (box) { box.checked = false; });
    form.querySelectorAll("textarea, input[type=text]").forEach(function (field) { field.value = field.defaultValue; });
    const planned = form.querySelector('[name="as"][value="planned"]');
    if (planned) planned.checked = true;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const place = document.createElement("aside");
  place.className = "unsent";
  place.setAttribute("aria-label", "Kept here, not yet sent");
  const status = document.createElement("p");
  status.className = "sr";
  status.setAttribute("role", "status");
  const list = document.createElement("div");
  list.className = "card unsent-card";
  list.hidden = true;
  place.append(status, list);
  function say(words) { status.textContent = words; }
  function element(name, words, css) {
    const one = document.createElement(name);
    if (words) one.textContent = words;
    if (css) one.className = css;
    return one;
  }
  function button(words, does) {
    const one = element("button", words, "btn");
    one.type = "button";
    one.addEventListener("click", does);
    return one;
  }
  function discard(entry) { drop(entry); say("Discarded: " + entry.words + "."); show(); }
  function show(signingOut) {
    const mine = own();
    const foreign = others();
    list.replaceChildren();
    list.hidden = !account() || !(mine.length || foreign.length) || (!trouble && !signingOut && mine.every(function (one) { return !one.refused && live.has(one.at); }) && !foreign.length);
    if (mine.length) {
      list.append(element("h2", "Kept here, not yet sent: " + mine.length));
      if (trouble) list.append(element("p", trouble, "hint"));
      const lines = element("ul", "", "plain");
      mine.forEach(function (entry) {
        const line = element("li");
        const time = new Date(entry.order).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
        line.append(element("p", entry.words + ", entered at " + time + (entry.refused ? ". It was not taken: " + entry.refused : "")));
        const acts = element("p", "", "actions");
        if (location.pathname !== entry.room) {
          const to = element("a", "Open the session", "btn");
          to.href = entry.room;
          acts.append(to);
        }
        acts.append(button("Discard", function () { discard(entry); }));
        line.append(acts);
        lines.append(line);
      });
      list.append(lines);
    }
    if (foreign.length) list.append(element("p", "Entries of somebody else are kept on this device: " + foreign.length + ". They are sent when that person signs in here again.", "hint"));
    if (signingOut) {
      list.append(element("p", "Signing out removes these entries of yours from this device, for good.", "error"));
      const acts = element("p", "", "actions");
      acts.append(button("Stay signed in", function () { show(); }), button("Discard and sign out", function () {
        own().forEach(drop);
        signingOut.dataset.anyway = "true";
        signingOut.requestSubmit();
      }));
      list.append(acts);
      acts.querySelector("button").focus();
    }
    pending(mine);
  }
  // A zone that waits to be sent is not charted a second time.
  function pending(mine) {
    document.querySelectorAll(".map-form").forEach(function (form) {
      const waiting = new Set(mine.filter(function (one) { return one.session === form.dataset.chart && !one.refused; }).flatMap(function (one) { return one.zones; }));
      form.querySelectorAll('[name="zones"]').forEach(function (box) {
        if (waiting.has(box.value)) { box.checked = false; box.disabled = true; box.dataset.waiting = "true"; }
        else if (box.dataset.waiting) { box.disabled = false; delete box.dataset.waiting; }
        form.querySelectorAll('.zone[data-zone="' + box.value + '"]').forEach(function (zone) { zone.classList.toggle("is-kept", waiting.has(box.value)); });
      });
      const bar = form.querySelector(".map-send");
      let note = form.querySelector(".unsent-note");
      if (bar && !note) { note = element("p", "", "hint unsent-note"); bar.prepend(note); }
      if (note) note.textContent = waiting.size && trouble ? "Kept here, not yet sent: " + Array.from(waiting).map(function (zone) { return zone.replace(/-/g, " "); }).join(", ") + "." : "";
      const all = form.querySelector('[name="all"]');
      if (all) {
        all.dataset.left = all.dataset.left || all.value;
        all.value = all.dataset.left.split(" ").filter(function (zone) { return !waiting.has(zone); }).join(" ");
        all.disabled = !all.value;
      }
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    const main = document.getElementById("content");
    if (!main) return;
    main.before(place);
    if (!account()) return;
    show();
    if (own().length) send();
  });
  window.addEventListener("online", function () { waits = 2000; if (account() && own().length) send(); });
})();
