// How the analyses of a video stand: a tab each, with what failed and why, and a button for what failed or is missing.

import { viewOf } from './analyses.js';
import { badge, progressBar } from './badge.js';
import { byId, element, say } from './dom.js';
import { number, status } from './format.js';
import { namesOfStartable, start } from './starting.js';

export class Standing {
  #key;
  #tell;
  #startable = [];
  #video;
  #selected;
  #refusals = new Map();
  #asked = new Set();
  #signal;
  #drawn;

  /**
   * @param {string} key
   * @param {{select: (name: string) => void, started: () => void}} tell
   * @param {AbortSignal} signal Ends it.
   */
  constructor(key, tell, signal) {
    this.#key = key;
    this.#tell = tell;
    this.#signal = signal;
    byId('analyses').replaceChildren();
    say(byId('video-state'), 'Loading…');
    byId('video-state').className = 'loading';
    namesOfStartable().then(names => {
      this.#startable = names;
      this.#draw();
    });
  }

  /** Shows how a video stands. @param {object} video @param {string} selected The analysis that is looked at. */
  show(video, selected) {
    this.#video = video;
    this.#selected = selected;
    this.#draw();
  }

  #draw() {
    if (!this.#video || this.#signal.aborted) return;
    const known = Object.keys(this.#video.analyses);
    const missing = this.#startable.filter(name => !known.includes(name));
    const tabs = [...known, ...missing].map(name => this.#tab(name));
    const focused = [...byId('analyses').children].find(tab => tab === document.activeElement)?.dataset.name;
    byId('analyses').replaceChildren(...tabs);
    tabs.find(tab => tab.dataset.name === focused)?.focus();
    this.#drawState();
  }

  #tab(name) {
    const analysis = this.#video.analyses[name];
    const tab = element('button', {
      type: 'button', class: 'analysis', 'data-name': name, 'aria-pressed': String(name === this.#selected),
    }, element('span', { class: 'analysis-title' }, viewOf(name).title), ' ', standingOf(analysis));
    tab.addEventListener('click', () => this.#tell.select(name));
    return tab;
  }

  #drawState() {
    const state = byId('video-state');
    state.className = '';
    const name = this.#selected;
    const analysis = this.#video.analyses[name];
    state.hidden = analysis?.status === 'SUCCEEDED' && !analysis.warning;
    if (state.hidden) return;
    const text = {
      SUCCEEDED: analysis?.warning,
      QUEUED: 'The analysis begins when there is room for it.',
      IN_PROGRESS: analysis?.progress === undefined ? 'The analysis is running.'
        : `The analysis is running: ${analysis.progress} %.`,
      FAILED: analysis?.reason ?? 'The analysis failed, and gave no reason.',
    }[analysis?.status] ?? 'This video has not been analysed for this yet.';
    const parts = [
      ...analysis ? [badge(analysis.status)] : [],
      element('span', {}, text),
      ...analysis?.status === 'IN_PROGRESS' ? [progressBar(analysis)] : [],
      ...!analysis || analysis.status === 'FAILED' ? this.#offer(name, analysis ? 'Try again' : 'Start') : [],
    ];
    const drawn = parts.map(part => `${part.textContent}${part.disabled ?? ''}`).join();
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const hadFocus = state.contains(document.activeElement);
    state.replaceChildren(element('div', { class: 'state' }, ...parts));
    if (hadFocus) state.querySelector('button')?.focus();
  }

  /** A button that starts the analysis, or why the API does not let it be started. */
  #offer(name, text) {
    if (this.#refusals.has(name)) return [element('span', { class: 'problem' }, this.#refusals.get(name))];
    if (!this.#startable.includes(name)) return [];
    const button = element('button', { type: 'button', class: 'primary', disabled: this.#asked.has(name) }, text);
    button.addEventListener('click', () => this.#start(name, button));
    return [button];
  }

  async #start(name, button) {
    button.disabled = true;
    this.#asked.add(name);
    try {
      await start(this.#key, [name], this.#signal);
    } catch (error) {
      if (this.#signal.aborted) return;
      this.#refusals.set(name, `It cannot be started. ${error.message}`);

      // What has to do with the moment can be tried again; what the caller may not do cannot.
      if (error.status !== 401 && error.status !== 403) setTimeout(() => this.#forget(name), 5_000);
    }
    this.#asked.delete(name);
    this.#draw();
    this.#tell.started();
  }

  #forget(name) {
    this.#refusals.delete(name);
    this.#draw();
  }
}

function standingOf(analysis) {
  if (!analysis) return element('span', { class: 'badge' }, 'Not done');
  const { appearances, detections } = analysis.summary ?? {};
  return analysis.status === 'SUCCEEDED'
    ? element('span', { class: 'badge succeeded' }, number(appearances?.count ?? detections ?? 0))
    : badge(analysis.status, analysis.progress === undefined ? undefined
      : `${status(analysis.status)} ${analysis.progress} %`);
}
