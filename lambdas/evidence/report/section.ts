import { markup, type Markup } from './markup';

/** A part of the page under its own heading. */
export const section = (id: string, title: string, content: Markup): Markup => markup`
<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>`;

/** A table that may be wider than a phone scrolls by itself, with the keyboard too. */
export const scrolling = (label: string, content: Markup): Markup =>
  markup`<div class="scrolling" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
