import { markup, type Markup } from './markup';

/** A part of the page under its own heading. */
export const section = (id: string, title: string, content: Markup): Markup => markup`
<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>`;
