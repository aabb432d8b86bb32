// Sends one part of an upload to where the API says.

import { pause } from './dom.js';

const attempts = 4;
const firstPauseMillis = 1_000;

/**
 * Sends a part, again when that fails.
 * @param {Blob} part
 * @param {(renew: boolean) => Promise<string>} address Where to; a renewed one after a refusal.
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} sent Told how much of it is there.
 * @returns {Promise<string>} The part's ETag.
 */
export async function sendPart(part, address, signal, sent) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await put(await address(attempt > 1), part, signal, sent);
    } catch (error) {
      sent(0);
      if (signal.aborted || attempt === attempts) throw error;
      await pause(firstPauseMillis * 2 ** (attempt - 1), signal);
    }
  }
}

// fetch tells nothing of how far it is; XMLHttpRequest does.
function put(url, part, signal, sent) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort);
    request.upload.onprogress = event => sent(event.loaded);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    request.onabort = () => reject(signal.reason);
    request.onerror = () => reject(new Error(
      navigator.onLine ? 'The bucket cannot be reached, or does not let this page write to it.'
        : 'This computer is offline.'));
    request.onload = () => {
      const eTag = request.getResponseHeader('ETag');
      if (request.status === 200 && eTag) {
        sent(part.size);
        resolve(eTag);
      } else {
        reject(new Error(request.status === 200
          ? 'The bucket hides the ETag of what it has received: its CORS rules have to expose that header.'
          : `The bucket refused a part of the file (${request.status}).`));
      }
    };
    request.open('PUT', url);
    request.send(part);
  });
}
