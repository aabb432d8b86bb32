// What is particular to labels: a name, and boxes of the instances where there are any.

export const labels = {
  noun: ['label', 'labels'],

  columns: [
    { name: 'label', title: 'Label', value: label => label.name, text: label => label.name },
    {
      name: 'instances',
      title: 'Instances',
      first: 'descending',
      value: label => label.instances?.length ?? 0,
      text: label => label.instances ? String(label.instances.length) : '',
    },
    { name: 'parents', title: 'Is a', value: label => label.parents?.[0],
      text: label => label.parents?.join(', ') ?? '' },
  ],

  /** What is drawn over the picture: a label itself has no place, each of its instances has one. */
  boxes: label => (label.instances ?? []).map(instance => instance.boundingBox).filter(Boolean),
};
