using System.Runtime.CompilerServices;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Evaluate.Faces;
using VideoAnalysis.Testing;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Evaluate.Tests;

public sealed class DetectorEvaluationTests
{
    private static readonly BoundingBox Somewhere = new(0.4f, 0.4f, 0.2f, 0.2f);
    private static readonly BoundingBox Elsewhere = new(0.1f, 0.1f, 0.2f, 0.2f);

    [Fact]
    public void A_face_that_is_not_found_lowers_recall()
    {
        var score = Score([Real(Somewhere)], []);

        Assert.Equal((0, 1), (score.Recall, score.Precision));
    }

    [Fact]
    public void A_face_that_is_not_there_lowers_precision()
    {
        var score = Score([Real(Somewhere)], [Seen(Somewhere), Seen(Elsewhere)]);

        Assert.Equal((1, 0.5), (score.Recall, score.Precision));
    }

    [Fact]
    public void A_second_box_on_the_same_face_lowers_precision()
    {
        var score = Score([Real(Somewhere)], [Seen(Somewhere), Seen(Somewhere with { Top = 0.41f })]);

        Assert.Equal((1, 0.5, 1), (score.Recall, score.Precision, score.Doubled));
    }

    [Fact]
    public void A_box_that_covers_a_face_by_less_than_half_does_not_count()
    {
        var score = Score([Real(Somewhere)], [Seen(Somewhere with { Left = 0.5f })]);

        Assert.Equal((0, 0), (score.Recall, score.Precision));
    }

    [Fact]
    public void A_face_partly_out_of_the_frame_may_be_found_or_not()
    {
        var found = Score([Real(Somewhere, visible: 0.7)], [Seen(Somewhere)]);
        var missed = Score([Real(Somewhere, visible: 0.7)], []);

        Assert.Equal((1, 1), (found.Recall, found.Precision));
        Assert.Equal((1, 1), (missed.Recall, missed.Precision));
    }

    [Fact]
    public void A_landmark_outside_its_box_is_counted()
    {
        var score = Score(
            [Real(Somewhere)],
            [Seen(Somewhere, new Landmark("nose", 0.5f, 0.5f), new Landmark("eyeLeft", 0.3f, 0.5f))]);

        Assert.Equal(0.5, score.LandmarksInside);
    }

    [Fact]
    public void A_video_that_repeats_another_is_held_against_the_same_truth()
    {
        var truth = new GroundTruth(
            1920, 1080, 2, 1000, [new(0, [Real(Somewhere)]), new(500, [Real(Elsewhere)])]);
        var score = new DetectionScore(truth);

        score.Add(2000, [Seen(Somewhere)]);
        score.Add(2500, [Seen(Elsewhere)]);

        Assert.Equal((1, 1, 0), (score.Recall, score.Precision, score.TimestampError));
    }

    [Fact]
    public void A_half_second_that_was_not_looked_at_is_counted()
    {
        var score = new DetectionScore(new GroundTruth(1920, 1080, 25, 1000, [new(0, [])]));

        score.Add(0, []);

        Assert.Equal(1, score.MissedSamples(TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(true, "five-seconds    10    10   1.000        0     0     1.000")]
    [InlineData(false, "five-seconds    10     0   0.000        0     0     1.000")]
    public async Task The_report_is_good_only_if_the_detector_is_right(bool right, string row)
    {
        var stop = TestContext.Current.CancellationToken;
        var truth = await GroundTruth.LoadAsync(SampleVideos.FiveSecondsTruth, stop);
        var evaluation = new VideoEvaluation(new Answers(truth, right), TimeProvider.System);
        using var output = new StringWriter();
        var report = new Report(output);

        await report.AddAsync(await evaluation.RunAsync(
            new FaceEvaluation(), SampleVideos.FiveSeconds, SampleVideos.FiveSecondsTruth, stop));
        await report.EndAsync();

        Assert.Equal(right, report.IsGood);
        Assert.Contains(row, output.ToString(), StringComparison.Ordinal);
        Assert.Equal(!right, output.ToString().Contains("NOT as right", StringComparison.Ordinal));
    }

    [Fact]
    public void How_much_must_be_found_stands_in_the_truth()
    {
        var lenient = new GroundTruth(1920, 1080, 25, 40, [new(0, [Real(Somewhere)])], MinimumRecall: 0);
        var score = new FaceScore(lenient);

        score.Add(new EngineStep(0, [], []));
        score.End(TimeSpan.FromMilliseconds(40));

        Assert.True(score.IsGood);
    }

    [Fact]
    public void A_video_without_ground_truth_is_refused_by_name()
    {
        var refused = Assert.Throws<FileNotFoundException>(() => Footage.In([SampleVideos.NoFaces]));

        Assert.Contains("no-faces.mp4 has no ground truth", refused.Message, StringComparison.Ordinal);
    }

    private static DetectionScore Score(GroundTruth.Face[] real, FaceDetection[] seen)
    {
        var score = new DetectionScore(new GroundTruth(1920, 1080, 25, 40, [new GroundTruth.Frame(0, real)]));
        score.Add(0, seen);
        return score;
    }

    private static GroundTruth.Face Real(BoundingBox box, double visible = 1) =>
        new(box, visible, new Dictionary<string, IReadOnlyList<double>>());

    private static FaceDetection Seen(BoundingBox box, params Landmark[] landmarks) =>
        new() { Timestamp = 0, BoundingBox = box, Landmarks = landmarks };

    // Says what is true, or nothing.
    private sealed class Answers(GroundTruth truth, bool right) : IVideoEngine
    {
        public IReadOnlyList<string> Analyses => ["faces"];

        public Task<OpenedVideo> OpenAsync(string path, CancellationToken cancellationToken) =>
            Task.FromResult(new OpenedVideo(new() { DurationMillis = 5000 }, AnalyzeAsync));

        private async IAsyncEnumerable<EngineStep> AnalyzeAsync(
            IReadOnlyList<EngineRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            for (var time = 0; time < 5000; time += 500)
            {
                var faces =
                    right ? truth.At(time).Faces.Select(f => new EngineFinding("faces", Seen(f.BoundingBox))) : [];
                yield return new(time, [.. faces], []);
            }
        }
    }
}
