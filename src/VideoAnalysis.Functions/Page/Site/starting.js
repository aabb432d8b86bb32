// Starts analyses, where the API lets the page.

import { get, post } from './api.js';

/** What can be started here; nothing of the page waits for it. */
let startable;

/** The names of the analyses that can be started; none where nobody can tell. */
export const namesOfStartable = () =>
  startable ??= get('page/analyses.json').then(answer => answer.startable).catch(() => {
    startable = undefined;
    return [];
  });

/** Whether an analysis can be started here. */
export const mayStart = async name => (await namesOfStartable()).includes(name);

/** Starts analyses of a video that it never had or that failed. @param {string} key @param {string[]} analyses */
export const start = (key, analyses, signal) => post('analyses/-', { analyses }, signal, { video: key });
