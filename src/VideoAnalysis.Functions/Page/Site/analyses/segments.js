// What is particular to segments: spans of the whole picture, over which nothing is drawn.

export const segments = {
  noun: ['segment', 'segments'],
  boxes: () => [],

  columns: [
    { name: 'type', title: 'Type', value: titleOf, text: titleOf },
    {
      name: 'frames',
      title: 'Frames',
      first: 'descending',
      value: segment => segment.durationFrames,
      text: segment => segment.durationFrames === undefined ? '' : String(segment.durationFrames),
    },
    {
      name: 'timecode',
      title: 'Timecode',
      value: segment => segment.startFrameNumber,
      text: segment => segment.startTimecode ?? '',
    },
  ],
};

/** As in "Shot 3" and "BlackFrames". */
function titleOf(segment) {
  if (segment.technicalCue) return segment.technicalCue;
  return segment.type === 'SHOT' ? `Shot ${segment.shotIndex ?? ''}`.trim() : segment.type;
}
