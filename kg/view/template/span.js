// The days of the events as bars, with two handles to narrow them and a button that lets them pass.

const MOST_BARS = 72;
const TICK = 500;
const span = { starts: [], first: 0, last: 0, timer: null };

function startSpan() {
  const days = facets.from.flatMap((day, event) => (day === null ? [] : [day, facets.to[event]]));
  byId("span").hidden = days.length < 2;
  if (days.length < 2) return;
  const [low, high] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  span.starts = cut(low, high);
  if (span.starts.length < 3) byId("span").hidden = true;
  for (const field of ["span-from", "span-to"]) {
    byId(field).max = span.starts.length - 1;
    byId(field).addEventListener("input", () => {
      stopPlaying();
      slide(field);
    });
  }
  byId("play").addEventListener("click", () => (span.timer ? stopPlaying() : play()));
  byId("whole-span").addEventListener("click", () => {
    stopPlaying();
    setSpan(0, span.starts.length - 1);
  });
}

// Where the bars begin, and where the last one ends: whole days, months, quarters or years, as many as there is room for.
function cut(low, high) {
  if (high - low < MOST_BARS) return Array.from({ length: high - low + 2 }, (_, at) => low + at);
  const first = new Date(low * 86400000);
  const months = Math.ceil((high - low) / 30.4) + 1;
  const step = [1, 3, 12, 60, 120].find((each) => months / each <= MOST_BARS) ?? 1200;
  const begin = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  const starts = [];
  for (let month = begin; !starts.length || starts.at(-1) <= high; month += step) starts.push(Math.round(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / 86400000));
  return starts;
}

const barsOf = (event) => [barOf(facets.from[event]), barOf(facets.to[event])];
const barOf = (day) => startBefore(span.starts, day);

function slide(moved) {
  const [from, to] = [Number(byId("span-from").value), Number(byId("span-to").value)];
  if (from < to) return setSpan(from, to);
  return moved === "span-from" ? setSpan(Math.max(to - 1, 0), Math.max(to, 1)) : setSpan(from, from + 1);
}

function setSpan(first, last) {
  const whole = first <= 0 && last >= span.starts.length - 1;
  filters.from = whole ? null : span.starts[first];
  filters.to = whole ? null : span.starts[last] - 1;
  showFilters();
  change();
}

// Show which days count, and how many events there are in each bar that fit the other filters.
function showSpan() {
  if (byId("span").hidden) return;
  const ends = span.starts.length - 1;
  span.first = filters.from === null ? 0 : Math.min(barOf(filters.from), ends - 1);
  span.last = filters.to === null ? ends : Math.min(barOf(filters.to), ends - 1) + 1;
  [byId("span-from").value, byId("span-to").value] = [span.first, span.last];
  const [from, to] = [filters.from ?? span.starts[0], filters.to ?? span.starts[ends] - 1].map(dayText);
  byId("span-days").textContent = `\u2066${from} – ${to}\u2069`;
  byId("span-from").setAttribute("aria-valuetext", from);
  byId("span-to").setAttribute("aria-valuetext", to);
  byId("whole-span").hidden = filters.from === null && filters.to === null;
  showBars(ends);
}

function showBars(count) {
  const heights = new Array(count).fill(0);
  const days = [filters.from, filters.to];
  [filters.from, filters.to] = [null, null];
  facets.from.forEach((day, event) => {
    if (day === null || !eventFits(event)) return;
    const [first, last] = barsOf(event);
    for (let bar = first; bar <= Math.min(last, count - 1); bar++) heights[bar]++;
  });
  [filters.from, filters.to] = days;
  const most = Math.max(1, ...heights);
  byId("bars").setAttribute("viewBox", `0 0 ${count} 1`);
  byId("bars").replaceChildren(...heights.map((height, bar) => barShape(bar, height / most, bar >= span.first && bar < span.last)));
}

function barShape(bar, height, inside) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: bar + 0.08, y: 1 - height, width: 0.84, height })) shape.setAttribute(name, value);
  shape.setAttribute("class", inside ? "in" : "out");
  return shape;
}

// From the whole of the time the picture grows from the beginning; a part of it moves on as it is.
function play() {
  const ends = span.starts.length - 1;
  const grows = filters.from === null && filters.to === null;
  const width = grows ? 0 : span.last - span.first;
  let last = grows || span.last >= ends ? width : span.last;
  const step = () => {
    if (last >= ends) return stopPlaying();
    last++;
    setSpan(grows ? 0 : last - width, last);
    span.timer = setTimeout(step, TICK * Math.min(1, 24 / ends));
  };
  byId("play").setAttribute("aria-pressed", "true");
  byId("play").setAttribute("aria-label", words.span.pause);
  step();
}

function stopPlaying() {
  clearTimeout(span.timer);
  span.timer = null;
  byId("play").setAttribute("aria-pressed", "false");
  byId("play").setAttribute("aria-label", words.span.play);
}
