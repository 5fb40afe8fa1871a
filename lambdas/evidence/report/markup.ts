/** A piece of HTML or SVG that is safe to show. Only `markup` makes it, so foreign text cannot become part of a page. */
export interface Markup {
  readonly text: string;
}

/** What may stand in a page. */
export type Part = string | number | Markup | readonly Part[] | undefined;

/** Makes HTML: every part that is not itself `Markup` is text, and is escaped. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  text: texts.map((text, index) => text + show(parts[index])).join(''),
});

/** JSON in a data block of a page; `<` would let a foreign string end the block. */
export const jsonBlock = (id: string, value: unknown): Markup => {
  const json = { text: JSON.stringify(value).replaceAll('<', '\\u003c') };
  return markup`<script type="application/json" id="${id}">${json}</script>`;
};

/** A style sheet of ours; it holds nothing foreign. */
export const styleBlock = (css: string): Markup => ({ text: `<style>${css}</style>` });

const show = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return 'text' in part ? part.text : part.map(show).join('');
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
