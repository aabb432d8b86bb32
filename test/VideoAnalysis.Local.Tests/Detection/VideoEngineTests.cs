using System.Text.Json;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Engine;
using VideoAnalysis.Engine.Faces;
using VideoAnalysis.Testing;

namespace VideoAnalysis.Local.Tests.Detection;

[Collection(DetectorGroup.Name)]
[Slow]
public sealed class VideoEngineTests(DetectorFixture detector)
{
    [Fact]
    public async Task Nobody_is_seen_where_nobody_is()
    {
        var moments = await detector.DetectAsync(SampleVideos.NoFaces);

        Assert.Equal(16, moments.Count);
        Assert.All(moments, moment => Assert.Empty(moment.Faces));
    }

    [Fact]
    public async Task The_same_bytes_give_the_same_faces_however_many_cores_work_on_them()
    {
        var many = await detector.DetectAsync(SampleVideos.FiveSeconds);

        using var single = detector.EngineWith(workers: 1);
        var alone = await detector.DetectAsync(SampleVideos.FiveSeconds, engine: single);

        Assert.Equal(10, alone.Count(m => m.Faces.Count == 1));
        Assert.Equal(JsonSerializer.Serialize(many), JsonSerializer.Serialize(alone));
    }

    [Fact]
    public async Task Default_attributes_are_five_landmarks_pose_and_quality()
    {
        var moments = await detector.DetectAsync(SampleVideos.QuickTime, FaceAttributes.Default);

        var face = Assert.Single(moments[0].Faces);
        Assert.Equal(
            ["eyeLeft", "eyeRight", "mouthLeft", "mouthRight", "nose"], face.Landmarks!.Select(l => l.Type).Order());
        Assert.NotNull(face.Pose);
        Assert.NotNull(face.Quality);
        Assert.Null(face.EyesOpen);
        Assert.Null(face.MouthOpen);
    }

    [Fact]
    public async Task All_attributes_are_thirty_landmarks_eyes_and_mouth()
    {
        var moments = await detector.DetectAsync(SampleVideos.QuickTime);

        var face = Assert.Single(moments[0].Faces);
        Assert.Equal(30, face.Landmarks!.Select(l => l.Type).Distinct().Count());
        Assert.True(face.EyesOpen is { Value: true, Confidence: > 50 and <= 100 });
        // She smiles with her teeth showing.
        Assert.True(face.MouthOpen is { Value: true, Confidence: > 50 and <= 100 });
    }

    [Fact]
    public async Task What_no_model_measures_is_absent()
    {
        var moments = await detector.DetectAsync(SampleVideos.QuickTime);

        var face = Assert.Single(moments[0].Faces);
        Assert.Null(face.AgeRange);
        Assert.Null(face.Gender);
        Assert.Null(face.Emotions);
        Assert.Null(face.Smile);
        Assert.Null(face.Eyeglasses);
        Assert.Null(face.Sunglasses);
        Assert.Null(face.Beard);
        Assert.Null(face.Mustache);
    }

    [Fact]
    public async Task A_video_that_lies_on_its_side_is_seen_as_players_show_it()
    {
        var upright = (await detector.DetectAsync(SampleVideos.QuickTime))[0].Faces;

        var turned = (await detector.DetectAsync(SampleVideos.Rotated))[0].Faces;

        Assert.Equal(Assert.Single(upright).BoundingBox.Left, Assert.Single(turned).BoundingBox.Left, 0.02);
        Assert.Equal(upright[0].BoundingBox.Top, turned[0].BoundingBox.Top, 0.02);
    }

    [Fact]
    public async Task Several_videos_can_be_analysed_at_once()
    {
        var alone = await detector.DetectAsync(SampleVideos.QuickTime);

        var together =
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => detector.DetectAsync(SampleVideos.QuickTime)));

        Assert.All(together, moments =>
            Assert.Equal(JsonSerializer.Serialize(alone), JsonSerializer.Serialize(moments)));
    }

    [Fact]
    public async Task It_can_be_cancelled_and_used_again()
    {
        using var cancellation = new CancellationTokenSource();
        var video = await detector.Engine.OpenAsync(SampleVideos.Astronaut, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in video.AnalyzeAsync([new FaceRequest(AllAttributes: true)], cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(4, (await detector.DetectAsync(SampleVideos.QuickTime)).Count);
    }

    [Fact]
    public async Task Who_stops_enumerating_leaves_nothing_running()
    {
        var video = await detector.Engine.OpenAsync(SampleVideos.Astronaut, TestContext.Current.CancellationToken);

        await foreach (var _ in video.AnalyzeAsync(
            [new FaceRequest(AllAttributes: true)], TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.Equal(4, (await detector.DetectAsync(SampleVideos.QuickTime)).Count);
    }

    [Fact]
    public async Task Every_face_has_an_embedding_that_changes_little_while_a_person_is_seen()
    {
        var steps = await detector.AnalyzeAsync(SampleVideos.FiveSeconds);

        var faces = steps.SelectMany(step => step.Findings).Select(finding => finding.Embedding).ToList();
        Assert.Equal(10, faces.Count);
        Assert.All(faces, face => Assert.Equal(FaceEmbedding.Length, face.Length));
        Assert.All(faces, face => Assert.InRange(Distance(face.Span, faces[0].Span), 0, 0.4));
    }

    [Fact]
    public async Task A_picture_that_is_held_shows_the_same_faces_at_every_half_second()
    {
        var moments = await detector.DetectAsync(SampleVideos.Held);

        Assert.All(moments, moment => Assert.Equal(0, moment.Timestamp % 500));
        var held = moments.TakeLast(7)
            .Select(moment => moment.Faces.Select(face => face with { Timestamp = 0 }).ToList()).ToList();
        Assert.All(held, faces => Assert.Equal(JsonSerializer.Serialize(held[0]), JsonSerializer.Serialize(faces)));
    }

    [Fact]
    public async Task What_it_cannot_do_is_refused_by_name()
    {
        var video = await detector.Engine.OpenAsync(SampleVideos.QuickTime, TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (var _ in video.AnalyzeAsync([new OtherRequest()], TestContext.Current.CancellationToken))
            {
            }
        });

        Assert.StartsWith("This engine has no analysis celebrities.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("celebrities", detector.Engine.Analyses);
    }

    private static double Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }

    private sealed record OtherRequest() : EngineRequest("celebrities");
}
