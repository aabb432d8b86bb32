// Headers of tables that sort.

import { element } from './dom.js';

/**
 * Fills a table's head with columns to sort by.
 * @param {HTMLTableSectionElement} head
 * @param {{name: string, title: string, class?: string, first?: string}[]} columns `first` is the direction that the
 *   first click sorts in, "ascending" unless it says otherwise.
 * @param {{column: string, direction: string}} order How the table is sorted now.
 * @param {(order: {column: string, direction: string}) => void} changed Takes the new order.
 */
export function sortableHead(head, columns, order, changed) {
  const cells = columns.map(column => {
    const button = element('button', { type: 'button' }, column.title);
    const cell = element('th', { scope: 'col', role: 'columnheader', class: column.class ?? '' }, button);
    button.addEventListener('click', () => {
      const other = order.direction === 'ascending' ? 'descending' : 'ascending';
      order = { column: column.name, direction: order.column === column.name ? other : column.first ?? 'ascending' };
      mark();
      changed(order);
    });
    return cell;
  });

  function mark() {
    columns.forEach(
      (column, i) => cells[i].setAttribute('aria-sort', column.name === order.column ? order.direction : 'none'));
  }

  mark();
  head.replaceChildren(element('tr', { role: 'row' }, ...cells));
}

/** Compares what a column holds; what it does not hold comes last, either way. */
export function compare(value, direction) {
  const sign = direction === 'descending' ? -1 : 1;
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) return (left === undefined) - (right === undefined);
    return sign * (typeof left === 'string' ? left.localeCompare(right, undefined, { numeric: true }) : left - right);
  };
}
