#!/usr/bin/python3
"""Makes the sample video, its ground truth, and the small videos that the tests use.

Needs, on Debian:  apt-get install --no-install-recommends ffmpeg python3-skimage python3-numpy
Run from anywhere: /usr/bin/python3 samples/make-samples.py

Everything is drawn from pictures that python3-skimage installs:

  astronaut.png   NASA's portrait of Eileen Collins, public domain
  coffee.png      CC0, Rachel Michetti
  chelsea.png     CC0, Stefan van der Walt (a cat: a face that is not a person's)
  rocket.jpg      public domain, SpaceX

Where the face is in the portrait was marked by hand, once, on an enlarged copy with a pixel grid (FACE and
LANDMARKS below); no detector was asked. A face box is what Amazon Rekognition draws: from the forehead, below the
hair's crown, to the chin, and from ear to ear. The video moves that portrait along known paths, so the truth of
every frame follows from the marks by the same scaling, turning and shifting.
"""

import json
import math
import pathlib
import struct
import subprocess

import numpy as np
import skimage
from PIL import Image, ImageDraw, ImageFilter

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
VIDEOS = ROOT / "test" / "VideoAnalysis.Testing" / "Videos"
PICTURES = pathlib.Path(skimage.__file__).parent / "data"

# Pixels of astronaut.png, marked by hand.
FACE = (177, 56, 272, 181)  # left, top, right, bottom
LANDMARKS = {
    "eyeLeft": (203.3, 100.8),
    "eyeRight": (246.3, 103.3),
    "nose": (226.0, 124.0),
    "mouthLeft": (204.5, 140.8),
    "mouthRight": (244.0, 141.5),
}
# The outline of head, collar and shoulders, so that the flag and the shuttle behind her stay behind.
OUTLINE = [
    (226, 16), (210, 18), (195, 26), (185, 38), (170, 44), (156, 58), (153, 80), (155, 98), (165, 112), (173, 118),
    (174, 128), (182, 132), (184, 148), (160, 148), (140, 155), (126, 172), (116, 192), (115, 210), (105, 215),
    (80, 235), (62, 250), (50, 275), (46, 305), (80, 325), (150, 338), (230, 342), (300, 336), (345, 325),
    (352, 290), (340, 265), (325, 247), (305, 235), (303, 220), (290, 200), (272, 182), (256, 174), (262, 150),
    (266, 137), (275, 136), (279, 128), (290, 118), (300, 98), (301, 80), (295, 62), (285, 44), (270, 30), (250, 20),
]

# (seconds, centre of the face as ratios of the frame, height of the face as a ratio of the frame's, turn in degrees)
FIRST_PATH = [
    (0.0, 0.30, 0.45, 0.46, 0), (3.0, 0.40, 0.45, 0.30, -8), (5.5, 0.70, 0.35, 0.08, 0), (7.0, 0.78, 0.30, 0.038, 0),
    (9.0, 0.78, 0.45, 0.13, 10), (12.0, 1.25, 0.50, 0.30, 0),
]
RETURN_PATH = [(13.5, -0.25, 0.50, 0.35, 0), (16.5, 0.35, 0.45, 0.40, 6), (20.0, 0.33, 0.42, 0.24, 14)]
SECOND_PATH = [
    (5.0, -0.15, 0.50, 0.24, 0), (7.0, 0.28, 0.50, 0.20, 0), (9.5, 0.32, 0.45, 0.16, -10), (12.0, 0.40, 0.70, 0.24, 0),
    (13.5, 0.45, 1.35, 0.24, 0), (15.0, 0.80, 1.25, 0.05, 0), (17.0, 0.80, 0.40, 0.05, 0), (20.0, 0.72, 0.35, 0.11, -6),
]


def picture(name):
    return Image.open(PICTURES / name).convert("RGB")


def cut_out(mirrored=False):
    """The portrait without its background, and the marks on it."""
    portrait = picture("astronaut.png")
    mask = Image.new("L", portrait.size, 0)
    ImageDraw.Draw(mask).polygon(OUTLINE, fill=255)
    portrait.putalpha(mask.filter(ImageFilter.GaussianBlur(1.2)))
    corners = [(FACE[0], FACE[1]), (FACE[2], FACE[1]), (FACE[2], FACE[3]), (FACE[0], FACE[3])]
    landmarks = dict(LANDMARKS)
    if mirrored:
        width = portrait.width
        portrait = portrait.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        corners = [(width - x, y) for x, y in corners]
        swap = {"Left": "Right", "Right": "Left"}
        landmarks = {
            next((n[: -len(k)] + v for k, v in swap.items() if n.endswith(k)), n): (width - x, y)
            for n, (x, y) in landmarks.items()
        }
    return portrait, corners, landmarks


