// The console's script: keeps the page current from /events. Every fragment comes from our own
// server with all text escaped; the Content-Security-Policy lets nothing inline run besides.

/** Cards kept in the list, as many as the server sends at first. */
const CARDS_MOST = 60;

/** How often "five minutes ago" is told anew. */
const TIMES_EVERY_MS = 20_000;

const list = document.getElementById('list');
const live = document.getElementById('live');

/** The elements of an escaped fragment. */
function elementsOf(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.children];
}

function say(state, word) {
  live.className = state;
  live.querySelector('.word').textContent = word;
}

/** Puts a record first; an earlier revision of the article leaves. */
function showRecord(markup) {
  const [card] = elementsOf(markup);
  if (!card) return;
  for (const other of [...list.children]) {
    if (other.dataset.id === card.dataset.id) other.remove();
  }
  card.classList.add('fresh');
  list.prepend(card);
  while (list.children.length > CARDS_MOST) list.lastElementChild.remove();
  tellTimes(card);
}

const shown = new Map();

/** Replaces the parts whose markup changed, and leaves open what the reader has opened. */
function showState(markup) {
  for (const part of elementsOf(markup)) {
    if (shown.get(part.id) === part.outerHTML) continue;
    shown.set(part.id, part.outerHTML);
    const old = document.getElementById(part.id);
    if (!old) return location.reload();
    for (const open of old.querySelectorAll('details[open][data-keep]')) {
      const same = part.querySelector(`details[data-keep="${CSS.escape(open.dataset.keep)}"]`);
      if (same) same.open = true;
    }
    old.replaceWith(part);
    tellTimes(part);
  }
}

const distance = new Intl.RelativeTimeFormat('ar-u-nu-latn', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('ar-u-nu-latn', { dateStyle: 'full', timeStyle: 'medium' });
const UNITS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

function wordsOf(date) {
  let amount = (date.getTime() - Date.now()) / 1000;
  for (const [unit, next] of UNITS) {
    if (Math.abs(amount) < next) return distance.format(Math.trunc(amount), unit);
    amount /= next;
  }
  return '';
}

function tellTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    time.textContent = wordsOf(date);
    time.title = exact.format(date);
    time.removeAttribute('dir');
  }
}

tellTimes(document);
setInterval(() => tellTimes(document), TIMES_EVERY_MS);

const events = new EventSource('/events');
events.addEventListener('open', () => say('on', 'مباشر'));
events.addEventListener('error', () => say('off', 'انقطع الاتصال'));
events.addEventListener('record', ({ data }) => showRecord(data));
events.addEventListener('state', ({ data }) => showState(data));
events.addEventListener('records', ({ data }) => {
  list.replaceChildren(...elementsOf(data));
  tellTimes(list);
});
