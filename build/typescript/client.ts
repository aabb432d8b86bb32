// A client of the HTTP API as somebody would write it who has openapi.yaml and nothing else: every operation, strictly
// typed, and without a cast. The tests generate api.d.ts, compile this, and run it against an API that knows a few
// videos. Prints the operations that it called, as a JSON array.
//
//   node client.js http://localhost:3000 FINISHED_KEY FAILED_KEY

import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './api.js';

declare const process: { argv: string[] };

type VideoResult = components['schemas']['VideoResult'];

const [, , baseUrl = '', finished = '', failed = ''] = process.argv;
const called = new Set<string>();
const recorder: Middleware = {
  onRequest({ request, schemaPath }) {
    called.add(`${request.method} ${schemaPath}`);
  },
};
const api = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl });
const csv = createClient<paths, 'text/csv'>({ baseUrl });
const ndjson = createClient<paths, 'application/x-ndjson'>({ baseUrl });
const vtt = createClient<paths, 'text/vtt'>({ baseUrl });
const yaml = createClient<paths, 'application/yaml'>({ baseUrl });
for (const client of [api, csv, ndjson, vtt, yaml]) client.use(recorder);

type Answer<T, E> =
  | { data: T; error?: never; response: Response }
  | { data?: never; error: E; response: Response };

function dataOf<T, E>(answer: Answer<T, E>): T {
  if (answer.data === undefined) throw new Error(`${answer.response.url}: ${JSON.stringify(answer.error)}`);
  return answer.data;
}

function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

// The list.
let listed = 0;
let next: string | undefined;
do {
  const page = dataOf(
    await api.GET('/results', { params: { query: { limit: 1, ...next !== undefined && { next } } } }));
  for (const video of page.videos) {
    listed += 1;
    const seen: number = video.analyses.faces?.summary?.detections ?? 0;
    assert(seen >= 0 && video.key.length > 0, 'A video of the list has no key.');
  }
  next = page.next;
} while (next !== undefined);
assert(listed > 1, 'The list has fewer videos than there are.');
const failures =
  dataOf(await api.GET('/results', { params: { query: { status: 'FAILED', prefix: failed.slice(0, 3) } } }));
assert(failures.videos[0]?.analyses.faces?.reason !== undefined, 'A failed analysis has no reason.');

// A video: by its path, and by the query, which carries any key.
const byQuery = { path: { video: '-' }, query: { video: finished } };
const faces = (result: VideoResult) => result.analysis === 'faces' ? result.detections : [];
const whole = dataOf(await api.GET('/results/{video}', { params: byQuery }));
const first = dataOf(await api.GET('/results/{video}', {
  params: { path: { video: finished }, query: { analysis: 'faces', from: 0, minConfidence: 1, limit: 1 } },
}));
const face = faces(first)[0];
assert(face !== undefined && face.boundingBox.width > 0 && faces(whole).length > 1, 'There is no face.');
assert(whole.status === 'SUCCEEDED' && whole.analyses.faces?.status === 'SUCCEEDED', 'The video is not finished.');
assert(first.next !== undefined, 'There is no second page.');
const second =
  dataOf(await api.GET('/results/{video}', { params: { path: { video: finished }, query: { next: first.next } } }));
assert(faces(second).length === faces(whole).length - 1, 'The pages are not the whole.');

// Every analysis has detections of its own kind, appearances, a timeline and a summary.
const own: Record<VideoResult['analysis'], (result: VideoResult) => string[]> = {
  faces: result => result.analysis === 'faces' ? result.detections.map(face => `${face.boundingBox.left}`) : [],
  labels: result => result.analysis === 'labels'
    ? result.detections.map(label =>
      [label.name, ...label.instances?.map(each => each.boundingBox?.width ?? '') ?? []].join()) : [],
  moderation: result => result.analysis === 'moderation'
    ? result.detections.map(label => `${label.name} ${label.parentName ?? ''} ${label.taxonomyLevel ?? ''}`) : [],
  text: result => result.analysis === 'text'
    ? result.detections.map(text =>
      `${text.text} ${text.type} ${text.polygon?.map(({ x, y }) => x + y).join() ?? ''}`) : [],
  segments: result => result.analysis === 'segments'
    ? result.detections.map(segment =>
      `${segment.type} ${segment.endTimestamp - segment.timestamp} ${segment.startTimecode ?? ''}`) : [],
  celebrities: result => result.analysis === 'celebrities'
    ? result.detections.map(celebrity => `${celebrity.name ?? ''} ${celebrity.urls?.length ?? 0}`) : [],
  persons: result => result.analysis === 'persons'
    ? result.detections.map(person => `${person.index} ${person.matches?.[0]?.similarity ?? ''}`) : [],
};
const names: VideoResult['analysis'][] =
  ['faces', 'labels', 'moderation', 'text', 'segments', 'celebrities', 'persons'];
