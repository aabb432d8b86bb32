import { places, place, portraits } from "./scenes.mjs";

const known = portraits.map((person) => ({ ...person, ...closeUp(person) }));

/** A picture of each person, by name, to know them by. */
export const pictures = Object.fromEntries(known.map((person) => [person.name, (canvas) => {
  canvas.fill([[0, 0], [canvas.width, 0], [canvas.width, canvas.height], [0, canvas.height]], [128, 128, 128]);
  place(canvas, person, { x: canvas.width / 2, y: canvas.height / 2, height: 300 });
}]));

/** Scenes with one of them, and with three, in other sizes, tilts, places and lights than in the pictures. */
export const persons = {
  alone: { count: 6 * known.length, draw: (canvas, i) => scene(canvas, i, [i % known.length]) },
  together: {
    count: 2 * known.length,
    draw: (canvas, i) =>
      scene(canvas, i, [0, 1, 2].map((k) => (i + 2 * k + Math.floor(i / known.length)) % known.length)),
  },
};

function scene(canvas, i, who) {
  canvas.cover(places[i % places.length], 0.7);
  who.forEach((number, k) => place(canvas, known[number], {
    x: canvas.width * (k + 0.5 + 0.08 * Math.sin(3 * i + k)) / who.length,
    y: canvas.height * (0.5 + 0.08 * Math.sin(2 * i + k)),
    height: 80 + 25 * ((2 * i + 3 * k) % 7),
    angle: 10 * Math.sin(5 * i + 2 * k),
    light: 0.8 + 0.08 * ((i + k) % 5),
    mirror: (Math.floor(i / known.length) + k) % 3 === 1,
  }));
  return { expected: who.map((number) => known[number].name), ignored: [] };
}

// The face with what is around it, without the faces beside it.
function closeUp({ picture, face: [left, top, right, bottom] }) {
  const [x, y] = [0.35 * (right - left), 0.4 * (bottom - top)];
  const [from, to] = [[Math.max(0, Math.round(left - x)), Math.max(0, Math.round(top - y))], [right + x, bottom + y]];
  return {
    picture: picture.crop(
      ...from, Math.min(picture.width, Math.round(to[0])), Math.min(picture.height, Math.round(to[1]))),
    face: [left - from[0], top - from[1], right - from[0], bottom - from[1]],
  };
}
