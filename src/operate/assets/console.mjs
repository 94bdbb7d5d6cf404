// Tells times in words in the language of the page. Without it they stand in UTC.
const language = document.documentElement.lang === 'ar' ? 'ar-u-nu-latn' : 'en';
const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium' });
const UNITS = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 30],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
];

/** Times are told anew so often: the smallest unit that changes is the minute. */
const EVERY_MS = 20_000;

function wordsOf(date) {
  let amount = (date.getTime() - Date.now()) / 1000;
  for (const [unit, next] of UNITS) {
    if (Math.abs(amount) < next) return distance.format(Math.trunc(amount), unit);
    amount /= next;
  }
  return '';
}

/** Puts words in the place of every instant below an element. */
export function tellTimes(root) {
  for (const time of root.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    if (Number.isNaN(date.getTime())) continue;
    time.textContent = wordsOf(date);
    time.title = exact.format(date);
    time.removeAttribute('dir');
  }
}

tellTimes(document);
setInterval(() => tellTimes(document), EVERY_MS);

// A form that takes a while is sent once.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button'))
      button.setAttribute('aria-disabled', 'true');
    form.addEventListener('submit', (event) => event.preventDefault());
  });
}
