// The keys that work anywhere on the page of a video.

const stepMillis = 1_000;
const strideMillis = 10_000;

/**
 * @param {{
 *   play: () => void,
 *   move: (millis: number) => void,
 *   points: () => void,
 *   mute: () => void,
 *   fullScreen: () => void,
 * }} act
 * @param {AbortSignal} signal
 */
export function listenToKeys(act, signal) {
  document.addEventListener('keydown', event => {
    if (isTaken(event)) return;
    const stride = event.shiftKey ? strideMillis : stepMillis;
    const action = {
      ' ': act.play,
      k: act.play,
      ArrowLeft: () => act.move(-stride),
      ArrowRight: () => act.move(stride),
      l: act.points,
      m: act.mute,
      f: act.fullScreen,
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }, { signal });
}

/** Whether a key is for the browser, or for what has the focus. */
const isTaken = event =>
  event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey
  || event.target.closest('textarea, select, dialog')
  || (event.key === ' ' && event.target.closest('button, [type=checkbox]'))
  || (event.key.startsWith('Arrow') && event.target.closest('[type=range]'));
