// A patient's own page. Where the server is gone, it says so and keeps what was typed: in this tab alone, which a phone brings back
// with it, and in no place where the next person at a shared screen finds it.
(() => {
  'use strict';
  const place = form => 'own:' + location.pathname + '#' + (form.getAttribute('action') || '');
  const typed = form => Array.from(new FormData(form)).filter(([name, value]) =>
    typeof value === 'string' && name !== '_csrf' && name !== 'key');

  // The self-check promises that nothing is kept.
  const keeps = document.body.dataset.keeps !== 'nothing';

  const keep = form => {
    if (!keeps) return;
    try { sessionStorage.setItem(place(form), JSON.stringify(typed(form))); } catch (full) { /* the page still has it */ }
  };

  const bringBack = form => {
    if (!keeps) return;
    const kept = sessionStorage.getItem(place(form));
    if (!kept) return;
    for (const [name, value] of JSON.parse(kept)) {
      for (const field of form.elements) {
        if (field.name !== name || field.type === 'hidden') continue;
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.checked || field.value === value;
        else if (!field.value) field.value = value;
      }
    }
  };

  const say = words => {
    let line = document.querySelector('.own-gone');
    if (!line) {
      line = document.createElement('p');
      line.className = 'own-gone notice notice-problem';
      line.setAttribute('role', 'alert');
      document.querySelector('main').prepend(line);
    }
    line.textContent = words;
    line.hidden = !words;
    if (words) line.scrollIntoView({block: 'center'});
  };

  // What gives a file leads to no other page: it says that it has begun, once it takes longer, and nothing typed is kept anywhere.
  for (const form of document.querySelectorAll('form[data-download]')) {
    const line = form.querySelector('[data-begun]');
    form.addEventListener('submit', () => {
      line.textContent = '';
      setTimeout(() => { line.textContent = line.dataset.begun; }, 2000);
    });
  }

  // A file is sent from here, so that the page with the file that was chosen stays where the network ends half-way.
  const sendFile = async (form, button) => {
    const words = button && button.textContent;
    if (button && form.dataset.sendingWords) button.textContent = form.dataset.sendingWords;
    try {
      const answer = await fetch(form.action, {method: 'POST', body: new FormData(form), signal: AbortSignal.timeout(180000)});
      if (answer.redirected) {
        // The part of the page that says what came of it.
        const to = new URL(answer.url);
        to.hash = form.closest('[id]')?.id || '';
        if (to.href === location.href) location.reload();
        else location.assign(to);
      } else form.submit();
    } finally {
      if (button) button.textContent = words;
    }
  };

  const tooLarge = form => Array.from(form.querySelectorAll('input[type=file]')).some(field =>
    Array.from(field.files).some(file => file.size > Number(form.dataset.most || Infinity)));

  const forms = Array.from(document.querySelectorAll('form[method=post]:not([data-download])'));
  // What was sent is forgotten when the answer comes; going back to a page that failed finds it again.
  const entry = performance.getEntriesByType('navigation')[0];
  const sent = sessionStorage.getItem('own-sent');
  if (sent && document.body.dataset.failed) {
    // What was not kept there is kept here, until it is sent once more.
    sessionStorage.removeItem('own-sent');
    if (sessionStorage.getItem('own-unkept')) sessionStorage.removeItem(sent);
    else sessionStorage.setItem('own-unkept', sent);
  } else if (sent && (!entry || entry.type === 'navigate')) {
    sessionStorage.removeItem(sent);
    sessionStorage.removeItem(sessionStorage.getItem('own-unkept'));
    sessionStorage.removeItem('own-sent');
    sessionStorage.removeItem('own-unkept');
  }
  for (const form of forms) {
    bringBack(form);
    form.addEventListener('input', () => keep(form));
    form.addEventListener('submit', async event => {
      if (form.dataset.sending) { event.preventDefault(); return; }
      event.preventDefault();
      const button = event.submitter;
      if (tooLarge(form)) { say(form.dataset.tooLarge); return; }
      keep(form);
      form.dataset.sending = 'yes';
      try {
        const there = await fetch('/alive', {cache: 'no-store', signal: AbortSignal.timeout(6000)});
        if (!there.ok) throw new Error('not well');
        say('');
        if (keeps) sessionStorage.setItem('own-sent', place(form));
        form.querySelectorAll('[data-pressed]').forEach(one => one.remove());
        if (button && button.name) {
          const pressed = document.createElement('input');
          pressed.type = 'hidden';
          pressed.dataset.pressed = 'yes';
          pressed.name = button.name;
          pressed.value = button.value;
          form.append(pressed);
        }
        if (button && button.hasAttribute('formaction')) form.action = button.formAction;
        if (form.enctype === 'multipart/form-data') {
          await sendFile(form, button);
          return;
        }
        form.submit();
        setTimeout(() => delete form.dataset.sending, 8000);
      } catch (gone) {
        delete form.dataset.sending;
        say(document.body.dataset.gone);
      }
    });
  }
  addEventListener('pageshow', shown => { if (shown.persisted) forms.forEach(form => delete form.dataset.sending); });
})();