assert(names.length === Object.keys(own).length, 'An analysis is missing.');
for (const analysis of names) {
  const params = { path: { video: finished }, query: { analysis } };
  const result = dataOf(await api.GET('/results/{video}', { params }));
  assert(result.analysis === analysis && result.detections.length > 0, `Of ${analysis} there is nothing.`);
  assert(own[analysis](result).length === result.detections.length, `Detections of ${analysis} are of another kind.`);
  const summary = result.analyses[analysis]?.summary;
  assert(summary?.detections === result.detections.length, `The summary of ${analysis} counts otherwise.`);
  const { appearances } = dataOf(await api.GET('/appearances/{video}', { params }));
  const ids = new Set(appearances.map(appearance => appearance.id));
  for (const { appearance } of result.detections) {
    assert(appearance === undefined || ids.has(appearance), `An appearance of ${analysis} is missing.`);
  }
  assert(ids.size === summary?.appearances.count, `The appearances of ${analysis} are not all there.`);
  const { intervals } =
    dataOf(await api.GET('/timeline/{video}', { params: { ...params, query: { analysis, interval: 1000 } } }));
  const counts = intervals.reduce((sum, interval) => sum + interval.detections, 0);
  assert(counts >= result.detections.length, `The timeline of ${analysis} counts too few.`);
}

// The other formats.
const table: string = dataOf(await csv.GET('/results/{video}', {
  params: { path: { video: '-' }, query: { video: finished, format: 'csv' } }, parseAs: 'text',
}));
assert(table.startsWith('video,timestamp,'), 'The table has no head.');
const lines: string = dataOf(await ndjson.GET('/results/{video}', {
  params: byQuery, headers: { Accept: 'application/x-ndjson' }, parseAs: 'text',
}));
assert(lines.trimEnd().split('\n').length === faces(whole).length, 'There is not a line for each face.');
const track: string = dataOf(await vtt.GET('/results/{video}', {
  params: byQuery, headers: { Accept: 'text/vtt' }, parseAs: 'text',
}));
assert(track.startsWith('WEBVTT'), 'The track is none.');

// What is seen from when to when.
const seen = dataOf(
  await api.GET('/appearances/{video}', { params: { path: { video: finished }, query: { limit: 1000 } } }));
const joined = seen.appearances.reduce((sum, appearance) => sum + appearance.detections, 0);
assert(joined === faces(whole).length, 'Not every face is in an appearance.');

// When how many are seen.
const timeline =
  dataOf(await api.GET('/timeline/{video}', { params: { path: { video: finished }, query: { interval: 500 } } }));
const counted = timeline.intervals.reduce((sum, interval) => sum + interval.detections, 0);
assert(counted === faces(whole).length, 'The timeline counts otherwise.');

// Once more, what failed.
const started =
  dataOf(await api.POST('/analyses/{video}', { params: { path: { video: failed } }, body: { analyses: ['faces'] } }));
assert(started.analyses.faces?.status === 'IN_PROGRESS', 'What failed was not started again.');

// Errors are of a type, too.
const { error } = await api.GET('/results/{video}', { params: { path: { video: 'nobody.mp4' } } });
assert(
  error !== undefined && 'type' in error && error.type === 'urn:videoanalysis:problem:video-not-found',
  'Nobody is known.');

// An upload, and one that is given up.
const key = 'from typescript/new?.mp4';
const bytes = new Uint8Array([1, 2, 3]);
const upload = dataOf(await api.POST('/uploads', { body: { key, size: bytes.length } }));
const partNumbers = Array.from({ length: upload.partCount }, (_, i) => i + 1);
const { parts } = dataOf(await api.POST('/uploads/parts', { body: { key, uploadId: upload.uploadId, partNumbers } }));
const sent = [];
for (const { partNumber, url } of parts) {
  const part = bytes.slice((partNumber - 1) * upload.partSize, partNumber * upload.partSize);
  const answer = await fetch(url, { method: 'PUT', body: part });
  sent.push({ partNumber, eTag: answer.headers.get('ETag') ?? '' });
}
dataOf(await api.POST('/uploads/complete', { body: { key, uploadId: upload.uploadId, parts: sent } }));
const abandoned = dataOf(await api.POST('/uploads', { body: { key, size: 1 } }));
const aborted = await api.POST('/uploads/abort', { body: { key, uploadId: abandoned.uploadId } });
assert(aborted.response.status === 204, 'The upload was not given up.');
const playback = dataOf(await api.GET('/videos/{video}', { params: { path: { video: '-' }, query: { video: key } } }));
assert((await (await fetch(playback.url)).arrayBuffer()).byteLength === bytes.length, 'The video is another.');

// Who is known. The generator knows of no bytes in a body, so they are said to be what it makes of a picture.
const picture = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' });
const faceOf = (name: string) => api.POST('/persons/{name}/faces', {
  params: { path: { name: '-' }, query: { name } }, body: picture, bodySerializer: bytes => bytes,
  headers: { 'Content-Type': picture.type },
});
const enrolled = dataOf(await faceOf('Anna/Ben?'));
assert(enrolled.name === 'Anna/Ben?' && enrolled.faceId.length > 0, 'The face has no name.');
const { persons } = dataOf(await api.GET('/persons'));
assert(persons.some(person => person.name === 'Anna/Ben?' && person.faces === 1), 'Nobody is known.');
const forgotten =
  await api.DELETE('/persons/{name}', { params: { path: { name: '-' }, query: { name: 'Anna/Ben?' } } });
assert(forgotten.response.status === 204, 'The person was not forgotten.');

// The end.
const removed = await api.DELETE('/results/{video}', { params: { path: { video: finished } } });
assert(removed.response.status === 204, 'The results were not removed.');
const description: string = dataOf(await yaml.GET('/openapi.yaml', { parseAs: 'text' }));
assert(description.startsWith('openapi: 3.1'), 'The description is none.');

console.log(JSON.stringify([...called]));
