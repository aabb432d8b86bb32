// What is particular to faces.

import { tenths } from '../format.js';

export const faces = {
  /** As in "2 faces"; none is "no face". */
  noun: ['face', 'faces'],

  showsFaces: true,

  /** The columns of the table besides those that every analysis has. */
  columns: [
    {
      name: 'yaw',
      title: 'Yaw',
      value: face => face.pose?.yaw,
      text: face => face.pose ? `${Math.round(face.pose.yaw)}°`.replace('-', '−') : '',
    },
    {
      name: 'sharpness',
      title: 'Sharp',
      first: 'descending',
      value: face => face.quality?.sharpness,
      text: face => face.quality ? tenths(face.quality.sharpness) : '',
    },
  ],

  /** What the button is called that shows points over the picture. */
  pointsTitle: 'Landmarks',

  /** The points of a detection: named, in ratios of the picture. @returns {{type: string, x: number, y: number}[]} */
  points: face => face.landmarks ?? [],
};
