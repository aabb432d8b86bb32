// The address says what is shown: "/" the videos, "/?video=KEY#t=SECONDS" a moment of one.

import { byId, plain, say } from './dom.js';
import { Library } from './library.js';
import { KnownPersons } from './persons.js';
import { placeOf } from './place.js';
import { Uploads } from './uploads.js';
import { VideoView } from './video.js';

byId('starting').remove();
const uploads = new Uploads();
const library = new Library(uploads, report);
const persons = new KnownPersons();
const views = { library, video: undefined };

/** Tells what is wrong, or with nothing, that nothing is any more. */
function report(error) {
  if (error?.name !== 'AbortError') say(byId('notice'), error ? error.message : '');
}

function show() {
  const key = new URLSearchParams(location.search).get('video');
  report();
  views.video?.close();
  views.video = undefined;
  byId('library').hidden = key !== null;
  byId('video').hidden = key === null;
  document.title = key === null ? 'Video analysis' : `${plain(key)} – Video analysis`;
  if (key === null) {
    library.open();
    persons.open();
  } else {
    library.close();
    views.video = new VideoView(key, placeOf(location.hash), { report, leave: () => go('./') });
  }
}

/** Shows another view, and lets whoever does not see it know. */
function change() {
  show();
  document.querySelector('main:not([hidden]) h1').focus({ preventScroll: true });
}

function go(address) {
  history.pushState(null, '', address);
  scrollTo(0, 0);
  change();
}

addEventListener('popstate', () => {
  // Moving between moments of the same video is no change of view.
  if (views.video?.key === new URLSearchParams(location.search).get('video')) views.video.go(placeOf(location.hash));
  else change();
});

// Links between the views need no new page; with a modifier they open one, as any link does.
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-view]');
  if (!link || event.defaultPrevented
    || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.href);
});

// Files can be dropped anywhere: a browser would leave the page for one that misses.
for (const name of ['dragenter', 'dragover']) {
  addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    byId('drop').classList.add('over');
  });
}

addEventListener('dragleave', event => {
  if (!event.relatedTarget) byId('drop').classList.remove('over');
});

addEventListener('drop', event => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  byId('drop').classList.remove('over');
  if (views.video) go('./');
  uploads.add(event.dataTransfer.files);
});

show();
