// What htmx leaves to us: nobody's typing is swapped away, what is open stays open until it is done, and a card goes even when nobody answers.
(() => {
  if (window.seraiPayments) {
    return;
  }
  window.seraiPayments = true;
  const fields = () => [...document.querySelectorAll('.payments input[type=text], .payments textarea')];
  const typing = () => fields().some((field) => field.value !== field.defaultValue);

  document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.elt.id === 'payments-pulse' && typing()) {
      event.detail.parameters.hold = 'true';
    }
  });

  let polling = false;
  document.addEventListener('htmx:beforeRequest', (event) => {
    polling = event.detail.elt.id === 'payments-pulse';
  });

  let focused = null;
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const old = event.detail.target.closest('.payments .wish');
    if (old?.contains(document.activeElement)) {
      focused = old.id;
    }
    if (polling && old?.querySelector('details[open]')) {
      event.detail.fragment.querySelector('details')?.setAttribute('open', '');
    }
  });

  document.addEventListener('htmx:afterSettle', () => {
    if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.querySelector('summary')?.focus();
    }
    focused = null;
  });

  const forget = () => document.querySelectorAll('#payments-card.shown').forEach((card) => {
    card.textContent = 'Gone.';
  });
  document.addEventListener('htmx:load', (event) => {
    const card = event.detail.elt.closest('#payments-card.shown');
    if (card) {
      card.querySelector('dl').focus();
      setTimeout(() => card.textContent = 'Gone.', Number(card.dataset.seconds) * 1000 + 500);
    }
  });
  window.addEventListener('pagehide', forget);
})();