def along(path, seconds):
    """Where a path is at a time, eased between its points; nothing before its first and after its last."""
    for a, b in zip(path, path[1:]):
        if a[0] <= seconds <= b[0]:
            share = (1 - math.cos(math.pi * (seconds - a[0]) / (b[0] - a[0]))) / 2
            return [p + (q - p) * share for p, q in zip(a[1:], b[1:])]
    return None


def paste(frame, sprite, place):
    """Draws the portrait at a place, and says what is true of it there."""
    portrait, corners, landmarks = sprite
    x, y, height, degrees = place
    scale = height * frame.height / (FACE[3] - FACE[1])
    size = (max(1, round(portrait.width * scale)), max(1, round(portrait.height * scale)))
    sx, sy = size[0] / portrait.width, size[1] / portrait.height
    turned = portrait.resize(size, Image.Resampling.LANCZOS).rotate(-degrees, Image.Resampling.BICUBIC, expand=True)
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def in_turned(point):
        dx, dy = point[0] * sx - size[0] / 2, point[1] * sy - size[1] / 2
        return turned.width / 2 + dx * cos - dy * sin, turned.height / 2 + dx * sin + dy * cos

    # A turned face's box: the upright box around an ellipse that fills the face's own box.
    centre = in_turned((sum(c[0] for c in corners) / 4, sum(c[1] for c in corners) / 4))
    half_width = (FACE[2] - FACE[0]) * sx / 2
    half_height = (FACE[3] - FACE[1]) * sy / 2
    box_width = math.hypot(half_width * cos, half_height * sin)
    box_height = math.hypot(half_width * sin, half_height * cos)

    left, top = round(x * frame.width - centre[0]), round(y * frame.height - centre[1])
    frame.paste(turned, (left, top), turned)
    box = (left + centre[0] - box_width, top + centre[1] - box_height, 2 * box_width, 2 * box_height)
    return box, {n: (left + in_turned(p)[0], top + in_turned(p)[1]) for n, p in landmarks.items()}


def truth(frame, name, box, landmarks):
    left, top, width, height = box
    visible_width = max(0.0, min(left + width, frame.width) - max(left, 0))
    visible_height = max(0.0, min(top + height, frame.height) - max(top, 0))
    visible = visible_width * visible_height / (width * height)
    if visible <= 0:
        return None
    w, h = frame.width, frame.height
    return {
        "person": name,
        "boundingBox": {
            "left": round(left / w, 4), "top": round(top / h, 4),
            "width": round(width / w, 4), "height": round(height / h, 4),
        },
        "visible": round(visible, 3),
        "landmarks": {n: [round(x / w, 4), round(y / h, 4)] for n, (x, y) in landmarks.items()},
    }


def table_top(width, height, seconds):
    """A background that moves a little: a coffee table under a slow camera."""
    coffee = picture("coffee.png")
    scale = 1.15 * max(width / coffee.width, height / coffee.height)
    big = coffee.resize((round(coffee.width * scale), round(coffee.height * scale)), Image.Resampling.BICUBIC)
    spare_x, spare_y = big.width - width, big.height - height

    def at(t):
        x = round(spare_x * (0.5 + 0.5 * math.sin(2 * math.pi * t / seconds)))
        y = round(spare_y * (0.5 + 0.5 * math.cos(2 * math.pi * t / seconds)))
        return big.crop((x, y, x + width, y + height))

    return at


