using System.Text.Json;
using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Analyses.Segments;
using VideoAnalysis.Appearances;
using VideoAnalysis.Collecting;
using VideoAnalysis.Jobs;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Videos;

namespace VideoAnalysis.Tests.Collecting;

/// <summary>Faces end at the cuts that the segments of the same upload tell of, whichever is collected first.</summary>
public sealed class CutRebuildTests : IDisposable
{
    // A face that jumps at 2 s, though not so far that it could not be the same.
    private static readonly FaceDetection[] Faces = [.. Enumerable.Range(0, 10).Select(i =>
        Some.Face(i * 500) with { BoundingBox = new(i < 4 ? 0 : 0.5f, 0.25f, 0.5f, 0.5f) })];

    private static readonly SegmentAnalysis Segments = new(new() { TechnicalCues = true });

    private readonly TestSystem _system = new(analyses: new(new FaceAnalysis(FaceAttributes.Default), Segments));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("faces", "segments")]
    [InlineData("segments", "faces")]
    public async Task Appearances_end_at_the_cuts_whichever_analysis_is_collected_first(string first, string second)
    {
        await UploadAsync(Some.Upload(), 0, 2_000);

        await CompleteAsync(first);
        await CompleteAsync(second);

        var appearances = await ReadAsync();
        Assert.Equal(
            [(0L, 2_000L, AppearanceEnd.Cut, (AcrossCuts?)null), (2_000, 5_000, AppearanceEnd.End, null)],
            appearances.Select(each => (each.Start, each.End, each.Ended!.Value, each.AcrossCuts)));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], (await _system.ReadAllAsync())
            .Select(face => face.Appearance!.Value));
        var summary = Assert.IsType<FaceSummary>((await _system.JobAsync())!.Summary);
        Assert.Equal((10, 2), (summary.Detections, summary.Appearances.Count));
    }

    [Fact]
    public async Task Without_cuts_an_appearance_that_may_bridge_one_says_so()
    {
        await UploadAsync(Some.Upload(), 0, 2_000);

        await CompleteAsync("faces");

        Assert.Equal(AcrossCuts.Unverified, Assert.Single(await ReadAsync()).AcrossCuts);
    }

    [Fact]
    public async Task Where_a_video_is_known_to_have_no_cut_nothing_is_unverified()
    {
        await UploadAsync(Some.Upload(), 0);

        await CompleteAsync("faces");
        await CompleteAsync("segments");

        Assert.Null(Assert.Single(await ReadAsync()).AcrossCuts);
    }

    [Fact]
    public async Task Segments_without_shots_tell_of_no_cuts()
    {
        await UploadAsync(Some.Upload());

        await CompleteAsync("faces");
        await CompleteAsync("segments");

        Assert.Equal(AcrossCuts.Unverified, Assert.Single(await ReadAsync()).AcrossCuts);
    }

    [Fact]
    public async Task Segments_that_are_looked_for_again_end_appearances_anew()
    {
        var upload = Some.Upload();
        await UploadAsync(upload, 0, 2_000);
        await CompleteAsync("faces");
        await CompleteAsync("segments");

        _system.Catalog.Uploads.Add(upload);
        await _system.OnDemand.StartAsync(upload.Video.Key, [Segments], again: true, Token);
        Succeed("segments", 0, 3_000);
        await CompleteAsync("segments");

        Assert.Equal([0, 3_000L], (await ReadAsync()).Select(each => each.Start));
    }

    [Fact]
    public async Task A_page_of_the_old_appearances_has_no_next()
    {
        await UploadAsync(Some.Upload(), 0, 2_000);
        await CompleteAsync("faces");
        var page = (await _system.Reader.ReadAsync("film.mp4", new() { Analysis = _system.Faces, Limit = 3 }, Token))!;

        await CompleteAsync("segments");

        await Assert.ThrowsAsync<StalePositionException>(() => _system.Reader.ReadAsync(
            "film.mp4", new() { Analysis = _system.Faces, Limit = 3, Position = page.Next }, Token));
    }

    [Fact]
    public async Task What_was_stored_before_is_removed_in_the_end_and_nothing_stays_due()
    {
        await UploadAsync(Some.Upload(), 0, 2_000);
        await CompleteAsync("faces");
        await CompleteAsync("segments");
        var rebuilt = (await _system.JobAsync())!;
        Assert.Equal(2, _system.Memory.Chunks.Count(stored => stored.Tag.Analysis == "faces"));

        _system.Clock.Advance(TimeSpan.FromHours(1));
        await _system.Reconciler.RunAsync(DateTimeOffset.MaxValue, Token);

        Assert.Equal(
            rebuilt.ResultTag, Assert.Single(_system.Memory.Chunks, stored => stored.Tag.Analysis == "faces").Tag);
        Assert.All(_system.Memory.Jobs, job => Assert.Null(job.DueAt));
        Assert.Equal(2, (await ReadAsync()).Count);
    }

    // The process may die right after the second analysis has succeeded, and its message may not come again.
    [Fact]
    public async Task The_reconciler_does_what_nobody_else_has_done()
    {
        await UploadAsync(Some.Upload(), 0, 2_000);
        await CompleteAsync("faces");
        _system.Memory.AfterWrite = method =>
        {
            if (method == nameof(IResultStore.TrySaveJobAsync)
                && _system.Memory.Jobs.All(job => job.Status == JobStatus.Succeeded))
            {
                throw new InvalidOperationException("It dies.");
            }
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => CompleteAsync("segments"));
        _system.Memory.AfterWrite = null;
        Assert.Single(await ReadAsync());

        _system.Clock.Advance(TimeSpan.FromHours(1));
        await _system.Reconciler.RunAsync(DateTimeOffset.MaxValue, Token);

        Assert.Equal(2, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task A_long_result_is_built_again_the_same_but_for_its_appearances()
    {
        var faces = Some.Faces(2_500);
        await _system.UploadAsync(Some.Upload());
        _system.Engine.Succeed(JobIdOf("faces"), faces);
        Succeed("segments", [.. Enumerable.Range(0, 200).Select(i => i * 5_000L)]);

        await CompleteAsync("faces");
        var before = await _system.ReadAllAsync();
        await CompleteAsync("segments");

        var after = await _system.ReadAllAsync();
        Assert.Equal(before.Select(WithoutAppearance), after.Select(WithoutAppearance));
        Assert.All(await ReadAsync(), each => Assert.True(each.Start / 5_000 == (each.End - 1) / 5_000
            || each.Start > 995_000));
    }

    [Fact]
    public async Task Cuts_of_an_older_upload_end_nothing()
    {
        await UploadAsync(Some.Upload(), 0, 2_000);
        await CompleteAsync("segments");
        await _system.UploadAsync(Some.Upload(sequencer: 2));
        _system.Engine.Succeed(JobIdOf("faces"), Faces);

        await CompleteAsync("faces");

        Assert.Single(await ReadAsync());
    }

    private static string WithoutAppearance(Detection face) =>
        JsonSerializer.Serialize(face with { Appearance = null }, face.GetType());

    private async Task UploadAsync(Upload upload, params long[] shots)
    {
        await _system.UploadAsync(upload);
        _system.Engine.Succeed(JobIdOf("faces"), Faces);
        Succeed("segments", shots);
    }

    private void Succeed(string analysis, params long[] shots) => _system.Engine.Succeed(
        JobIdOf(analysis),
        [
            new SegmentDetection { Type = SegmentTypes.TechnicalCue, TechnicalCue = "BlackFrames", Timestamp = 1_000,
                EndTimestamp = 1_200 },
            .. shots.Select(
                shot => new SegmentDetection { Type = SegmentTypes.Shot, Timestamp = shot, EndTimestamp = shot + 400 }),
        ]);

    private string JobIdOf(string analysis) =>
        _system.Engine.Running.Last(jobId => _system.Engine.RequestOf(jobId).Analysis.Name == analysis);

    private Task<CollectOutcome> CompleteAsync(string analysis)
    {
        var started = _system.Engine.Started.Last(request => request.Analysis.Name == analysis);
        return _system.CompleteAsync(_system.Engine.JobIdOf(started.Token)!);
    }

    private async Task<IReadOnlyList<Appearance>> ReadAsync()
    {
        var video = (await _system.Reader.FindAsync("film.mp4", Token))!;
        return (await _system.Appearances.ReadAsync(
            video, new AppearanceQuery { Analysis = _system.Faces, Limit = 10_000 }, Token))!.Appearances;
    }
}
