// What htmx leaves to us: nobody's typing is swapped away, Escape leaves a form, and silence is said.
(() => {
  const editing = () => document.querySelector('#grid form.editor') !== null;
  // a price is being entered: its field has the focus, or something else in it than the suggestion
  const deciding = () => [...document.querySelectorAll('#waiting input[type=text]')]
    .some((input) => input === document.activeElement || input.value !== input.defaultValue);

  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.elt.id === 'pulse' && editing()) {
      event.detail.parameters.hold = 'true';
    }
    if (event.detail.elt.id === 'pulse' && deciding()) {
      event.detail.parameters.deciding = 'true';
    }
  });

  // an answer that was under way when somebody began to type
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    if ((event.detail.target.id === 'grid' && editing()) || (event.detail.target.id === 'waiting' && deciding())) {
      event.detail.shouldSwap = false;
    }
  });

  // decided: what was entered is no longer waited for
  document.addEventListener('decided', (event) => {
    event.target.reset();
    event.target.contains(document.activeElement) && document.activeElement.blur();
  });

  document.addEventListener('htmx:load', (event) => {
    const input = event.detail.elt.matches('form.editor') ? event.detail.elt.querySelector('input[type=text]') : null;
    if (input) {
      input.focus();
      input.select();
    }
  });

  // also in the moment after an answer, when its form stands but has no focus yet
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      const form = event.target.closest('#grid form.editor') ?? document.querySelector('#grid form.editor');
      form?.querySelector('a.cancel').click();
    }
  });

  const offline = (is) => {
    const words = document.getElementById('offline');
    if (words) {
      words.hidden = !is;
    }
  };
  for (const name of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) {
    document.addEventListener(name, (event) => offline(event.detail.elt.id === 'pulse'));
  }
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.successful && event.detail.elt.id === 'pulse') {
      offline(false);
    }
  });

  const select = document.getElementById('hotel');
  if (select) {
    select.addEventListener('change', () => select.form.submit());
  }
})();
