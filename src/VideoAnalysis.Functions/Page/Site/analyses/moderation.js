// What is particular to moderation: labels of a taxonomy, without a place in the picture.

export const moderation = {
  noun: ['moderation label', 'moderation labels'],

  columns: [
    { name: 'label', title: 'Label', value: label => label.name, text: label => label.name },
    { name: 'below', title: 'Below', value: label => label.parentName, text: label => label.parentName ?? '' },
  ],
};
