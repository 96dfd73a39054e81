// A room type or rate plan that is dragged onto one of the channel's is chosen there, as by its select.
(() => {
  let dragged = null;
  document.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('.draggable') ?? null;
    if (dragged) {
      event.dataTransfer.setData('text/plain', dragged.textContent);
      event.dataTransfer.effectAllowed = 'link';
    }
  });
  const target = (event) => {
    const remote = event.target.closest?.('.remotes > li');
    return remote && dragged && dragged.dataset[remote.dataset.kind] ? remote : null;
  };
  document.addEventListener('dragover', (event) => {
    const remote = target(event);
    if (remote) {
      event.preventDefault();
      remote.classList.add('over');
    }
  });
  document.addEventListener('dragleave', (event) => {
    const remote = event.target.closest?.('.remotes > li');
    if (remote && !remote.contains(event.relatedTarget)) {
      remote.classList.remove('over');
    }
  });
  document.addEventListener('drop', (event) => {
    const remote = target(event);
    if (!remote) {
      return;
    }
    event.preventDefault();
    remote.classList.remove('over');
    const form = remote.querySelector('form.means');
    const select = form?.querySelector('select');
    const meaning = dragged.dataset[remote.dataset.kind];
    if (select && [...select.options].some((option) => option.value === meaning)) {
      select.value = meaning;
      form.requestSubmit();
    }
  });
})();
