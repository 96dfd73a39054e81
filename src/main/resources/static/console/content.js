// Photos: files with their progress, dropped anywhere on the page; drag to order. All of it works without script, by forms.
document.addEventListener('DOMContentLoaded', () => {
  const form = document.getElementById('upload');
  const list = document.getElementById('uploads');

  const sortable = () => {
    const photos = document.querySelector('ol.photos[data-order]');
    if (!photos || !window.Sortable || photos.dataset.sorted) {
      return;
    }
    photos.dataset.sorted = 'true';
    new window.Sortable(photos, {
      handle: '.grip',
      animation: 120,
      onEnd: (event) => {
        if (event.oldIndex !== event.newIndex) {
          const order = [...photos.children].map((each) => each.dataset.photo);
          window.htmx.ajax('POST', photos.dataset.order, { source: photos, target: '#photos', swap: 'outerHTML', values: { photos: order } });
        }
      },
    });
  };
  sortable();

  // what was typed of other photos and not saved stays when all are shown anew
  const fields = () => [...document.querySelectorAll('#photos .about input')];
  const box = (field) => field.type === 'checkbox';
  const typed = () => fields().filter((field) => box(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue && field.type !== 'hidden');
  const same = (one, other) => one.form.action === other.form.action && one.name === other.name && (!box(one) || one.value === other.value);
  const keep = (kept) => kept.forEach((one) => {
    const now = fields().find((field) => same(field, one));
    if (now && box(now)) {
      now.checked = one.checked;
    } else if (now) {
      now.value = one.value;
    }
  });
  let kept = [];
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id === 'photos') {
      const saved = event.detail.xhr.status < 300 ? event.detail.requestConfig.elt : null;
      kept = typed().filter((field) => field.form !== saved);
    }
  });
  document.addEventListener('htmx:afterSwap', () => {
    sortable();
    keep(kept);
    kept = [];
  });

  if (!form) {
    return;
  }

  const show = (html) => {
    kept = typed();
    window.htmx.swap('#photos', html, { swapStyle: 'outerHTML' });
    sortable();
    keep(kept);
    kept = [];
  };

  const send = (file) => new Promise((done) => {
    const row = list.appendChild(document.createElement('li'));
    const name = row.appendChild(document.createElement('span'));
    name.textContent = file.name;
    const bar = row.appendChild(document.createElement('progress'));
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', 'Upload of ' + file.name);
    const request = new XMLHttpRequest();
    const failed = (words) => {
      bar.remove();
      row.appendChild(Object.assign(document.createElement('span'), { className: 'problem', textContent: words }));
      done();
    };
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        bar.value = Math.round(event.loaded / event.total * 100);
      }
    });
    request.addEventListener('load', () => {
      const told = request.getResponseHeader('content-type')?.includes('html') && request.responseText.includes('id="photos"');
      if (told) {
        show(request.responseText);
      }
      if (request.status < 300) {
        row.remove();
        done();
      } else {
        failed(told ? document.querySelector('#photos .said').textContent : 'Not taken (' + request.status + '): too large, or you are signed out.');
      }
    });
    request.addEventListener('error', () => failed('Serai does not answer. Try again.'));
    const body = new FormData();
    body.append('file', file);
    request.open('POST', form.action);
    request.setRequestHeader('HX-Request', 'true');
    request.setRequestHeader(form.dataset.csrfHeader, form.dataset.csrf);
    request.send(body);
  });

  // one after the other, so that they stand in the order in which they were chosen
  const upload = async (files) => {
    list.replaceChildren();
    for (const file of files) {
      await send(file);
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.querySelector('input[type=file]');
    upload([...input.files]);
    input.value = '';
  });

  const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  document.addEventListener('dragover', (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      document.body.classList.add('dropping');
    }
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) {
      document.body.classList.remove('dropping');
    }
  });
  document.addEventListener('drop', (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      document.body.classList.remove('dropping');
      upload([...event.dataTransfer.files]);
    }
  });
});
