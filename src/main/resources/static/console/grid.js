// The grids of rates and rooms: walking, selecting and editing by keyboard and mouse; nobody's work is swapped away.
(() => {
  const key = /^(product|room)-(\d+)-(\d{4}-\d\d-\d\d)$/;
  const table = () => document.getElementById('nights');
  const bulk = () => document.getElementById('bulk');
  let anchor = null; // ids of cells: where a selection began, and where it ends
  let head = null;
  let dragging = false;

  const rows = () => [...table().querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td[role=gridcell]')]).filter((cells) => cells.length > 0);
  const place = (id, all) => {
    for (let row = 0; row < all.length; row++) {
      const column = all[row].findIndex((cell) => cell.id === id);
      if (column >= 0) {
        return { row, column };
      }
    }
    return null;
  };

  // the cells between the two ends; none where one of them is gone
  const selected = () => {
    const all = rows();
    const one = anchor && place(anchor, all);
    const other = head && place(head, all);
    if (!one || !other) {
      return [];
    }
    const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
    const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
    return all.slice(top, bottom + 1).map((cells) => cells.slice(left, right + 1));
  };

  const paint = () => {
    const chosen = new Set(selected().flat());
    const many = chosen.size > 1;
    table().querySelectorAll('td[role=gridcell]').forEach((cell) => {
      const is = many && chosen.has(cell);
      cell.classList.toggle('chosen', is);
      cell.setAttribute('aria-selected', String(is));
    });
  };

  const choose = () => {
    const chosen = selected();
    paint();
    fill(chosen.flat().length > 1 ? chosen : []);
  };

  // what is selected goes into the form that changes many nights
  const fill = (chosen) => {
    const form = bulk();
    if (!form) {
      return;
    }
    const words = document.getElementById('chosen');
    const before = form.elements.ids.value;
    form.elements.ids.value = chosen.map((cells) => key.exec(cells[0].id)[2]).join(',');
    words.hidden = chosen.length === 0;
    form.classList.toggle('selected', chosen.length > 0);
    if (chosen.length > 0) {
      const from = key.exec(chosen[0][0].id)[3];
      const to = key.exec(chosen[0][chosen[0].length - 1].id)[3];
      form.elements.from.value = from;
      form.elements.to.value = to;
      words.querySelector('span').textContent = `Selected: ${chosen.length} × ${chosen[0].length} ${chosen[0].length === 1 ? 'night' : 'nights'}, ${from} to ${to}.`;
    } else if (before) {
      words.querySelector('span').textContent = '';
    }
  };

  // one cell is reached by Tab, the arrows do the rest
  const rove = (cell) => {
    const grid = table();
    if (!grid) {
      return;
    }
    const now = cell ?? document.getElementById(head ?? '') ?? grid.querySelector('td[role=gridcell]');
    grid.querySelectorAll('td[role=gridcell]').forEach((each) => {
      each.tabIndex = each === now ? 0 : -1;
      each.querySelectorAll('a.ours').forEach((link) => { link.tabIndex = -1; });
    });
  };

  const go = (cell, extend) => {
    head = cell.id;
    if (!extend || !anchor) {
      anchor = cell.id;
    }
    rove(cell);
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    choose();
  };

  const step = (cell, event) => {
    const all = rows();
    const { row, column } = place(cell.id, all);
    const last = all[row].length - 1;
    const to = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      Home: [row, 0], End: [row, last], PageUp: [0, column], PageDown: [all.length - 1, column],
    }[event.key];
    return to && all[to[0]] && all[to[0]][to[1]];
  };

  const edit = (cell) => {
    if (selected().flat().length > 1 && bulk()) {
      bulk().scrollIntoView({ block: 'nearest' });
      (bulk().elements.move ?? bulk().elements.closed).focus();
    } else {
      cell.querySelector('a.ours')?.click();
    }
  };

  const tell = (cell) => {
    const [, kind, id, night] = key.exec(cell.id);
    const hotel = location.pathname.split('/')[2];
    htmx.ajax('GET', `/hotels/${hotel}/${kind}s/${id}/nights/${night}/story`, { target: '#story-body', swap: 'innerHTML' });
  };

  const leave = () => {
    anchor = head;
    choose();
  };

  document.addEventListener('keydown', (event) => {
    const form = event.target.closest('form.editor') ?? document.querySelector('td form.editor');
    if (event.key === 'Escape' && form && !document.querySelector('dialog[open]')) {
      head = form.closest('td')?.id ?? head;
      form.querySelector('a.cancel').click();
      return;
    }
    if (event.key === 'Escape' && event.target.closest('#bulk, #outcome')) {
      leave();
      document.getElementById(head ?? '')?.focus();
      return;
    }
    const cell = event.target.closest('td[role=gridcell]');
    if (!cell || event.target.closest('form') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const next = step(cell, event);
    if (next) {
      event.preventDefault();
      if (head !== cell.id) { // the focus came by Tab
        anchor = cell.id;
      }
      go(next, event.shiftKey);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      edit(cell);
    } else if (event.key === 'i') {
      tell(cell);
    } else if (event.key === 'Escape') {
      leave();
    }
  });

  document.addEventListener('pointerdown', (event) => {
    const cell = event.target.closest('td[role=gridcell]');
    if (!cell || event.pointerType !== 'mouse' || event.button !== 0 || event.target.closest('form')) {
      return;
    }
    event.preventDefault();
    dragging = true;
    go(cell, event.shiftKey);
  });
  document.addEventListener('pointerover', (event) => {
    const cell = dragging && event.target.closest('td[role=gridcell]');
    if (cell && cell.id !== head) {
      head = cell.id;
      choose();
    }
  });
  document.addEventListener('pointerup', () => { dragging = false; });
  document.addEventListener('dragstart', (event) => event.target.closest?.('#nights') && event.preventDefault());
  document.addEventListener('click', (event) => {
    if (event.shiftKey && event.target.closest('td[role=gridcell] a.ours')) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.target.id === 'unchoose') {
      leave();
    }
    if (event.target.id === 'forget') {
      event.preventDefault();
      document.getElementById('outcome').replaceChildren();
      document.getElementById(head ?? '')?.focus();
    }
  }, true);

  // a price is being entered: its field has the focus, or something else in it than the suggestion
  const deciding = () => [...document.querySelectorAll('#waiting input[type=text]')]
    .some((input) => input === document.activeElement || input.value !== input.defaultValue);

  // decided: what was entered is no longer waited for
  document.addEventListener('decided', (event) => {
    event.target.reset?.();
    event.target.contains(document.activeElement) && document.activeElement.blur();
  });

  // what somebody works on stays as it is until they are done
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const target = event.detail.target;
    const working = target.querySelector('form.editor') !== null
      || (target.id === 'waiting' && deciding())
      || (target.id === 'states' && target.contains(document.activeElement) && document.activeElement.matches('input'));
    if (working) {
      event.detail.shouldSwap = false;
    }
  });

  document.addEventListener('htmx:load', (event) => {
    const input = event.detail.elt.matches('form.editor') ? event.detail.elt.querySelector('input[type=text]') : null;
    if (input) {
      input.focus();
      input.select();
      event.detail.elt.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // with Save and what is wrong
    }
  });

  let focused = null;
  document.addEventListener('htmx:beforeSwap', () => { focused = document.activeElement?.id; });
  document.addEventListener('htmx:afterSettle', (event) => {
    if (!table()) {
      return;
    }
    const target = event.detail.target;
    rove();
    paint();
    if (target?.matches?.('td[role=gridcell]') && !target.querySelector('form')) {
      target.focus();
    } else if (focused && document.activeElement === document.body) {
      document.getElementById(focused)?.focus();
    }
    const story = document.getElementById('story');
    if (target?.id === 'story-body' && !story.open) {
      story.showModal();
    }
    const found = document.getElementById('apply') ?? document.getElementById('undo');
    if (target?.id === 'outcome' && found) {
      found.focus();
    }
  });

  rove();
})();
