import { markup, type Markup, type Part } from './markup';

/** A column's heading; a column of numbers stands to the right. */
export type Column = string | { readonly number: string };

/**
 * A table whose rows become cards on a phone. The first cell heads its row. The roles say what the elements are by
 * themselves, because browsers forget it when the cards' style makes blocks of them.
 */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Part[])[],
): Markup => markup`
<div class="scrolling" role="region" aria-label="${caption}" tabindex="0"><table role="table"><caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => markup`<th scope="col" role="columnheader"${align(column)}>${nameOf(column)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(([head, ...cells]) => rowOf(head, cells, columns.slice(1)))}</tbody></table></div>`;

const rowOf = (head: Part, cells: readonly Part[], columns: readonly Column[]): Markup => markup`
<tr role="row"><th scope="row" role="rowheader">${head}</th>${columns.map(
  (column, index) =>
    markup`<td role="cell" data-label="${nameOf(column)}"${align(column)}><span>${cells[index]}</span></td>`,
)}</tr>`;

const nameOf = (column: Column): string => (typeof column === 'string' ? column : column.number);

const align = (column: Column): Markup | undefined =>
  typeof column === 'string' ? undefined : markup` class="number"`;
