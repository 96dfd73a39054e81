// What htmx leaves to us: silence is said.
(() => {
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
