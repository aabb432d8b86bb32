using VideoAnalysis.Analyses.Faces;

namespace VideoAnalysis.Benchmarks;

/// <summary>
/// Faces as a video has them: up to four people who move about, come and go, with all the digits that an engine
/// gives. They compress as those of real videos do (121 bytes a face in gzip, measured 123).
/// </summary>
internal static class SampleFaces
{
    private static readonly (string Type, float X, float Y)[] Points =
    [
        ("eyeLeft", 0.3f, 0.37f), ("eyeRight", 0.7f, 0.37f), ("mouthLeft", 0.33f, 0.72f), ("mouthRight", 0.66f, 0.72f),
        ("nose", 0.5f, 0.55f),
    ];

    /// <summary>So many faces, the same at every call.</summary>
    public static IEnumerable<FaceDetection> Of(int count)
    {
        var random = new Random(1);
        var (people, appearances) = (new List<Person>(), 0);
        for (var (timestamp, seen) = (0L, 0); seen < count; timestamp += 500)
        {
            people.RemoveAll(_ => random.Next(20) == 0);
            while (people.Count < 4 && random.Next(10) < 3)
            {
                people.Add(new(random, appearances++));
            }

            foreach (var person in people.Take(count - seen))
            {
                yield return person.At(timestamp);
            }

            seen += people.Count;
        }
    }

    private sealed class Person(Random random, int appearance)
    {
        private float _x = random.NextSingle() * 0.8f;
        private float _y = random.NextSingle() * 0.6f;
        private float _width = 0.05f + (random.NextSingle() * 0.2f);
        private float _brightness = 40 + (random.NextSingle() * 40);
        private float _sharpness = 20 + (random.NextSingle() * 70);
        private Pose _pose = new(0, 0, 0);

        public FaceDetection At(long timestamp)
        {
            (_x, _y, _width) = (_x + Step(0.02f), _y + Step(0.01f), _width * (1 + Step(0.04f)));
            (_brightness, _sharpness) = (_brightness + Step(3), _sharpness + Step(8));
            _pose = new(_pose.Roll + Step(4), _pose.Yaw + Step(10), _pose.Pitch + Step(6));
            var height = _width * (1.35f + Step(0.1f));
            return new()
            {
                Timestamp = timestamp,
                Confidence =
                    random.Next(10) == 0 ? 60 + (random.NextSingle() * 40) : 99.9f + (random.NextSingle() * 0.1f),
                Appearance = appearance,
                BoundingBox = new(_x, _y, _width, height),
                Landmarks = [.. Points.Select(point => new Landmark(
                    point.Type, _x + (_width * (point.X + Step(0.03f))), _y + (height * (point.Y + Step(0.03f)))))],
                Pose = _pose,
                Quality = new(_brightness, _sharpness),
            };
        }

        /// <summary>Up to 1.5 times the size either way, mostly less.</summary>
        private float Step(float size) =>
            size * (random.NextSingle() + random.NextSingle() + random.NextSingle() - 1.5f);
    }
}
