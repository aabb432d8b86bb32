using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Appearances;

/// <summary>
/// Makes up what a face detector sees every half second in an edited film of three minutes, and who it really is:
/// conversations that are cut back and forth, groups, people who come and go, walk past each other and turn away,
/// zooms. Faces hide what is behind them, boxes tremble, faces are missed, and some are none.
/// </summary>
internal sealed class FilmSimulator
{
    public const int People = 10;

    private const long Duration = 180_000;
    private const long Step = Sampling.Interval;
    private const double FrameRatio = 16.0 / 9;
    private const double FaceRatio = 0.75;
    private const double Missed = 0.03;
    private const double FalsePerTimestamp = 0.01;

    private readonly Random _random;
    private readonly float[][] _looks;
    private readonly Film _film = new();
    private int _stays;
    private (int First, int Second) _pair = (0, 1);

    private FilmSimulator(int seed)
    {
        _random = new(seed);

        // Few dimensions tell people apart, so that some of them look much alike.
        _looks = [.. Enumerable.Range(0, People).Select(_ => Vector(0.60 / Math.Sqrt(2), dimensions: 16))];
    }

    /// <param name="seed">The same film for the same seed.</param>
    /// <param name="isCrowd">Whether it shows nothing but busy streets.</param>
    public static Film Make(int seed, bool isCrowd = false)
    {
        var simulator = new FilmSimulator(seed);
        for (var start = 0L; start < Duration;)
        {
            var end = Math.Min(Duration, start + 1_500 + (long)(-5_000 * Math.Log(1 - simulator._random.NextDouble())));
            var seconds = (end - start) / 1000.0;
            simulator.Shoot(isCrowd ? simulator.Crowd(seconds) : simulator.Cast(seconds), start, end);
            start = end;
            if (end < Duration)
            {
                simulator._film.Cuts.Add(end);
            }
        }

        return simulator._film with { Duration = Duration };
    }

    private double Between(double low, double high) => low + (_random.NextDouble() * (high - low));

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private List<Actor> Cast(double seconds)
    {
        var people = Enumerable.Range(0, People).ToArray();
        _random.Shuffle(people);
        var height = Between(0.25, 0.5);
        var (left, right) = (Between(0.25, 0.4), Between(0.6, 0.75));
        switch (_random.Next(11))
        {
            case 0 or 1 or 2: // A conversation: shot and reverse shot, the face in much the same place.
                _pair = _random.Next(4) == 0 ? (people[0], people[1]) : (_pair.Second, _pair.First);
                return [Standing(_pair.First, Between(0.4, 0.6), height)];
            case 3 or 4:
                return [Standing(people[0], left, height * 0.8),
                    Standing(people[1], right, height * Between(0.6, 0.9))];
            case 5 or 6:
                var count = _random.Next(3, 7);
                return [.. Enumerable.Range(0, count).Select(i =>
                    Standing(people[i], (i + Between(0.35, 0.65)) / count, Between(0.10, 0.16)))];
            case 7: // Two walk past each other.
                var size = Between(0.12, 0.25);
                return
                [
                    Walking(people[0], Between(-0.1, 0.3), Between(0.08, 0.2), size),
                    Walking(people[1], Between(0.7, 1.1), -Between(0.08, 0.2), size * Between(0.8, 1.2)),
                ];
            case 8: // One walks past somebody who stands there.
                return
                [
                    Standing(people[0], Between(0.4, 0.6), Between(0.15, 0.2)),
                    Walking(people[1], -0.1, Between(0.1, 0.25), Between(0.18, 0.3)),
                ];
            case 9: // A room in which some turn to the camera, and others away.
                return [.. Enumerable.Range(0, 6).Select(i =>
                    Standing(people[i], (i + Between(0.35, 0.65)) / 6, Between(0.10, 0.16)) with
                    {
                        From = Between(-0.5, 0.7) * seconds,
                        Until = Between(0.3, 1.5) * seconds,
                    })];
            default: // The camera moves in.
                return [Standing(people[0], 0.5, 0.15) with { Growth = Math.Log(Between(1.5, 3)) / seconds }];
        }
    }

    /// <summary>
    /// A street. Whoever shows the face walks towards the camera, more or less: 0.3 to 2 faces sideways a second.
    /// </summary>
    private List<Actor> Crowd(double seconds)
    {
        var people = Enumerable.Range(0, People).ToArray();
        _random.Shuffle(people);
        return [.. people.Take(_random.Next(4, 8)).Select(person =>
        {
            var height = Between(0.08, 0.16);
            var speed = Between(0.3, 2) * height * FaceRatio / FrameRatio * (_random.Next(2) == 0 ? 1 : -1);
            return Walking(person, Between(0, 1), speed, height) with { Growth = Between(0, 0.3) / seconds };
        })];
    }

