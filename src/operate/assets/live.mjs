// Keeps the live page current from /events. Every fragment comes from our own server with all text
// escaped; the Content-Security-Policy lets nothing inline run besides.
import { tellTimes } from './console.mjs';

/** Cards kept in the list, as many as the server sends at first. */
const CARDS_MOST = 60;

const list = document.getElementById('list');
const live = document.getElementById('live');

/** The elements of an escaped fragment. */
function elementsOf(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.children];
}

function say(state) {
  live.className = state;
  live.querySelector('.word').textContent = live.dataset[state];
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

/** Replaces the parts whose markup changed. */
function showState(markup) {
  for (const part of elementsOf(markup)) {
    if (shown.get(part.id) === part.outerHTML) continue;
    shown.set(part.id, part.outerHTML);
    const old = document.getElementById(part.id);
    if (!old) return location.reload();
    old.replaceWith(part);
    tellTimes(part);
  }
}

const events = new EventSource(live.dataset.events);
events.addEventListener('open', () => say('on'));
events.addEventListener('error', () => say('off'));
events.addEventListener('record', ({ data }) => showRecord(data));
events.addEventListener('state', ({ data }) => showState(data));
events.addEventListener('records', ({ data }) => {
  list.replaceChildren(...elementsOf(data));
  tellTimes(list);
});
