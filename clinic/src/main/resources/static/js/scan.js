// Scan after scan without a page load: a scanner types a code and ends with Enter, and the next code may come before the answer
// to the last. Every form works without this.
(function () {
  "use strict";
  const waiting = [];
  const refused = [];
  let busy = false;

  function say(words) {
    const at = document.getElementById("scan-says");
    if (at) at.textContent = words;
  }
  function showRefused() {
    const list = document.getElementById("scan-refused");
    if (!list) return;
    list.replaceChildren();
    refused.forEach(function (one) {
      const line = document.createElement("li");
      line.className = "notice notice-error";
      const words = document.createElement("p");
      const code = document.createElement("code");
      code.className = "code";
      code.textContent = one.code;
      words.append(one.why + " ", code);
      line.append(words);
      list.append(line);
    });
  }
  // What may have changed by a scan; the input stays, so that no key of the next code is lost.
  function take(html, response) {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.getElementById("scan-it")) { location.reload(); return null; }
    const problem = page.querySelector("[data-scan-problem]");
    const why = problem ? problem.textContent.trim() : "";
    // The list of refusals says it, and keeps it when the next code is accepted.
    if (problem) problem.remove();
    ["scan-lines", "numb-it", "start-it", "room-steps"].forEach(function (id) {
      const old = document.getElementById(id);
      const fresh = page.getElementById(id);
      if (old && fresh) old.replaceWith(document.adoptNode(fresh));
    });
    const units = page.querySelector("[data-units]");
    document.querySelectorAll("[data-units]").forEach(function (place) {
      place.replaceChildren();
      if (units) units.childNodes.forEach(function (one) { place.append(one.cloneNode(true)); });
    });
    if (response.redirected) history.replaceState(null, "", response.url);
    return { why: why };
  }
  function next() {
    const form = document.querySelector("form[data-scan]");
    if (busy || !waiting.length || !form) return;
    busy = true;
    const code = waiting.shift();
    const body = new URLSearchParams(new FormData(form));
    body.set("code", code);
    say("Checking " + code);
    fetch(form.action, { method: "POST", body: body, credentials: "same-origin" })
      .then(function (response) {
        return response.text().then(function (html) {
          const verdict = take(html, response);
          if (!verdict) return;
          if (verdict.why) {
            refused.unshift({ code: code, why: verdict.why });
            if (refused.length > 6) refused.pop();
            say("Refused: " + verdict.why);
          } else {
            say("Accepted");
          }
          showRefused();
        });
      })
      .catch(function () {
        refused.unshift({ code: code, why: "The network is cut: this was not checked. Scan it again." });
        showRefused();
      })
      .finally(function () { busy = false; next(); });
  }
  function scanned(code) {
    if (!code.trim()) return;
    waiting.push(code.trim());
    next();
  }
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-scan")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const input = form.elements.namedItem("code");
    scanned(input.value);
    input.value = "";
    input.focus();
  }, true);

  // The camera, where the browser reads codes by itself.
  function camera(button) {
    const video = document.getElementById("scan-video");
    const note = document.getElementById("scan-camera-note");
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices) {
      note.textContent = "This browser does not read codes with its camera: use a scanner that types, or type the code.";
      return;
    }
    button.hidden = false;
    let stream = null;
    let last = "";
    function stop() {
      if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
      stream = null;
      video.hidden = true;
      button.textContent = "Use the camera";
    }
    button.addEventListener("click", function () {
      if (stream) { stop(); return; }
      navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (live) {
        stream = live;
        video.srcObject = live;
        video.hidden = false;
        video.play();
        button.textContent = "Stop the camera";
        const detector = new window.BarcodeDetector({ formats: ["data_matrix", "qr_code", "code_128"] });
        (function look() {
          if (!stream) return;
          detector.detect(video).then(function (found) {
            const code = found.length ? found[0].rawValue : "";
            if (code && code !== last) { last = code; scanned(code); }
          }).catch(function () { /* no picture yet */ }).finally(function () { setTimeout(look, 250); });
        })();
      }).catch(function () {
        note.textContent = "The camera could not be used: allow it in the browser, or type the code.";
      });
    });
  }

  // Minutes on the skin, counted from the server's time of application; the page says the rest when it is loaded.
  function minutes() {
    document.querySelectorAll("[data-on-since]").forEach(function (timer) {
      const ahead = Number(timer.dataset.ahead || 0);
      const passed = Math.max(0, Math.floor((Date.now() + ahead - Date.parse(timer.dataset.onSince)) / 60000));
      const most = Number(timer.dataset.most || 0);
      const least = Number(timer.dataset.least || 0);
      timer.querySelector("[data-minutes]").textContent = String(passed);
      timer.classList.toggle("is-over", most > 0 && passed > most);
      timer.querySelector("[data-timer-says]").textContent = most > 0 && passed > most
        ? "Over the label’s time: take it off now." : passed < least
          ? "The label says at least " + least + " minutes." : most > 0
            ? "Off by " + most + " minutes at the latest." : "";
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.getElementById("scan-camera");
    if (button) camera(button);
    document.querySelectorAll("[data-on-since]").forEach(function (timer) {
      timer.dataset.ahead = String(Date.parse(timer.dataset.now) - Date.now());
    });
    minutes();
    setInterval(minutes, 5000);
  });
})();
