// Addresses stay short: what a filter leaves open is not in them.
(() => {
  for (const form of document.querySelectorAll('form.filter')) {
    form.addEventListener('submit', () => {
      const empty = [...form.elements].filter((field) => field.name && field.value === '' && !field.disabled);
      empty.forEach((field) => { field.disabled = true; });
      setTimeout(() => empty.forEach((field) => { field.disabled = false; }));
    });
  }
})();
