// Sends files to the bucket, in parts, and shows how far they are.

import { get, post } from './api.js';
import { byId, element, plain, say } from './dom.js';
import { bytes } from './format.js';
import { sendPart } from './parts.js';

const parallelParts = 3;

/** As many addresses are asked for at once: each works for a while only. */
const addressesAtOnce = 20;

/** Uploads, one file after the other. Fires "uploaded", whose detail is the key, when a video has arrived. */
export class Uploads extends EventTarget {
  #waiting = [];
  #active;

  constructor() {
    super();
    byId('choose').addEventListener('click', () => byId('files').click());
    byId('files').addEventListener('change', event => {
      this.add(event.target.files);
      event.target.value = '';
    });
    addEventListener('beforeunload', event => {
      if (this.#active) event.preventDefault();
    });
  }

  /** Queues files. */
  add(files) {
    for (const file of files) {
      const upload = new Upload(file, () => this.#tell());
      upload.onretry = () => this.#queue(upload);
      byId('uploads').append(upload.row);
      this.#queue(upload);
    }
  }

  #queue(upload) {
    this.#waiting.push(upload);
    this.#run();
  }

  async #run() {
    if (this.#active) return;
    while ((this.#active = this.#waiting.shift())) {
      this.#tell();
      if (await this.#active.run()) {
        this.dispatchEvent(new CustomEvent('uploaded', { detail: this.#active.file.name }));
      }
    }
    this.#tell();
  }

  #tell() {
    const left = this.#waiting.length + (this.#active ? 1 : 0);
    say(byId('uploading'), left === 0 ? ''
      : `Uploading ${left === 1 ? plain(this.#active?.file.name ?? '') : `${left} files`} · `
        + `${Math.floor(100 * (this.#active?.share ?? 0))} %`);
  }
}

class Upload {
  #bar = element('progress', { max: 1, value: 0, 'aria-label': 'Progress of the upload' });
  #text = element('span', { class: 'quiet', role: 'status' }, 'Waiting');
  #buttons = element('span', { class: 'upload-buttons' });
  #abort = new AbortController();
  #sent = new Map();
  #changed;
  #replaces = false;

  /** @param {File} file @param {() => void} changed */
  constructor(file, changed) {
    this.file = file;
    this.#changed = changed;
    this.row = element('li', {},
      element('span', { class: 'upload-name' }, plain(file.name)), this.#text, this.#buttons, this.#bar);
    this.#offer('Cancel', () => this.#cancel());
  }

  /** How much is there, 0 to 1. */
  get share() {
    const sent = [...this.#sent.values()].reduce((sum, count) => sum + count, 0);
    return this.file.size === 0 ? 0 : Math.min(1, sent / this.file.size);
  }

  /** Uploads the file. @returns {Promise<boolean>} whether it is there now. */
  async run() {
    if (this.#abort.signal.aborted) return false;
    if (!/\.(mp4|mov)$/i.test(this.file.name)) return this.#refuse(
      'Only files that end in .mp4 or .mov can be analysed.');
    if (this.file.size === 0) return this.#refuse('The file is empty.');
    try {
      if (!this.#replaces && await exists(this.file.name, this.#abort.signal)) return this.#ask();
      await this.#send();
      this.#end('Uploaded. The analysis begins in a moment.');
      setTimeout(() => this.row.remove(), 4_000);
      return true;
    } catch (error) {
      if (!this.#abort.signal.aborted) {
        this.#end(error.message, 'problem');
        if (error.status !== 400) this.#offer('Try again', () => this.#again());
        this.#offer('Dismiss', () => this.row.remove());
      }
      return false;
    }
  }

  async #send() {
    const { signal } = this.#abort;
    const { name, size } = this.file;
    this.#say('Starting…');
    const upload = await post('uploads', { key: name, size }, signal);
    try {
      const parts = await this.#sendParts(upload);
      await post('uploads/complete', { key: name, uploadId: upload.uploadId, parts }, signal);
    } catch (error) {
      // Nothing of it stays in the bucket. Should this fail too, the bucket's own rule clears it away.
      await post('uploads/abort', { key: name, uploadId: upload.uploadId }).catch(() => {});
      throw error;
    }
  }

  async #sendParts({ key, uploadId, partSize, partCount }) {
    const { signal } = this.#abort;
    const addresses = new Addresses(key, uploadId, partCount, signal);
    const parts = [];
    let next = 1;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const work = async () => {
      while (next <= partCount) {
        const partNumber = next++;
        const part = this.file.slice((partNumber - 1) * partSize, Math.min(partNumber * partSize, this.file.size));
        const eTag = await sendPart(
          part, renew => addresses.of(partNumber, renew), either, sent => this.#sentOf(partNumber, sent));
        parts.push({ partNumber, eTag });
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(parallelParts, partCount) }, work));
    } catch (error) {
      stop.abort();
      throw error;
    }
    return parts.sort((a, b) => a.partNumber - b.partNumber);
  }

  #sentOf(partNumber, count) {
    this.#sent.set(partNumber, count);
    this.#bar.value = this.share;
    this.#say(`${bytes(this.share * this.file.size)} of ${bytes(this.file.size)}`);
    this.#changed();
  }

  /** An upload replaces the video of the same name: nobody should lose one by accident. */
  #ask() {
    this.#end('There is a video of this name already.', 'problem');
    this.#offer('Replace it', () => {
      this.#replaces = true;
      this.#again();
    });
    this.#offer('Keep it', () => this.row.remove());
    return false;
  }

