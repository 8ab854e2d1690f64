// A signature drawn with a finger, a pen or a mouse, in a box of 1000 by 400. Without this the name is typed, which signs as well.
(() => {
  'use strict';
  const WIDE = 1000;
  const HIGH = 400;
  // The server takes no more; a line that would go beyond is drawn with every second of its points.
  const MOST = 1400;
  const MOST_LINES = 80;

  const written = strokes => strokes.map(stroke => stroke.map(point => point.join(',')).join(' ')).join(';');
  const read = text => text ? text.split(';').map(stroke => stroke.split(' ').map(point => point.split(',').map(Number))) : [];

  const thinned = strokes => {
    let all = strokes.slice(0, MOST_LINES);
    while (all.reduce((sum, stroke) => sum + stroke.length, 0) > MOST) {
      all = all.map(stroke => stroke.filter((_, i) => i % 2 === 0 || i === stroke.length - 1));
    }
    return all;
  };

  const begin = pad => {
    const canvas = pad.querySelector('canvas');
    const field = pad.querySelector('[data-sign-strokes]');
    const state = pad.querySelector('[data-sign-state]');
    const name = pad.closest('form').querySelector('[data-sign-name]');
    const pen = canvas.getContext('2d');
    let strokes = read(field.value);
    let current = null;

    const draw = () => {
      pen.clearRect(0, 0, WIDE, HIGH);
      pen.lineWidth = 6;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = getComputedStyle(canvas).color;
      for (const stroke of current ? strokes.concat([current]) : strokes) {
        pen.beginPath();
        pen.moveTo(stroke[0][0], stroke[0][1]);
        if (stroke.length === 1) pen.lineTo(stroke[0][0] + 1, stroke[0][1]);
        for (const [x, y] of stroke.slice(1)) pen.lineTo(x, y);
        pen.stroke();
      }
    };
    const tell = () => {
      field.value = written(thinned(strokes));
      state.textContent = strokes.length ? state.dataset.done : state.dataset.none;
      const represents = pad.closest('form').querySelector('[name="signer"][value="representative"]:checked');
      if (name) name.required = !strokes.length || Boolean(represents);
    };
    const point = event => {
      const box = canvas.getBoundingClientRect();
      const within = (at, most) => Math.max(0, Math.min(most, Math.round(at)));
      return [within((event.clientX - box.left) / box.width * WIDE, WIDE), within((event.clientY - box.top) / box.height * HIGH, HIGH)];
    };
    canvas.addEventListener('pointerdown', event => {
      if (event.button !== 0 || current) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      current = [point(event)];
      draw();
    });
    canvas.addEventListener('pointermove', event => {
      if (!current) return;
      const moved = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
      for (const one of moved.length ? moved : [event]) {
        const at = point(one);
        const last = current[current.length - 1];
        if (Math.hypot(at[0] - last[0], at[1] - last[1]) >= 4) current.push(at);
      }
      draw();
    });
    const end = () => {
      if (!current) return;
      strokes.push(current);
      current = null;
      draw();
      tell();
    };
    canvas.addEventListener('pointerup', end);
    canvas.addEventListener('pointercancel', end);
    pad.querySelector('[data-sign-clear]').addEventListener('click', () => {
      strokes = [];
      current = null;
      draw();
      tell();
    });
    pad.closest('form').addEventListener('change', tell);
    pad.hidden = false;
    draw();
    tell();
  };
  document.querySelectorAll('[data-sign]').forEach(begin);
})();
