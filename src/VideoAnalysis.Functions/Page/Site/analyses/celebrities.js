// What is particular to celebrities.

export const celebrities = {
  noun: ['celebrity', 'celebrities'],

  columns: [
    { name: 'name', title: 'Name', value: celebrity => celebrity.name, text: celebrity => celebrity.name ?? '' },
  ],

  pointsTitle: 'Landmarks',
  points: celebrity => celebrity.face?.landmarks ?? [],

  /** What is drawn over the picture: the face, or else the body. */
  boxes: celebrity => [celebrity.face?.boundingBox ?? celebrity.boundingBox].filter(Boolean),
};
