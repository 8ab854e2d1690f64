// Passkeys: signing in with one, and making one. Where a browser has none, or the page stands under another address than the one they are
// for, nothing of it is shown, and the password works.
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const WAIT_MS = 120000;

  function bytes(text) {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), function (letter) { return letter.charCodeAt(0); });
  }
  function text(buffer) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function isHere(host) { return location.hostname === host || location.hostname.endsWith("." + host); }
  // The server says in a sentence why it gives no challenge.
  function challenge(path, fields) {
    return fetch(path, { method: "POST", cache: "no-store", body: new URLSearchParams(fields) })
      .catch(function () { throw new Error("The server does not answer. Nothing was lost; try again."); })
      .then(function (answer) {
        return answer.text().then(function (said) {
          const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
          if (answer.ok && plain) return bytes(said);
          throw new Error(plain ? said : "This page is older than your sign-in. Open it again.");
        });
      });
  }
  function broken(error) {
    if (error instanceof DOMException) {
      throw new Error(error.name === "InvalidStateError"
        ? "This device has a passkey for your account already."
        : "The device did not open a passkey: it was broken off, took too long, or has none for this address.");
    }
    throw error;
  }
  function ask(host, token) {
    return challenge("/sign-in/passkey/challenge", { _csrf: token }).then(function (value) {
      return navigator.credentials.get({ publicKey: { challenge: value, rpId: host, userVerification: "required", timeout: WAIT_MS } });
    }).then(function (key) {
      return {
        credential: text(key.rawId),
        user: key.response.userHandle ? text(key.response.userHandle) : "",
        clientData: text(key.response.clientDataJSON),
        authenticatorData: text(key.response.authenticatorData),
        signature: text(key.response.signature)
      };
    }).catch(broken);
  }
  function make(form) {
    const of = form.dataset;
    const fields = {};
    ["_csrf", "name", "password"].forEach(function (name) { fields[name] = form.elements.namedItem(name).value; });
    return challenge("/account/passkeys/challenge", fields).then(function (value) {
      return navigator.credentials.create({ publicKey: {
        challenge: value,
        rp: { id: of.host, name: "Stipple" },
        user: { id: bytes(of.handle), name: of.username, displayName: of.person },
        pubKeyCredParams: [-7, -8, -257].map(function (alg) { return { type: "public-key", alg: alg }; }),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        excludeCredentials: of.known.split(" ").filter(Boolean).map(function (id) { return { type: "public-key", id: bytes(id) }; }),
        attestation: "none",
        timeout: WAIT_MS
      } });
    }).then(function (key) {
      return { clientData: text(key.response.clientDataJSON), attestation: text(key.response.attestationObject) };
    }).catch(broken);
  }

  function answer(form, ceremony) {
    const said = form.querySelector("[data-passkey-said]");
    const button = form.querySelector("button");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      said.hidden = true;
      button.disabled = true;
      ceremony(form).then(function (fields) {
        const password = form.elements.namedItem("password");
        if (password) password.disabled = true;
        Object.entries(fields).forEach(function (field) {
          form.append(Object.assign(document.createElement("input"), { type: "hidden", name: field[0], value: field[1] }));
        });
        form.submit();
      }, function (refused) {
        said.textContent = refused.message;
        said.hidden = false;
        button.disabled = false;
      });
    });
    form.hidden = false;
  }
  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    if (!isHere(form.dataset.host)) return;
    document.querySelectorAll("[data-passkey-none]").forEach(function (note) { note.hidden = true; });
    answer(form, form.dataset.passkey === "make" ? make : function () {
      return ask(form.dataset.host, form.elements.namedItem("_csrf").value);
    });
  });
  // For the page that covers itself.
  window.stipplePasskey = { ask: ask, isHere: isHere };
})();
