import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Bars beside a line of what is usual, both from left to right: the newest is at the right. */
export interface HourChart {
  readonly label: string;
  readonly values: readonly number[];
  readonly usual: readonly number[];
  /** Words under the first and the last bar. */
  readonly ends: readonly [first: string, last: string];
  /** What a bar says to a reader who points at it. */
  readonly titleOf: (index: number) => string;
}

/** Size of the drawing in its own units: the browser fits it to the card. */
const WIDTH = 480;
const HEIGHT = 150;
const FLOOR = 128;
const TOP = 12;

/** Draws the chart. The numbers stand in the label for those who do not see it. */
export function hourChart({ label, values, usual, ends, titleOf }: HourChart): Html {
  const most = Math.max(1, ...values, ...usual);
  const step = WIDTH / Math.max(1, values.length);
  const heightOf = (value: number): number => ((FLOOR - TOP) * value) / most;
  const points = usual.map(
    (value, index) => `${round((index + 0.5) * step)},${round(FLOOR - heightOf(value))}`,
  );
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}" direction="ltr">
    <line class="grid" x1="0" x2="${WIDTH}" y1="${FLOOR}" y2="${FLOOR}" />
    <line class="grid faint" x1="0" x2="${WIDTH}" y1="${TOP}" y2="${TOP}" />
    <text class="tick" x="2" y="${TOP - 3}">${Math.round(most)}</text>
    ${values.map((value, index) => {
      const height = Math.max(value > 0 ? 2 : 0, heightOf(value));
      const isLast = index === values.length - 1;
      return html`<rect class="bar ${isLast ? 'now' : ''}" x="${round(index * step + 1.5)}" width="${round(step - 3)}" y="${round(FLOOR - height)}" height="${round(height)}" rx="2"><title>${titleOf(index)}</title></rect>`;
    })}
    <polyline class="usual" points="${points.join(' ')}" />
    <text class="tick" x="2" y="${HEIGHT - 6}">${ends[0]}</text>
    <text class="tick end" x="${WIDTH - 2}" y="${HEIGHT - 6}">${ends[1]}</text>
  </svg>`;
}

/** A week as a grid: a row a day, a column an hour, darker where more comes. */
export interface WeekGrid {
  readonly label: string;
  /** 168 values from Monday 0 h. */
  readonly values: readonly number[];
  readonly days: readonly string[];
  readonly titleOf: (day: number, hour: number) => string;
}

/** Shades of the grid: an eye does not tell more of them apart. */
const SHADES = 6;
const CELL = 17;
const NAME_WIDTH = 62;

/** Draws the week. */
export function weekGrid({ label, values, days, titleOf }: WeekGrid): Html {
  const most = Math.max(...values, 1e-9);
  const shadeOf = (value: number): number =>
    value <= 0.005 ? 0 : Math.max(1, Math.ceil((value / most) * SHADES));
  const width = NAME_WIDTH + 24 * CELL;
  return html`<svg class="week" viewBox="0 0 ${width} ${7 * CELL + 18}" role="img" aria-label="${label}" direction="ltr">
    <defs><rect id="hour" width="${CELL - 2}" height="${CELL - 2}" rx="3" /></defs>
    ${days.map((name, day) => html`<text class="tick end" x="${NAME_WIDTH - 8}" y="${day * CELL + 12}">${name}</text>`)}
    ${values.map((value, index) => {
      const [day, hour] = [Math.floor(index / 24), index % 24];
      return html`<use href="#hour" class="shade-${shadeOf(value)}" x="${NAME_WIDTH + hour * CELL}" y="${day * CELL}"><title>${titleOf(day, hour)}</title></use>`;
    })}
    ${[0, 6, 12, 18, 23].map((hour) => html`<text class="tick middle" x="${NAME_WIDTH + hour * CELL + 7}" y="${7 * CELL + 13}">${hour}</text>`)}
  </svg>`;
}

/** One bar of shares, the worst first: how many of each. */
export function shareBar(
  label: string,
  shares: readonly { readonly kind: string; readonly count: number; readonly title: string }[],
): Html {
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  let at = 0;
  return html`<svg class="shares" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${label}">
    ${shares.map(({ kind, count, title }) => {
      const width = all === 0 ? 0 : (100 * count) / all;
      const x = at;
      at += width;
      return html`<rect class="${kind}" x="${round(x)}" width="${round(width)}" y="0" height="4"><title>${title}</title></rect>`;
    })}
  </svg>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
