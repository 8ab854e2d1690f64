// The questions of the day: one tap says for a whole group that each was asked and is as before. The next tap takes it back.
(function () {
  "use strict";

  function open(group) {
    return Array.from(group.querySelectorAll("fieldset.question")).filter(function (question) {
      return !question.querySelector('input[type="radio"]:checked');
    });
  }

  function asBefore(button) {
    const group = button.closest("[data-group]");
    const words = button.textContent;
    const set = [];
    if (!group.querySelector('input[type="radio"][value="same"]')) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      if (set.length) {
        set.splice(0).forEach(function (radio) { radio.checked = false; });
        button.textContent = words;
      } else {
        // What nobody ever answered has no "as before", and stays open.
        open(group).forEach(function (question) {
          const radio = question.querySelector('input[type="radio"][value="same"]');
          if (radio) { radio.checked = true; set.push(radio); question.classList.remove("unanswered"); }
        });
        button.textContent = "Take it back";
      }
      group.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-group] [data-as-before]").forEach(asBefore);
  });
})();
