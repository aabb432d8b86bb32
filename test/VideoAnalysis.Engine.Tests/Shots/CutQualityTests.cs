using System.Globalization;
using VideoAnalysis.Engine.Decoding;
using VideoAnalysis.Engine.Shots;
using VideoAnalysis.Engine.Tests.Decoding;
using VideoAnalysis.Engine.Tests.Segments;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Engine.Tests.Shots;

/// <summary>
/// How well cuts are found in composed films. The rule's numbers were chosen on films of other seeds and sources, those
/// of <see cref="OtherSources"/>.
/// </summary>
[Slow]
public sealed class CutQualityTests(Clips clips) : IClassFixture<Clips>
{
    private static readonly string[] Sources =
    [
        $"-ss 11 -i {SampleVideos.Astronaut}", $"-ss 0 -i {SampleVideos.NoFaces}", $"-ss 4 -i {SampleVideos.NoFaces}",
        "-f lavfi -i testsrc2=size=320x180",
        "-f lavfi -i life=size=160x90:mold=10:life_color=green:death_color=blue:seed=7:rate=10",
        "-f lavfi -i gradients=size=320x180:seed=5:speed=0.05",
    ];

    // On which the numbers were chosen first; how a flash is told from a cut was chosen on both.
    private static readonly string[] OtherSources =
    [
        $"-i {SampleVideos.Astronaut}", $"-i {SampleVideos.FiveSeconds}", "-f lavfi -i mandelbrot=size=320x180",
        "-f lavfi -i cellauto=size=320x180:seed=3", "-f lavfi -i gradients=size=320x180:seed=9:speed=0.02",
    ];

    // Never chosen on. The same in every run, other than ffmpeg's gradients: photos, over which the edit moves, and
    // clips.
    private static readonly string[] HeldOutSources =
    [
        .. new[] { "astronaut", "baseball", "chair", "chelsea", "china", "coffee", "eiffel-tower", "koala", "le-musee",
            "panda", "polar-bear", "zimni-palace" }
            .Select(photo => $"-i {Path.Combine(AppContext.BaseDirectory, "Labels", "Pictures", photo)}.jpg"),
        $"-ss 6 -i {SampleVideos.Astronaut}", $"-i {SampleVideos.NoFaces}", "-f lavfi -i testsrc2=size=320x180:rate=25",
        "-f lavfi -i mandelbrot=size=320x180:start_scale=0.4:rate=25",
    ];

    // What is asserted is what the analysis of segments tells, with fades left out of the shots.
    [Fact]
    public async Task Shots_are_found_in_films_that_nothing_was_chosen_on()
    {
        var (good, poor) = (new Result(), new Result());
        foreach (var seed in new[] { 7001, 7002, 7003 })
        {
            var edit = await ComposedEdit.MakeAsync(HeldOutSources, 80, seed);
            var (goodPath, poorPath) = (clips[$"held-out-{seed}-20.mp4"], clips[$"held-out-{seed}-34.mp4"]);
            await edit.EncodeAsync((goodPath, 20), (poorPath, 34));
            good.Add(edit, await BetweenShotsAsync(goodPath));
            poor.Add(edit, await BetweenShotsAsync(poorPath));
        }

        Measured.Report($"{good}\n{poor}");
        Assert.True(good.Transitions >= 200);
        Assert.All([good, poor], result => Assert.True(
            result.CutRecall >= 0.95 && result.CutPrecision >= 0.95 && result.FadeRecall >= 0.9, result.ToString()));
    }

    // On what the numbers were chosen, a film is enough to see that the code still does what it did then.
    [Theory]
    [InlineData(false, 1001, 24)]
    [InlineData(true, 1, 34)]
    public async Task Hard_cuts_are_found_to_the_frame(bool other, int seed, int quality)
    {
        var result = new Result();
        var edit = await ComposedEdit.MakeAsync(other ? OtherSources : Sources, 80, seed);
        var path = clips[$"edit-{seed}.mp4"];
        await edit.EncodeAsync((path, quality));
        result.Add(edit, [.. (await CutsAsync(path)).Select(cut => (cut, cut))]);

        Measured.Report(result.ToString());
        AssertFair(result);
    }

    // The printed figures are what counts: ffmpeg's gradients differ from run to run, whatever their seed.
    private static void AssertFair(Result result) => Assert.True(
        result.CutRecall >= 0.95 && result.Precision >= 0.9 && result.FadeRecall >= 0.7, result.ToString());

    private static async Task<List<(long From, long To)>> BetweenShotsAsync(string path)
    {
        var shots = await FoundSegments.InAsync(path, new());
        return [
            .. shots.Zip(shots.Skip(1), (one, next) => (one.EndFrameNumber!.Value + 1, next.StartFrameNumber!.Value))];
    }

    private static async Task<List<long>> CutsAsync(string path)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = await VideoFile.OpenAsync(path, cancellationToken);
        var detector = new CutDetector();
        var cuts = new List<Cut>();
        await foreach (var picture in file.ReadAsync(everyFrame: true, cancellationToken))
        {
            using (picture)
            {
                if (picture is SmallPicture small)
                {
                    cuts.AddRange(detector.Add(small));
                }
            }
        }

        cuts.AddRange(detector.Finish());
        Assert.All(cuts, cut => Assert.Equal(cut.Frame * 40, cut.Timestamp));
        return [.. cuts.Select(cut => cut.Frame)];
    }

    /// <summary>What was found, over all films.</summary>
    private sealed class Result
    {
        private readonly SortedDictionary<string, (int Found, int All)> _kinds = new(StringComparer.Ordinal);
        private int _found;
        private int _false;

        public int Flashes { get; private set; }

        public int Transitions => _kinds.Values.Sum(kind => kind.All);

        public double CutRecall => Recall("cut");

        public double FadeRecall => Recall("fade through black", "fade through white");

        public double CutPrecision => _kinds["cut"].Found / (double)(_kinds["cut"].Found + _false);

        public double Precision => (_found - _false) / (double)_found;

        /// <summary>
        /// Compares what was found: from after the last frame of a shot to the first frame of the next.
        /// </summary>
        public void Add(ComposedEdit edit, List<(long From, long To)> found)
        {
            var unused = found.ToList();
            foreach (var (kind, first, after) in edit.Transitions)
            {
                // A cut is known to the frame; another transition may be found anywhere in it.
                var hit = unused.FindIndex(each => first == after
                    ? each == (first, first)
                    : each.From <= after && each.To >= first);
                var (hits, all) = _kinds.GetValueOrDefault(kind);
                _kinds[kind] = (hits + (hit >= 0 ? 1 : 0), all + 1);
                if (hit >= 0)
                {
                    unused.RemoveAt(hit);
                }
            }

            _found += found.Count;
            _false += unused.Count;
            Flashes += unused.Count(each => edit.Flashes.Any(flash => each.From - flash is >= -1 and <= 4));
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Transitions} transitions, precision {Precision:F3}; found ")
            + string.Join(", ", _kinds.Select(kind => $"{kind.Value.Found} of {kind.Value.All} {kind.Key}s"))
            + $"; flashes taken for cuts: {Flashes}";

        private double Recall(params string[] kinds) =>
            kinds.Sum(kind => _kinds.GetValueOrDefault(kind).Found)
            / (double)Math.Max(1, kinds.Sum(kind => _kinds.GetValueOrDefault(kind).All));
    }
}
