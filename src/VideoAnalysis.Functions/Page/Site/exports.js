// Saves what an analysis found as a file, or tells the command that does.

import { curlOf, getText, pages } from './api.js';
import { byId, copy, element, say } from './dom.js';

/** The most that the API gives at once. */
const pageSize = 10_000;

/**
 * What can be saved. So many lines every page begins with, of which the first page's stay; and so many end a page that
 * another follows.
 */
const formats = [
  { name: 'csv', title: 'CSV', type: 'text/csv', first: 1, last: 1 },
  { name: 'ndjson', title: 'JSON Lines', type: 'application/x-ndjson', first: 0, last: 1 },
  { name: 'vtt', title: 'WebVTT', type: 'text/vtt', first: 1, last: 2 },
];

const kinds = [
  { title: 'Appearances', resource: 'appearances', suffix: '.appearances' },
  { title: 'Detections', resource: 'results', suffix: '' },
];

/**
 * Fills the menu.
 * @param {string} key
 * @param {() => string} analysis Names the analysis that is looked at.
 * @param {(error?: Error) => void} report
 * @param {AbortSignal} signal Ends it.
 */
export function offerExports(key, analysis, report, signal) {
  const menu = byId('export');
  menu.open = false;
  const said = element('p', { class: 'quiet curl', role: 'status', hidden: true });
  const purposes = [
    { title: 'Save', use: (kind, format) => save(key, analysis(), kind, format, signal) },
    { title: 'Copy as curl', use: (kind, format) => copyCommand(queryOf(key, analysis(), format), kind, said) },
  ];
  let [purpose] = purposes;
  const switches = purposes.map(each => {
    const made = element('button', { type: 'button', 'aria-pressed': String(each === purpose) }, each.title);
    made.addEventListener('click', () => {
      purpose = each;
      switches.forEach((other, i) => other.setAttribute('aria-pressed', String(purposes[i] === each)));
    });
    return made;
  });
  const button = (kind, format) => {
    const made = element('button', { type: 'button' }, format.title,
      element('span', { class: 'hidden-label' }, `: ${kind.title.toLowerCase()}`));
    made.addEventListener('click', async () => {
      made.disabled = true;
      say(said, '');
      try {
        await purpose.use(kind, format);
        report();
      } catch (error) {
        report(error);
      } finally {
        made.disabled = false;
      }
    });
    return made;
  };
  byId('exports').replaceChildren(
    element('div', { class: 'switch', role: 'group', 'aria-label': 'What the buttons do' }, ...switches),
    ...kinds.map(kind => element('div', { class: 'export-kind' },
      element('span', { class: 'quiet' }, kind.title), ...formats.map(format => button(kind, format)))),
    said);
}

const queryOf = (video, analysis, format) => ({ video, analysis, format: format.name, limit: pageSize });

async function copyCommand(query, { resource }, said) {
  const command = curlOf(`${resource}/-`, query);
  say(said, `${await copy(command) ? 'Copied' : 'Copy this'}: ${command}`);
}

async function save(key, analysis, { resource, suffix }, format, signal) {
  const parts = [];
  for await (const page of pages(`${resource}/-`, queryOf(key, analysis, format), signal, getText)) {
    parts.push(partOf(page, format, parts.length === 0));
  }
  const url = URL.createObjectURL(new Blob(parts, { type: format.type }));
  element('a', { href: url, download: `${key.split('/').at(-1)}.${analysis}${suffix}.${format.name}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A page without the lines that only a single page has. */
function partOf({ text, next }, { first, last }, isFirst) {
  let [from, to] = [0, text.length];
  for (let i = 0; i < first && !isFirst; i++) from = text.indexOf('\n', from) + 1;
  for (let i = 0; i < last && next; i++) to = text.lastIndexOf('\n', to - 2) + 1;
  return text.slice(from, to);
}
