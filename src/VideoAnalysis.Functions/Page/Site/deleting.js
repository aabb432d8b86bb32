// Deletes what was found in a video.

import { remove } from './api.js';
import { ask } from './confirm.js';
import { plain } from './dom.js';

/** Asks first. @param {string} key @returns {Promise<boolean>} Whether the results are deleted. */
export async function deleteResults(key) {
  const sure = await ask({
    title: 'Delete the results?',
    text: `What was found in “${plain(key)}” is removed for good. The video itself stays in the bucket.`,
    no: 'Keep them',
    yes: 'Delete results',
  });
  if (sure) await remove('results/-', { video: key });
  return sure;
}
