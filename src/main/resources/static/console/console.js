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

  // the choice of a hotel: opened, one types at once; Escape and a click elsewhere leave it
  const choice = document.getElementById('hotels');
  if (choice) {
    const leave = (event) => {
      if (choice.open && (event.type === 'keydown' ? event.key === 'Escape' : !choice.contains(event.target))) {
        choice.open = false;
        if (event.type === 'keydown') {
          choice.querySelector('summary').focus();
        }
      }
    };
    choice.addEventListener('toggle', () => choice.open && document.getElementById('find-hotel').focus());
    choice.addEventListener('keydown', leave);
    document.addEventListener('click', leave);
  }
})();
