import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Picture } from "./canvas.mjs";

// Photos of which it was counted by hand what they show, with their licences and authors.
const folder = new URL("../../../test/VideoAnalysis.Engine.Tests/Labels/Pictures/", import.meta.url);
const list = (cell) => cell.split(";").filter((name) => name !== "");
const all = readFileSync(new URL("pictures.tsv", folder), "utf8").trim().split("\n").slice(1).map((line) => {
  const [file, classes, ignored] = line.split("\t");
  return { file, expected: list(classes), ignored: list(ignored) };
});

/** A scene a photo, as large as it fits, with black beside it. */
export const photos = {
  objects: scenes(all.filter(({ expected }) => expected.length > 0), { minimumRecall: 0.6, minimumPrecision: 0.7 }),
  other: scenes(all.filter(({ expected }) => expected.length === 0), { minimumRecall: 1, minimumPrecision: 0 }),
};

function scenes(rows, minimum) {
  return {
    ...minimum,
    count: rows.length,
    draw(canvas, i) {
      const { file, expected, ignored } = rows[i];
      const picture = Picture.read(fileURLToPath(new URL(file, folder)));
      const scale = Math.min(canvas.width / picture.width, canvas.height / picture.height);
      canvas.draw(picture, { x: canvas.width / 2, y: canvas.height / 2, scale });
      return { expected, ignored };
    },
  };
}
