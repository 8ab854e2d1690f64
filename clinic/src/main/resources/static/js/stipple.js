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
    sent(form);
  }
  // Coming back by the back button must find the form usable.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll(".is-sent").forEach(function (form) { form.classList.remove("is-sent"); });
  });
  document.addEventListener("submit", submitOnce);
  // Whoever signs out leaves nothing typed behind, in this tab or another: the end of the account's mark in the storage that all tabs
  // share tells them. What a colleague charted and could not send lies in that storage too, and stays: see unsent.js.
  const touched = function () { return "stipple-touched:" + (document.body.dataset.account || ""); };
  document.addEventListener("submit", function (event) {
    if (!event.defaultPrevented && event.target instanceof HTMLFormElement && new URL(event.target.action, location.href).pathname === "/sign-out") {
      try {
        sessionStorage.clear();
        localStorage.setItem(touched(), "out");
        localStorage.removeItem(touched());
      } catch (closed) { /* nothing kept */ }
    }
  });
  window.addEventListener("storage", function (event) {
    if (event.key !== touched() || event.newValue !== null) return;
    try { sessionStorage.clear(); } catch (closed) { /* nothing kept */ }
  });

  // What was typed in a form with data-keep="name" survives a reload, a crash, a lost network and the end of a sign-in in this
  // tab. Where the form names the revision, version or entry it was filled from, nothing is brought back over a newer one. It
  // is forgotten when a page says, with data-saved and data-saved-revision, that a newer one was saved; elsewhere when it was
  // sent and the page that answers shows the same form no more. It belongs to the account that typed it: whoever else signs in
  // in this tab finds nothing of it, and neither does anybody after a sign-out.
  const account = function () { return document.body.dataset.account || ""; };
  const kept = function (form) {
    const from = ["revision", "version", "onTopOf"].map(function (name) { return form.elements.namedItem(name); }).find(Boolean);
    return "stipple-keep:" + form.dataset.keep + (from ? ":" + from.value : "");
  };
  function allKept() {
    try {
      return Object.keys(sessionStorage).filter(function (key) { return key.startsWith("stipple-keep:"); }).map(function (key) {
        try { return { key: key, as: JSON.parse(sessionStorage.getItem(key)) || {} }; } catch (broken) { return { key: key, as: {} }; }
      });
    } catch (closed) { return []; }
  }
  function write(key, as) {
    try { sessionStorage.setItem(key, JSON.stringify(as)); } catch (full) { /* the form still works */ }
  }
  function drop(key) { try { sessionStorage.removeItem(key); } catch (closed) { /* nothing kept */ } }
  function sent(form) {
    if (!form.dataset.keep) return;
    const one = allKept().find(function (each) { return each.key === kept(form); });
    if (one) write(one.key, Object.assign(one.as, { sent: true }));
  }
  // What becomes of what is kept when a page comes. The sign-in page instead of an answer means that nothing was taken.
  function settle() {
    if (/[?&]out\b/.test(location.search) && location.pathname === "/sign-in") {
      try { sessionStorage.clear(); } catch (closed) { /* nothing kept */ }
      return;
    }
    const failed = !account() || document.querySelector(".error-page");
    const here = Array.from(document.querySelectorAll("form[data-keep]")).map(kept);
    allKept().forEach(function (one) {
      if (account() && one.as.by !== account()) { drop(one.key); return; }
      if (failed) { write(one.key, Object.assign(one.as, { sent: false, untaken: one.as.untaken || one.as.sent })); return; }
      if (one.as.sent && !here.includes(one.key)) drop(one.key);
    });
    if (account()) offerBack();
  }
  // After signing in again one is led to the start: the form that was not taken is one link away.
  function offerBack() {
    const back = allKept().find(function (one) { return one.as.untaken && one.as.path !== location.pathname; });
    const main = document.getElementById("content");
    if (!back || !main) return;
    const notice = document.createElement("div");
    notice.className = "notice notice-note";
    notice.setAttribute("role", "status");
    const words = document.createElement("p");
    const link = document.createElement("a");
    link.href = back.as.path;
    link.textContent = "Go back to it";
    link.addEventListener("click", function () { write(back.key, Object.assign(back.as, { untaken: false })); });
    words.append("What you typed in a form was not saved. It is kept in this tab. ", link, ".");
    notice.append(words);
    main.prepend(notice);
  }
  function keepable(field) {
    if (field.type === "hidden") return /^(about|was):/.test(field.name);
    return field.name && !field.disabled && !["password", "file", "submit", "button"].includes(field.type);
  }
  function keep(form) {
    const values = Array.from(form.elements).filter(keepable).map(function (field) {
      return field.type === "checkbox" || field.type === "radio"
        ? [field.name, field.value, field.checked] : [field.name, null, field.value];
    });
    write(kept(form), { by: account(), path: location.pathname, values: values });
  }
  function restore(form) {
    const one = allKept().find(function (each) { return each.key === kept(form); });
    const values = one && one.as.values;
    if (!Array.isArray(values)) return;
    write(one.key, Object.assign(one.as, { sent: false, untaken: false }));
    const bring = function (some) {
      for (const [name, value, now] of some) {
        for (const field of form.elements) {
          if (field.name !== name || !keepable(field)) continue;
          if (value === null) { field.value = now; } else if (field.value === value) { field.checked = now; }
        }
      }
    };
    // The zones first: what can be ticked below depends on them.
    bring(values.filter(function (entry) { return entry[0] === "zone"; }));
    form.querySelectorAll("[data-only]").forEach(function (list) { offerZones(form, list, chosenZones(form)); });
    bring(values);
    zonesChanged(form);
    form.querySelectorAll("[data-kept]").forEach(function (note) { note.hidden = false; });
    form.querySelectorAll("[data-depth]").forEach(depthTyped);
    const folded = form.closest("details");
    if (folded) folded.open = true;
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function forgetSaved(root) {
    root.querySelectorAll("[data-saved]").forEach(function (saved) {
      const form = ":" + saved.dataset.saved + ":";
      try {
        Object.keys(sessionStorage).forEach(function (key) {
          const at = key.lastIndexOf(form);
          if (key.startsWith("stipple-keep:") && at >= 0
            && Number(key.slice(at + form.length)) < Number(saved.dataset.savedRevision)) sessionStorage.removeItem(key);
        });
      } catch (closed) { /* nothing kept */ }
    });
  }
  ["input", "change"].forEach(function (type) {
    document.addEventListener(type, function (event) {
      const form = event.target.form;
      if (form && form.dataset && form.dataset.keep) keep(form);
    });
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
    const bar = photos.querySelector(".photos-bar");
    const show = function () {
      const on = photos.classList.contains("is-slide");
      image.style.clipPath = on ? "inset(0 0 0 " + slider.value + "%)" : "";
      bar.style.left = slider.value + "%";
      bar.style.height = on ? image.clientHeight + "px" : "";
      range.hidden = !on;
      toggle.textContent = on ? "Show side by side" : "Slide one over the other";
    };
    mode.hidden = false;
    toggle.addEventListener("click", function () {
      photos.classList.toggle("is-slide");
      show();
    });
    slider.addEventListener("input", show);
    window.addEventListener("resize", show);
    image.addEventListener("load", show);
    if (photos.dataset.compare === "slide") photos.classList.add("is-slide");
    show();
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
      return question.querySelector('input[type="radio"]') && !question.querySelector('input[type="radio"]:checked')
        && !hasLooseEnd(question);
    });
  }
  // A date, zones or an earlier yes without an answer beside it: whether it still holds is asked one by one.
  function hasLooseEnd(question) {
    const was = question.querySelector('input[name^="was:"]');
    const date = question.querySelector('input[name^="day:"]');
    return (was && was.value && !none.includes(was.value)) || (date && date.value)
      || question.querySelector('[data-only] input:checked');
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
          if (radio) { radio.checked = true; set.push(radio); answered(question); }
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

  // An answer about the skin "there" counts for the zones that were chosen when it was given: about:… tells the server which.
  // When a zone is added, such an answer is taken back and asked again; when the zone is taken away, it comes back. Only a
  // yes everywhere stays. The server sees to the same with what it is sent.
  function chosenZones(form) {
    return Array.from(form.querySelectorAll('input[name="zone"]:checked')).map(function (box) { return box.value; });
  }
  function parts(question) {
    const own = function (selector) {
      return Array.from(question.querySelectorAll(selector)).filter(function (part) { return part.closest("[data-there]") === question; });
    };
    return {
      about: own('input[name^="about:"]')[0], was: own('input[name^="was:"]')[0], note: own("[data-again-words]")[0],
      radios: own('input[type="radio"]'), only: own("[data-only]")[0]
    };
  }
  function answered(question) {
    if (!question || !question.dataset.there) return;
    const part = parts(question);
    part.about.value = chosenZones(question.closest("form")).join(" ");
    delete question.dataset.takenBack;
    if (part.was && part.radios.some(function (radio) { return radio.checked; })) { part.was.value = ""; showAgain(question); }
  }
  function showAgain(question) {
    const part = parts(question);
    if (!part.was) return;
    const before = part.radios.find(function (radio) { return radio.value === part.was.value; });
    part.note.hidden = !before;
    question.classList.toggle("is-asked-again", Boolean(before));
    if (before) part.note.querySelector("[data-before-words]").textContent = "Answered before: " + before.parentElement.textContent.trim() + ".";
  }
  function zonesChanged(form) {
    const zones = chosenZones(form);
    form.querySelectorAll("[data-area]").forEach(function (area) {
      area.hidden = !zones.includes(area.dataset.area) && !area.querySelector("input").value;
    });
    form.querySelectorAll("[data-of-form]").forEach(function (list) { offerZones(form, list, zones); });
    form.querySelectorAll("[data-there]").forEach(function (question) {
      const part = parts(question);
      if (part.only) offerZones(form, part.only, zones);
      const asked = part.about.value.split(" ");
      const all = zones.every(function (zone) { return asked.includes(zone); });
      const chosen = part.radios.find(function (radio) { return radio.checked; });
      if (!chosen && question.dataset.takenBack && all) {
        // Only what this page took back, and for zones that it was given for: what the server asks again stays open.
        part.radios.forEach(function (radio) { radio.checked = radio.value === question.dataset.takenBack; });
        part.was.value = "";
        delete question.dataset.takenBack;
      } else if (chosen && !all && chosen.value !== "unknown"
        && !(chosen.value === "true" && !(part.only && part.only.querySelector("input:checked")))) {
        chosen.checked = false;
        part.was.value = chosen.value;
        question.dataset.takenBack = chosen.value;
      }
      showAgain(question);
    });
  }
  // The zones to which a yes can be narrowed are those chosen, and those it names already.
  function offerZones(form, list, zones) {
    form.querySelectorAll('input[name="zone"]').forEach(function (box, place) {
      const there = list.querySelector('input[value="' + box.value + '"]');
      if (!there && zones.includes(box.value)) {
        const chip = document.createElement("label");
        chip.className = "chip";
        const tick = document.createElement("input");
        tick.type = "checkbox"; tick.name = list.dataset.only; tick.value = box.value;
        const words = document.createElement("span");
        words.textContent = box.parentElement.textContent.trim();
        chip.append(tick, words);
        chip.dataset.place = place;
        list.append(chip);
      } else if (there && !there.checked && !zones.includes(box.value)) {
        there.parentElement.remove();
      }
    });
  }
  function followZones(form) {
    form.addEventListener("change", function (event) {
      if (event.target.name === "zone") zonesChanged(form);
      else answered(event.target.closest("[data-there]"));
    });
    zonesChanged(form);
  }

  // A date that is typed is an answer: the choice beside it follows.
  document.addEventListener("input", function (event) {
    if (event.target.type !== "date" || !event.target.value) return;
    const question = event.target.closest(".question");
    const choice = question && question.querySelector('input[type="radio"][value="date"]');
    if (choice) { choice.checked = true; answered(question); }
  });

  // The verdict so far is replaced whole; whether its reasons are open stays as it was.
  let reasonsOpen = false;
  document.addEventListener("toggle", function (event) {
    if (event.target.matches && event.target.matches(".live-more")) reasonsOpen = event.target.open;
  }, true);

  // A depth over a limit is said beside the field as it is typed; the server says the same when it is sent.
  function depthTyped(field) {
    const form = field.form;
    const typed = field.value.trim().replace(",", ".");
    const depth = Number(typed);
    const known = typed !== "" && Number.isFinite(depth);
    const error = form.querySelector("[data-not-a-number]");
    const reaches = field.dataset.deepest;
    const cannot = known && reaches && depth > Number(reaches);
    error.textContent = cannot ? "Depth was " + typed + " mm, and this device reaches " + reaches + " mm at most."
      : typed === "" || known ? "" : "Depth was “" + field.value.trim() + "”, expected millimetres such as 1.5.";
    error.closest(".field").classList.toggle("has-error", error.textContent !== "");
    const over = [];
    form.querySelectorAll("[data-limit]").forEach(function (limit) {
      const beyond = known && !cannot && depth > Number(limit.dataset.limit) && depth > Number(field.dataset.planned);
      limit.classList.toggle("is-over", beyond);
      if (beyond) over.push(limit.textContent.trim());
    });
    const words = over.join(", ");
    const place = form.querySelector("[data-over]");
    if (place.querySelector("[data-over-words]").textContent !== words) place.querySelector("[data-over-words]").textContent = words;
    place.hidden = over.length === 0;
  }
  document.addEventListener("input", function (event) {
    if (event.target.matches && event.target.matches("[data-depth]")) depthTyped(event.target);
  });

  // A range input with data-shows="id" writes its value there; an elapsed timer counts from data-since (ISO date and time).
  document.addEventListener("input", function (event) {
    const shows = event.target.dataset && event.target.dataset.shows;
    const place = shows && document.getElementById(shows);
    if (place) place.textContent = event.target.value;
  });
  function tick() {
    document.querySelectorAll("[data-since]").forEach(function (timer) {
      const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since)) / 1000));
      const hours = Math.floor(seconds / 3600);
      timer.textContent = (hours ? hours + ":" + two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)) + ":" + two(seconds % 60);
    });
  }

  // A button with data-times="id" times into that field: start, stop, and on from where it stood. What is sent while it runs
  // stops it.
  const two = function (n) { return String(n).padStart(2, "0"); };
  function secondsIn(field) {
    const typed = /^(?:(\d{1,3}):)?(\d{1,5})$/.exec(field.value.trim());
    return typed ? 60 * Number(typed[1] || 0) + Number(typed[2]) : 0;
  }
  function times(button) {
    if (button.dataset.ready) return;
    button.dataset.ready = "true";
    button.hidden = false;
    const field = document.getElementById(button.dataset.times);
    const says = function (words) {
      button.textContent = words;
      button.setAttribute("aria-label", words + " timing, " + button.dataset.zoneWords);
    };
    says(secondsIn(field) ? "Go on" : "Start");
    let ticking = 0;
    let began = 0;
    const show = function () {
      const seconds = Math.round((Date.now() - began) / 1000);
      field.value = Math.floor(seconds / 60) + ":" + two(seconds % 60);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const stop = function () {
      if (!ticking) return;
      clearInterval(ticking);
      ticking = 0;
      says("Go on");
      show();
    };
    button.addEventListener("click", function () {
      if (ticking) { stop(); return; }
      began = Date.now() - 1000 * secondsIn(field);
      ticking = setInterval(show, 1000);
      says("Stop");
      show();
    });
    field.form.addEventListener("submit", stop);
  }
  // A zone has one time, whichever of its forms is sent.
  document.addEventListener("input", function (event) {
    const card = event.target.name === "onSkin" && event.target.closest(".zone-card");
    if (!card) return;
    card.querySelectorAll('input[name="onSkin"]').forEach(function (other) { other.value = event.target.value; });
  });

  // What changed is said once, in a place that stays; the whole list would be read again with every answer.
  function tellLive() {
    const place = document.querySelector("[data-live-words]");
    const live = document.getElementById("live");
    if (!place || !live) return;
    const words = [".verdict-head", ".next-question"].map(function (part) {
      const found = live.querySelector(part);
      return found ? found.textContent.trim() : "";
    }).join(". ");
    if (place.textContent !== words) place.textContent = words;
  }

  // A part of the page that is replaced while the keyboard stands in it gets the keyboard back, at the same thing where it is
  // still there, else at its beginning: nobody is thrown to the top of the page.
  let stoodAt = null;
  document.addEventListener("htmx:beforeSwap", function (event) {
    const at = document.activeElement;
    stoodAt = at && at !== document.body && event.detail.target && event.detail.target.contains(at)
      ? { id: at.id, href: at.getAttribute("href"), tag: at.tagName } : null;
  });
  function standAgain(part) {
    if (!stoodAt || document.activeElement !== document.body) return;
    const same = stoodAt.id ? document.getElementById(stoodAt.id)
      : Array.from(part.querySelectorAll(stoodAt.tag)).find(function (one) { return one.getAttribute("href") === stoodAt.href; });
    const there = same || part;
    if (!same) there.setAttribute("tabindex", "-1");
    there.focus({ preventScroll: true });
    stoodAt = null;
  }

  // What is copied is said by the button itself.
  function copies(button) {
    if (!navigator.clipboard || button.dataset.ready) return;
    button.dataset.ready = "true";
    button.hidden = false;
    const words = button.firstChild;
    const before = words.textContent;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        words.textContent = "Copied";
        setTimeout(function () { words.textContent = before; }, 2000);
      });
    });
  }

  function wake(root) {
    root.querySelectorAll("[data-copy]").forEach(copies);
    root.querySelectorAll("[data-times]").forEach(times);
    root.querySelectorAll("[data-compare]").forEach(compare);
    root.querySelectorAll("[data-pick]").forEach(syncPick);
    if (reasonsOpen) root.querySelectorAll(".live-more").forEach(function (more) { more.open = true; });
  }
  document.addEventListener("DOMContentLoaded", function () {
    forgetSaved(document);
    settle();
    document.querySelectorAll("form.intake").forEach(followZones);
    // What the server shows as it was sent is newer than any copy.
    document.querySelectorAll("form[data-keep]").forEach(function (form) {
      if (form.dataset.asSent) { keep(form); } else { restore(form); }
    });
    wake(document);
    document.querySelectorAll("[data-group] [data-none-of-these]").forEach(noneOfThese);
    tick();
    if (document.querySelector("[data-since]")) setInterval(tick, 1000);
  });
  document.addEventListener("htmx:afterSettle", function (event) { wake(event.target); tellLive(); standAgain(event.target); });
})();
