// What a picture shows before it is sent. Sharpness is measured as the server measures it (imaging's Sharpness), so that the numbers and the
// limit are the same; it is the server that judges in the end. Nothing here knows the page.
(function () {
  "use strict";

  // As the server has them: Sharpness.LIMIT, Gates.MAX_CLIPPED_PERCENT, MIN_FACE_PX, MIN_WIDTH_PX, MAX_TILT_DEGREES, MAX_POSE_DEGREES.
  const LIMITS = { sharpness: 0.72, clippedPercent: 1, facePx: 900, patchPx: 300, offDegrees: 15, turnedDegrees: 5,
    // design: reference, scale of a pair.
    scalePercent: 5,
    // design: a face that is smaller has too few pixels for its skin, a larger one is cut or distorted by the lens.
    leastFace: 0.35, mostFace: 0.85 };
  const SIDE = 512;
  const LINEAR = new Float32Array(256);
  for (let value = 0; value < 256; value++) {
    const c = value / 255;
    LINEAR[value] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });

  /** Sharpness, clipped pixels and light of the middle of a picture, in its own pixels. */
  function look(source, width, height) {
    const side = Math.floor(Math.min(SIDE, 0.8 * width, 0.8 * height) / 2) * 2;
    if (side < 32) return null;
    canvas.width = side;
    canvas.height = side;
    context.drawImage(source, Math.floor((width - side) / 2), Math.floor((height - side) / 2), side, side, 0, 0, side, side);
    const pixels = context.getImageData(0, 0, side, side).data;
    const half = side / 2;
    const log = new Float32Array(side * side);
    let clipped = 0;
    let light = 0;
    for (let i = 0, p = 0; i < log.length; i++, p += 4) {
      const r = pixels[p], g = pixels[p + 1], b = pixels[p + 2];
      if (r <= 2 || g <= 2 || b <= 2 || r >= 253 || g >= 253 || b >= 253) clipped++;
      const luminance = 0.2126 * LINEAR[r] + 0.7152 * LINEAR[g] + 0.0722 * LINEAR[b];
      light += luminance;
      log[i] = Math.log(luminance + 1e-3);
    }
    const small = new Float32Array(half * half);
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const i = 2 * y * side + 2 * x;
        small[y * half + x] = (log[i] + log[i + 1] + log[i + side] + log[i + side + 1]) / 4;
      }
    }
    return { sharpness: slope(small, half), clippedPercent: 100 * clipped / log.length, light: light / log.length };
  }
  function means(plane, width, step) {
    const mean = new Float32Array(plane.length);
    for (let y = 0; y < width - step; y++) {
      for (let x = 0; x < width - step; x++) {
        const i = y * width + x;
        mean[i] = (plane[i] + plane[i + step] + plane[i + step * width] + plane[i + step * width + step]) / 4;
      }
    }
    return mean;
  }
  // How steep fine detail is where coarse detail is steep: the regression of the one on the other.
  function slope(plane, width) {
    const fine = means(plane, width, 1);
    const coarse = means(fine, width, 2);
    let product = 0;
    let square = 0;
    for (let y = 4; y < width - 4; y++) {
      for (let x = 4; x < width - 4; x++) {
        const i = y * width + x;
        const across = coarse[i - 2 * width] - coarse[i - 2 * width - 4];
        const down = coarse[i - 2] - coarse[i - 2 - 4 * width];
        product += (fine[i - width] - fine[i - width - 2]) * across + (fine[i - 1] - fine[i - 1 - 2 * width]) * down;
        square += across * across + down * down;
      }
    }
    return square > 0 ? product / square : 0;
  }

  // ---- How a head is held, from landmarks in pixels (imaging's FacePose) ------------------------------------------------
  const degrees = function (radians) { return radians * 180 / Math.PI; };
  function minus(a, b) { return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]; }
  function cross(a, b) { return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]; }
  function dot(a, b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
  function unit(a) { const length = Math.max(1e-12, Math.hypot(a[0], a[1], a[2])); return [a[0] / length, a[1] / length, a[2] / length]; }
  const RIGHT_EYE = 33, LEFT_EYE = 263, FOREHEAD = 10, CHIN = 152;

  /** Where a face looks (yaw to the right edge, pitch down, roll), its axes and its height as part of the picture's. */
  function pose(face, height) {
    const across = unit(minus(face[LEFT_EYE], face[RIGHT_EYE]));
    const up = minus(face[FOREHEAD], face[CHIN]);
    const normal = unit(cross(across, up));
    return {
      yaw: degrees(Math.atan2(normal[0], -normal[2])), pitch: degrees(Math.asin(Math.max(-1, Math.min(1, normal[1])))),
      roll: degrees(Math.atan2(across[1], across[0])), axes: [across, normal, unit(cross(normal, across))],
      normal: normal, size: Math.hypot(up[0], up[1], up[2]) / height
    };
  }
  /** How far it looks away from where its view wants it. */
  function off(one, turned) {
    const wanted = turned * Math.PI / 180;
    return degrees(Math.acos(Math.max(-1, Math.min(1, one.normal[0] * Math.sin(wanted) - one.normal[2] * Math.cos(wanted)))));
  }
  /** How far the head is turned, in space, from one picture to the other. */
  function between(one, other) {
    const trace = one.axes.reduce(function (sum, axis, i) { return sum + dot(axis, other.axes[i]); }, 0);
    return degrees(Math.acos(Math.max(-1, Math.min(1, (trace - 1) / 2))));
  }

  // ---- In words ------------------------------------------------------------------------------------------------------------
  /**
   * Every gate with whether it is met, in words. `picture` is what look() found, with its width and height; `face` what pose() found, null where
   * no face was, undefined where nobody looked; `baseline` the pose in the baseline.
   */
  function judge(wanted, picture, face, baseline) {
    const gates = [];
    const add = function (name, state, words) { gates.push({ name: name, state: state, words: words }); };
    if (picture) {
      const sharp = picture.sharpness >= LIMITS.sharpness;
      add("sharpness", sharp ? "go" : "miss", (sharp ? "Sharp" : "Not sharp") + ": " + picture.sharpness.toFixed(2) + ", at least " + LIMITS.sharpness.toFixed(2));
      const lit = picture.clippedPercent <= LIMITS.clippedPercent;
      add("light", lit ? "go" : "miss", (lit ? "Light" : picture.light > 0.4 ? "Too bright" : picture.light < 0.05 ? "Too dark" : "Too much contrast") +
        ": " + picture.clippedPercent.toFixed(1) + " % without colour, at most " + LIMITS.clippedPercent + " %");
      const least = wanted.view === "patch" ? LIMITS.patchPx : LIMITS.facePx;
      const large = Math.min(picture.width, picture.height) >= least;
      add("size", large ? "go" : "miss", (large ? "Size" : "Too few pixels") + ": " + picture.width + " × " + picture.height + ", at least " + least);
    }
    if (wanted.view === "patch") return gates;
    if (face === undefined) { add("pose", "none", "Pose: not judged"); return gates; }
    // The mesh knows faces from in front; a profile it seldom finds.
    if (face === null) {
      add("pose", Math.abs(wanted.turned) > 60 ? "none" : "miss", Math.abs(wanted.turned) > 60 ? "Pose: side views are not judged" : "Pose: no face is found");
      return gates;
    }
    const away = off(face, wanted.turned);
    const held = away <= LIMITS.offDegrees;
    const aside = face.yaw - wanted.turned;
    const how = held ? "" : Math.abs(aside) > Math.abs(face.pitch) ? (aside > 0 ? ", nose further to the left edge" : ", nose further to the right edge") : face.pitch > 0 ? ", chin up" : ", chin down";
    add("pose", held ? "go" : "miss", "Pose: " + Math.round(away) + "° off, at most " + LIMITS.offDegrees + "°" + how);
    const framed = face.size >= LIMITS.leastFace && face.size <= LIMITS.mostFace;
    add("distance", framed ? "go" : "miss", "Distance: the face is " + Math.round(100 * face.size) + " % of the height" + (framed ? "" : face.size < LIMITS.leastFace ? ", closer" : ", further away"));
    if (baseline) {
      const turned = between(face, baseline);
      const like = turned <= LIMITS.turnedDegrees;
      add("alike", like ? "go" : "miss", "Against the baseline: " + turned.toFixed(0) + "° turned, at most " + LIMITS.turnedDegrees + "°");
      const larger = 100 * (face.size / baseline.size - 1);
      const near = Math.abs(larger) <= LIMITS.scalePercent;
      add("scale", near ? "go" : "miss", "Against the baseline: " + Math.abs(larger).toFixed(0) + " % " + (larger > 0 ? "larger" : "smaller") + ", at most " + LIMITS.scalePercent + " %");
    }
    return gates;
  }

  window.stippleGates = { look: look, pose: pose, off: off, between: between, judge: judge, LIMITS: LIMITS };
})();
