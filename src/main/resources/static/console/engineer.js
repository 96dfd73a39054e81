// The files of a folder whose path, routes or refusal hold what is typed.
(() => {
  const find = document.getElementById('find');
  if (!find) {
    return;
  }
  find.closest('p').hidden = false;
  find.addEventListener('input', () => {
    const words = find.value.trim().toLowerCase();
    document.querySelectorAll('#files tbody tr').forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(words);
    });
  });
})();
