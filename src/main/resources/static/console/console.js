// What htmx leaves to us: silence is said, and what did not work where it was asked for.
(() => {
  const offline = (is) => {
    const words = document.getElementById('offline');
    if (words) {
      words.hidden = !is;
    }
  };
  const why = (event) => event.type !== 'htmx:responseError'
    ? 'Serai does not answer. Load the page anew to see what was done.'
    : {
      401: 'You are signed out. Load the page anew.',
      403: 'Your role does not allow this, or the page was open for too long. Load it anew.',
      404: 'This is not here any more. Load the page anew.',
    }[event.detail.xhr.status] ?? 'That did not work. The log of Serai says why.';
  const said = (elt) => (elt.closest('form') ?? elt).parentElement?.querySelector('.undone');
  const say = (elt, words) => {
    const problem = said(elt) ?? Object.assign(document.createElement('p'), { className: 'problem undone' });
    problem.setAttribute('role', 'alert');
    problem.textContent = words;
    const form = elt.closest('form');
    if (form || !elt.matches('a, button, input, select')) {
      (form ?? elt).append(problem);
    } else {
      elt.after(problem);
    }
  };
  for (const name of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) {
    document.addEventListener(name, (event) => {
      if (event.detail.elt.id === 'pulse') {
        offline(true);
      } else if (event.detail.elt.isConnected) {
        say(event.detail.elt, why(event));
      }
    });
  }
  document.addEventListener('htmx:beforeRequest', (event) => said(event.detail.elt)?.remove());
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
