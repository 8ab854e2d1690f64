// The page on which photos are taken view by view. It shows what the camera sees, with the baseline over it, judges calmly what is seen, takes
// the picture at the camera's full resolution and hands it to photos-unsent.js. Without camera or permission files do the same; without this
// script each view has a form.
(function () {
  "use strict";

  const stage = document.querySelector("[data-stage]");
  if (!stage || !window.stipplePhotos || !window.stippleGates) return;
  const gates = window.stippleGates;
  const steps = Array.from(document.querySelectorAll("[data-step]"));
  const part = function (name) { return stage.querySelector("[data-" + name + "]"); };
  const video = part("video"), still = part("still"), ghost = part("ghost"), frame = part("frame");
  const EVERY_MS = 300;
  const STEADY = 2;
  const AUTO_MS = 1200;
  const LARGEST_SHOWN = 1600;

  if (!window.stipplePhotos.able) {
    const note = document.createElement("p");
    note.className = "notice";
    note.textContent = "A browser gives a page its camera over https or on this machine only. Here photos are stored as files, view by view.";
    steps[0].parentElement.before(note);
    return;
  }

  let at = 0;
  let stream = null;
  let facing = "environment";
  let device = "";
  let guide = null;
  let taken = null;
  let loop = 0;
  let face;
  let looking = false;
  let rightSince = 0;
  const baselines = new Map();
  const shots = new Map();

  function step() { return steps[at]; }
  function say(words) { part("said").textContent = words; }
  function only(names) { ["open", "take", "keep", "retake", "finish"].forEach(function (name) { part(name).hidden = !names.includes(name); }); }
  function trouble(words) {
    part("trouble").hidden = !words;
    part("trouble").textContent = words;
  }

  // ---- Views -----------------------------------------------------------------------------------------------------------------
  function choose(index, focus) {
    at = index;
    taken = null;
    face = undefined;
    rightSince = 0;
    const data = step().dataset;
    part("name").textContent = data.words;
    part("count").textContent = "View " + (at + 1) + " of " + steps.length + (data.optional ? ", optional" : "") + "; " + steps.filter(isDone).length + " done";
    part("hint").textContent = data.hint;
    part("drawing").replaceChildren(step().querySelector(".pose").cloneNode(true));
    if (data.baseline) {
      ghost.src = data.baseline;
      part("ghost-words").textContent = "Baseline of " + data.baselineWords + " over it, at half strength";
    } else {
      ghost.removeAttribute("src");
    }
    part("ghost-switch").hidden = !data.baseline;
    steps.forEach(function (one) { one.classList.toggle("is-now", one === step()); });
    live();
    if (focus) (stream ? part("take") : part("open")).focus({ preventScroll: true });
    say(data.words + ". " + data.hint);
  }
  function isDone(one) { return !!one.dataset.done; }
  function next() {
    const after = steps.findIndex(function (one, i) { return i > at && !isDone(one) && !one.dataset.optional; });
    const before = steps.findIndex(function (one) { return !isDone(one) && !one.dataset.optional; });
    const index = after >= 0 ? after : before;
    if (index >= 0) { choose(index, true); return; }
    finish();
  }
  function finish() {
    only(["finish"]);
    close();
    part("name").textContent = "Every view has a photo";
    part("count").textContent = steps.filter(isDone).length + " of " + steps.length;
    part("hint").textContent = "What the server found in each stands below. A view can be taken again from there.";
    part("gates").replaceChildren();
    frame.hidden = true;
    part("finish").focus({ preventScroll: true });
    say("Every view has a photo.");
  }

  // ---- Camera ----------------------------------------------------------------------------------------------------------------
  // By hand and by itself at the same moment it is opened once.
  let opening = null;
  function open() {
    opening = opening || openOnce().finally(function () { opening = null; });
    return opening;
  }
  async function openOnce() {
    trouble("");
    const camera = navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
    if (!camera) { trouble("This browser gives no camera here. Choose files instead."); return; }
    close();
    try {
      const which = device ? { deviceId: { exact: device } } : { facingMode: { ideal: facing } };
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: Object.assign({ width: { ideal: 4096 }, height: { ideal: 2160 } }, which) });
    } catch (refused) {
      trouble(refused.name === "NotAllowedError"
        ? "The camera was not allowed. Allow it in the browser's settings of this page, or choose files instead."
        : "The camera could not be opened (" + refused.name + "). Choose files instead, or try again.");
      return;
    }
    video.srcObject = stream;
    stream.getVideoTracks()[0].addEventListener("ended", function () { trouble("The camera ended. Open it again, or choose files."); close(); only(["open"]); });
    await video.play().catch(function () { /* it plays when it is seen */ });
    frame.hidden = false;
    const devices = (await navigator.mediaDevices.enumerateDevices()).filter(function (one) { return one.kind === "videoinput"; });
    part("turn").hidden = devices.length < 2;
    part("auto-switch").hidden = false;
    if (!taken) live();
    loadGuide();
    if (taken) return;
    stage.scrollIntoView({ block: "start" });
    part("take").focus({ preventScroll: true });
  }
  function close() {
    clearTimeout(loop);
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    video.srcObject = null;
  }
  async function turn() {
    const devices = (await navigator.mediaDevices.enumerateDevices()).filter(function (one) { return one.kind === "videoinput"; });
    const now = stream && stream.getVideoTracks()[0].getSettings().deviceId;
    const index = devices.findIndex(function (one) { return one.deviceId === now; });
    device = devices.length ? devices[(index + 1) % devices.length].deviceId : "";
    await open();
  }
  function live() {
    still.hidden = true;
    video.hidden = !stream;
    part("drawing").hidden = !!(step().dataset.baseline && part("ghost-on").checked && stream);
    ghost.hidden = !(stream && step().dataset.baseline && part("ghost-on").checked);
    part("mark").hidden = true;
    only([stream ? "take" : "open"]);
    clearTimeout(loop);
    if (stream) loop = setTimeout(tick, EVERY_MS); else part("gates").replaceChildren();
  }

  // ---- Judging, calmly: a word changes when it was seen twice -------------------------------------------------------------
  const shown = new Map();
  function show(list, atOnce) {
    const place = part("gates");
    const names = list.map(function (gate) { return gate.name; });
    Array.from(place.children).forEach(function (line) { if (!names.includes(line.dataset.name)) line.remove(); });
    list.forEach(function (gate) {
      let line = place.querySelector('[data-name="' + gate.name + '"]');
      if (!line) {
        line = document.createElement("li");
        line.dataset.name = gate.name;
        const sign = document.createElement("span");
        sign.className = "gate-sign";
        sign.setAttribute("aria-hidden", "true");
        line.append(sign, document.createElement("span"));
        place.append(line);
        shown.delete(gate.name);
      }
      const was = shown.get(gate.name) || { state: gate.state, times: STEADY };
      was.times = was.next === gate.state ? was.times + 1 : 1;
      was.next = gate.state;
      if (atOnce || was.times >= STEADY || !shown.has(gate.name)) was.state = gate.state;
      shown.set(gate.name, was);
      line.className = "gate gate-" + was.state;
      line.firstChild.textContent = { go: "✓", miss: "!", none: "–" }[was.state];
      if (was.state === gate.state && line.lastChild.textContent !== gate.words) line.lastChild.textContent = gate.words;
    });
  }
  function wanted() { return { view: step().dataset.view, turned: Number(step().dataset.turned) }; }
  async function tick() {
    if (!stream || taken) return;
    // Nobody films a room behind a page that has covered itself.
    if (document.querySelector("dialog.lock[open]")) { close(); live(); return; }
    if (video.videoWidth && !document.hidden) {
      const picture = gates.look(video, video.videoWidth, video.videoHeight);
      if (picture) Object.assign(picture, { width: video.videoWidth, height: video.videoHeight });
      lookForFace();
      const list = gates.judge(wanted(), picture, face, baselines.get(step().dataset.baseline));
      show(list, false);
      byItself(list);
    }
    if (stream && !taken) loop = setTimeout(tick, EVERY_MS);
  }
  function lookForFace() {
    if (!guide || looking || step().dataset.view === "patch") return;
    looking = true;
    const of = step();
    guide.find(video, video.videoWidth, video.videoHeight).then(function (points) {
      if (of === step()) face = points && gates.pose(points, video.videoHeight);
    }).catch(function () { guide = null; guideSays("The guide by landmarks stopped. The pose is yours to judge."); }).finally(function () { looking = false; });
  }
  function byItself(list) {
    const right = part("auto").checked && list.length && list.every(function (gate) { return gate.state === "go" || (gate.state === "none" && !guide); });
    rightSince = right ? rightSince || Date.now() : 0;
    if (rightSince && Date.now() - rightSince >= AUTO_MS) { rightSince = 0; take(); }
  }

  // ---- The guide, after the camera works ------------------------------------------------------------------------------------
  let asked = false;
  function guideSays(words) { part("guide-words").textContent = words + " The picture is not mirrored: left and right are as the camera sees them."; }
  function loadGuide() {
    if (asked || !stage.dataset.guide || !window.stippleGuide) return;
    asked = true;
    window.stippleGuide.load(stage.dataset.guide).then(async function (ready) {
      guide = ready;
      guideSays("The guide by landmarks of the face is on: pose and distance are judged in this browser, and no picture leaves it for that.");
      for (const one of steps) await baselineOf(one);
    }).catch(function () { guideSays("The guide by landmarks of the face did not load. The pose is yours to judge."); });
  }
  async function baselineOf(one) {
    const source = one.dataset.baseline;
    if (!source || one.dataset.view === "patch" || baselines.has(source)) return;
    try {
      const image = new Image();
      image.src = source;
      await image.decode();
      const points = await guide.find(image, image.naturalWidth, image.naturalHeight);
      if (points) baselines.set(source, gates.pose(points, image.naturalHeight));
    } catch (unreadable) { /* then nothing is compared with it */ }
  }

  // ---- Taking ------------------------------------------------------------------------------------------------------------------
  async function take() {
    if (!stream || taken) return;
    taken = { blob: null };
    clearTimeout(loop);
    part("take").disabled = true;
    try {
      const blob = await picture();
      await judgeStill(blob);
    } catch (failed) {
      taken = null;
      trouble("The picture could not be taken (" + failed.name + "). Try again, or choose a file.");
      live();
    }
    part("take").disabled = false;
  }
  // The sensor's own picture where the browser gives it and it is larger than the film; else the film at its size.
  async function picture() {
    const track = stream.getVideoTracks()[0];
    if (window.ImageCapture) {
      try {
        const camera = new ImageCapture(track);
        const able = await camera.getPhotoCapabilities();
        if (able.imageWidth && able.imageWidth.max * able.imageHeight.max > 1.2 * video.videoWidth * video.videoHeight) {
          const late = new Promise(function (_, failed) { setTimeout(function () { failed(new Error("late")); }, 4000); });
          const blob = await Promise.race([camera.takePhoto({ imageWidth: able.imageWidth.max, imageHeight: able.imageHeight.max }), late]);
          if (blob && blob.type === "image/jpeg") return blob;
        }
      } catch (none) { /* the film does */ }
    }
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    return new Promise(function (done, failed) { canvas.toBlob(function (blob) { if (blob) done(blob); else failed(new Error("empty")); }, "image/jpeg", 0.95); });
  }
  async function judgeStill(blob, fromFile) {
    const bitmap = await createImageBitmap(blob);
    const scale = Math.min(1, LARGEST_SHOWN / Math.max(bitmap.width, bitmap.height));
    still.width = Math.round(bitmap.width * scale);
    still.height = Math.round(bitmap.height * scale);
    still.getContext("2d").drawImage(bitmap, 0, 0, still.width, still.height);
    const seen = gates.look(bitmap, bitmap.width, bitmap.height);
    if (seen) Object.assign(seen, { width: bitmap.width, height: bitmap.height });
    bitmap.close();
    let held;
    if (guide && step().dataset.view !== "patch") {
      const points = await guide.find(still, still.width, still.height).catch(function () { return undefined; });
      held = points === undefined ? undefined : points && gates.pose(points, still.height);
    }
    const list = gates.judge(wanted(), seen, held, baselines.get(step().dataset.baseline));
    taken = { blob: blob, gates: list, way: fromFile ? "file" : "guided" };
    frame.hidden = false;
    still.hidden = false;
    video.hidden = true;
    part("drawing").hidden = true;
    ghost.hidden = !(step().dataset.baseline && part("ghost-on").checked);
    show(list, true);
    const missed = list.filter(function (gate) { return gate.state === "miss"; });
    part("mark").hidden = false;
    part("mark").textContent = missed.length ? (missed.length === 1 ? "One thing is missed" : missed.length + " things are missed") + "; it may be kept all the same" : "Nothing is missed";
    part("mark").classList.toggle("is-missed", missed.length > 0);
    only(["keep", "retake"]);
    part("retake").textContent = fromFile ? "Another file" : "Retake";
    // Keep appears where Take was: a second tap of the same finger keeps nothing.
    part("keep").disabled = true;
    if (missed.length) part("retake").focus({ preventScroll: true });
    setTimeout(function () {
      part("keep").disabled = false;
      if (!missed.length && !part("keep").hidden) part("keep").focus({ preventScroll: true });
    }, 400);
    say(part("mark").textContent + ". " + list.map(function (gate) { return gate.words; }).join(". "));
  }
  async function keep() {
    if (!taken || !taken.blob) return;
    const shot = taken;
    const one = step();
    const words = function (state) { return shot.gates.filter(function (gate) { return !state || gate.state === state; }).map(function (gate) { return gate.words; }); };
    const fields = [["view", one.dataset.view], ["zone", one.dataset.zone], ["session", stage.dataset.session], ["moment", stage.dataset.moment], ["takenOn", stage.dataset.today], ["way", shot.way]]
      .concat(words("").map(function (word) { return ["seen", word]; }), words("miss").map(function (word) { return ["though", word]; }));
    one.dataset.done = "kept";
    one.classList.add("is-done");
    setState(one, "Kept here, being sent.");
    next();
    try {
      const id = await window.stipplePhotos.keep(stage.dataset.person, fields, "Photo, " + one.dataset.words, shot.blob);
      belongs(id, one);
    } catch (failed) {
      delete one.dataset.done;
      setState(one, "Not kept (" + failed.name + "). Take it again.");
    }
  }
  function retake() {
    const file = taken && taken.way === "file";
    taken = null;
    face = undefined;
    if (!stream) frame.hidden = true;
    live();
    if (file && !stream) part("file").click(); else part("take").focus({ preventScroll: true });
  }

  // ---- What becomes of them ------------------------------------------------------------------------------------------------------
  function setState(one, words) {
    one.querySelector("[data-state]").textContent = words;
    one.querySelector("[data-pick]").textContent = isDone(one) ? "Take it again" : "Take this view";
  }
  const early = new Map();
  document.addEventListener("stipple-photo", function (event) {
    const told = event.detail;
    const one = shots.get(told.id);
    if (!one) { early.set(told.id, told); return; }
    become(one, told);
  });
  function become(one, told) {
    if (told.state === "waiting" || told.state === "sending") {
      setState(one, told.words && told.state === "waiting" ? "Kept here, not yet sent. " + told.words : told.words ? "Being sent: " + told.words : "Kept here, being sent.");
    } else if (told.state === "refused") {
      setState(one, "Not taken by the server: " + told.words);
    } else if (told.state === "discarded") {
      delete one.dataset.done;
      one.classList.remove("is-done");
      setState(one, "Discarded, not taken yet.");
    } else if (told.state === "stored") {
      const page = new DOMParser().parseFromString(told.html, "text/html");
      const answer = page.querySelector(".shot-answer");
      if (answer) one.querySelector("[data-answers]").replaceChildren(answer);
      one.dataset.done = "true";
      setState(one, "");
      say(one.dataset.words + " is stored. " + (answer ? answer.querySelector(".shot-found").textContent.replace(/\s+/g, " ").trim() : ""));
    }
  }
  // What was kept on this page before, and not sent yet, belongs to its view.
  async function find() {
    for (const entry of await window.stipplePhotos.own()) {
      if (entry.page !== location.pathname + location.search) continue;
      const told = new Map(entry.fields);
      const one = steps.find(function (other) { return other.dataset.view === told.get("view") && other.dataset.zone === told.get("zone"); });
      if (one) {
        one.dataset.done = "kept";
        setState(one, "Kept here, not yet sent.");
        belongs(entry.id, one);
      }
    }
  }
  function belongs(id, one) {
    shots.set(id, one);
    if (early.has(id)) { become(one, early.get(id)); early.delete(id); }
  }

  // ---- Hands -----------------------------------------------------------------------------------------------------------------------
  part("open").addEventListener("click", open);
  part("take").addEventListener("click", take);
  part("keep").addEventListener("click", keep);
  part("retake").addEventListener("click", retake);
  part("turn").addEventListener("click", turn);
  part("ghost-on").addEventListener("change", function () {
    const over = part("ghost-on").checked && !!step().dataset.baseline && (!!stream || !!taken);
    ghost.hidden = !over;
    part("drawing").hidden = over || !!taken;
  });
  part("skip").addEventListener("click", function () { choose((at + 1) % steps.length, true); });
  part("file").addEventListener("change", async function () {
    const file = part("file").files[0];
    part("file").value = "";
    if (!file) return;
    trouble("");
    clearTimeout(loop);
    taken = { blob: null };
    try { await judgeStill(file, true); } catch (unreadable) {
      taken = null;
      trouble("This file is no photo that the browser can show: JPEG or PNG is expected. Nothing was stored.");
      live();
    }
  });
  steps.forEach(function (one, index) {
    one.querySelector("[data-view-file]").hidden = true;
    one.querySelector("[data-pick-line]").hidden = false;
    one.querySelector("[data-pick]").addEventListener("click", function () {
      frame.hidden = !stream;
      choose(index, true);
      stage.scrollIntoView({ block: "start" });
      if (!stream) open();
    });
  });
  window.addEventListener("pagehide", close);

  stage.hidden = false;
  frame.hidden = true;
  find().then(function () {
    const first = steps.findIndex(function (one) { return !isDone(one) && !one.dataset.optional; });
    if (first >= 0) choose(first, false); else { choose(0, false); finish(); }
    // Who allowed it before need not open it again.
    if (first >= 0 && navigator.permissions && navigator.mediaDevices) {
      navigator.permissions.query({ name: "camera" }).then(function (allowed) { if (allowed.state === "granted" && !stream) open(); }).catch(function () { /* it is opened by hand */ });
    }
  });
})();
