// Comforts of charting on the map. The form works without them.
(function () {
  "use strict";

  // One tap for all that is left: it ticks each of them, so that one can be taken out again.
  document.addEventListener("change", function (event) {
    const form = event.target.closest && event.target.closest(".map-form");
    if (!form) return;
    const all = form.querySelector('[name="all"]');
    if (all && event.target === all) {
      all.value.split(" ").forEach(function (zone) {
        const box = form.querySelector('[name="zones"][value="' + zone + '"]');
        if (box && !box.disabled) box.checked = all.checked;
      });
    } else if (all && event.target.name === "zones" && !event.target.checked) {
      all.checked = false;
    }
    count(form);
  });
  // A tap on the drawing is a tap on the box of that zone. Browsers differ in whether the label inside the drawing is hit.
  document.addEventListener("click", function (event) {
    const zone = event.target.closest && event.target.closest(".pick g.zone");
    const label = zone && zone.querySelector(".zone-tap");
    if (!label || event.target === label) return;
    const box = document.getElementById(label.getAttribute("for"));
    if (box && !box.disabled) box.click();
  });
  function count(form) {
    const zones = form.querySelectorAll('[name="zones"]:checked').length;
    const left = form.querySelector('[name="as"][value="left-out"]:checked');
    const button = form.querySelector("[data-counts]");
    if (!button) return;
    button.textContent = (left ? "Write down that " : "Chart ")
      + (zones === 0 ? (left ? "it was not treated" : "what is chosen") : zones + (zones === 1 ? " zone" : " zones") + (left ? (zones === 1 ? " was" : " were") + " not treated" : ""));
  }
  function wake() { document.querySelectorAll(".map-form").forEach(count); }
  document.addEventListener("DOMContentLoaded", wake);
  document.addEventListener("htmx:afterSettle", wake);
})();
