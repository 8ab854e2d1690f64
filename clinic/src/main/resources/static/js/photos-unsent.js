// Photos that were taken and that the server does not have yet. Each is first kept in this browser, encrypted under a key that only whoever is
// signed in gets, then sent in parts with its own identifier, and forgotten when the server has stored it: a lost answer, a second tab or a cut
// network cannot store it twice. They belong to the account that took them; signing out, and anybody else who signs in here, removes them. See
// docs/decisions/0093-photos-sent-in-parts.md.
(function () {
  "use strict";

  const PART = 512 * 1024;
  const account = document.body.dataset.account || "";
  const able = !!(window.indexedDB && window.crypto && crypto.subtle);
  const inMemory = new Map();
  let store = null;
  let key = null;
  let sending = null;
  let again = 0;
  let waits = 2000;
  let trouble = "";
  let count = 0;

  // ---- What is kept --------------------------------------------------------------------------------------------------
  function open() {
    if (!store) {
      store = new Promise(function (done, failed) {
        const asked = indexedDB.open("stipple-photos", 1);
        asked.onupgradeneeded = function () { asked.result.createObjectStore("unsent", { keyPath: "id" }); };
        asked.onsuccess = function () { done(asked.result); };
        asked.onerror = function () { failed(asked.error); };
      });
    }
    return store;
  }
  async function inStore(mode, work) {
    const base = await open();
    return new Promise(function (done, failed) {
      const change = base.transaction("unsent", mode);
      const asked = work(change.objectStore("unsent"));
      change.oncomplete = function () { done(asked.result); };
      change.onerror = change.onabort = function () { failed(change.error); };
    });
  }
  async function entries() {
    let kept = [];
    try { kept = able ? await inStore("readonly", function (all) { return all.getAll(); }) : []; } catch (closed) { /* nothing is kept */ }
    return kept.concat(Array.from(inMemory.values())).sort(function (one, other) { return one.order - other.order; });
  }
  async function write(entry) {
    if (inMemory.has(entry.id)) { inMemory.set(entry.id, entry); return; }
    try { await inStore("readwrite", function (all) { return all.put(entry); }); } catch (full) { inMemory.set(entry.id, entry); }
  }
  async function drop(id) {
    inMemory.delete(id);
    try { if (able) await inStore("readwrite", function (all) { return all.delete(id); }); } catch (closed) { /* nothing is kept */ }
  }
  async function own() { return (await entries()).filter(function (one) { return one.by === account; }); }

  // The key is asked for when the first photo is kept or sent, and stays in this page alone.
  function theKey() {
    if (!key) {
      key = fetch("/photos/key", { credentials: "same-origin", cache: "no-store" }).then(async function (answer) {
        if (!answer.ok || answer.redirected) throw new Error("no key");
        const bytes = Uint8Array.from(atob((await answer.text()).trim()), function (one) { return one.charCodeAt(0); });
        return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
      });
      key.catch(function () { key = null; });
    }
    return key;
  }
  function hex(buffer) { return Array.from(new Uint8Array(buffer), function (one) { return one.toString(16).padStart(2, "0"); }).join(""); }
  function fresh() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const all = hex(bytes.buffer);
    return [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-");
  }

  /** Keeps a photo and begins to send it. `fields` is what is told of it, `words` names it to whoever took it. */
  async function keep(person, fields, words, blob) {
    const bytes = await blob.arrayBuffer();
    const entry = {
      id: fresh(), by: account, person: person, order: Date.now(), page: location.pathname + location.search, words: words, fields: fields,
      size: bytes.byteLength, sha256: hex(await crypto.subtle.digest("SHA-256", bytes)), refused: ""
    };
    tell(entry.id, "waiting", "");
    try {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await theKey(), bytes);
      await inStore("readwrite", function (all) { return all.put(Object.assign({ nonce: nonce, sealed: sealed }, entry)); });
    } catch (closed) {
      // Nothing can be kept here, or there is no key without a network: this tab has it.
      inMemory.set(entry.id, Object.assign({ bytes: bytes }, entry));
    }
    await show();
    send();
    return entry.id;
  }
  async function bytesOf(entry) {
    if (entry.bytes) return entry.bytes;
    return crypto.subtle.decrypt({ name: "AES-GCM", iv: entry.nonce }, await theKey(), entry.sealed);
  }

  function tell(id, state, words, html) { document.dispatchEvent(new CustomEvent("stipple-photo", { detail: { id: id, state: state, words: words, html: html || "" } })); }

  // ---- Sending: one after the other, and never from two tabs at once ----------------------------------------------------
  function send() {
    if (sending) return sending;
    const work = function () { return sendAll(); };
    sending = (navigator.locks ? navigator.locks.request("stipple-photos-unsent", work) : work()).finally(function () { sending = null; });
    return sending;
  }
  async function sendAll() {
    clearTimeout(again);
    trouble = "";
    for (;;) {
      const entry = (await own()).find(function (one) { return !one.refused; });
      if (!entry) break;
      tell(entry.id, "sending", "");
      const answer = await sendOne(entry);
      if (answer.stop) { trouble = answer.stop; tell(entry.id, "waiting", answer.stop); break; }
      waits = 2000;
      if (answer.refused) { await write(Object.assign(entry, { refused: answer.refused })); tell(entry.id, "refused", answer.refused); }
      else { await drop(entry.id); tell(entry.id, "stored", "", answer.html); }
      await show();
    }
    await show();
    if (trouble) {
      again = setTimeout(send, waits);
      waits = Math.min(2 * waits, 30000);
    }
  }
  const AWAY = { stop: "There is no connection. It is sent by itself as soon as there is one." };
  async function ask(path, body, type) {
    const token = document.querySelector('input[name="_csrf"]');
    const headers = { "X-CSRF-TOKEN": token ? token.value : "" };
    if (type) headers["Content-Type"] = type;
    return fetch(path, { method: "POST", body: body, headers: headers, credentials: "same-origin", signal: AbortSignal.timeout(60000) });
  }
  // What an answer says that is none of those that go on.
  async function otherwise(answer, entry) {
    if (answer.redirected || answer.status === 401) return { stop: "You are signed out. It is sent when you sign in again." };
    if (answer.status === 403) { await renew(entry.page); return { stop: "The server did not take it (403). It is tried again." }; }
    if ([409, 413, 422].includes(answer.status)) return { refused: (await answer.text()).slice(0, 400) || "The server did not take it." };
    if (answer.status === 404) return { refused: "The person, or the session, was not found." };
    return { stop: "The server did not take it (" + answer.status + "). It is tried again." };
  }
  async function sendOne(entry) {
    const base = "/people/" + entry.person + "/photos/uploads";
    const told = new URLSearchParams(entry.fields.concat([["upload", entry.id], ["bytes", String(entry.size)], ["sha256", entry.sha256]]));
    try {
      let bytes = null;
      for (let begun = 0; begun < 3; begun++) {
        let answer = await ask(base, told);
        if (!answer.ok || answer.redirected) return otherwise(answer, entry);
        if (answer.headers.get("Upload-State") === "stored") return { html: await answer.text() };
        let at = Number(answer.headers.get("Upload-Offset"));
        bytes = bytes || await bytesOf(entry);
        while (at < entry.size) {
          answer = await ask(base + "/" + entry.id + "/part?at=" + at, bytes.slice(at, Math.min(at + PART, entry.size)), "application/octet-stream");
          if (answer.redirected || !(answer.ok || answer.status === 409)) return otherwise(answer, entry);
          const came = Number(answer.headers.get("Upload-Offset"));
          if (answer.status === 409 && came === at) return { refused: "Parts of another photo are under its identifier. Take it again." };
          at = came;
          tell(entry.id, "sending", Math.floor(100 * at / entry.size) + " %");
        }
        answer = await ask(base + "/" + entry.id + "/whole", told);
        if (answer.ok && !answer.redirected && answer.headers.get("Upload-State") === "stored") return { html: await answer.text() };
        // What came was not what went out: once more from the beginning.
        if (!(answer.status === 409 && answer.headers.get("Upload-Offset") === "0")) return otherwise(answer, entry);
      }
      return { stop: "It arrives changed. It is tried again." };
    } catch (away) { return AWAY; }
  }
  // Whoever signed in again in another tab has another token.
  async function renew(page) {
    try {
      const other = new DOMParser().parseFromString(await (await fetch(page, { credentials: "same-origin" })).text(), "text/html");
      const token = other.querySelector('input[name="_csrf"]');
      if (token) document.querySelectorAll('input[name="_csrf"]').forEach(function (field) { field.value = token.value; });
    } catch (away) { /* tried again with the rest */ }
  }

  // ---- What is shown -----------------------------------------------------------------------------------------------------
  const place = document.createElement("aside");
  place.className = "unsent";
  place.setAttribute("aria-label", "Photos kept here, not yet sent");
  const list = document.createElement("div");
  list.className = "card unsent-card";
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "sr";
  status.setAttribute("role", "status");
  place.append(status, list);
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
  async function show(signingOut) {
    const mine = await own();
    count = mine.length;
    list.replaceChildren();
    // What goes out at this moment needs no words.
    list.hidden = !mine.length || !(trouble || signingOut || mine.some(function (one) { return one.refused; }));
    if (list.hidden) return;
    list.append(element("h2", "Photos kept here, not yet sent: " + mine.length));
    if (trouble) list.append(element("p", trouble, "hint"));
    const lines = element("ul", "", "plain");
    mine.forEach(function (entry) {
      const line = element("li");
      const time = new Date(entry.order).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
      line.append(element("p", entry.words + ", taken at " + time + (entry.refused ? ". It was not taken: " + entry.refused : "")));
      const acts = element("p", "", "actions");
      if (location.pathname + location.search !== entry.page) {
        const to = element("a", "Open its page", "btn");
        to.href = entry.page;
        acts.append(to);
      }
      acts.append(button("Discard", async function () {
        await drop(entry.id);
        status.textContent = "Discarded: " + entry.words + ".";
        tell(entry.id, "discarded", "");
        show();
      }));
      line.append(acts);
      lines.append(line);
    });
    list.append(lines);
    if (signingOut) {
      list.append(element("p", "Signing out removes these photos from this device, for good.", "error"));
      const acts = element("p", "", "actions");
      acts.append(button("Stay signed in", function () { show(); }), button("Discard and sign out", async function () {
        for (const entry of await entries()) await drop(entry.id);
        count = 0;
        signingOut.dataset.photosAnyway = "true";
        signingOut.requestSubmit();
      }));
      list.append(acts);
      acts.querySelector("button").focus();
    }
  }
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || new URL(form.action).pathname !== "/sign-out") return;
    if (!count || form.dataset.photosAnyway) return;
    event.preventDefault();
    send().then(own).then(function (mine) { if (mine.length) show(form); else form.requestSubmit(); });
  }, true);

  // Photos of a person do not wait on a device that somebody else uses now.
  async function removeOthers() {
    const others = (await entries()).filter(function (one) { return one.by !== account; });
    for (const entry of others) await drop(entry.id);
    if (others.length) {
      const note = element("p", "Photos of somebody else that were kept on this device and not sent were removed: " + others.length + ".", "notice");
      note.setAttribute("role", "status");
      place.append(note);
    }
  }

  window.stipplePhotos = { able: able, keep: keep, own: own };
  if (!account || !able) return;
  document.addEventListener("DOMContentLoaded", async function () {
    const main = document.getElementById("content");
    if (main) main.before(place);
    await removeOthers();
    for (const entry of await own()) tell(entry.id, entry.refused ? "refused" : "waiting", entry.refused);
    await show();
    if (count) send();
  });
  window.addEventListener("online", function () { waits = 2000; if (count) send(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden && count && !sending) { waits = 2000; send(); } });
  window.addEventListener("beforeunload", function (event) { if (inMemory.size) event.preventDefault(); });
})();