def collage(width, height, seconds):
    """No person anywhere: cups, a cat, a rocket and noise, drifting by."""
    strip = [picture(n) for n in ("coffee.png", "chelsea.png", "rocket.jpg")]
    noise = np.random.default_rng(1).integers(0, 255, (height // 8, width // 8, 3), dtype=np.uint8)
    strip.append(Image.fromarray(noise).resize((width, height), Image.Resampling.BICUBIC))
    strip = [p.resize((round(p.width * height / p.height), height), Image.Resampling.LANCZOS) for p in strip]
    long = Image.new("RGB", (sum(p.width for p in strip), height))
    x = 0
    for p in strip:
        long.paste(p, (x, 0))
        x += p.width

    def at(t):
        left = round((long.width - width) * t / seconds)
        return long.crop((left, 0, left + width, height))

    return at


def encode(path, frames, width, height, rate, options, inputs=()):
    """Raw frames through ffmpeg. One thread and no metadata: the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [
        "ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}",
        "-r", str(rate), "-i", "-", *inputs, "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
        "-flags:a", "+bitexact", "-threads", "1", "-pix_fmt", "yuv420p", *options, str(path),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        for frame in frames:
            process.stdin.write(frame.tobytes())
        process.stdin.close()
        if process.wait() != 0:
            raise SystemExit(f"ffmpeg failed on {path}")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KiB")


def film(path, seconds, rate, width, height, background, people, options, inputs=(), write_truth=False):
    """A video of portraits on a background; optionally its truth beside it."""
    back = background(width, height, seconds)
    record = []

    def frames():
        for number in range(round(seconds * rate)):
            t = number / rate
            frame = back(t)
            faces = []
            for name, sprite, course in people:
                place = along(course, t)
                if place is not None:
                    faces.append(truth(frame, name, *paste(frame, sprite, place)))
            record.append({"timestamp": round(t * 1000), "faces": [f for f in faces if f]})
            yield frame

    encode(path, frames(), width, height, rate, options, inputs)
    if write_truth:
        head = {"video": path.name, "width": width, "height": height, "frameRate": rate,
                "durationMillis": round(seconds * 1000)}
        lines = ",\n".join(json.dumps(r, separators=(",", ":")) for r in record)
        text = json.dumps(head, indent=2)[:-2] + f',\n  "frames": [\n{lines}\n  ]\n}}\n'
        path.with_suffix(".json").write_text(text)


H264 = ["-c:v", "libx264", "-preset", "veryslow", "-crf", "31", "-movflags", "+faststart"]
TONE = ["-f", "lavfi", "-i", "sine=frequency=440:duration=5"]


def main():
    one, other = cut_out(), cut_out(mirrored=True)
    film(SAMPLES / "astronaut.mp4", 20, 25, 1280, 720, table_top,
         [("first", one, FIRST_PATH), ("first", one, RETURN_PATH), ("second", other, SECOND_PATH)],
         H264, write_truth=True)

    still = [(0, 0.5, 0.42, 0.5, 0), (60, 0.5, 0.42, 0.5, 0)]
    drift = [(0, 0.35, 0.42, 0.5, 0), (5, 0.6, 0.45, 0.35, 0)]
    small = (320, 240)
    film(VIDEOS / "no-faces.mp4", 8, 25, 640, 360, collage, [], H264)
    film(VIDEOS / "five-seconds.mp4", 5, 30, *small, table_top, [("first", one, drift)], H264, write_truth=True)
    film(VIDEOS / "quicktime.mov", 2, 30, *small, table_top, [("first", one, still)],
         [*H264, "-c:a", "aac", "-b:a", "32k", "-shortest"], TONE)
    film(VIDEOS / "slow-then-fast.mp4", 4, 30, *small, table_top, [("first", one, still)],
         [*H264, "-vf", "select='if(lt(t,2),not(mod(n,9)),1)'", "-vsync", "vfr"])
    film(VIDEOS / "hevc.mp4", 1, 25, *small, table_top, [("first", one, still)],
         ["-c:v", "libx265", "-x265-params", "log-level=none:info=0", "-tag:v", "hvc1"])
    film(VIDEOS / "mpeg4-part2.mp4", 1, 25, *small, table_top, [("first", one, still)], ["-c:v", "mpeg4", "-q:v", "8"])
    film(VIDEOS / "matroska.mp4", 1, 25, *small, table_top, [("first", one, still)],
         ["-c:v", "libx264", "-f", "matroska"])

    turn(VIDEOS / "quicktime.mov", VIDEOS / "rotated.mov")
    run(*TONE, "-t", "2", "-c:a", "aac", "-b:a", "32k", VIDEOS / "audio-only.mp4")
    run("-i", VIDEOS / "five-seconds.mp4", "-c", "copy", "-movflags", "+frag_keyframe+empty_moov",
        VIDEOS / "fragmented.mp4")
    run("-t", "1", "-i", VIDEOS / "five-seconds.mp4", "-c", "copy",
        "-bsf:v", "setts=duration='if(gte(N,29),4/TB_OUT,DURATION)'", VIDEOS / "held.mp4")
    run("-i", VIDEOS / "mpeg4-part2.mp4", "-i", VIDEOS / "five-seconds.mp4", "-map", "0:v", "-map", "1:v", "-t", "1",
        "-c", "copy", VIDEOS / "two-tracks.mp4")


def turn(source, path):
    """The same pictures lying on their side, with the note (the track's matrix) that a player turns them by 90."""
    run("-i", source, "-vf", "transpose=cclock", "-an", *H264, path)
    data = bytearray(path.read_bytes())
    header = data.index(b"tkhd") + 4
    matrix = header + (52 if data[header] == 1 else 40)
    width = struct.unpack_from(">I", data, matrix + 36)[0]
    height = struct.unpack_from(">I", data, matrix + 40)[0]
    struct.pack_into(">9i", data, matrix, 0, 1 << 16, 0, -1 << 16, 0, 0, height, 0, 1 << 30)
    path.write_bytes(data)


def run(*arguments):
    *before, path = [str(a) for a in arguments]
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", *before, "-map_metadata", "-1", "-fflags", "+bitexact",
                    "-flags:v", "+bitexact", "-threads", "1", path],
                   check=True)
    path = pathlib.Path(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
