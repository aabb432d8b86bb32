using VideoAnalysis.Analyses;
using VideoAnalysis.Analyses.Faces;
using VideoAnalysis.Appearances;
using VideoAnalysis.Results;
using VideoAnalysis.Testing.Engine;
using VideoAnalysis.Testing.Weather;

namespace VideoAnalysis.Tests.Results;

public sealed class AppearanceReaderTests : IDisposable
{
    private static readonly Analysis Weather = new WeatherAnalysis();

    private readonly TestSystem _system = new(
        analyses: new(new FaceAnalysis(FaceAttributes.Default), Weather));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _system.Dispose();

    [Fact]
    public async Task A_face_that_stays_is_one_appearance_and_every_detection_names_it()
    {
        await AnalyseAsync(Enumerable.Range(0, 10).Select(i => Some.Face(i * 500)));

        var appearance = Assert.Single((await ReadAsync(_system.Faces))!.Appearances);
        Assert.Equal((0, 0, 5_000, 10), (appearance.Id, appearance.Start, appearance.End, appearance.Detections));
        Assert.All(await _system.ReadAllAsync(), detection => Assert.Equal(0, detection.Appearance));
    }

    [Fact]
    public async Task Appearances_come_in_the_order_of_their_starts_though_they_end_in_another()
    {
        // The first one stays, the second one comes and goes.
        await AnalyseAsync(Enumerable.Range(0, 8).SelectMany(i => i is 2 or 3
            ? [Some.Face(i * 500), Small(i * 500)]
            : new[] { Some.Face(i * 500) }));

        Assert.Equal([(0, 0L), (1, 1_000L)], (await ReadAsync(_system.Faces))!.Appearances.Select(
            each => (each.Id, each.Start)));
    }

    [Fact]
    public async Task Spans_in_no_order_of_time_are_appearances_in_the_order_of_their_starts()
    {
        await AnalyseAsync([]);

        var page = (await ReadAsync(Weather))!;
        Assert.Equal(10, page.Appearances.Count);
        Assert.All(page.Appearances, each => Assert.Equal(AppearanceSource.Native, each.Source));
        Assert.Equal(page.Appearances.Select(each => each.Start).Order(), page.Appearances.Select(each => each.Start));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_an_overlap()
    {
        await AnalyseAsync([]);
        var all = new List<int>();
        AppearancePosition? next = null;
        do
        {
            var page = (await ReadAsync(Weather, new() { Analysis = Weather, Limit = 3, Position = next }))!;
            all.AddRange(page.Appearances.Select(each => each.Id));
            next = page.Next is null ? null : AppearancePosition.TryParse(page.Next.ToString());
        }
        while (next is not null);

        Assert.Equal((await ReadAsync(Weather))!.Appearances.Select(each => each.Id), all);
    }

    [Fact]
    public async Task A_filter_leaves_what_overlaps_what_is_sure_and_the_subject()
    {
        await AnalyseAsync([]);

        var page = (await ReadAsync(Weather, new()
        {
            Analysis = Weather, From = 2_500, To = 4_000, MinConfidence = 51, Subject = "rain",
        }))!;

        Assert.NotEmpty(page.Appearances);
        Assert.All(page.Appearances, each => Assert.True(
            each.End >= 2_500 && each.Start <= 4_000 && each.Confidence >= 51 && each.Subject?.Key == "rain"));
        var expected = (await ReadAsync(Weather))!.Appearances.Count(each =>
            each.End >= 2_500 && each.Start <= 4_000 && each.Confidence >= 51 && each.Subject?.Key == "rain");
        Assert.Equal(expected, page.Appearances.Count);
    }

    [Fact]
    public async Task A_position_in_a_result_that_was_replaced_is_refused()
    {
        await AnalyseAsync([]);
        var first = await ReadAsync(Weather, new() { Analysis = Weather, Limit = 1 });
        await AnalyseAsync([], sequencer: 2);

        await Assert.ThrowsAsync<StalePositionException>(() =>
            ReadAsync(Weather, new() { Analysis = Weather, Position = first!.Next }));
    }

    [Fact]
    public async Task The_summary_counts_appearances_and_tells_for_how_long_they_are_seen()
    {
        await AnalyseAsync(Enumerable.Range(0, 5).Select(i => Some.Face(i * 500)));

        var summary = (await _system.JobAsync())!.Summary!.Appearances;
        Assert.Equal(1, summary.Count);
        Assert.Equal((0, 2_500L), (Assert.Single(summary.MostProminent).Appearance, summary.MostProminent[0].Present));
    }

    private static FaceDetection Small(long timestamp) =>
        Some.Face(timestamp) with { BoundingBox = new(0.9f, 0.9f, 0.05f, 0.05f) };

    private async Task AnalyseAsync(IEnumerable<FaceDetection> faces, int sequencer = 1)
    {
        await _system.UploadAsync(Some.Upload(sequencer: sequencer));
        foreach (var job in _system.Engine.Running)
        {
            IReadOnlyList<Detection> found =
                _system.Engine.RequestOf(job).Analysis is WeatherAnalysis ? SomeWeather.Of(10) : [.. faces];
            _system.Engine.Succeed(job, found);
            await _system.CompleteAsync(job);
        }
    }

    private async Task<AppearancePage?> ReadAsync(Analysis analysis, AppearanceQuery? query = null) =>
        await _system.Appearances.ReadAsync(
            (await _system.Reader.FindAsync("film.mp4", Token))!, query ?? new() { Analysis = analysis }, Token);
}