  #refuse(text) {
    this.#end(text, 'problem');
    this.#offer('Dismiss', () => this.row.remove());
    return false;
  }

  #again() {
    this.#abort = new AbortController();
    this.#sent.clear();
    this.#bar.value = 0;
    this.#bar.hidden = false;
    this.#buttons.replaceChildren();
    this.#offer('Cancel', () => this.#cancel());
    this.#say('Waiting');
    this.onretry();
  }

  #cancel() {
    this.#abort.abort();
    this.row.remove();
  }

  #offer(text, action) {
    const button = element('button', { type: 'button', 'aria-label': `${text}: ${this.file.name}` }, text);
    button.addEventListener('click', action);
    this.#buttons.append(button);
  }

  #say(text, kind = 'quiet') {
    this.#text.textContent = text;
    this.#text.className = kind;
  }

  #end(text, kind) {
    this.#buttons.replaceChildren();
    this.#bar.hidden = true;
    this.#say(text, kind);
  }
}

/** Where the parts of an upload go. */
class Addresses {
  #known = new Map();

  constructor(key, uploadId, count, signal) {
    Object.assign(this, { key, uploadId, count, signal });
  }

  /** The address of a part; `renew` when the one that is known does not work any more. */
  async of(partNumber, renew) {
    if (renew) this.#known.delete(partNumber);
    if (!this.#known.has(partNumber)) {
      const length = Math.min(addressesAtOnce, this.count - partNumber + 1);
      const numbers = Array.from({ length }, (_, i) => partNumber + i);
      const asked = post(
        'uploads/parts', { key: this.key, uploadId: this.uploadId, partNumbers: numbers }, this.signal);
      for (const number of numbers) {
        const url = asked.then(({ parts }) => parts.find(part => part.partNumber === number).url);

        // Whoever sends the part is told; nobody may, when another part has failed before.
        url.catch(() => {});
        this.#known.set(number, url);
      }
    }
    return this.#known.get(partNumber);
  }
}

/** Whether the bucket has it: a video may be there without results. */
async function exists(key, signal) {
  try {
    await get('videos/-', { video: key }, signal);
    return true;
  } catch (error) {
    if (error.status === 404) return false;
    throw error;
  }
}
