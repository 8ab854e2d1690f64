// Landmarks of a face in the browser: MediaPipe's face mesh, from this server alone, where the build could fetch it. It is loaded after the
// camera works, and everything works without it.
(function () {
  "use strict";

  const POINTS = 468;

  /** @returns {Promise<{find: function(source, width, height): Promise<number[][]|null>}>} */
  async function load(place) {
    await new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = place + "face_mesh.js";
      script.onload = done;
      script.onerror = function () { failed(new Error("the guide did not load")); };
      document.head.append(script);
    });
    const mesh = new window.FaceMesh({ locateFile: function (name) { return place + name; } });
    mesh.setOptions({ maxNumFaces: 1, refineLandmarks: false, minDetectionConfidence: 0.5, minTrackingConfidence: 0.5 });
    let found = null;
    mesh.onResults(function (results) { found = results.multiFaceLandmarks && results.multiFaceLandmarks[0] || null; });
    await mesh.initialize();
    let last = null;
    let turn = Promise.resolve();
    // One picture after the other; what was tracked in one source says nothing about another.
    function find(source, width, height) {
      turn = turn.catch(function () { /* the next one is tried */ }).then(async function () {
        if (last !== source) { mesh.reset(); last = source; }
        found = null;
        await mesh.send({ image: source });
        return found && found.length >= POINTS ? found.map(function (point) { return [point.x * width, point.y * height, point.z * width]; }) : null;
      });
      return turn;
    }
    return { find: find };
  }

  window.stippleGuide = { load: load };
})();
