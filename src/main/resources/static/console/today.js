// A page that nobody sees asks for nothing; it asks at once when it is seen again.
(() => {
  document.addEventListener('htmx:confirm', (event) => {
    if (event.detail.elt.id === 'pulse' && document.hidden) {
      event.preventDefault();
    }
  });
})();
