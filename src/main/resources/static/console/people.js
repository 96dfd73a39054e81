// What is shown once is marked as a whole as soon as it has the focus, ready to be copied.
document.addEventListener('focusin', (event) => {
  if (event.target.id === 'secret') {
    event.target.select();
  }
});
