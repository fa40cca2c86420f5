/* Plays timelines: a cursor in each, what happens at it in words, and buttons that move it. */
for (const loop of document.querySelectorAll('.loop')) {
  const length = Number(loop.dataset.length);
  const controls = loop.querySelector('.controls');
  const slider = controls.querySelector('input');
  const clock = controls.querySelector('output');
  const play = controls.querySelector('.play');
  const lanes = loop.querySelector('.lanes');
  const cursor = loop.querySelector('.cursor');
  const now = loop.querySelector('.now');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const SECONDS_TO_PLAY = 24;

  const bars = (kind) => [...loop.querySelectorAll('.' + kind)].map((lane) => ({
    label: lane.dataset.label,
    bars: [...lane.querySelectorAll('.bar')].map((bar) => ({
      start: Number(bar.dataset.start), end: Number(bar.dataset.end), request: bar.dataset.request,
      activity: bar.dataset.activity, name: bar.dataset.name, blocks: bar.classList.contains('stalls'),
    })),
  }));
  const cores = bars('lane.core');
  const requests = bars('lane.request');
  const times = [...new Set([0, length, ...[...cores, ...requests]
    .flatMap((lane) => lane.bars).flatMap((bar) => [bar.start, bar.end])])].sort((a, b) => a - b);

  let time = length;
  let timer = null;

  const text = (nanos) => nanos >= 1e9 ? (nanos / 1e9).toFixed(3) + ' s'
    : nanos >= 1e6 || length >= 1e7 ? (nanos / 1e6).toFixed(2) + ' ms' : (nanos / 1e3).toFixed(2) + ' µs';
  const at = (lane) => lane.bars.find((bar) => bar.start <= time && time < bar.end);

  function row(term, value, stalled) {
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = term;
    dd.textContent = value;
    if (stalled) dd.className = 'stalled';
    now.append(dt, dd);
  }

  function tell() {
    now.replaceChildren();
    for (const core of cores) {
      const bar = at(core);
      row(core.label, !bar ? 'idle' : 'request ' + bar.request + ', '
        + (bar.blocks && bar.activity !== 'blocking I/O' ? 'blocked, ' : '') + bar.activity + ' ' + bar.name, bar && bar.blocks);
    }
    const waiting = new Map();
    for (const lane of requests) {
      const bar = at(lane);
      if (!bar || bar.activity === 'running' || bar.blocks) continue;
      const what = bar.activity === 'ready' ? 'ready queue'
        : bar.activity === 'on the network' ? bar.activity : bar.activity + ': ' + bar.name;
      waiting.set(what, [...(waiting.get(what) || []), { number: lane.label, since: bar.start }]);
    }
    if (!waiting.has('ready queue')) row('ready queue', 'empty');
    for (const what of [...waiting.keys()].sort((a, b) => (b === 'ready queue') - (a === 'ready queue') || a.localeCompare(b))) {
      const queue = waiting.get(what).sort((a, b) => a.since - b.since).map((each) => each.number);
      row(what, queue.length + (queue.length > 1 ? ' requests: ' : ' request: ') + queue.join(', '));
    }
  }

  function place() {
    const track = loop.querySelector('.track');
    const left = track.getBoundingClientRect().left - lanes.getBoundingClientRect().left;
    cursor.style.left = left + track.clientWidth * time / length + 'px';
  }

  function moveTo(nanos) {
    time = Math.max(0, Math.min(length, nanos));
    slider.value = Math.round(1000 * time / length);
    slider.setAttribute('aria-valuetext', text(time));
    clock.value = text(time);
    cursor.hidden = false;
    now.hidden = false;
    place();
    tell();
  }

  const next = () => times.find((each) => each > time) ?? length;
  const before = () => times.findLast((each) => each < time) ?? 0;

  function stop() {
    clearInterval(timer);
    timer = null;
    now.setAttribute('aria-live', 'polite');
    play.querySelector('.verb').textContent = 'Play';
  }

  function start() {
    if (time >= length) moveTo(0);
    now.setAttribute('aria-live', 'off');
    play.querySelector('.verb').textContent = 'Pause';
    let last = performance.now();
    timer = setInterval(() => {
      const today = performance.now();
      moveTo(still.matches ? next() : time + length * (today - last) / 1000 / SECONDS_TO_PLAY);
      last = today;
      if (time >= length) stop();
    }, still.matches ? 1000 : 50);
  }

  play.addEventListener('click', () => timer === null ? start() : stop());
  controls.querySelector('.forth').addEventListener('click', () => { stop(); moveTo(next()); });
  controls.querySelector('.back').addEventListener('click', () => { stop(); moveTo(before()); });
  slider.addEventListener('input', () => { stop(); moveTo(length * slider.value / 1000); });
  lanes.addEventListener('click', (event) => {
    const track = loop.querySelector('.track').getBoundingClientRect();
    stop();
    moveTo(length * (event.clientX - track.left) / track.width);
  });
  addEventListener('resize', place);

  for (const bar of loop.querySelectorAll('.track .bar')) {
    const data = bar.dataset;
    bar.title = 'request ' + data.request + ', ' + data.activity + ' ' + data.name + ': '
      + text(data.start) + ' to ' + text(data.end) + ' (' + text(data.end - data.start) + ')';
  }
  controls.hidden = false;
  clock.value = text(length);
}
