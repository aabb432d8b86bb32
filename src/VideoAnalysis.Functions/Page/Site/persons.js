// Known persons: names a face that the page shows, lists who is known, and forgets.

import { get, postPicture, post, remove } from './api.js';
import { ask } from './confirm.js';
import { byId, element, plain, say } from './dom.js';
import { number } from './format.js';
import { mayStart } from './starting.js';

/** The analysis that recognises them. */
const analysis = 'persons';

/** The sides of the picture that is sent, in pixels: enough for every network, and little to send. */
const side = 320;

/** Whether faces can be named here. */
export const canBeNamed = () => mayStart(analysis);

/**
 * Asks for the name of a face, and makes it known.
 * @param {string} key The video that shows it.
 * @param {(canvas: HTMLCanvasElement) => Promise<void>} cut Cuts the face out of the video.
 * @param {(name: string) => void} started Told the analysis that looks for it, once that has been started.
 */
export async function nameFace(key, cut, started) {
  const dialog = byId('name-face');
  const input = byId('person-name');
  const canvas = element('canvas', { class: 'face', width: side, height: side, role: 'img', 'aria-label': 'The face' });
  byId('face').replaceChildren(canvas);
  say(byId('name-problem'), '');
  say(byId('name-done'), '');
  input.value = '';
  byId('name-yes').hidden = false;
  byId('search-yes').hidden = true;
  byId('name-yes').disabled = true;
  byId('name-no').onclick = () => dialog.close();
  byId('name-yes').onclick = () => save();
  byId('search-yes').onclick = () => search();
  input.onkeydown = event => event.key === 'Enter' && !byId('name-yes').hidden && !byId('name-yes').disabled && save();
  dialog.showModal();
  input.focus();
  offerNames();
  try {
    await cut(canvas);
    byId('name-yes').disabled = false;
  } catch {
    say(byId('name-problem'), 'The picture cannot be cut out of the video.');
  }

  async function save() {
    const name = input.value.normalize('NFC').trim();
    if (!name) return input.focus();
    byId('name-yes').disabled = true;
    say(byId('name-problem'), '');
    try {
      const picture = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
      await postPicture('persons/-/faces', picture, { name });
      say(
        byId('name-done'), `${plain(name)} is known now. Videos that were searched before have to be searched again.`);
      byId('name-yes').hidden = true;
      byId('search-yes').hidden = false;
      byId('search-yes').focus();
    } catch (error) {
      say(byId('name-problem'), error.message);
      byId('name-yes').disabled = false;
    }
  }

  async function search() {
    byId('search-yes').disabled = true;
    try {
      await post('analyses/-', { analyses: [analysis], again: true }, undefined, { video: key });
      dialog.close();
      started(analysis);
    } catch (error) {
      say(byId('name-problem'), error.message);
    } finally {
      byId('search-yes').disabled = false;
    }
  }
}

/** Suggests the names that there are: the same person again has the same name. */
async function offerNames() {
  try {
    const { persons } = await get('persons');
    byId('person-names').replaceChildren(...persons.map(({ name }) => element('option', { value: name })));
  } catch {
    // They are only suggestions.
  }
}

/** The list of known persons, which is asked for when it is opened. */
export class KnownPersons {
  #box = byId('persons');

  constructor() {
    this.#box.addEventListener('toggle', () => this.#box.open && this.#load());
  }

  /** Shows that there is such a list, where there is one. */
  async open() {
    this.#box.hidden = !await canBeNamed();
    if (this.#box.open) await this.#load();
  }

  async #load() {
    say(byId('persons-status'), 'Loading…');
    try {
      this.#draw((await get('persons')).persons);
    } catch (error) {
      byId('person-list').replaceChildren();
      say(byId('persons-status'), error.message);
    }
  }

  #draw(persons) {
    say(byId('persons-status'), persons.length > 0 ? ''
      : 'Nobody is known. Open a video, and name a face that was found in it.');
    byId('person-list').replaceChildren(...persons.map(({ name, faces }) => {
      const button = element('button', { type: 'button', class: 'danger' },
        'Forget…', element('span', { class: 'hidden-label' }, ` ${plain(name)}`));
      button.addEventListener('click', () => this.#forget(name));
      return element('li', {},
        element('span', { class: 'person' }, plain(name)), ' ',
        element('span', { class: 'quiet' }, `${number(faces)} ${faces === 1 ? 'face' : 'faces'}`), ' ',
        button);
    }));
  }

  async #forget(name) {
    const sure = await ask({
      title: 'Forget this person?',
      text: `“${plain(name)}” is not recognised in videos any longer. What was found before keeps the name until its `
        + 'analysis is done again.',
      no: 'Keep the person',
      yes: 'Forget the person',
    });
    if (!sure) return;
    try {
      await remove('persons/-', { name });
    } catch (error) {
      if (error.status !== 404) {
        say(byId('persons-status'), error.message);
        return;
      }
    }
    await this.#load();
    this.#box.querySelector('summary').focus();
  }
}
