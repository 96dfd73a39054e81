// Draws the report's chart in the page's colours; the table below says the same.
document.addEventListener('DOMContentLoaded', async () => {
  const canvas = document.getElementById('chart');
  if (!canvas || !window.Chart) {
    return;
  }
  // a long report's chart is read after its page
  const read = async () => {
    const answer = await fetch(canvas.dataset.from, { headers: { Accept: 'application/json' } });
    return answer.status === 200 ? answer.json() : null;
  };
  const drawn = canvas.dataset.chart ? JSON.parse(canvas.dataset.chart) : await read().catch(() => null);
  if (!drawn) {
    canvas.closest('section').hidden = true;
    return;
  }
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const strong = () => dark.matches
    ? ['#e0a365', '#7fb6d9', '#8fcf9f', '#d79ac4', '#f0c366', '#ff9f95', '#a9a3ff', '#a49d91']
    : ['#8a4f17', '#20688f', '#2e6b3f', '#8a3573', '#8a5a00', '#a3231c', '#4a45a8', '#6a655c'];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = (value) => value.toLocaleString('en-GB') + (drawn.unit ? ' ' + drawn.unit : '');

  let chart = null;
  const draw = () => {
    chart?.destroy();
    const colours = strong();
    const pairs = drawn.series.some((it) => it.before) ? drawn.series.filter((it) => !it.before).length : 0;
    const line = drawn.shape === 'line';
    const stacked = drawn.shape === 'stack';
    const axis = { ticks: { color: colour('--soft') }, grid: { color: colour('--line') }, stacked };
    chart = new window.Chart(canvas, {
      type: line ? 'line' : 'bar',
      data: {
        labels: drawn.labels,
        datasets: drawn.series.map((it, at) => {
          const own = colours[(it.before && pairs ? at % pairs : at) % colours.length];
          return {
            label: it.name || document.getElementById('chart-title').textContent,
            data: it.values.map((value) => value === null ? null : Number(value)),
            borderColor: own,
            backgroundColor: line ? own : own + (it.before ? '66' : 'dd'),
            borderDash: it.before ? [5, 4] : [],
            borderWidth: line ? 2 : 0,
            pointRadius: drawn.labels.length > 40 ? 0 : 2.5,
            maxBarThickness: 46,
            spanGaps: true,
          };
        }),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: { x: axis, y: { ...axis, beginAtZero: true, ticks: { ...axis.ticks, callback: number } } },
        plugins: {
          legend: { display: stacked || drawn.series.length > 1, labels: { color: colour('--ink'), boxWidth: 14 } },
          tooltip: { callbacks: { label: (at) => at.dataset.label + ': ' + number(at.parsed.y) } },
        },
      },
    });
    canvas.dataset.drawn = 'true';
  };
  draw();
  dark.addEventListener('change', draw);
});
