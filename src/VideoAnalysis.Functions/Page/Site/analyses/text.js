// What is particular to text: lines and their words.

export const text = {
  noun: ['text', 'texts'],

  columns: [
    { name: 'text', title: 'Text', value: found => found.text, text: found => found.text },
    { name: 'type', title: 'Type', value: found => found.type, text: found => found.type.toLowerCase() },
  ],

  /** What is drawn over the picture: lines. Their words would only lie over them. */
  boxes: found => found.parentId === undefined && found.boundingBox ? [found.boundingBox] : [],

  /** Drawn instead of the box: it is turned with the text. */
  polygon: found => found.polygon,
};
