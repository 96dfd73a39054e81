// The files of a folder whose path, routes or refusal hold what is typed, before it is sent.
(() => {
  const find = document.getElementById('find');
  if (!find) {
    return;
  }
  find.addEventListener('input', () => {
    const words = find.value.trim().toLowerCase();
    document.querySelectorAll('#files tbody tr').forEach((row) => {
      row.hidden = !row.textContent.toLowerCase().includes(words);
    });
  });
})();
