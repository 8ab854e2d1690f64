// The comforts of the intake and of trying a dose. Both pages work without them.
(function () {
  "use strict";

  // A group of boxes is one stop of the Tab key, as a group of radio buttons is; arrows move inside it, Space chooses.
  function boxes(list) {
    return Array.from(list.querySelectorAll('input[type="checkbox"]'));
  }
  function stopAt(list, box) {
    boxes(list).forEach(function (other) { other.tabIndex = other === box ? 0 : -1; });
  }
  function rove(list) {
    const all = boxes(list);
    if (!all.length) return;
    const now = all.find(function (box) { return box === document.activeElement; })
      || all.find(function (box) { return box.checked; }) || all[0];
    stopAt(list, now);
    const legend = list.closest("fieldset") && list.closest("fieldset").querySelector("legend");
    if (legend && !legend.querySelector("[data-keys]") && all.length > 1) {
      const words = document.createElement("span");
      words.className = "sr";
      words.dataset.keys = "";
      words.textContent = " Arrow keys move between the choices, Space chooses.";
      legend.append(words);
    }
  }
  function roveAll() {
    document.querySelectorAll("form.intake .pick-list").forEach(rove);
  }
  document.addEventListener("keydown", function (event) {
    const list = event.target.closest && event.target.closest("form.intake .pick-list");
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!list || event.target.type !== "checkbox" || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const all = boxes(list);
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    stopAt(list, next);
    next.focus();
  });
  document.addEventListener("focusin", function (event) {
    const list = event.target.closest && event.target.closest("form.intake .pick-list");
    if (list && event.target.type === "checkbox") stopAt(list, event.target);
  });

  // What the server found missing or unusable stands at its field too, as it would after saving.
  function place(form, name) {
    const field = form.elements.namedItem(name);
    const one = field instanceof RadioNodeList ? field[0] : field;
    return one ? { box: one.closest(".field, fieldset.question, fieldset.pick, fieldset"), input: field instanceof RadioNodeList ? null : one } : null;
  }
  function clearTroubles(form) {
    form.querySelectorAll("[data-live-error], .has-error > .error, .pick > .error").forEach(function (words) { words.remove(); });
    form.querySelectorAll(".has-error").forEach(function (box) { box.classList.remove("has-error"); });
    form.querySelectorAll("[aria-invalid]").forEach(function (input) {
      input.removeAttribute("aria-invalid");
      if ((input.getAttribute("aria-describedby") || "").startsWith("e-")) input.removeAttribute("aria-describedby");
    });
  }
  function showTroubles() {
    const form = document.querySelector("form.intake");
    const live = document.getElementById("live");
    if (!form || !live) return;
    clearTroubles(form);
    live.querySelectorAll("[data-trouble]").forEach(function (trouble) {
      const at = trouble.dataset.trouble && place(form, trouble.dataset.trouble);
      if (!at || !at.box) return;
      const words = document.createElement("p");
      words.id = "e-" + trouble.dataset.trouble;
      words.dataset.liveError = "";
      words.className = trouble.dataset.missing ? "still" : "error";
      words.textContent = trouble.dataset.words;
      at.box.append(words);
      if (trouble.dataset.missing) return;
      at.box.classList.add("has-error");
      const more = at.box.closest("details");
      if (more) more.open = true;
      if (at.input) {
        at.input.setAttribute("aria-invalid", "true");
        at.input.setAttribute("aria-describedby", words.id);
      }
    });
  }
  // A link to a question that is folded away unfolds it.
  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    const to = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    const folded = to && to.closest("details");
    if (folded) folded.open = true;
  });

  document.addEventListener("DOMContentLoaded", function () {
    roveAll();
    const form = document.querySelector("form.intake");
    if (form) form.addEventListener("change", roveAll);
  });
  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.target.id === "live") showTroubles();
  });
})();
