import { places, things } from "./scenes.mjs";

// Words as they stand on screens and signs: letters of both cases, digits, a few marks.
const LINES = [
  "Breaking news from London", "Tomorrow 18 degrees and rain", "EXIT 24 NORTH", "Chapter One",
  "Directed by Maria Silva",
  "Open Monday to Friday", "FINAL SCORE 3-2", "Platform 9 to Vienna", "Sale ends today",
  "Please fasten your seat belts",
  "World Health Report 2024", "Live from the harbour", "Price 49.90 per night", "Gate B12 now boarding", "NO PARKING",
  "Interview with Dr. Okafor", "The next morning", "Subscribe for more", "Room 204 Second Floor", "Speed limit 50",
  "Music by Anna Berg", "Population 12,400", "Thank you for watching", "Fresh bread every day", "CITY HALL",
];
const COLOURS = [
  [[245, 245, 245], "black"], [[20, 24, 30], "white"], [[20, 60, 130], "yellow"], [[170, 30, 30], "white"],
  [[225, 215, 190], "0x203040"],
];
const FONTS = ["sans", "serif", "monospace"];
const plain = (canvas, i) => canvas.fill(corners(canvas), COLOURS[i % COLOURS.length][0]);
const line = (i, k) => LINES[(4 * i + 7 * k) % LINES.length];
const wordsOf = (lines) => lines.flatMap((content) => content.split(" "));

/** The kinds with text: what is behind it, what ffmpeg writes on it, and the words of scene number i. */
export const texts = {
  sizes: kind(10, plain, 4, {
    size: (i, k) => 16 + 9 * ((i + 2 * k) % 6), colour: (i) => COLOURS[i % COLOURS.length][1], minimumRecall: 0.9,
  }),

  captions: kind(8, (canvas, i) => canvas.cover(places[i % places.length], 0.9), 2, {
    size: (i, k) =>
      26 + 8 * ((i + k) % 4), colour: () => "white", more: ":borderw=2:bordercolor=black", minimumRecall: 0.8,
  }),

  slanted: kind(9, plain, 2, {
    size: () => 44, colour: (i) => COLOURS[i % COLOURS.length][1], minimumRecall: 0.8,
    // -20 to 20 degrees, around the middle.
    last: ",rotate='(n-4)*5*PI/180':fillcolor=gray",
  }),

  // Pictures without a word.
  none: kind(7, (canvas, i) => canvas.cover(things[i], 0.9), 0, { minimumRecall: 1, minimumPrecision: 0 }),
};

function kind(count, draw, lines, { size, colour, more = "", last = "", minimumRecall, minimumPrecision = 0.9 }) {
  const numbers = Array.from({ length: lines }, (_, k) => k);
  return {
    count, draw, minimumRecall, minimumPrecision,
    words: (i) => wordsOf(numbers.map((k) => line(i, k))),
    filters: (scenes) => Array.from({ length: scenes }, (_, i) => numbers.map((k) =>
      `drawtext=font=${FONTS[(i + k) % FONTS.length]}:text='${line(i, k)}':fontsize=${size(i, k)}`
        + `:fontcolor=${colour(i)}${more}`
      + `:x=${170 + 60 * ((i + k) % 3)}:y=${Math.round((k + 0.6) * 720 / (lines + 0.4))}:enable='eq(n,${i})'`))
      .flat().concat("null").join(",") + last,
  };
}

function corners({ width, height }) {
  return [[0, 0], [width, 0], [width, height], [0, height]];
}
