// Small comforts. Every page works without them.
(function () {
  "use strict";

  // A form with a trigger of its own, such as the intake with its preview on every change, is still sent by the browser.
  function sentByHtmx(form) {
    const trigger = form.getAttribute("hx-trigger");
    return (form.hasAttribute("hx-post") || form.hasAttribute("hx-get")) && (!trigger || trigger.includes("submit"));
  }

  // A form that was sent is not sent again by a second tap.
  function submitOnce(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.hasAttribute("data-again")) return;
    if (sentByHtmx(form)) return;
    if (form.classList.contains("is-sent")) { event.preventDefault(); return; }
    form.classList.add("is-sent");
    forget(form);
  }
  // Coming back by the back button must find the form usable.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll(".is-sent").forEach(function (form) { form.classList.remove("is-sent"); });
  });
  document.addEventListener("submit", submitOnce);

  // What was typed in a form with data-keep="name" survives a reload, a crash and a lost network in this tab. Where the form
  // names the revision it was filled from, nothing is brought back over a newer one.
  const kept = function (form) {
    const revision = form.elements.namedItem("revision");
    return "stipple-keep:" + location.pathname + ":" + form.dataset.keep + (revision ? ":" + revision.value : "");
  };
  function keepable(field) {
    return field.name && !field.disabled && !["hidden", "password", "file", "submit", "button"].includes(field.type);
  }
  function keep(form) {
    const values = Array.from(form.elements).filter(keepable).map(function (field) {
      return field.type === "checkbox" || field.type === "radio"
        ? [field.name, field.value, field.checked] : [field.name, null, field.value];
    });
    try { sessionStorage.setItem(kept(form), JSON.stringify(values)); } catch (full) { /* the form still works */ }
  }
  function restore(form) {
    let values;
    try { values = JSON.parse(sessionStorage.getItem(kept(form)) || "null"); } catch (broken) { return; }
    if (!Array.isArray(values)) return;
    for (const [name, value, now] of values) {
      for (const field of form.elements) {
        if (field.name !== name || !keepable(field)) continue;
        if (value === null) { field.value = now; } else if (field.value === value) { field.checked = now; }
      }
    }
    form.querySelectorAll("[data-kept]").forEach(function (note) { note.hidden = false; });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function forget(form) {
    if (form.dataset.keep) { try { sessionStorage.removeItem(kept(form)); } catch (closed) { /* nothing kept */ } }
  }
  document.addEventListener("input", function (event) {
    const form = event.target.form;
    if (form && form.dataset && form.dataset.keep) keep(form);
  });

  // Before and after, one over the other, with a slider that the keyboard moves too.
  function compare(photos) {
    if (photos.dataset.ready) return;
    photos.dataset.ready = "true";
    const mode = photos.querySelector(".photos-mode");
    const range = photos.querySelector(".photos-range");
    const toggle = photos.querySelector("[data-compare-toggle]");
    const slider = range.querySelector("input");
    const image = photos.querySelector(".photo-after img");
    const show = function () {
      const on = photos.classList.contains("is-slide");
      image.style.clipPath = on ? "inset(0 0 0 " + slider.value + "%)" : "";
    };
    mode.hidden = false;
    toggle.addEventListener("click", function () {
      const on = photos.classList.toggle("is-slide");
      range.hidden = !on;
      toggle.textContent = on ? "Show side by side" : "Slide one over the other";
      show();
    });
    slider.addEventListener("input", show);
  }

  // Where :has() is unknown to the browser, the map follows the list by classes.
  function syncPick(pick) {
    pick.querySelectorAll("input[type=checkbox]").forEach(function (box) {
      pick.querySelectorAll('[data-zone="' + box.value + '"]').forEach(function (zone) {
        zone.classList.toggle("is-on", box.checked);
      });
    });
  }
  document.addEventListener("change", function (event) {
    const pick = event.target.closest("[data-pick]");
    if (pick) syncPick(pick);
  });

  // A zone on a map and its row in a table point at each other.
  function pair(event, on) {
    const from = event.target.closest && event.target.closest("[data-zone]");
    if (!from) return;
    document.querySelectorAll('tr[data-zone="' + from.dataset.zone + '"]').forEach(function (row) {
      row.classList.toggle("is-active", on);
    });
    document.querySelectorAll('.zone[data-zone="' + from.dataset.zone + '"]').forEach(function (zone) {
      zone.classList.toggle("is-focus", on && from.tagName === "TR");
    });
  }
  ["mouseover", "focusin"].forEach(function (type) { document.addEventListener(type, function (e) { pair(e, true); }); });
  ["mouseout", "focusout"].forEach(function (type) { document.addEventListener(type, function (e) { pair(e, false); }); });

  // In a group of questions, data-none-of-these answers what is still unanswered with no, never or none, in one tap that
  // the next tap takes back. What was answered, "I don't know" included, stays as it is.
  const none = ["false", "never", "none"];
  function unanswered(group) {
    return Array.from(group.querySelectorAll("fieldset.question")).filter(function (question) {
      return question.querySelector('input[type="radio"]') && !question.querySelector('input[type="radio"]:checked');
    });
  }
  function noneOfThese(button) {
    const set = [];
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", function () {
      const group = button.closest("[data-group]");
      if (set.length) {
        set.splice(0).forEach(function (radio) { radio.checked = false; });
        button.textContent = words;
      } else {
        unanswered(group).forEach(function (question) {
          const radio = Array.from(question.querySelectorAll('input[type="radio"]'))
            .find(function (option) { return none.includes(option.value); });
          if (radio) { radio.checked = true; set.push(radio); }
        });
        button.textContent = set.length ? "Undo: " + set.length + " answered with no" : words;
      }
      // One change for all of them: it is kept, and screened once.
      ["input", "change"].forEach(function (type) { button.dispatchEvent(new Event(type, { bubbles: true })); });
    });
    // Whoever answers by hand afterwards has the last word: undo must not touch that answer.
    button.closest("[data-group]").addEventListener("change", function (event) {
      const at = set.findIndex(function (radio) { return radio.name === event.target.name; });
      if (at < 0) return;
      set.splice(at, 1);
      button.textContent = set.length ? "Undo: " + set.length + " answered with no" : words;
    });
  }

  // A date that is typed is an answer: the choice beside it follows.
  document.addEventListener("input", function (event) {
    if (event.target.type !== "date" || !event.target.value) return;
    const question = event.target.closest(".question");
    const choice = question && question.querySelector('input[type="radio"][value="date"]');
    if (choice) choice.checked = true;
  });

  // The verdict so far is replaced whole; whether its reasons are open stays as it was.
  let reasonsOpen = false;
  document.addEventListener("toggle", function (event) {
    if (event.target.matches && event.target.matches(".live-more")) reasonsOpen = event.target.open;
  }, true);

  // A range input with data-shows="id" writes its value there; an elapsed timer counts from data-since (ISO date and time).
  document.addEventListener("input", function (event) {
    const shows = event.target.dataset && event.target.dataset.shows;
    const place = shows && document.getElementById(shows);
    if (place) place.textContent = event.target.value;
  });
  function tick() {
    document.querySelectorAll("[data-since]").forEach(function (timer) {
      const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since)) / 1000));
      const two = function (n) { return String(n).padStart(2, "0"); };
      const hours = Math.floor(seconds / 3600);
      timer.textContent = (hours ? hours + ":" + two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)) + ":" + two(seconds % 60);
    });
  }

  function wake(root) {
    root.querySelectorAll("[data-compare]").forEach(compare);
    root.querySelectorAll("[data-pick]").forEach(syncPick);
    if (reasonsOpen) root.querySelectorAll(".live-more").forEach(function (more) { more.open = true; });
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("form[data-keep]").forEach(restore);
    wake(document);
    document.querySelectorAll("[data-group] [data-none-of-these]").forEach(noneOfThese);
    tick();
    if (document.querySelector("[data-since]")) setInterval(tick, 1000);
  });
  document.addEventListener("htmx:afterSettle", function (event) { wake(event.target); });
})();
