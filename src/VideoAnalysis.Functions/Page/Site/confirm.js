// Asks before something is removed.

import { byId, say } from './dom.js';

/**
 * @param {{title: string, text: string, no: string, yes: string}} words
 * @returns {Promise<boolean>} Whether the answer is yes.
 */
export function ask({ title, text, no, yes }) {
  const dialog = byId('confirm');
  say(byId('confirm-title'), title);
  say(byId('confirm-text'), text);
  say(byId('confirm-no'), no);
  say(byId('confirm-yes'), yes);
  return new Promise(resolve => {
    const end = answer => {
      dialog.onclose = null;
      dialog.close();
      resolve(answer);
    };
    byId('confirm-no').onclick = () => end(false);
    byId('confirm-yes').onclick = () => end(true);
    dialog.onclose = () => end(false);
    dialog.showModal();
  });
}
