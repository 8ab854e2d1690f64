// A page that nobody touches covers itself and ends the sign-in. Whoever gives the password finds it as it was, with what was typed.
// Without scripts the server ends the sign-in by itself.
(function () {
  "use strict";
  const body = document.body;
  const idle = Number(body.dataset.idle || 0) * 1000;
  if (!idle || !window.HTMLDialogElement) return;
  const ASK_MS = 30000;
  const key = "stipple-touched:" + body.dataset.account;
  let touched = Date.now();
  let asked = Date.now();
  let told = 0;
  let cover = null;
  let uncovering = false;

  // Tabs tell each other when somebody is there; nothing else is kept.
  function newest() {
    try { return Math.max(touched, Number(localStorage.getItem(key)) || 0); } catch (closed) { return touched; }
  }
  function touch() {
    if (cover) return;
    touched = Date.now();
    if (touched - told > 2000) {
      told = touched;
      try { localStorage.setItem(key, String(touched)); } catch (closed) { /* this tab knows */ }
    }
    if (touched - asked > ASK_MS) awake();
  }
  function awake() {
    asked = Date.now();
    fetch("/awake", { redirect: "manual", cache: "no-store", headers: { "X-Requested-With": "XMLHttpRequest" } })
      .then(function (answer) { if (answer.type === "opaqueredirect" || answer.status === 401) lock(); })
      .catch(function () { /* no network: the page goes on, and the server decides later */ });
  }
  ["pointerdown", "keydown", "input", "wheel", "touchstart"].forEach(function (type) {
    document.addEventListener(type, touch, { passive: true, capture: true });
  });
  function look() { if (!cover && Date.now() - newest() >= idle) lock(); }
  setInterval(look, 5000);
  ["visibilitychange", "focus", "pageshow"].forEach(function (type) {
    window.addEventListener(type, look);
    document.addEventListener(type, look);
  });
  touch();

  function token(root) {
    const field = root.querySelector('input[name="_csrf"]');
    return field ? field.value : "";
  }
  function make(tag, properties, inside) {
    const node = Object.assign(document.createElement(tag), properties || {});
    (inside || []).forEach(function (one) { node.append(one); });
    return node;
  }
  function lock() {
    if (cover) return;
    const said = make("p", { className: "error", id: "lock-said", hidden: true });
    said.setAttribute("role", "alert");
    const password = make("input", { type: "password", id: "lock-password", name: "password", required: true, autocomplete: "current-password" });
    password.setAttribute("aria-describedby", "lock-said");
    const name = make("input", { type: "text", name: "username", value: body.dataset.username, autocomplete: "username", hidden: true });
    const button = make("button", { type: "submit", className: "btn btn-primary", textContent: "Uncover" });
    const other = make("a", { href: "/sign-in", className: "btn btn-quiet", textContent: "Somebody else" });
    const form = make("form", { className: "form" }, [
      name,
      make("div", { className: "field" }, [
        make("label", { htmlFor: "lock-password", textContent: "Password of " + body.dataset.username }),
        make("div", { className: "field-row" }, [password]), said]),
      make("p", { className: "form-actions" }, [button, other])
    ]);
    cover = make("dialog", { className: "lock" }, [
      make("h2", { id: "lock-title", textContent: "Covered" }),
      make("p", { className: "measure", textContent: "Nobody touched this page for a while, so it is covered and the sign-in has ended. What you typed is still here." }),
      form]);
    cover.setAttribute("aria-labelledby", "lock-title");
    cover.addEventListener("cancel", function (event) { event.preventDefault(); });
    cover.addEventListener("close", function () { if (cover && !uncovering) cover.showModal(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      event.stopPropagation();
      button.disabled = true;
      said.hidden = true;
      signIn(password.value).then(uncover, function (refused) {
        said.textContent = refused.message;
        said.hidden = false;
        button.disabled = false;
        password.value = "";
        password.focus();
      });
    });
    body.append(cover);
    body.classList.add("is-covered");
    document.title = "Covered · Stipple";
    cover.showModal();
    password.focus();
    fetch("/lock", { method: "POST", redirect: "manual", body: new URLSearchParams({ _csrf: token(document) }) })
      .catch(function () { /* the server ends it by itself */ }).then(function () { offerPasskey(form, button, said); });
  }
  // A passkey opens the cover too, by the same door as always.
  function offerPasskey(form, button, said) {
    if (!window.stipplePasskey) return;
    fetch("/sign-in", { cache: "no-store" }).then(page).then(function (door) {
      const way = door.querySelector('form[data-passkey="ask"]');
      if (!way || !window.stipplePasskey.isHere(way.dataset.host)) return;
      const key = make("button", { type: "button", className: "btn", textContent: "Uncover with a passkey" });
      key.addEventListener("click", function () {
        key.disabled = true;
        said.hidden = true;
        passkeyIn(way.dataset.host).then(uncover, function (refused) {
          said.textContent = refused.message;
          said.hidden = false;
          key.disabled = false;
        });
      });
      button.after(key);
    }).catch(function () { /* the password opens it */ });
  }
  function passkeyIn(host) {
    return fetch("/sign-in", { cache: "no-store" }).then(page).then(function (door) {
      const csrf = token(door);
      return window.stipplePasskey.ask(host, csrf).then(function (fields) {
        return fetch("/sign-in/passkey", { method: "POST", body: new URLSearchParams(Object.assign({ _csrf: csrf }, fields)) });
      });
    }).then(function (answer) {
      if (!new URL(answer.url).pathname.startsWith("/sign-in")) return fetch("/unlocked", { cache: "no-store" }).then(page);
      return page(answer).then(function (door) {
        const why = door.querySelector(".notice-error p");
        throw new Error(why ? why.textContent : "The passkey was not accepted. Nothing was lost.");
      });
    });
  }
  function page(answer) {
    return answer.text().then(function (html) { return new DOMParser().parseFromString(html, "text/html"); });
  }
  function signIn(password) {
    const offline = function () { throw new Error("The server does not answer. Nothing was lost; try again."); };
    return fetch("/sign-in", { cache: "no-store" }).then(page).then(function (door) {
      return fetch("/sign-in", { method: "POST", body: new URLSearchParams({
        username: body.dataset.username, password: password, _csrf: token(door) }) });
    }).catch(offline).then(function (answer) {
      if (new URL(answer.url).pathname !== "/sign-in") return answer;
      return page(answer).then(function (door) {
        const why = door.querySelector(".notice-error p");
        throw new Error(/wait=/.test(answer.url) && why ? why.textContent : "The password is not yours. Nothing was lost.");
      });
    }).then(function () { return fetch("/unlocked", { cache: "no-store" }).catch(offline).then(page); });
  }
  function uncover(signedIn) {
    if (signedIn.body.dataset.account !== body.dataset.account) { location.assign("/"); return; }
    const fresh = token(signedIn);
    document.querySelectorAll('input[name="_csrf"]').forEach(function (field) { field.value = fresh; });
    uncovering = true;
    cover.close();
    cover.remove();
    cover = null;
    uncovering = false;
    body.classList.remove("is-covered");
    document.title = title;
    asked = Date.now();
    touch();
  }
  const title = document.title;
})();
