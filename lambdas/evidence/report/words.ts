import { markup, type Markup } from './markup';
import type { TimeAxis } from './time-axis';

/** `7 min 9 s`, which no line breaks. Rounded up, because a report is never better than what happened (S31). */
export const durationInWords = (seconds: number): string => {
  // Without the slack, 0.1 + 0.2 would count as more than 0.3.
  const up = (value: number) => Math.ceil(value - 1e-9);
  if (seconds < 10) return together([up(seconds * 10) / 10, 's']);
  const whole = up(seconds);
  if (whole < 60) return together([whole, 's']);
  if (whole < 3600) return together([Math.floor(whole / 60), 'min'], [whole % 60, 's']);
  const minutes = up(seconds / 60);
  return together([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
};

const together = (first: readonly [number, string], ...rest: readonly (readonly [number, string])[]): string =>
  [first, ...rest.filter(([count]) => count > 0)].map(([count, unit]) => `${count}\u00a0${unit}`).join('\u00a0');

/** A duration for people that keeps the evidence's own number; `of` is its path there. */
export const figure = (seconds: number, of: string): Markup =>
  markup`<data value="${seconds}" data-of="${of}">${durationInWords(seconds)}</data>`;

/** `6 January 2026` in UTC. */
export const date = (iso: string): Markup => markup`<time datetime="${iso}">${DATE.format(new Date(iso))}</time>`;

/** `09:11:26 UTC`. */
export const timeOfDay = (iso: string): Markup => markup`<time datetime="${iso}">${iso.slice(11, 19)} UTC</time>`;

/** `+84.2 s`, and below it the time of day. */
export const moment = (axis: Pick<TimeAxis, 'offset'>, iso: string): Markup =>
  markup`${axis.offset(Date.parse(iso))}<br>${timeOfDay(iso)}`;

/** `09:11:26`, where the reader knows that it is UTC. */
export const briefTime = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Text in which no Region's name is broken at its hyphens. */
export const prose = (text: string): Markup =>
  markup`${text.split(REGION).map((part, index) => (index % 2 === 1 ? markup`<span class="unbroken">${part}</span>` : part))}`;

const REGION = /\b([a-z]{2}(?:-[a-z]+){1,2}-\d)\b/;

/** A reason with a full stop; its first word may be a name, and keeps its spelling. */
export const stopped = (because: string): Markup => prose(/[.!?]$/.test(because) ? because : `${because}.`);

/** `open gate · orders` for the phase `openGate`. */
export const stepName = ({ phase, resource }: { readonly phase: string; readonly resource: string }): string =>
  `${phase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} · ${resource}`;
