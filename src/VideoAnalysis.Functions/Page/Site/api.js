// Talks to the API, which serves this page too.

import { byId, say } from './dom.js';

const base = new URL('./', document.baseURI);
let token = sessionStorage.getItem('token');
let signingIn;

/** Whoever waits for longer than this is told. */
const slowMillis = 4_000;
let slow = 0;

/** Whoever has cancelled is not asked again before the page is reloaded. */
let declined = false;

/** What went wrong, in words for the person at the screen. */
export class ApiError extends Error {
  /** @param {string} message @param {number} status The HTTP status; 0 when there was no answer. */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** GET; answers the JSON. Parameters that are null or undefined are left out. */
export const get = (path, parameters = {}, signal) => call('GET', path, parameters, undefined, signal);

/** POST of JSON; answers the JSON, if there is any. */
export const post = (path, body, signal, parameters = {}) => call('POST', path, parameters, body, signal);

/**
 * GET of a page in another format than JSON.
 * @returns {Promise<{text: string, next?: string}>} Its text, and the token of the page that follows.
 */
export const getText = (path, parameters, signal) => call('GET', path, parameters, undefined, signal, async answer => {
  const next = /[?&]next=([^&>]+)[^>]*>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1];
  return { text: await answer.text(), next: next && decodeURIComponent(next) };
});

/**
 * The pages of a GET, one after the other.
 * @param {typeof get|typeof getText} [ask] Fetches a page.
 */
export async function * pages(path, parameters, signal, ask = get) {
  let next;
  do {
    const page = await ask(path, { ...parameters, next }, signal);
    yield page;
    ({ next } = page);
  } while (next);
}

/** POST of a picture; answers the JSON. @param {Blob} picture */
export const postPicture = (path, picture, parameters) => call('POST', path, parameters, picture);

/** DELETE. */
export const remove = (path, parameters) => call('DELETE', path, parameters);

/** The command that asks for the same in a shell. A token is named, and not told: commands are kept in histories. */
export const curlOf = (path, parameters) =>
  `curl ${token ? '-H "Authorization: Bearer $TOKEN" ' : ''}'${addressOf(path, parameters)}'`;

/** Parameters are encoded, quotes too. */
function addressOf(path, parameters) {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) url.searchParams.set(name, value);
  }
  return url;
}

async function call(method, path, parameters, body, signal, read = jsonOf) {
  const url = addressOf(path, parameters);
  for (;;) {
    const sent = token;
    const sentBody = body instanceof Blob ? body : body && JSON.stringify(body);
    const answer = await patiently(send(url, { method, signal, headers: headersOf(body), body: sentBody }));
    if (answer.ok) return answer.status === 204 ? undefined : patiently(read(answer));
    if (answer.status !== 401) throw await errorOf(answer);

    // Another call may have got a new token while this one was on its way.
    if (sent === token) await signIn(Boolean(sent));
  }
}

function headersOf(body) {
  return {
    Accept: 'application/json',
    ...body && { 'Content-Type': body instanceof Blob ? body.type : 'application/json' },
    ...token && { Authorization: `Bearer ${token}` },
  };
}

/** Says so while an answer takes long. */
async function patiently(answer) {
  let isSlow = false;
  const count = change => {
    slow += change;
    say(byId('slow'), slow > 0 ? 'The API takes longer than usual. Still waiting for its answer…' : '');
  };
  const timer = setTimeout(() => {
    isSlow = true;
    count(1);
  }, slowMillis);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    if (isSlow) count(-1);
  }
}

async function send(url, request) {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(navigator.onLine
      ? 'The server cannot be reached. Is it running?'
      : 'This computer is offline.', 0);
  }
}

async function jsonOf(answer) {
  try {
    return await answer.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(
      'The answer is none of this API: something between here and it has answered in its place.', answer.status);
  }
}

async function errorOf(answer) {
  let problem;
  try {
    problem = await answer.json();
  } catch {
    // Not everything between here and the API answers with JSON.
  }
  if (answer.status === 403 && !problem?.detail) {
    return new ApiError(
      'The API refuses this (403). It wants requests that are signed with AWS credentials, or a token with more '
        + 'rights.', 403);
  }
  if (answer.status === 429) return new ApiError(
    'The API has too many requests at the moment (429). Try again shortly.', 429);
  const text = problem?.detail ?? problem?.title ?? problem?.message;
  return new ApiError(
    text ?? `The server answered ${answer.status} ${answer.statusText}.`.replace(' .', '.'), answer.status);
}

/** Asks for a token, once for all the calls that lack one. */
function signIn(wasRefused) {
  if (declined) throw unsigned();
  signingIn ??= askForToken(wasRefused).finally(() => { signingIn = undefined; });
  return signingIn;
}

const unsigned = () => new ApiError('The API wants a token (401). Reload the page to enter one.', 401);

function askForToken(wasRefused) {
  const dialog = byId('sign-in');
  const input = byId('token');
  say(byId('sign-in-problem'), wasRefused ? 'The token was refused: it may have expired, or be for another API.' : '');
  input.value = '';
  return new Promise((resolve, reject) => {
    const close = () => {
      dialog.close();
      dialog.onclose = null;
    };
    byId('sign-in-yes').onclick = () => {
      // Tokens are often copied with "Bearer" before them, or with a line's end.
      token = input.value.trim().replace(/^bearer\s+/i, '');
      if (!token) return input.focus();
      sessionStorage.setItem('token', token);
      close();
      resolve();
    };
    byId('sign-in-no').onclick = () => dialog.close();
    dialog.onclose = () => {
      declined = true;
      reject(unsigned());
    };
    dialog.showModal();
    input.focus();
  });
}
