// Messages from one tick to another are ticked, too, with the shift key held.
(() => {
  let last = null;
  document.addEventListener('click', (event) => {
    const box = event.target.closest?.('input[type=checkbox][form=replay]');
    if (!box) {
      return;
    }
    const all = [...document.querySelectorAll('input[type=checkbox][form=replay]')];
    if (event.shiftKey && last) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((one, other) => one - other);
      all.slice(from, to + 1).forEach((each) => { each.checked = box.checked; });
    }
    last = box;
  });
})();