    private Actor Standing(int person, double x, double height) =>
        new(person, x, Between(0.3, 0.5), Between(-0.01, 0.01), height);

    private Actor Walking(int person, double x, double speed, double height) =>
        new(person, x, Between(0.35, 0.45), speed, height);

    private void Shoot(List<Actor> actors, long start, long end)
    {
        for (var timestamp = (start + Step - 1) / Step * Step; timestamp < end; timestamp += Step)
        {
            var seen = actors.Select(actor => Look(actor, (timestamp - start) / 1000.0)).ToList();
            for (var i = 0; i < seen.Count; i++)
            {
                var (actor, box) = (actors[i], seen[i]);
                var seconds = (timestamp - start) / 1000.0;
                var isThere = seconds >= actor.From && seconds < actor.Until;
                if (!isThere || box.Left < -box.Width / 3 || box.Left > 1 - (box.Width * 2 / 3))
                {
                    actor.Stay = null;
                    continue;
                }

                actor.Stay ??= _stays++;
                if (actor.AwayUntil <= timestamp && _random.NextDouble() < 0.01)
                {
                    actor.AwayUntil = timestamp + (Step * _random.Next(1, 4));
                }

                var isHidden = seen.Where((other, j) => j != i && Hides(other, box)).Any();
                if (!isHidden && actor.AwayUntil <= timestamp && _random.NextDouble() >= Missed)
                {
                    Add(timestamp, box, actor.Person, actor.Stay.Value);
                }
            }

            if (_random.NextDouble() < FalsePerTimestamp)
            {
                Add(timestamp, BoxAt(Between(0, 1), Between(0, 1), Between(0.05, 0.2)), Film.Nobody, _stays++);
            }
        }
    }

    /// <summary>
    /// Where a face is seen: on its way, with the head's own movement, as well as a detector measures.
    /// </summary>
    private BoundingBox Look(Actor actor, double seconds)
    {
        actor.SwayX = (0.8 * actor.SwayX) + (0.08 * Normal());
        actor.SwayY = (0.8 * actor.SwayY) + (0.05 * Normal());
        var height = actor.Height * Math.Exp(actor.Growth * seconds);
        var width = height * FaceRatio / FrameRatio;
        return BoxAt(
            actor.X + (actor.Speed * seconds) + (width * (actor.SwayX + (0.02 * Normal()))),
            actor.Y + (height * (actor.SwayY + (0.02 * Normal()))),
            height * (1 + (0.03 * Normal())));
    }

    private static BoundingBox BoxAt(double x, double y, double height)
    {
        var width = height * FaceRatio / FrameRatio;
        return new((float)(x - (width / 2)), (float)(y - (height / 2)), (float)width, (float)height);
    }

    /// <summary>A larger face is nearer to the camera, and hides what it covers a third of.</summary>
    private static bool Hides(BoundingBox other, BoundingBox box) =>
        other.Height > box.Height && 3 * box.SharedArea(other) > box.Width * box.Height;

    private void Add(long timestamp, BoundingBox box, int person, int stay)
    {
        _film.Faces.Add(new() { Timestamp = timestamp, Confidence = (float)Between(90, 100), BoundingBox = box });
        _film.People.Add(person);
        _film.Stays.Add(stay);

        // Between two pictures of one person mostly 0.3 to 0.5, of two people mostly 0.6 to 0.9; turned heads are
        // worse.
        var look = person == Film.Nobody ? Vector(0.5, 128) : _looks[person];
        var blur = Vector(0.27 * Math.Exp(0.25 * Normal()), 128);
        _film.Embeddings.Add([.. look.Select((value, i) => value + blur[i])]);
    }

    private float[] Vector(double length, int dimensions)
    {
        var vector = new double[128];
        for (var i = 0; i < dimensions; i++)
        {
            vector[i] = Normal() * length / Math.Sqrt(dimensions);
        }

        return [.. vector.Select(value => (float)value)];
    }

    private sealed record Actor(int Person, double X, double Y, double Speed, double Height)
    {
        public double Growth { get; init; }

        public double From { get; init; }

        public double Until { get; init; } = double.MaxValue;

        public double SwayX { get; set; }

        public double SwayY { get; set; }

        public long AwayUntil { get; set; }

        public int? Stay { get; set; }
    }
}
