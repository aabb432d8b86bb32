// What is particular to persons: who they are, if their faces are in the collection.

export const persons = {
  noun: ['person', 'persons'],

  showsFaces: true,

  columns: [
    { name: 'person', title: 'Person', value: person => person.index, text: person => `#${person.index}` },
    { name: 'match', title: 'Match', value: nameOf, text: person => nameOf(person) ?? '' },
  ],

  pointsTitle: 'Landmarks',
  points: person => person.face?.landmarks ?? [],

  /** What is drawn over the picture: the face, or else the body. */
  boxes: person => [person.face?.boundingBox ?? person.boundingBox].filter(Boolean),
};

/** Who the best match is. */
function nameOf({ matches: [best] = [] }) {
  return best?.userId ?? best?.name ?? best?.externalImageId ?? best?.faceId;
}
